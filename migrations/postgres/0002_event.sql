-- The record itself. Everything in 0003_rows.sql can be made again from these events.

create table event (
    case_id uuid not null,
    seq bigint not null,
    recorded_at timestamptz not null,
    actor_id uuid not null,
    kind text not null,
    facts text not null,
    words text,
    words_digest bytea not null,
    digest bytea not null,
    primary key (case_id, seq)
);

create function event_is_never_deleted() returns trigger language plpgsql as $$
begin
    raise exception 'an event is never deleted';
end
$$;

create trigger event_is_never_deleted before delete on event
    for each row execute function event_is_never_deleted();

create trigger event_is_never_truncated before truncate on event
    for each statement execute function event_is_never_deleted();

create function event_is_never_changed() returns trigger language plpgsql as $$
begin
    if new.words is not null
        or new.case_id is distinct from old.case_id
        or new.seq is distinct from old.seq
        or new.recorded_at is distinct from old.recorded_at
        or new.actor_id is distinct from old.actor_id
        or new.kind is distinct from old.kind
        or new.facts is distinct from old.facts
        or new.words_digest is distinct from old.words_digest
        or new.digest is distinct from old.digest
    then
        raise exception 'an event is never changed; its words can only be erased';
    end if;
    return new;
end
$$;

create trigger event_is_never_changed before update on event
    for each row execute function event_is_never_changed();

-- The last serial given in a year of a partnership. It only grows, so no reference is given twice.
create table case_number (
    partnership_id uuid not null,
    year bigint not null,
    last bigint not null,
    primary key (partnership_id, year)
);

-- The first result of each request, so that a repeated request changes nothing.
create table request (
    key uuid not null,
    person_id uuid not null,
    case_id uuid not null,
    version bigint not null,
    recorded_at timestamptz not null,
    primary key (key, person_id)
);

create table access_log (
    case_id uuid not null,
    at timestamptz not null,
    person_id uuid not null,
    what text not null,
    primary key (case_id, at, person_id, what)
);
