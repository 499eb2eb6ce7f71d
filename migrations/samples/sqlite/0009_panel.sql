-- Invented. Loaded after the migration of the same name, to see that its tables take what they are for.
insert into panel_row (case_id, partnership_id, waiting_since, asked_by, asked, agree, definite)
    values (x'00000000000000000000000000000009', x'00000000000000000000000000000002', '2026-10-05', null, 0, 0, 0);
insert into panel_row (case_id, partnership_id, waiting_since, asked_by, asked, agree, definite)
    values (x'00000000000000000000000000000010', x'00000000000000000000000000000002', null, '9999-12-31', 2, 1, 2);
