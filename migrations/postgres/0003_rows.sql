-- Rows for finding things. All of them are made from the events, and `cspr rebuild` makes them again.

create table case_row (
    case_id uuid not null primary key,
    partnership_id uuid not null,
    year bigint not null,
    serial bigint not null,
    title text not null,
    stage text not null,
    lead_id uuid,
    version bigint not null,
    head bytea not null,
    opened_on date,
    updated_at timestamptz not null,
    main_clock text,
    main_due date,
    unique (partnership_id, year, serial)
);

create index case_row_by_reference on case_row (year, serial, case_id);

-- Who may know of a case without answering for all of them: the named list, its lead and its reviewer.
create table case_access (
    case_id uuid not null,
    person_id uuid not null,
    as_role text not null,
    primary key (case_id, person_id, as_role)
);

create index case_access_by_person on case_access (person_id, case_id);

-- The clocks that run, so that what is due is found without looking at every case.
create table clock_row (
    case_id uuid not null,
    clock text not null,
    partnership_id uuid not null,
    kind text not null,
    due date,
    provisional boolean not null,
    primary key (case_id, clock)
);

create index clock_row_due on clock_row (due, case_id, clock);
create index clock_row_due_in_partnership on clock_row (partnership_id, due, case_id, clock);

-- The words of each event that has any, as they are searched.
create table search_entry (
    case_id uuid not null,
    seq bigint not null,
    recorded_at timestamptz not null,
    words text not null,
    primary key (case_id, seq)
);

create index search_entry_words on search_entry using gin (to_tsvector('simple', words));
