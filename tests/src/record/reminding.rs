//! Reminders: made once, claimed by one, and each with an end that can be told.

use std::collections::BTreeSet;

use case::reminders::Kind;
use case::{ClockKey, PersonId};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use futures_util::future::join_all;
use store::mail_choices::{self, Digest, MailChoice};
use store::reminders::{self, ClockDue, Ended, Fate, Key, Made, Reminder, State, Withdrawn};
use store::{Db, Error};
use uuid::Uuid;

use super::story::{NORTHMERE, Story, access, case, command, manager, now, operator, person, today, who_is};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn minutes(minutes: i64) -> DateTime<Utc> {
    now() + Duration::minutes(minutes)
}

/// The notification of case 1 is due on 2 November, five working days after 26 October.
fn due() -> NaiveDate {
    day("2026-11-02")
}

fn reminder(occasion: &str, recipient: u128) -> Made {
    Made {
        key: Key {
            case: case(1),
            clock: ClockKey::Notification.to_string(),
            due: due(),
            occasion: occasion.into(),
            recipient: person(recipient),
        },
        partnership: NORTHMERE,
        entry: None,
        day: today(),
        kind: Kind::Notification,
        fate: Fate::Waits(now()),
    }
}

async fn make(db: &Db, made: Vec<Made>) {
    db.write(move |tx| Box::pin(async move { reminders::make(tx, now(), &made).await })).await.unwrap();
}

async fn claim(db: &Db, token: u128, at: DateTime<Utc>) -> Vec<Reminder> {
    let until = at + Duration::minutes(5);
    let claim = db.write(move |tx| {
        Box::pin(async move { reminders::claim(tx, Uuid::from_u128(token), (at, until), 50).await })
    });
    claim.await.unwrap()
}

async fn begin(db: &Db, token: u128, ids: Vec<Uuid>) -> Result<(), Error> {
    let letter = (Uuid::from_u128(77), "77@cspr.example");
    let until = minutes(15);
    db.write(move |tx| {
        Box::pin(async move { reminders::begin(tx, Uuid::from_u128(token), &ids, letter, until).await })
    })
    .await
}

async fn settle(db: &Db, token: u128, ids: Vec<Uuid>, ended: Ended) -> u64 {
    db.write(move |tx| {
        Box::pin(async move { reminders::settle(tx, Uuid::from_u128(token), &ids, &ended, minutes(1)).await })
    })
    .await
    .unwrap()
}

async fn withdraw(db: &Db) -> Withdrawn {
    db.write(|tx| Box::pin(async move { reminders::withdraw(tx, now()).await })).await.unwrap()
}

async fn lapse(db: &Db, at: DateTime<Utc>) -> reminders::Lapsed {
    db.write(move |tx| Box::pin(async move { reminders::lapse(tx, at).await })).await.unwrap()
}

async fn all(db: &Db) -> Vec<Reminder> {
    reminders::of_case(&mut db.snapshot().await.unwrap(), &operator(), case(1)).await.unwrap()
}

/// The states of all, by recipient.
async fn states(db: &Db) -> Vec<State> {
    let mut all = all(db).await;
    all.sort_by_key(|reminder| (reminder.key.recipient, reminder.key.occasion.clone()));
    all.into_iter().map(|reminder| reminder.state).collect()
}

fn ids(reminders: &[Reminder]) -> Vec<Uuid> {
    reminders.iter().map(|reminder| reminder.id).collect()
}

