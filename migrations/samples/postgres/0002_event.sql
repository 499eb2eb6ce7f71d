-- Invented. Loaded after the migration of the same name, to see that its tables take what they are for.
insert into event (case_id, seq, recorded_at, actor_id, kind, facts, words, words_digest, digest)
    values ('00000000-0000-0000-0000-000000000009', 1, '2026-11-02T09:00:00+00:00', '00000000-0000-0000-0000-000000000003', 'note_added', '{}', '{"words":{}}', '\xabababababababababababababababababababababababababababababababab', '\xabababababababababababababababababababababababababababababababab');
insert into case_number (partnership_id, year, last) values ('00000000-0000-0000-0000-000000000002', 2026, 1);
insert into request (key, person_id, case_id, version, recorded_at) values ('00000000-0000-0000-0000-000000000008', '00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000009', 1, '2026-11-02T09:00:00+00:00');
insert into access_log (case_id, at, person_id, what) values ('00000000-0000-0000-0000-000000000009', '2026-11-02T09:00:00+00:00', '00000000-0000-0000-0000-000000000003', 'opened');
