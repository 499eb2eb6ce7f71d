//! What is sent, to whom and when; into memory.

use serde_json::json;
use store::mail_choices::MailChoice;
use store::reminders::State;

use super::town::{AGENCY, Town, day};
use crate::harness::Record;
use crate::record::story::{NORTHMERE, person};

/// An action of 6 that is due on Wednesday 18 March 2026; the notification is overdue since the 9th.
async fn with_an_action(record: Record) -> Town {
    let town = Town::with_a_case(record, "2026-03-02 09:00").await;
    town.give_action(6, "2026-03-18", "2026-03-02 10:00").await;
    town
}

for_both! {
    async fn letters_go_out_in_working_hours_only(record: Record) {
        let town = with_an_action(record).await;
        town.pass("2026-03-16 03:00").await;
        for early in ["2026-03-16 03:01", "2026-03-16 07:59"] {
            assert_eq!(town.send(early).await.letters, 0, "{early}");
        }
        let sending = town.send("2026-03-16 08:00").await;
        assert_eq!((sending.letters, sending.sent), (5, 5));
        town.give_action(5, "2026-03-20", "2026-03-16 17:50").await;
        town.pass("2026-03-16 18:01").await;
        assert_eq!(town.send("2026-03-16 18:02").await.letters, 0, "after work");
        assert_eq!(town.send("2026-03-17 08:00").await.letters, 1);
    }

    async fn across_the_change_to_summer_time_letters_go_out_at_8_in_london(record: Record) {
        let town = Town::with_a_case(record, "2026-03-02 09:00").await;
        town.give_action(6, "2026-03-30", "2026-03-02 10:00").await;
        town.pass("2026-03-28 12:00").await;
        town.pass("2026-03-30 00:30").await;
        assert_eq!(town.send("2026-03-30 06:59").await.letters, 0);
        assert_eq!(town.send("2026-03-30 07:00").await.letters, 5);
        assert!(town.letters().contains(&"p6@example.org: Due today: action 1 of 2026-001".to_owned()), "{:?}", town.letters());
        town.print_counts("across the change to summer time").await;
    }

    async fn across_the_change_back_letters_go_out_at_8_in_london(record: Record) {
        let town = Town::with_a_case(record, "2026-10-01 09:00").await;
        town.give_action(6, "2026-10-26", "2026-10-01 10:00").await;
        town.pass("2026-10-24 12:00").await;
        town.pass("2026-10-25 23:30").await;
        town.pass("2026-10-26 00:30").await;
        assert_eq!(town.send("2026-10-26 07:59").await.letters, 0);
        assert_eq!(town.send("2026-10-26 08:00").await.letters, 5);
        assert_eq!(town.send("2026-10-26 08:01").await.letters, 0);
        town.print_counts("across the change back").await;
    }

    async fn over_christmas_everybody_is_told_on_the_working_days_around_it(record: Record) {
        let town = Town::with_a_case(record, "2026-12-01 09:00").await;
        town.does(1, 1, "2026-12-01 09:30", json!({"end_access": {"person": person(3)}}), json!({"reason": "Not theirs"})).await;
        town.give_action(6, "2026-12-29", "2026-12-01 10:00").await;
        town.pass("2026-12-20 09:00").await;
        for day in 20..=31 {
            for hour in [3, 8, 12, 20] {
                town.pass(&format!("2026-12-{day} {hour:02}:00")).await;
                town.send(&format!("2026-12-{day} {hour:02}:00")).await;
            }
        }
        let to_6: Vec<_> = town.letters().into_iter().filter(|letter| letter.starts_with("p6")).collect();
        assert_eq!(to_6, [
            "p6@example.org: Due in 2 working days: action 1 of 2026-001",
            "p6@example.org: Due today: action 1 of 2026-001",
        ]);
        assert_eq!(town.count(State::Waiting).await, 0);
        town.print_counts("over Christmas").await;
    }

    async fn all_of_one_morning_for_one_person_is_one_letter(record: Record) {
        let town = with_an_action(record).await;
        town.give_action(5, "2026-03-18", "2026-03-02 10:10").await;
        town.give_action(5, "2026-03-16", "2026-03-02 10:20").await;
        town.pass("2026-03-16 03:00").await;
        let sending = town.send("2026-03-16 09:00").await;
        assert_eq!((sending.letters, sending.sent), (5, 7));
        let to_5 = town.memory.sent().into_iter().find(|sent| sent.to == "p5@example.org").unwrap();
        assert_eq!(to_5.words.subject, "Look at 3 tasks: 1 overdue, 2 due");
        let text = &to_5.words.text;
        let places: Vec<_> = ["Notification for case 2026-001: was due on Monday 9 March 2026. 5 working days overdue.",
            "Action 3 of 2026-001: due today, Monday 16 March 2026.",
            "Action 2 of 2026-001: due on Wednesday 18 March 2026. 2 working days left."].map(|line| text.find(line)).into();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{text}");
        let letters: std::collections::BTreeSet<_> = town.all().await.into_iter()
            .filter(|reminder| reminder.key.recipient == person(5)).map(|reminder| reminder.letter).collect();
        assert_eq!(letters.len(), 1);
    }

    async fn one_reminder_leads_to_its_page_and_says_nothing_of_the_case(record: Record) {
        let town = with_an_action(record).await;
        town.pass("2026-03-16 09:00").await;
        town.send("2026-03-16 09:01").await;
        let to_6 = town.memory.sent().into_iter().find(|sent| sent.to == "p6@example.org").unwrap();
        assert_eq!(to_6.link.as_deref(), Some("http://127.0.0.1:8000/cases/2026-001/deadlines/action-1"));
        for sent in town.memory.sent() {
            for secret in ["Infant", "harm", "Train staff", "audit"] {
                assert!(!format!("{:?}", sent.words).contains(secret), "{secret}: {:?}", sent.words);
            }
        }
    }

    async fn a_partnership_may_keep_references_out_of_letters(record: Record) {
        let town = with_an_action(record).await;
        town.settles(json!({"reminders": {"case_reference": false}})).await;
        town.pass("2026-03-16 09:00").await;
        town.send("2026-03-16 09:01").await;
        for sent in town.memory.sent() {
            assert!(!format!("{sent:?}").contains("2026-001"), "{sent:?}");
        }
        assert!(town.letters().contains(&"p2@example.org: Notification for a case is 5 working days overdue".to_owned()), "{:?}", town.letters());
    }

    async fn what_was_done_between_the_pass_and_sending_is_not_sent(record: Record) {
        let town = with_an_action(record).await;
        town.pass("2026-03-16 08:00").await;
        town.complete_action(1, "2026-03-16 08:00").await;
        let sending = town.send("2026-03-16 08:01").await;
        assert_eq!((sending.withdrawn, sending.letters), (1, 4));
        assert!(town.kept().await.contains(
            &"action-1 -2 to 6: withdrawn (It was no longer true, or no longer theirs to see.)".to_owned()));
        town.pass("2026-03-16 08:02").await;
        assert_eq!(town.send("2026-03-16 08:03").await.letters, 0);
    }

    async fn whoever_lost_access_between_the_pass_and_sending_gets_nothing(record: Record) {
        let town = with_an_action(record).await;
        town.pass("2026-03-16 08:00").await;
        town.does(1, 1, "2026-03-16 08:00", json!({"end_access": {"person": person(6)}}), json!({"reason": "Left"})).await;
        town.send("2026-03-16 08:01").await;
        assert!(!town.letters().iter().any(|letter| letter.starts_with("p6")), "{:?}", town.letters());
    }

    async fn whoever_went_away_between_the_pass_and_sending_is_stood_in_for(record: Record) {
        let town = with_an_action(record).await;
        town.pass("2026-03-16 08:00").await;
        let away = MailChoice { deputy: Some(person(1)), away_until: Some(day("2026-03-20")), ..MailChoice::default() };
        town.chooses(6, away).await;
        town.send("2026-03-16 08:01").await;
        let letters = town.letters();
        assert!(!letters.iter().any(|letter| letter.starts_with("p6")), "{letters:?}");
        assert!(letters.contains(&"p1@example.org: Due in 2 working days: action 1 of 2026-001".to_owned()), "{letters:?}");
    }

    async fn whoever_has_no_address_is_shown_as_not_reached(record: Record) {
        let town = with_an_action(record).await;
        town.record.by_hand("update person set email = null where email = 'p6@example.org'").await.unwrap();
        town.pass("2026-03-16 08:00").await;
        assert_eq!(town.send("2026-03-16 08:01").await.failed, 1);
        assert!(town.kept().await.contains(
            &"action-1 -2 to 6: failed (They have no email address. Phone them.)".to_owned()));
    }

    async fn a_request_is_told_by_its_own_letter_beside_what_the_agency_is_reminded_of(record: Record) {
        let town = with_an_action(record).await;
        let at_agencies = json!({"bring_in": {"partnership": NORTHMERE, "kind": "serious_incident", "stage": "agency_returns", "aware": "2026-03-02"}});
        town.does(1, 2, "2026-03-13 09:00", at_agencies, json!({"title": "Infant, serious harm at home", "source": "The spreadsheet of the unit"})).await;
        let leads = json!({"grant_access": {"person": person(2), "as_role": "business_unit"}});
        town.does(1, 2, "2026-03-13 09:00", leads, json!({})).await;
        town.does(1, 2, "2026-03-13 09:00", json!({"assign_lead": {"person": person(2)}}), json!({})).await;
        town.pass("2026-03-13 09:01").await;
        let access = json!({"grant_access": {"person": person(6), "as_role": "contributor"}});
        town.does(1, 2, "2026-03-16 07:50", access, json!({})).await;
        let asks = json!({"ask_agency": {"agency": AGENCY, "due": "2026-03-23"}});
        town.does(1, 2, "2026-03-16 07:50", asks, json!({})).await;
        town.pass("2026-03-16 07:51").await;
        town.send("2026-03-16 08:00").await;
        let mut to_agency = town.letters();
        to_agency.retain(|letter| letter.starts_with("p6"));
        assert_eq!(to_agency, [
            "p6@example.org: Information needed for case 2026-002 by 23 March 2026",
            "p6@example.org: Due in 2 working days: action 1 of 2026-001",
        ]);
        let sent = town.memory.sent().into_iter().find(|sent| sent.words.subject.starts_with("Information")).unwrap();
        for says in ["is wanted by Monday 23 March 2026, 5 working days from today", "Example Person 2 leads the case", "/cases/2026-002/requests/"] {
            assert!(sent.words.text.contains(says), "{says}: {}", sent.words.text);
        }
        // And a reminder by the business unit goes out beside those that are made by themselves.
        town.does(1, 2, "2026-03-17 10:00", json!({"chase_agency": {"agency": AGENCY}}), json!({})).await;
        town.pass("2026-03-17 10:01").await;
        town.send("2026-03-17 10:01").await;
        assert!(town.letters().contains(&"p6@example.org: Due in 4 working days: information for case 2026-002".to_owned()), "{:?}", town.letters());
    }

    async fn news_goes_out_at_once_within_working_hours(record: Record) {
        let town = with_an_action(record).await;
        town.pass("2026-03-16 08:00").await;
        town.send("2026-03-16 08:01").await;
        town.give_action(5, "2026-06-26", "2026-03-16 11:00").await;
        town.pass("2026-03-16 11:01").await;
        town.send("2026-03-16 11:01").await;
        assert_eq!(town.letters().last().unwrap(), "p5@example.org: You have a new action by 26 June 2026");
    }
}
