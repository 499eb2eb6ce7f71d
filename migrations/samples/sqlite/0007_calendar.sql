-- Invented. Loaded after the migration of the same name, to see that its tables take what they are for.
insert into calendar_feed (person_id, token_hash, holds, made_at, fetched_at)
    values (x'00000000000000000000000000000003', x'abababababababababababababababababababababababababababababababab', 'mine', '2026-11-02T09:00:00+00:00', null);
insert into calendar_entry (person_id, case_id, clock, due, sequence, is_cancelled, changed_at)
    values (x'00000000000000000000000000000003', x'00000000000000000000000000000009', 'notification', '2026-11-09', 0, 0, '2026-11-02T09:00:00+00:00');