for_both! {
    async fn a_reminder_is_made_once_however_often_and_by_however_many(record: Record) {
        let story = Story::of_one_case(record).await;
        let db = &story.record.db;
        let two = || vec![reminder("0", 1), reminder("0", 2), reminder("0", 1)];
        join_all((0..8).map(|_| make(db, two()))).await;
        make(db, two()).await;
        let found = all(db).await;
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].state, found[0].kind, found[0].tries), (State::Waiting, Kind::Notification, 0));
        make(db, vec![reminder("+1", 1)]).await;
        assert_eq!(all(db).await.len(), 3, "another occasion is another reminder");
    }

    async fn what_was_made_for_a_day_is_known(record: Record) {
        let story = Story::of_one_case(record).await;
        let db = &story.record.db;
        make(db, vec![reminder("0", 1), Made { day: day("2026-10-29"), ..reminder("-2", 1) }]).await;
        let made = |from: &str, to: &str| {
            let range = (day(from), day(to));
            async move { reminders::made_between(&mut db.glance().await.unwrap(), range).await.unwrap() }
        };
        let clock = ClockDue { due: due(), case: case(1), clock: "notification".into() };
        assert_eq!(made("2026-11-02", "2026-11-02").await, BTreeSet::from([(clock.clone(), "0".to_owned())]));
        assert_eq!(made("2026-10-29", "2026-11-02").await.len(), 2);
        let range = (day("2026-11-01"), day("2026-11-02"));
        let found = reminders::due_between(&mut db.glance().await.unwrap(), NORTHMERE, range, None, 10).await.unwrap();
        assert!(found.contains(&clock), "{found:?}");
        let after = reminders::due_between(&mut db.glance().await.unwrap(), NORTHMERE, range, found.last(), 10).await.unwrap();
        assert!(after.is_empty());
    }

    async fn of_many_who_claim_at_once_each_person_is_claimed_whole_by_one(record: Record) {
        let story = Story::of_one_case(record).await;
        let db = &story.record.db;
        make(db, (1..=2).flat_map(|who| ["-2", "-1", "0"].map(|occasion| reminder(occasion, who))).collect()).await;
        let claims = join_all((1..=6).map(|token| claim(db, token, now()))).await;
        let mut claimed: Vec<_> = claims.iter().flatten().map(|reminder| reminder.id).collect();
        claimed.sort_unstable();
        claimed.dedup();
        assert_eq!(claimed.len(), 6, "all of them");
        assert_eq!(claims.iter().map(Vec::len).sum::<usize>(), 6, "and each once");
        for claim in &claims {
            let people: BTreeSet<_> = claim.iter().map(|reminder| reminder.key.recipient).collect();
            assert_eq!(claim.len(), 3 * people.len(), "what one person is told goes together");
        }
    }

    async fn what_has_to_wait_is_not_claimed(record: Record) {
        let story = Story::of_one_case(record).await;
        let db = &story.record.db;
        make(db, vec![Made { fate: Fate::Waits(minutes(30)), ..reminder("0", 1) }]).await;
        assert!(claim(db, 1, minutes(29)).await.is_empty());
        assert_eq!(claim(db, 1, minutes(30)).await.len(), 1);
    }

    async fn whoever_presents_the_token_says_how_it_ended(record: Record) {
        let story = Story::of_one_case(record).await;
        let db = &story.record.db;
        make(db, vec![reminder("0", 1), reminder("0", 2)]).await;
        let claimed = claim(db, 1, now()).await;
        assert!(matches!(begin(db, 2, ids(&claimed)).await, Err(Error::Taken)), "another token begins nothing");
        begin(db, 1, ids(&claimed)).await.unwrap();
        assert!(matches!(begin(db, 1, ids(&claimed)).await, Err(Error::Taken)), "it begins once");
        assert_eq!(settle(db, 2, ids(&claimed), Ended::Sent).await, 0);
        assert_eq!(settle(db, 1, ids(&claimed[..1]), Ended::Sent).await, 1);
        assert_eq!(settle(db, 1, ids(&claimed[1..]), Ended::Failed("code 550".into())).await, 1);
        assert_eq!(settle(db, 1, ids(&claimed), Ended::Sent).await, 0, "it ends once");
        let mut found = states(db).await;
        found.sort_unstable();
        assert_eq!(found, [State::Sent, State::Failed]);
        let letters: BTreeSet<_> = all(db).await.into_iter().map(|reminder| reminder.letter).collect();
        assert_eq!(letters, BTreeSet::from([Some(Uuid::from_u128(77))]));
    }

    async fn what_was_refused_for_now_is_claimed_again_later(record: Record) {
        let story = Story::of_one_case(record).await;
        let db = &story.record.db;
        make(db, vec![reminder("0", 1)]).await;
        let claimed = claim(db, 1, now()).await;
        begin(db, 1, ids(&claimed)).await.unwrap();
        settle(db, 1, ids(&claimed), Ended::Again(minutes(5), "code 451".into())).await;
        assert!(claim(db, 2, minutes(4)).await.is_empty());
        let again = claim(db, 2, minutes(5)).await;
        assert_eq!((again.len(), again[0].tries, again[0].reason.as_deref()), (1, 1, Some("code 451")));
    }

    async fn a_claim_that_lapses_waits_again_and_a_letter_that_was_leaving_is_uncertain(record: Record) {
        let story = Story::of_one_case(record).await;
        let db = &story.record.db;
        make(db, vec![reminder("0", 1), reminder("0", 2)]).await;
        let mut claimed = claim(db, 1, now()).await;
        claimed.sort_by_key(|reminder| reminder.key.recipient);
        begin(db, 1, ids(&claimed[..1])).await.unwrap();
        assert_eq!(lapse(db, minutes(4)).await, reminders::Lapsed::default());
        let lapsed = lapse(db, minutes(15)).await;
        assert_eq!((lapsed.again, lapsed.uncertain), (1, 1));
        assert_eq!(states(db).await, [State::Uncertain, State::Waiting]);
        assert_eq!(claim(db, 2, minutes(15)).await.len(), 1, "what is uncertain is not sent again");
        assert_eq!(settle(db, 1, ids(&claimed[1..]), Ended::Sent).await, 0, "its claim is another's now");
        assert_eq!(settle(db, 1, ids(&claimed[..1]), Ended::Sent).await, 1, "whoever sent it can still say so");
        assert_eq!(states(db).await, [State::Sent, State::Claimed]);
    }

    async fn what_is_done_is_withdrawn_and_comes_back_when_it_is_true_again(record: Record) {
        let story = Story::of_one_case(record).await;
        let db = &story.record.db;
        make(db, vec![reminder("0", 1)]).await;
        assert_eq!(withdraw(db).await, Withdrawn::default());
        story.record.by_hand("delete from clock_row where clock = 'notification'").await.unwrap();
        assert_eq!(withdraw(db).await, Withdrawn { moved: 0, over: 1 });
        let found = all(db).await;
        assert_eq!((found[0].state, found[0].reason.as_deref()), (State::Withdrawn, Some("It was done, or is no longer needed.")));
        make(db, vec![reminder("0", 1)]).await;
        assert_eq!(states(db).await, [State::Waiting]);
    }

    async fn a_moved_due_date_withdraws_what_spoke_of_the_old_one(record: Record) {
        let story = Story::of_one_case(record).await;
        let db = &story.record.db;
        make(db, vec![reminder("0", 1), Made { entry: Some(1), ..reminder("0", 2) }]).await;
        story.record.by_hand("update clock_row set due = '2026-11-03' where clock = 'notification'").await.unwrap();
        assert_eq!(withdraw(db).await, Withdrawn { moved: 1, over: 0 });
        assert_eq!(states(db).await, [State::Withdrawn, State::Waiting], "news has no due date to move");
    }

    async fn only_the_latest_that_waits_for_somebody_goes_out(record: Record) {
        let story = Story::of_one_case(record).await;
        let db = &story.record.db;
        let earlier = |who| Made { day: day("2026-10-30"), ..reminder("-1", who) };
        make(db, vec![earlier(1), reminder("0", 1), earlier(2)]).await;
        let passed = db.write(|tx| Box::pin(async move { reminders::pass_over_earlier(tx, now()).await }));
        assert_eq!(passed.await.unwrap(), 1);
        assert_eq!(states(db).await, [State::PassedOver, State::Waiting, State::Waiting]);
    }

    async fn a_reason_is_kept_for_what_is_passed_over(record: Record) {
        let story = Story::of_one_case(record).await;
        let db = &story.record.db;
        make(db, vec![Made { fate: Fate::PassedOver("Switched off.".into()), ..reminder("-5", 1) }]).await;
        let found = all(db).await;
        assert_eq!((found[0].state, found[0].reason.as_deref()), (State::PassedOver, Some("Switched off.")));
        assert!(claim(db, 1, minutes(60)).await.is_empty());
        let mine = reminders::of_person(&mut db.glance().await.unwrap(), person(1), 10).await.unwrap();
        assert_eq!(mine, found);
    }

    async fn what_did_not_arrive_is_shown_to_the_business_unit_of_the_case(record: Record) {
        let story = Story::of_one_case(record).await;
        let db = &story.record.db;
        make(db, vec![reminder("0", 1), reminder("0", 2)]).await;
        let claimed = claim(db, 1, now()).await;
        begin(db, 1, ids(&claimed)).await.unwrap();
        settle(db, 1, ids(&claimed[..1]), Ended::Uncertain("no answer".into())).await;
        let trouble = |actor: case::Actor| async move {
            reminders::in_trouble(&mut db.snapshot().await.unwrap(), &actor, 10).await.unwrap().len()
        };
        assert_eq!(trouble(manager()).await, 1);
        assert_eq!(trouble(who_is(9, case::Role::Police)).await, 0);
        let back = db.write(|tx| Box::pin(async move {
            reminders::bounced(tx, "77@cspr.example", "5.1.1", minutes(20)).await
        })).await.unwrap();
        assert_eq!(back.len(), 2, "all that travelled in the letter");
        assert_eq!(trouble(manager()).await, 2);
        let counts = reminders::counts(&mut db.glance().await.unwrap()).await.unwrap();
        assert_eq!(counts.get(&State::Bounced), Some(&2));
        let unknown = db.write(|tx| Box::pin(async move { reminders::bounced(tx, "other", "5.1.1", now()).await }));
        assert!(unknown.await.unwrap().is_empty());
    }

    async fn what_somebody_chose_about_letters_is_kept_and_goes_with_them(record: Record) {
        let story = Story::of_one_case(record).await;
        let db = &story.record.db;
        let choice = MailChoice {
            digest: Digest::Daily,
            switched_off: BTreeSet::from([Kind::PanelReplied]),
            deputy: Some(person(1)),
            away_until: Some(day("2026-11-06")),
        };
        let keep = choice.clone();
        for _ in 0..2 {
            let keep = keep.clone();
            db.write(move |tx| Box::pin(async move { mail_choices::save(tx, person(2), &keep).await })).await.unwrap();
        }
        let of = |number| async move {
            let people: [PersonId; 1] = [person(number)];
            mail_choices::of(&mut db.glance().await.unwrap(), &people).await.unwrap().remove(&people[0])
        };
        assert_eq!(of(2).await, Some(choice.clone()));
        assert_eq!(of(1).await, None);
        assert_eq!(choice.away(day("2026-11-06")), Some((person(1), day("2026-11-06"))));
        assert_eq!(choice.away(day("2026-11-07")), None);
        let erase = |who: u128| command(serde_json::json!({
            "on": "2026-10-27", "do": {"erase_person": {"person": person(who)}}, "words": {"reason": "They asked"},
        }));
        story.and(&manager(), 1, access(person(2), "business_unit")).await;
        story.and(&operator(), 1, erase(1)).await;
        assert_eq!(of(2).await.and_then(|choice| choice.deputy), None);
        story.and(&operator(), 1, erase(2)).await;
        assert_eq!(of(2).await, None);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite_one_process_passes_at_a_time_and_another_is_told_until_when() {
    crate::harness::on_sqlite(|record| async move {
        let hold = |holder: u128, at, until| {
            let db = record.db.clone();
            async move {
                db.write(move |tx| {
                    Box::pin(async move {
                        reminders::hold(tx, "reminders", Uuid::from_u128(holder), (at, until)).await
                    })
                })
                .await
                .unwrap()
            }
        };
        assert_eq!(hold(1, now(), minutes(5)).await, None);
        assert_eq!(hold(2, minutes(1), minutes(6)).await, Some(minutes(5)));
        assert_eq!(hold(1, minutes(2), minutes(7)).await, None, "whoever has it keeps it");
        assert_eq!(hold(2, minutes(7), minutes(12)).await, None, "its time is over");
        let release = |holder: u128| {
            let db = record.db.clone();
            async move {
                db.write(move |tx| {
                    Box::pin(
                        async move { reminders::release(tx, "reminders", Uuid::from_u128(holder)).await },
                    )
                })
                .await
                .unwrap();
            }
        };
        release(1).await;
        assert_eq!(
            hold(1, minutes(8), minutes(13)).await,
            Some(minutes(12)),
            "it was not theirs to give back"
        );
        release(2).await;
        assert_eq!(hold(1, minutes(8), minutes(13)).await, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_postgres_nobody_waits_for_anybody() {
    crate::harness::on_postgres(|record| async move {
        for holder in [1, 2] {
            let held = record.db.write(move |tx| {
                Box::pin(async move {
                    reminders::hold(tx, "reminders", Uuid::from_u128(holder), (now(), minutes(5))).await
                })
            });
            assert_eq!(held.await.unwrap(), None);
        }
    })
    .await;
}
