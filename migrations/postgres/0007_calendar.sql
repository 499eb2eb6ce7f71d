-- What calendar programs fetch: one private address for each person, of which only the digest is here.
create table calendar_feed (
    person_id uuid not null primary key,
    token_hash bytea not null unique,
    holds text not null,
    made_at timestamptz not null,
    fetched_at timestamptz
);

-- What a calendar was last told of each date, so that a date which moves or goes is the same entry changed.
create table calendar_entry (
    person_id uuid not null,
    case_id uuid not null,
    clock text not null,
    due date not null,
    sequence bigint not null,
    is_cancelled boolean not null,
    changed_at timestamptz not null,
    primary key (person_id, case_id, clock)
);
