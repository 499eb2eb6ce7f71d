-- Rows for finding things. All of them are made from the events, and `cspr rebuild` makes them again.

create table case_row (
    case_id blob not null primary key,
    partnership_id blob not null,
    year integer not null,
    serial integer not null,
    title text not null,
    stage text not null,
    lead_id blob,
    version integer not null,
    head blob not null,
    opened_on text,
    updated_at text not null,
    main_clock text,
    main_due text,
    unique (partnership_id, year, serial)
) strict, without rowid;

create index case_row_by_reference on case_row (year, serial, case_id);

-- Who may know of a case without answering for all of them: the named list, its lead and its reviewer.
create table case_access (
    case_id blob not null,
    person_id blob not null,
    as_role text not null,
    primary key (case_id, person_id, as_role)
) strict, without rowid;

create index case_access_by_person on case_access (person_id, case_id);

-- The clocks that run, so that what is due is found without looking at every case.
create table clock_row (
    case_id blob not null,
    clock text not null,
    partnership_id blob not null,
    kind text not null,
    due text,
    provisional integer not null,
    primary key (case_id, clock)
) strict, without rowid;

create index clock_row_due on clock_row (due, case_id, clock);
create index clock_row_due_in_partnership on clock_row (partnership_id, due, case_id, clock);

-- The words of each event that has any, as they are searched.
create table search_entry (
    id integer primary key,
    case_id blob not null,
    seq integer not null,
    recorded_at text not null,
    words text not null,
    unique (case_id, seq)
) strict;

-- An index over search_entry. The id is a column of its own because vacuum may number rows again that have none. The
-- words come in small letters with spaces between them, and are looked for one by one: nothing more need be kept.
create virtual table search_index using fts5 (
    words,
    content = 'search_entry',
    content_rowid = 'id',
    columnsize = 0,
    detail = 'none',
    tokenize = 'ascii'
);

-- What is taken out of the index is overwritten, so that erased words are gone.
insert into search_index (search_index, rank) values ('secure-delete', 1);
