-- Reminders: who is told of what and when, and what became of each. What people chose about them.

-- One occasion on which one person is told of one clock of a case, of one entry that is news (`entry-12`), of an email that
-- was not delivered (`email-` and its id), or of all that is due (`digest`, with no case). The id is
-- made from the case, the clock, the due date, the occasion and the person, so that none is there twice.
create table reminder (
    id uuid not null primary key,
    case_id uuid not null,
    partnership_id uuid not null,
    clock text not null,
    due date not null,
    occasion text not null,
    recipient_id uuid not null,
    entry bigint,
    day date not null,
    kind text not null,
    state text not null,
    reason text,
    made_at timestamptz not null,
    next_try_at timestamptz not null,
    tries bigint not null,
    claim uuid,
    lease_until timestamptz,
    letter_id uuid,
    message_id text,
    settled_at timestamptz,
    seen_by uuid,
    seen_at timestamptz,
    unique (case_id, clock, due, occasion, recipient_id)
);

-- What was made for a day, so that a pass sees what it need not look at again.
create index reminder_by_day on reminder (day, state, case_id, clock, due, occasion);
-- What is still to be done, of which there is little.
create index reminder_waiting on reminder (next_try_at, recipient_id) where state = 'waiting';
create index reminder_under_way on reminder (lease_until) where lease_until is not null;
create index reminder_by_recipient on reminder (recipient_id, made_at);
create index reminder_by_message on reminder (message_id) where message_id is not null;
create index reminder_by_letter on reminder (letter_id) where letter_id is not null;
create index reminder_by_partnership on reminder (partnership_id, made_at);
-- What somebody has to look at, and has not.
create index reminder_in_trouble on reminder (partnership_id, settled_at)
    where state in ('uncertain', 'failed', 'bounced');

-- What somebody chose about letters. Whoever chose nothing has no row.
create table mail_choice (
    person_id uuid not null primary key,
    digest text not null,
    switched_off text not null,
    deputy_id uuid,
    away_until date
);

-- Which process makes and sends reminders on a database that serves one of them.
create table pass_lease (
    name text not null primary key,
    holder uuid not null,
    until timestamptz not null
);
