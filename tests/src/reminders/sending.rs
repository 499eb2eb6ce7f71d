//! Letters handed to a mail server, by one process and by several, and what each way of ending means for reminders.

use std::collections::BTreeSet;
use std::time::Duration;

use case::reminders::Kind;
use futures_util::future::join_all;
use mail::{Mailer, Timeouts};
use mail_server::{MailServer, Manner, Point};
use store::reminders::State;

use super::town::{Town, at, letterhead};
use crate::harness::Record;

/// Five letters are to go out on Monday 16 March 2026: to 1, 2, 3, 5 and 6.
async fn five_letters(record: Record, server: &MailServer) -> Town {
    let town = Town::with_a_case(record, "2026-03-02 09:00").await;
    town.give_action(6, "2026-03-18", "2026-03-02 10:00").await;
    let town = town.by(mailer(server), 1);
    town.pass("2026-03-16 08:00").await;
    town
}

/// Short enough that a silence ends within a test.
fn mailer(server: &MailServer) -> Mailer {
    let short = Duration::from_millis(400);
    let timeouts = Timeouts { connect: short, answer: short, content: short };
    Mailer::from_address(&server.url(), letterhead()).unwrap().with_timeouts(timeouts)
}

fn everybody() -> Vec<String> {
    [1, 2, 3, 5, 6].map(|who| format!("p{who}@example.org")).into()
}

/// Passes and sends once a minute.
async fn minutes(town: &Town, hour: u32, minutes: std::ops::Range<u32>) {
    for minute in minutes {
        let now = format!("2026-03-16 {hour:02}:{minute:02}");
        town.pass(&now).await;
        town.send(&now).await;
    }
}

