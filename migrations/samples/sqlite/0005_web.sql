-- Invented. Loaded after the migration of the same name, to see that its tables take what they are for.
insert into setting (name, value) values ('examples', 'true');
insert into session (token_hash, person_id, started_at, seen_at, device, flash)
    values (x'abababababababababababababababababababababababababababababababab', x'00000000000000000000000000000003', '2026-11-02T09:00:00+00:00', '2026-11-02T09:00:00+00:00', 'Firefox on Windows', null);
insert into sign_in_link (token_hash, person_id, sent_at, ends_at, used_at, goes_to)
    values (x'abababababababababababababababababababababababababababababababab', x'00000000000000000000000000000003', '2026-11-02T09:00:00+00:00', '2026-11-02T09:15:00+00:00', null, '/due');
insert into attempt (kind, who, at) values ('sign_in', x'abababababababababababababababababababababababababababababababab', '2026-11-02T09:00:00+00:00');
insert into draft (person_id, path, label, answers, begun_at, saved_at)
    values (x'00000000000000000000000000000003', '/cases/new', 'Start a case', '{}', '2026-11-02T09:00:00+00:00', '2026-11-02T09:00:00+00:00');
insert into held_form (session_hash, person_id, path, sealed, held_at)
    values (x'abababababababababababababababababababababababababababababababab', x'00000000000000000000000000000003', '/cases/2026-001/note', x'abab', '2026-11-02T09:00:00+00:00');
insert into admin_change (id, at, by_id, what, facts) values (x'00000000000000000000000000000007', '2026-11-02T09:00:00+00:00', x'00000000000000000000000000000003', 'membership_ended', '{}');
