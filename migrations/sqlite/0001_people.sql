-- Organisations, partnerships, people and the settings of the service.

create table organisation (
    id blob not null primary key,
    kind text not null,
    name text not null
) strict, without rowid;

create table partnership (
    id blob not null primary key,
    slug text not null unique,
    name text not null,
    settings text not null
) strict, without rowid;

create table partnership_member (
    partnership_id blob not null references partnership (id),
    organisation_id blob not null references organisation (id),
    primary key (partnership_id, organisation_id)
) strict, without rowid;

-- Staff and children alike: everything that names somebody is in this one table, so that erasing has one place to go.
create table person (
    id blob not null primary key,
    name text,
    job_title text,
    email text unique,
    date_of_birth text,
    erased_at text
) strict, without rowid;

create table membership (
    person_id blob not null references person (id),
    organisation_id blob not null references organisation (id),
    partnership_id blob not null references partnership (id),
    role text not null,
    primary key (person_id, organisation_id, partnership_id, role)
) strict, without rowid;

-- Empty until an operator adds or loads some; until then the bank holidays that come with the program hold.
create table bank_holiday (
    date text not null primary key,
    title text not null,
    notes text not null,
    bunting integer not null,
    standing text not null,
    recorded_at text not null,
    recorded_by blob not null
) strict, without rowid;
