//! Passes over a record: which reminders they make, and which they do not.

use std::collections::BTreeSet;

use case::reminders::Kind;
use futures_util::future::join_all;
use mail::Reminders;
use serde_json::json;
use store::mail_choices::{Digest, MailChoice};
use store::reminders::State;
use uuid::Uuid;

use super::town::{Town, at, day, letterhead};
use crate::record::story::{NORTHMERE, case, person};

/// The case was referred on Monday 2 March 2026, long before the first pass, on Monday 16 March at 9. Its notification is
/// overdue since the 9th and says so every day; what these tests look at is the action of the agency’s contact, 6.
async fn with_an_action(record: crate::harness::Record, due: &str) -> Town {
    let town = Town::with_a_case(record, "2026-03-02 09:00").await;
    town.give_action(6, due, "2026-03-02 10:00").await;
    town
}

fn of<'a>(kept: &'a [String], clock: &str) -> Vec<&'a str> {
    kept.iter().filter(|kept| kept.starts_with(clock)).map(String::as_str).collect()
}

for_both! {
    async fn what_was_made_is_not_made_again(record: Record) {
        let town = with_an_action(record, "2026-03-18").await;
        assert_eq!(town.reminders.dry_run(at("2026-03-16 09:00")).await.unwrap().to_send(), 5);
        assert!(town.kept().await.is_empty(), "foreseeing changes nothing");
        let first = town.pass("2026-03-16 09:00").await;
        assert_eq!(first.to_send(), 5, "{:?}", first.made);
        let kept = town.kept().await;
        assert_eq!(kept, [
            "action-1 -2 to 6: waiting",
            "notification +5 to 1: waiting",
            "notification +5 to 2: waiting",
            "notification +5 to 3: waiting",
            "notification +5 to 5: waiting",
        ]);
        for again in ["2026-03-16 09:01", "2026-03-16 09:02", "2026-03-16 23:59"] {
            assert!(town.pass(again).await.made.is_empty());
        }
        assert_eq!(town.kept().await, kept);
        town.print_counts("after the pass ran three times").await;
    }

    async fn passes_at_the_same_time_make_nothing_twice(record: Record) {
        let town = with_an_action(record, "2026-03-18").await;
        for number in 2..12 {
            town.start(number, "2026-03-02 11:00").await;
        }
        let processes: Vec<_> = (1..=3).map(|process| town.by(mail::Mailer::in_memory(letterhead()).0, process)).collect();
        for now in ["2026-03-16 09:00", "2026-03-16 09:01"] {
            join_all(processes.iter().map(|town| async move { town.reminders.pass(at(now)).await.unwrap() })).await;
        }
        assert_eq!(town.count(State::Waiting).await, 11 * 4 + 1);
    }

    async fn nothing_from_before_the_first_pass_is_ever_spoken_of(record: Record) {
        let town = with_an_action(record, "2026-03-17").await;
        let made = town.pass("2026-03-16 09:00").await.made;
        assert!(made.iter().all(|made| made.day == day("2026-03-16") && made.entry.is_none()), "{made:?}");
        town.pass("2026-03-17 09:00").await;
        assert_eq!(of(&town.kept().await, "action"), ["action-1 0 to 6: waiting"]);
    }

    async fn after_ten_days_only_the_latest_goes_out_and_the_others_are_kept_with_the_reason(record: Record) {
        let town = with_an_action(record, "2026-03-26").await;
        town.pass("2026-03-10 09:00").await;
        assert!(of(&town.kept().await, "action").is_empty());
        town.pass("2026-03-26 09:00").await;
        let overtaken = "passed_over (No reminders went out that day. A later one about the same date took its place.)";
        assert_eq!(of(&town.kept().await, "action"), [
            &format!("action-1 -10 to 6: {overtaken}"),
            &format!("action-1 -2 to 6: {overtaken}"),
            "action-1 0 to 6: waiting",
        ]);
        let kept = town.kept().await;
        let to_lead: Vec<_> = of(&kept, "notification").into_iter().filter(|kept| kept.contains("to 2: waiting")).collect();
        assert_eq!(to_lead, ["notification +13 to 2: waiting"]);
        town.print_counts("after ten days without a pass").await;
    }

    async fn what_was_done_before_the_pass_is_not_spoken_of_and_what_waits_is_withdrawn(record: Record) {
        let town = with_an_action(record, "2026-03-18").await;
        town.give_action(6, "2026-03-18", "2026-03-02 10:30").await;
        town.complete_action(1, "2026-03-13 12:00").await;
        town.pass("2026-03-16 03:00").await;
        assert_eq!(of(&town.kept().await, "action"), ["action-2 -2 to 6: waiting"]);
        town.complete_action(2, "2026-03-16 07:00").await;
        let pass = town.pass("2026-03-16 07:01").await;
        assert_eq!(pass.withdrawn.over, 1);
        assert_eq!(of(&town.kept().await, "action"), [
            "action-2 -2 to 6: withdrawn (It was done, or is no longer needed.)",
        ]);
        town.send("2026-03-16 09:00").await;
        assert!(!town.letters().iter().any(|letter| letter.contains("p6@")), "{:?}", town.letters());
    }

    async fn a_later_reminder_takes_the_place_of_one_that_still_waits(record: Record) {
        let town = with_an_action(record, "2026-03-18").await;
        town.pass("2026-03-16 19:00").await;
        town.pass("2026-03-18 07:00").await;
        assert_eq!(of(&town.kept().await, "action"), [
            "action-1 -2 to 6: passed_over (A later one about the same date took its place.)",
            "action-1 0 to 6: waiting",
        ]);
    }

    async fn a_moved_due_date_withdraws_and_starts_anew_and_moved_back_it_is_told_again(record: Record) {
        let town = with_an_action(record, "2026-03-18").await;
        town.pass("2026-03-16 03:00").await;
        let moved = |due: &'static str| json!({"move_action": {"number": 1, "due": due}});
        town.does(2, 1, "2026-03-16 04:00", moved("2026-03-30"), json!({"reason": "Training is later"})).await;
        assert_eq!(town.pass("2026-03-16 04:01").await.withdrawn.moved, 1);
        assert_eq!(of(&town.kept().await, "action"), [
            "action-1 -2 to 6: withdrawn (The due date moved.)",
            "action-1 -10 to 6: waiting",
        ]);
        town.does(2, 1, "2026-03-16 05:00", moved("2026-03-18"), json!({"reason": "It is not"})).await;
        town.pass("2026-03-16 05:01").await;
        let kept = town.kept().await;
        assert_eq!(of(&kept, "action-1 -2"), ["action-1 -2 to 6: waiting"]);
        assert_eq!(of(&kept, "action-1 -10"), ["action-1 -10 to 6: withdrawn (The due date moved.)"]);
    }

    async fn a_holiday_announced_nine_days_ahead_moves_open_clocks_and_their_reminders(record: Record) {
        let town = Town::begin(record).await;
        town.forget_holiday("2022-09-19").await;
        // The rapid review is due 15 working days after the notification of 6 September: on the 27th, then on the 28th.
        let bring_in = json!({"bring_in": {"partnership": NORTHMERE, "kind": "serious_incident", "stage": "rapid_review_open",
            "aware": "2022-09-06", "known": [{"what": "notified", "on": "2022-09-06"}]}});
        let words = json!({"title": "Case A", "source": "A list of ours"});
        town.does(1, 1, "2022-09-06 09:00", bring_in, words).await;
        let access = json!({"grant_access": {"person": person(2), "as_role": "business_unit"}});
        town.does(1, 1, "2022-09-06 09:04", access, json!({})).await;
        town.does(1, 1, "2022-09-06 09:05", json!({"assign_lead": {"person": person(2)}}), json!({})).await;
        let plan = json!({"kind": "rapid_review", "before": [12, 5], "to": ["lead"]});
        town.settles(json!({"reminders": {"plans": [plan]}})).await;
        town.pass("2022-09-09 19:00").await;
        assert_eq!(of(&town.kept().await, "rapid"), ["rapid-review -12 to 2: waiting"], "until Monday");
        town.announce("2022-09-19", "2022-09-10 12:00").await;
        assert!(town.pass("2022-09-10 12:01").await.withdrawn.moved > 0);
        let rapid_review = |reminders: Vec<store::reminders::Reminder>| {
            let of_it = reminders.into_iter().filter(|reminder| reminder.key.clock == "rapid-review");
            of_it.map(|reminder| (reminder.key.due, reminder.key.occasion, reminder.state)).collect::<BTreeSet<_>>()
        };
        let (old, new, twelve) = (day("2022-09-27"), day("2022-09-28"), || "-12".to_owned());
        let expected = BTreeSet::from([(old, twelve(), State::Withdrawn), (new, twelve(), State::Waiting)]);
        assert_eq!(rapid_review(town.all().await), expected);
        town.send("2022-09-12 08:00").await;
        assert!(town.letters().contains(&"p2@example.org: Rapid review for 2022-001 is due in 11 working days".to_owned()), "{:?}", town.letters());
        town.pass("2022-09-20 09:00").await;
        assert_eq!(rapid_review(town.all().await).len(), 2, "5 days before the old date nothing is said");
        town.pass("2022-09-21 09:00").await;
        assert!(rapid_review(town.all().await).contains(&(new, "-5".to_owned(), State::Waiting)));
        town.print_counts("after a holiday announced nine days ahead").await;
    }

    async fn whoever_is_away_is_not_told_and_their_deputy_is_if_they_may_see_the_case(record: Record) {
        let town = with_an_action(record, "2026-03-18").await;
        let away = |deputy| MailChoice {
            deputy: Some(person(deputy)), away_until: Some(day("2026-03-20")), ..MailChoice::default()
        };
        town.chooses(5, away(2)).await;
        town.chooses(3, away(7)).await;
        town.pass("2026-03-16 03:00").await;
        let kept = town.kept().await;
        assert_eq!(of(&kept, "notification"), [
            "notification +5 to 1: waiting",
            "notification +5 to 2: waiting",
            "notification +5 to 3: waiting",
            "notification +5 to 5: passed_over (They are away until 20 March 2026. Their deputy is told.)",
        ], "7 may not see the case");
    }

    async fn what_is_switched_off_or_in_a_digest_is_passed_over_but_not_in_the_last_days(record: Record) {
        let town = with_an_action(record, "2026-03-30").await;
        town.give_action(5, "2026-03-30", "2026-03-02 10:10").await;
        let off = MailChoice { switched_off: BTreeSet::from([Kind::Action]), ..MailChoice::default() };
        town.chooses(6, off).await;
        town.chooses(5, MailChoice { digest: Digest::Daily, ..MailChoice::default() }).await;
        town.pass("2026-03-16 09:00").await;
        town.pass("2026-03-26 09:00").await;
        assert_eq!(of(&town.kept().await, "action"), [
            "action-1 -10 to 6: passed_over (They switched it off in their account.)",
            "action-2 -10 to 5: passed_over (It is in their daily digest.)",
            "action-1 -2 to 6: waiting",
            "action-2 -2 to 5: waiting",
        ]);
    }

    async fn nobody_who_may_not_see_the_case_is_told(record: Record) {
        let town = with_an_action(record, "2026-03-18").await;
        town.give_action(7, "2026-03-18", "2026-03-02 10:30").await;
        town.does(1, 1, "2026-03-13 09:00", json!({"end_access": {"person": person(6)}}), json!({"reason": "Left"})).await;
        town.pass("2026-03-16 09:00").await;
        assert_eq!(of(&town.kept().await, "action"), [
            "action-1 -2 to nobody: passed_over (There is nobody on the case to be told.)",
            "action-2 -2 to nobody: passed_over (There is nobody on the case to be told.)",
        ]);
        assert!(town.pass("2026-03-16 09:01").await.made.is_empty(), "that is looked into once");
    }

    async fn what_is_recorded_is_news_to_those_it_concerns_once(record: Record) {
        let town = with_an_action(record, "2026-09-18").await;
        town.pass("2026-03-16 09:00").await;
        let access = json!({"grant_access": {"person": person(4), "as_role": "partner"}});
        town.does(2, 1, "2026-03-16 10:00", access, json!({})).await;
        town.give_action(5, "2026-09-18", "2026-03-16 10:01").await;
        town.pass("2026-03-16 10:02").await;
        town.pass("2026-03-16 10:03").await;
        let kept = town.kept().await;
        assert_eq!(of(&kept, "entry").len(), 2, "{kept:?}");
        let news: Vec<_> = town.all().await.into_iter().filter_map(|r| r.entry.map(|_| (r.kind, r.key.recipient))).collect();
        assert!(news.contains(&(Kind::AccessGiven, person(4))) && news.contains(&(Kind::ActionGiven, person(5))), "{news:?}");
    }

    async fn a_partnership_has_its_own_days(record: Record) {
        let town = with_an_action(record, "2026-03-23").await;
        town.settles(json!({"reminders": {"plans": [{"kind": "action", "before": [5], "to": ["lead"]}]}})).await;
        town.pass("2026-03-16 09:00").await;
        assert_eq!(of(&town.kept().await, "action"), ["action-1 -5 to 2: waiting"]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite_a_second_process_waits_and_says_until_when() {
    crate::harness::on_sqlite(|record| async move {
        let town = with_an_action(record, "2026-03-18").await;
        town.pass("2026-03-16 09:00").await;
        let (mailer, _) = mail::Mailer::in_memory(letterhead());
        let other = Reminders::new(town.record.db.clone(), mailer, Uuid::from_u128(2));
        assert_eq!(
            other.pass(at("2026-03-16 09:01")).await.unwrap().held_until,
            Some(at("2026-03-16 09:15"))
        );
        assert_eq!(
            other.send(at("2026-03-16 09:01")).await.unwrap().held_until,
            Some(at("2026-03-16 09:15"))
        );
        town.reminders.stop().await.unwrap();
        assert_eq!(other.pass(at("2026-03-16 09:02")).await.unwrap().held_until, None);
        assert_eq!(case(1), town.all().await[0].key.case);
    })
    .await;
}
