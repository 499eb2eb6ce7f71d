-- Invented. Loaded after the migration of the same name, to see that its tables take what they are for.
insert into event (case_id, seq, recorded_at, actor_id, kind, facts, words, words_digest, digest)
    values (x'00000000000000000000000000000009', 1, '2026-11-02T09:00:00+00:00', x'00000000000000000000000000000003', 'note_added', '{}', '{"words":{}}', x'abababababababababababababababababababababababababababababababab', x'abababababababababababababababababababababababababababababababab');
insert into case_number (partnership_id, year, last) values (x'00000000000000000000000000000002', 2026, 1);
insert into request (key, person_id, case_id, version, recorded_at) values (x'00000000000000000000000000000008', x'00000000000000000000000000000003', x'00000000000000000000000000000009', 1, '2026-11-02T09:00:00+00:00');
insert into access_log (case_id, at, person_id, what) values (x'00000000000000000000000000000009', '2026-11-02T09:00:00+00:00', x'00000000000000000000000000000003', 'opened');
