-- What the pages need: who is signed in, what was begun and not sent, and what administrators changed.

-- What holds for the whole record, by name. `examples` marks a record of invented cases.
create table setting (
    name text not null primary key,
    value text not null
) strict, without rowid;

-- Who is signed in where. The browser keeps the token, and only its digest is here.
create table session (
    token_hash blob not null primary key,
    person_id blob not null,
    started_at text not null,
    seen_at text not null,
    device text not null,
    flash text
) strict, without rowid;

create index session_by_person on session (person_id, started_at);

create table sign_in_link (
    token_hash blob not null primary key,
    person_id blob not null,
    sent_at text not null,
    ends_at text not null,
    used_at text,
    goes_to text not null
) strict, without rowid;

create index sign_in_link_by_person on sign_in_link (person_id);

-- What may be tried only so often. Whoever tries is here as a digest of their address.
create table attempt (
    kind text not null,
    who blob not null,
    at text not null
) strict;

create index attempt_by_who on attempt (kind, who, at);

create table draft (
    person_id blob not null,
    path text not null,
    label text not null,
    answers text not null,
    begun_at text not null,
    saved_at text not null,
    primary key (person_id, path)
) strict, without rowid;

-- A form that came after its session ended, sealed with a key that only the browser has.
create table held_form (
    session_hash blob not null primary key,
    person_id blob not null,
    path text not null,
    sealed blob not null,
    held_at text not null
) strict, without rowid;

create index held_form_by_person on held_form (person_id);

-- What was changed of people, organisations and settings: ids and codes, never names.
create table admin_change (
    id blob not null primary key,
    at text not null,
    by_id blob not null,
    what text not null,
    facts text not null
) strict, without rowid;

create index admin_change_by_time on admin_change (at, id);

-- What somebody read last.
create index access_log_by_person on access_log (person_id, what, at, case_id);

-- The list of cases in its orders. What it is filtered by comes last, so that a case which is left out is never read.
create index case_row_by_due on case_row
    (partnership_id, (main_due is null), main_due, year desc, serial desc, case_id desc, stage, lead_id);
create index case_row_by_serial on case_row
    (partnership_id, year, serial, case_id, stage, lead_id, main_due);
create index case_row_by_update on case_row
    (partnership_id, updated_at, year, serial, case_id, stage, lead_id, main_due);
create index case_row_by_lead on case_row
    (lead_id, partnership_id, (main_due is null), main_due, year desc, serial desc, case_id desc, stage);

-- What a lead has due. Most of the cases somebody ever led are closed, and are never looked at.
create index case_row_running_by_lead on case_row (lead_id, case_id) where main_clock is not null;
