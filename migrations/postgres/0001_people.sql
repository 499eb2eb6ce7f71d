-- Organisations, partnerships, people and the settings of the service.

create table organisation (
    id uuid not null primary key,
    kind text not null,
    name text not null
);

create table partnership (
    id uuid not null primary key,
    slug text not null unique,
    name text not null,
    settings text not null
);

create table partnership_member (
    partnership_id uuid not null references partnership (id),
    organisation_id uuid not null references organisation (id),
    primary key (partnership_id, organisation_id)
);

-- Staff and children alike: everything that names somebody is in this one table, so that erasing has one place to go.
create table person (
    id uuid not null primary key,
    name text,
    job_title text,
    email text unique,
    date_of_birth date,
    erased_at timestamptz
);

create table membership (
    person_id uuid not null references person (id),
    organisation_id uuid not null references organisation (id),
    partnership_id uuid not null references partnership (id),
    role text not null,
    primary key (person_id, organisation_id, partnership_id, role)
);

-- Empty until an operator adds or loads some; until then the bank holidays that come with the program hold.
create table bank_holiday (
    date date not null primary key,
    title text not null,
    notes text not null,
    bunting boolean not null,
    standing text not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null
);
