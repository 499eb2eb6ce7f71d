-- The record itself. Everything in 0003_rows.sql can be made again from these events.

-- Clustered by case, so that a history is read from neighbouring pages.
create table event (
    case_id blob not null,
    seq integer not null,
    recorded_at text not null,
    actor_id blob not null,
    kind text not null,
    facts text not null,
    words text,
    words_digest blob not null,
    digest blob not null,
    primary key (case_id, seq)
) strict, without rowid;

create trigger event_is_never_deleted before delete on event
begin
    select raise(abort, 'an event is never deleted');
end;

create trigger event_is_never_changed before update on event
when new.words is not null
    or new.case_id is not old.case_id
    or new.seq is not old.seq
    or new.recorded_at is not old.recorded_at
    or new.actor_id is not old.actor_id
    or new.kind is not old.kind
    or new.facts is not old.facts
    or new.words_digest is not old.words_digest
    or new.digest is not old.digest
begin
    select raise(abort, 'an event is never changed; its words can only be erased');
end;

-- The last serial given in a year of a partnership. It only grows, so no reference is given twice.
create table case_number (
    partnership_id blob not null,
    year integer not null,
    last integer not null,
    primary key (partnership_id, year)
) strict, without rowid;

-- The first result of each request, so that a repeated request changes nothing.
create table request (
    key blob not null,
    person_id blob not null,
    case_id blob not null,
    version integer not null,
    recorded_at text not null,
    primary key (key, person_id)
) strict, without rowid;

create table access_log (
    case_id blob not null,
    at text not null,
    person_id blob not null,
    what text not null,
    primary key (case_id, at, person_id, what)
) strict, without rowid;
