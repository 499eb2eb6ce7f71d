-- Every action of every case, without its words, so that what somebody owns is found without looking at every case.
create table action_row (
    case_id uuid not null,
    number bigint not null,
    partnership_id uuid not null,
    owner_id uuid,
    organisation_id uuid,
    due date not null,
    state text not null,
    progress text not null,
    judgement text,
    done_on date,
    closed_on date,
    primary key (case_id, number)
);

create index action_row_by_due on action_row
    (partnership_id, due, case_id, number, state, owner_id, organisation_id);
