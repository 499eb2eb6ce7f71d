-- Every action of every case, without its words, so that what somebody owns is found without looking at every case.
create table action_row (
    case_id blob not null,
    number integer not null,
    partnership_id blob not null,
    owner_id blob,
    organisation_id blob,
    due text not null,
    state text not null,
    progress text not null,
    judgement text,
    done_on text,
    closed_on text,
    primary key (case_id, number)
) strict, without rowid;

create index action_row_by_due on action_row
    (partnership_id, due, case_id, number, state, owner_id, organisation_id);