for_both! {
    async fn a_batch_goes_over_one_connection_and_each_letter_once(record: Record) {
        let server = MailServer::start().await;
        let town = five_letters(record, &server).await;
        for now in ["2026-03-16 08:01", "2026-03-16 08:02", "2026-03-16 08:03"] {
            town.pass(now).await;
            town.send(now).await;
        }
        assert_eq!(server.reached(), everybody());
        assert_eq!(server.connections(), 1);
        assert_eq!(town.count(State::Sent).await, 5);
        let ids: BTreeSet<_> = server.taken().into_iter().map(|taken| taken.message_id().to_owned()).collect();
        assert_eq!(ids.len(), 5);
        let letters: BTreeSet<_> = town.all().await.into_iter().filter_map(|reminder| reminder.letter)
            .map(|letter| format!("{letter}@northmere.example")).collect();
        assert_eq!(ids, letters, "each letter is known by the reminders in it");
        assert!(server.taken().iter().any(|taken| taken.header("Subject") == "Due in 2 working days: action 1 of 2026-001"), "{:?}", server.taken());
    }

    async fn a_server_that_greylists_takes_each_letter_later_and_once(record: Record) {
        let server = MailServer::that(|moment| match (moment.at, moment.before) {
            (Point::Recipient, 0) => Manner::Answers("451 4.7.1 come back"),
            _ => Manner::Agrees,
        }).await;
        let town = five_letters(record, &server).await;
        let first = town.send("2026-03-16 08:00").await;
        assert_eq!((first.again, first.letters), (5, 0));
        assert_eq!(server.connections(), 1, "a refusal in words does not end the conversation");
        assert!(town.kept().await.contains(
            &"action-1 -2 to 6: waiting (the mail server does not take letters for the recipient: code 451 4.7.1)".to_owned()));
        minutes(&town, 8, 1..5).await;
        assert_eq!(server.reached(), everybody());
        assert_eq!(town.count(State::Sent).await, 5);
        town.print_counts("by a server that greylists").await;
    }

    async fn an_address_that_is_refused_fails_and_holds_up_nobody_else(record: Record) {
        let server = MailServer::that(|moment| match (moment.at, moment.to) {
            (Point::Recipient, "p2@example.org") => Manner::Answers("550 5.1.1 unknown"),
            _ => Manner::Agrees,
        }).await;
        let town = five_letters(record, &server).await;
        let sending = town.send("2026-03-16 08:00").await;
        assert_eq!((sending.failed, sending.letters), (1, 4));
        minutes(&town, 8, 1..5).await;
        assert_eq!(server.reached().len(), 5, "the other four, and the manager again: one was not delivered");
        assert!(town.kept().await.contains(
            &"notification +5 to 2: failed (the mail server does not take letters for the recipient: code 550 5.1.1)".to_owned()));
        town.print_counts("by a server that refuses one address").await;
    }

    async fn a_letter_that_came_back_is_known_by_its_message_id_and_told_once(record: Record) {
        let server = MailServer::that(|moment| match (moment.at, moment.to) {
            (Point::Letter, "p6@example.org") => Manner::Bounces,
            _ => Manner::Agrees,
        }).await;
        let town = five_letters(record, &server).await;
        town.send("2026-03-16 08:00").await;
        let mut messages = server.returned();
        assert_eq!(messages.len(), 1, "one letter came back");
        let from_elsewhere = include_bytes!("../../../crates/mail/src/bounces/sample.eml");
        messages.extend([from_elsewhere.to_vec(), b"Subject: Away\n\nUntil Monday".to_vec()]);
        for (letters, others) in [(1, 1), (1, 1)] {
            let bounced = town.reminders.came_back(&messages, at("2026-03-16 09:00")).await.unwrap();
            assert_eq!((bounced.letters, bounced.others), (letters, others));
        }
        assert!(town.kept().await.contains(
            &"action-1 -2 to 6: bounced (It came back: there is no such mailbox (code 5.1.1).)".to_owned()));
        for now in ["2026-03-16 09:01", "2026-03-16 09:02"] {
            town.pass(now).await;
            town.send(now).await;
        }
        let told = town.all().await.into_iter().filter(|reminder| reminder.kind == Kind::NotDelivered);
        assert_eq!(told.count(), 2, "the lead and the manager, once");
    }

    async fn a_server_that_hangs_after_a_letter_leaves_that_letter_in_doubt_and_no_other(record: Record) {
        let server = MailServer::that(|moment| match (moment.at, moment.to) {
            (Point::Letter, "p2@example.org") => Manner::Hangs,
            _ => Manner::Agrees,
        }).await;
        let town = five_letters(record, &server).await;
        let sending = town.send("2026-03-16 08:00").await;
        assert_eq!((sending.uncertain, sending.letters, sending.again), (1, 1, 3), "nothing more is tried for now");
        minutes(&town, 8, 1..5).await;
        assert_eq!(server.reached().len(), 4);
        assert_eq!((town.count(State::Sent).await, town.count(State::Uncertain).await), (4, 1));
        town.print_counts("by a server that hangs").await;
    }

    async fn a_letter_after_which_the_connection_drops_is_uncertain_and_not_sent_again(record: Record) {
        let server = MailServer::that(|moment| match (moment.at, moment.to) {
            (Point::Letter, "p2@example.org") => Manner::Closes,
            (Point::Letter, "p3@example.org") => Manner::TakesAndCloses,
            _ => Manner::Agrees,
        }).await;
        let town = five_letters(record, &server).await;
        minutes(&town, 8, 0..10).await;
        assert_eq!(server.reached(), ["p1@example.org", "p3@example.org", "p5@example.org", "p6@example.org"]);
        assert_eq!((town.count(State::Sent).await, town.count(State::Uncertain).await), (3, 2));
        let kept = town.kept().await;
        let doubt = "the letter was handed over, and whether it was taken is not known";
        assert_eq!(kept.iter().filter(|kept| kept.contains(doubt)).count(), 2, "{kept:?}");
        town.print_counts("by a server that drops the connection").await;
    }

    async fn a_letter_that_was_leaving_when_the_process_stopped_is_uncertain_and_the_others_go_out(record: Record) {
        let server = MailServer::that(|moment| match (moment.at, moment.to) {
            (Point::Letter, "p2@example.org") => Manner::Hangs,
            _ => Manner::Agrees,
        }).await;
        let town = five_letters(record, &server).await;
        let patient = Mailer::from_address(&server.url(), letterhead()).unwrap();
        let stopped = town.by(patient, 1).reminders;
        let stopped = tokio::spawn(async move { stopped.send(at("2026-03-16 08:00")).await });
        while town.count(State::Sending).await == 0 || server.reached().is_empty() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        // The second letter leaves after the first was taken.
        while town.count(State::Sent).await == 0 || town.count(State::Sending).await == 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        stopped.abort();
        let next = town.by(mailer(&server), 2);
        assert_eq!(next.send("2026-03-16 08:01").await.letters, 0, "what is claimed is another’s");
        let sending = next.send("2026-03-16 08:21").await;
        assert_eq!((sending.lapsed.uncertain, sending.lapsed.again, sending.letters), (1, 3, 3));
        assert_eq!(server.reached(), ["p1@example.org", "p3@example.org", "p5@example.org", "p6@example.org"]);
        assert_eq!((town.count(State::Sent).await, town.count(State::Uncertain).await), (4, 1));
    }

    async fn while_no_server_can_be_reached_everything_waits_and_then_goes_out_once(record: Record) {
        let nowhere = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let server = MailServer::start().await;
        let town = five_letters(record, &server).await;
        let cut_off = Mailer::from_address(&format!("smtp://{nowhere}?tls=none"), letterhead()).unwrap();
        let cut_off = town.by(cut_off, 1);
        for now in ["2026-03-16 08:00", "2026-03-16 08:01", "2026-03-16 08:02"] {
            let sending = cut_off.send(now).await;
            assert_eq!((sending.letters, sending.failed, sending.uncertain), (0, 0, 0));
        }
        assert_eq!(town.count(State::Waiting).await, 5);
        for hour in 9..12 {
            minutes(&town, hour, 0..2).await;
        }
        assert_eq!(server.reached(), everybody());
    }

    async fn whoever_was_refused_for_a_day_is_not_tried_for_ever(record: Record) {
        let server = MailServer::that(|moment| match (moment.at, moment.to) {
            (Point::Recipient, "p6@example.org") => Manner::Answers("451 4.7.1 never"),
            _ => Manner::Agrees,
        }).await;
        let town = five_letters(record, &server).await;
        for day in 16..20 {
            for hour in 8..18 {
                town.send(&format!("2026-03-{day} {hour:02}:00")).await;
            }
        }
        let kept = town.kept().await;
        assert!(kept.iter().any(|kept| kept.starts_with("action-1 -2 to 6: failed (It was tried for a day.")), "{kept:?}");
    }

    async fn several_processes_send_each_letter_once(record: Record) {
        let server = MailServer::start().await;
        let town = five_letters(record, &server).await;
        for number in 2..6 {
            town.start(number, "2026-03-02 11:00").await;
        }
        town.pass("2026-03-16 08:00").await;
        let processes: Vec<_> = (1..=3).map(|process| town.by(mailer(&server), process)).collect();
        for now in ["2026-03-16 08:00", "2026-03-16 08:20"] {
            join_all(processes.iter().map(|town| async move {
                town.reminders.pass(at(now)).await.unwrap();
                town.reminders.send(at(now)).await.unwrap()
            })).await;
        }
        assert_eq!(server.reached(), everybody(), "one letter for each person, whoever sent it");
        assert_eq!(town.count(State::Sent).await, 5 * 4 + 1);
        println!("3 processes, {} letters, {} reminders sent, 0 twice", server.taken().len(), town.count(State::Sent).await);
        town.print_counts("sent by several processes").await;
    }
}
