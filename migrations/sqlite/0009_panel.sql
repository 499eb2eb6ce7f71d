-- What is outstanding between a case and the Panel, and how often it agreed, so that neither is looked for in every case
-- that was ever with it. A case that has nothing of either has no row.
create table panel_row (
    case_id blob not null primary key,
    partnership_id blob not null,
    waiting_since text,
    asked_by text,
    asked integer not null,
    agree integer not null,
    definite integer not null
) strict, without rowid;

-- A wait or a date that is not known is kept as the last day there is, so that it comes last.
create index panel_row_waiting on panel_row (partnership_id, waiting_since, case_id) where waiting_since is not null;
create index panel_row_asked on panel_row (partnership_id, asked_by, case_id, asked) where asked_by is not null;
create index panel_row_answered on panel_row (partnership_id, agree, definite) where definite > 0;
