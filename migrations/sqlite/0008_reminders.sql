-- Reminders: who is told of what and when, and what became of each. What people chose about them.

-- One occasion on which one person is told of one clock of a case, of one entry that is news (`entry-12`), of an email that
-- was not delivered (`email-` and its id), or of all that is due (`digest`, with no case). The id is
-- made from the case, the clock, the due date, the occasion and the person, so that none is there twice.
create table reminder (
    id blob not null primary key,
    case_id blob not null,
    partnership_id blob not null,
    clock text not null,
    due text not null,
    occasion text not null,
    recipient_id blob not null,
    entry integer,
    day text not null,
    kind text not null,
    state text not null,
    reason text,
    made_at text not null,
    next_try_at text not null,
    tries integer not null,
    claim blob,
    lease_until text,
    letter_id blob,
    message_id text,
    settled_at text,
    seen_by blob,
    seen_at text,
    unique (case_id, clock, due, occasion, recipient_id)
) strict, without rowid;

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
    person_id blob not null primary key,
    digest text not null,
    switched_off text not null,
    deputy_id blob,
    away_until text
) strict, without rowid;

-- Which process makes and sends reminders on a database that serves one of them.
create table pass_lease (
    name text not null primary key,
    holder blob not null,
    until text not null
) strict, without rowid;
