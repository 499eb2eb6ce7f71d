-- Invented. Loaded after the migration of the same name, to see that its tables take what they are for.
insert into organisation (id, kind, name) values ('00000000-0000-0000-0000-000000000001', 'council', 'Example council');
insert into partnership (id, slug, name, settings) values ('00000000-0000-0000-0000-000000000002', 'northmere', 'Example partnership', '{}');
insert into partnership_member (partnership_id, organisation_id) values ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001');
insert into person (id, name, job_title, email, date_of_birth, erased_at)
    values ('00000000-0000-0000-0000-000000000003', 'Example Manager', 'Business manager', 'manager@example.org', null, null);
insert into person (id, name, job_title, email, date_of_birth, erased_at)
    values ('00000000-0000-0000-0000-000000000004', null, null, null, null, '2026-11-02T09:00:00+00:00');
insert into membership (person_id, organisation_id, partnership_id, role)
    values ('00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002', 'business_unit_manager');
insert into bank_holiday (date, title, notes, bunting, standing, recorded_at, recorded_by)
    values ('2026-12-25', 'Christmas Day', '', true, 'proclaimed', '2026-11-02T09:00:00+00:00', '00000000-0000-0000-0000-000000000003');
