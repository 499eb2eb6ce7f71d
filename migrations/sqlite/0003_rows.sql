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

create index case_row_by_reference on case_row (year, serial);

create table case_access (
    case_id blob not null,
    person_id blob not null,
    as_role text not null,
    primary key (case_id, person_id)
) strict, without rowid;

create index case_access_by_person on case_access (person_id, case_id);

create table clock_row (
    case_id blob not null,
    clock text not null,
    partnership_id blob not null,
    statutory integer not null,
    open integer not null,
    due text,
    provisional integer not null,
    primary key (case_id, clock)
) strict, without rowid;

create index clock_row_due on clock_row (due, case_id, clock) where open;
create index clock_row_due_in_partnership on clock_row (partnership_id, due, case_id, clock) where open;

-- One row for each event with words. What is deleted from it is overwritten, so that erased words are gone.
create virtual table search_text using fts5 (
    words,
    case_id unindexed,
    seq unindexed,
    columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 0'
);

insert into search_text (search_text, rank) values ('secure-delete', 1);
