//! Digests, and letters that were not delivered.

use serde_json::json;
use store::drafts::{self, Draft};
use store::mail_choices::{Digest, MailChoice};
use store::reminders::{self, State};

use super::town::{Town, at, day};
use crate::record::story::{NORTHMERE, person};

fn each(digest: Digest) -> MailChoice {
    MailChoice { digest, ..MailChoice::default() }
}

/// The letters to 6, by their subjects.
fn to_six(town: &Town) -> Vec<String> {
    let mut letters = town.letters();
    letters.retain(|letter| letter.starts_with("p6"));
    letters.into_iter().map(|letter| letter.replace("p6@example.org: ", "")).collect()
}

/// Passes and sends at 7:50 and at 8:00 of each day of March 2026 from one to another.
async fn days(town: &Town, from: u32, to: u32) {
    for day in from..=to {
        for time in ["07:50", "08:00", "08:01"] {
            let now = format!("2026-03-{day:02} {time}");
            town.pass(&now).await;
            town.send(&now).await;
        }
    }
}

for_both! {
    async fn a_daily_digest_comes_on_working_days_and_never_empty(record: Record) {
        let town = Town::with_a_case(record, "2026-03-02 09:00").await;
        town.chooses(6, each(Digest::Daily)).await;
        days(&town, 12, 13).await;
        assert!(to_six(&town).is_empty(), "nothing is due");
        town.give_action(6, "2026-03-31", "2026-03-13 10:00").await;
        days(&town, 14, 17).await;
        // News of the action travels in the first of them.
        assert_eq!(to_six(&town), ["Today: 1 due, 1 new", "Today: 1 due"], "Monday and Tuesday");
        town.complete_action(1, "2026-03-17 12:00").await;
        days(&town, 18, 20).await;
        assert_eq!(to_six(&town).len(), 2, "it is done");
    }

    async fn what_is_early_is_only_in_the_daily_digest_and_one_letter_comes_a_morning(record: Record) {
        let town = Town::with_a_case(record, "2026-03-02 09:00").await;
        town.chooses(6, each(Digest::Daily)).await;
        town.give_action(6, "2026-03-31", "2026-03-02 10:00").await;
        days(&town, 2, 31).await;
        let letters = to_six(&town);
        assert!(letters[1..].iter().all(|letter| letter == "Today: 1 due"), "{letters:?}");
        assert_eq!(letters.len(), 1 + 21, "the news at once, then one on each working day from the 3rd to the 31st");
        assert!(town.kept().await.contains(&"action-1 -10 to 6: passed_over (It is in their daily digest.)".to_owned()));
    }

    async fn a_weekly_digest_comes_on_the_first_working_day_of_the_week(record: Record) {
        let town = Town::with_a_case(record, "2026-03-02 09:00").await;
        town.chooses(6, each(Digest::Weekly)).await;
        town.give_action(6, "2026-04-30", "2026-03-02 10:00").await;
        days(&town, 2, 31).await;
        assert_eq!(to_six(&town), ["Look at 2 tasks: 2 new"], "it is more than four weeks away");
        for day in 1..=10 {
            let now = format!("2026-04-{day:02} 08:00");
            town.pass(&now).await;
            town.send(&now).await;
        }
        // Easter Monday is the 6th.
        assert_eq!(to_six(&town)[1..], ["This week: 1 due"]);
        let sent = town.memory.sent().into_iter().filter(|sent| sent.words.subject.starts_with("This week"));
        assert_eq!(sent.count(), 1);
    }

    async fn a_report_that_was_online_for_as_long_as_it_must_be_asks_for_nothing(record: Record) {
        let town = Town::begin(record).await;
        let known = json!([{"what": "published", "on": "2025-03-13"}]);
        let brought = json!({"bring_in": {"partnership": NORTHMERE, "kind": "serious_incident", "stage": "published", "known": known}});
        let words = json!({"title": "Infant, serious harm at home", "source": "Our list"});
        town.does(1, 1, "2026-03-02 09:00", brought, words).await;
        let access = json!({"grant_access": {"person": person(2), "as_role": "business_unit"}});
        town.does(1, 1, "2026-03-02 09:00", access, json!({})).await;
        town.does(1, 1, "2026-03-02 09:00", json!({"assign_lead": {"person": person(2)}}), json!({})).await;
        town.chooses(2, each(Digest::Daily)).await;
        let told = || {
            let all = town.memory.sent();
            let texts = all.iter().map(|sent| &sent.words.text).filter(|text| text.contains("stays online"));
            texts.cloned().collect::<Vec<_>>()
        };
        days(&town, 12, 13).await;
        let before = told();
        assert_eq!(before.len(), 2, "{before:?}");
        for text in &before {
            assert!(text.contains("it has to stay online until at least Friday 13 March 2026."), "{text}");
            assert!(!text.contains("overdue"), "{text}");
        }
        days(&town, 14, 18).await;
        assert_eq!(told().len(), 2, "{:?}", told());
    }

    async fn whoever_chose_nothing_gets_what_is_usual_for_their_role(record: Record) {
        let town = Town::with_a_case(record, "2026-03-02 09:00").await;
        town.record.by_hand("delete from mail_choice").await.unwrap();
        days(&town, 16, 17).await;
        let subject = |who: &str| {
            let mut letters = town.letters();
            letters.retain(|letter| letter.starts_with(&format!("{who}@example.org: T")));
            letters
        };
        assert_eq!(subject("p2").len(), 2, "the lead, each day: {:?}", town.letters());
        assert_eq!(subject("p3"), ["p3@example.org: This week: 1 overdue"], "the council, each week");
    }

    async fn a_letter_that_was_not_delivered_is_told_to_the_lead_and_the_manager_until_somebody_saw_to_it(record: Record) {
        let town = Town::with_a_case(record, "2026-03-02 09:00").await;
        town.give_action(6, "2026-03-18", "2026-03-02 10:00").await;
        town.record.by_hand("update person set email = null where email = 'p6@example.org'").await.unwrap();
        days(&town, 16, 16).await;
        days(&town, 17, 17).await;
        let told: Vec<_> = town.letters().into_iter().filter(|letter| letter.contains("not delivered")).collect();
        assert_eq!(told, ["p1@example.org: An email was not delivered", "p2@example.org: An email was not delivered"]);
        let sent = town.memory.sent().into_iter().find(|sent| sent.words.subject.contains("not delivered")).unwrap();
        assert!(sent.words.text.contains("An email to Example Person 6 on case 2026-001 was not delivered"), "{}", sent.words.text);
        // Given that somebody phoned
        let mut tx = town.record.db.snapshot().await.unwrap();
        let lost = reminders::in_trouble(&mut tx, &crate::record::story::operator(), 10).await.unwrap();
        assert_eq!(lost.len(), 1);
        assert_eq!((lost[0].state, lost[0].seen_by), (State::Failed, None));
        drop(tx);
        let letter = lost[0].letter();
        let see = town.record.db.write(move |tx| Box::pin(async move { reminders::see_to(tx, letter, person(1), at("2026-03-17 09:00")).await }));
        assert!(see.await.unwrap());
        let mut tx = town.record.db.snapshot().await.unwrap();
        assert!(reminders::in_trouble(&mut tx, &crate::record::story::operator(), 10).await.unwrap().is_empty());
    }

    async fn a_letter_that_was_not_delivered_is_told_by_a_letter_of_its_own(record: Record) {
        let town = Town::with_a_case(record, "2026-03-02 09:00").await;
        town.give_action(6, "2026-03-18", "2026-03-02 10:00").await;
        town.record.by_hand("update person set email = null where email = 'p6@example.org'").await.unwrap();
        town.pass("2026-03-16 08:00").await;
        town.send("2026-03-16 08:00").await;
        town.pass("2026-03-17 07:50").await;
        town.send("2026-03-17 08:00").await;
        let mut to_lead = town.letters().split_off(4);
        to_lead.retain(|letter| letter.starts_with("p2"));
        assert_eq!(to_lead, [
            "p2@example.org: An email was not delivered",
            "p2@example.org: Notification for 2026-001 is 6 working days overdue",
        ]);
    }

    async fn a_draft_that_is_about_to_be_deleted_is_told_to_its_writer_once(record: Record) {
        let town = Town::with_a_case(record, "2026-03-02 09:00").await;
        let saved = at("2026-01-22 10:00");
        let label = "A note, case 2026-001".to_owned();
        let draft = Draft { path: "/cases/2026-001/notes/new".to_owned(), answers: "{}".to_owned(), label, begun_at: saved, saved_at: saved };
        let save = town.record.db.write(move |tx| Box::pin(async move { drafts::save(tx, person(6), &draft).await }));
        save.await.unwrap();
        days(&town, 11, 20).await;
        assert_eq!(to_six(&town), ["A draft will be deleted on 23 March 2026"]);
        assert!(!format!("{:?}", town.memory.sent()).contains("A note, case"));
    }

    async fn whoever_is_away_gets_no_digest(record: Record) {
        let town = Town::with_a_case(record, "2026-03-02 09:00").await;
        let away = MailChoice { away_until: Some(day("2026-03-17")), deputy: Some(person(1)), ..each(Digest::Daily) };
        town.chooses(6, away).await;
        let access = json!({"end_access": {"person": person(5)}});
        town.does(1, 1, "2026-03-13 09:30", access, json!({"reason": "Not theirs"})).await;
        town.give_action(6, "2026-03-31", "2026-03-13 10:00").await;
        days(&town, 16, 18).await;
        assert_eq!(to_six(&town), ["Today: 1 due"], "on the 18th");
    }
}
