-- Invented. Loaded after the migration of the same name, to see that its tables take what they are for.
insert into calendar_feed (person_id, token_hash, holds, made_at, fetched_at)
    values ('00000000-0000-0000-0000-000000000003', '\xabababababababababababababababababababababababababababababababab', 'mine', '2026-11-02T09:00:00+00:00', null);
insert into calendar_entry (person_id, case_id, clock, due, sequence, is_cancelled, changed_at)
    values ('00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000009', 'notification', '2026-11-09', 0, false, '2026-11-02T09:00:00+00:00');
