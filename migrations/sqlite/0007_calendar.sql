-- What calendar programs fetch: one private address for each person, of which only the digest is here.
create table calendar_feed (
    person_id blob not null primary key,
    token_hash blob not null unique,
    holds text not null,
    made_at text not null,
    fetched_at text
) strict, without rowid;

-- What a calendar was last told of each date, so that a date which moves or goes is the same entry changed.
create table calendar_entry (
    person_id blob not null,
    case_id blob not null,
    clock text not null,
    due text not null,
    sequence integer not null,
    is_cancelled integer not null,
    changed_at text not null,
    primary key (person_id, case_id, clock)
) strict, without rowid;
