-- Invented. Loaded after the migration of the same name, to see that its tables take what they are for.
insert into case_row (case_id, partnership_id, year, serial, title, stage, lead_id, version, head, opened_on,
    updated_at, main_clock, main_due)
    values ('00000000-0000-0000-0000-000000000009', '00000000-0000-0000-0000-000000000002', 2026, 1, 'Infant at home', 'referred', null, 1, '\xabababababababababababababababababababababababababababababababab', '2026-11-02',
    '2026-11-02T09:00:00+00:00', 'notification', '2026-11-09');
insert into case_access (case_id, person_id, as_role) values ('00000000-0000-0000-0000-000000000009', '00000000-0000-0000-0000-000000000003', 'business_unit');
insert into clock_row (case_id, clock, partnership_id, kind, due, provisional)
    values ('00000000-0000-0000-0000-000000000009', 'notification', '00000000-0000-0000-0000-000000000002', 'statutory', '2026-11-09', true);
insert into search_entry (case_id, seq, recorded_at, words) values ('00000000-0000-0000-0000-000000000009', 1, '2026-11-02T09:00:00+00:00', 'infant at home');
