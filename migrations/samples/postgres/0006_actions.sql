-- Invented. Loaded after the migration of the same name, to see that its tables take what they are for.
insert into action_row (case_id, number, partnership_id, owner_id, organisation_id, due, state, progress, judgement,
    done_on, closed_on)
    values ('00000000-0000-0000-0000-000000000009', 1, '00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000001', '2027-03-31', 'closed', 'on_track', 'embedded',
    '2027-03-30', '2027-09-30');
