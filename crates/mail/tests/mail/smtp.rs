//! Letters handed to a mail server, and what each way of ending means for them.

use std::time::{Duration, Instant};

use mail::{Letter, Mailer, Outcome, SendError, StaffName, Stage, Timeouts};

use crate::samples::{letterhead, sign_in_link};
use crate::sink::{Does, END, GREETING, Sink};

/// Short enough that a silence ends within a test.
pub(crate) fn impatient() -> Timeouts {
    let short = Duration::from_millis(200);
    Timeouts { connect: short, answer: short, content: short }
}

fn to(address: &str) -> Mailer {
    Mailer::from_address(address, letterhead()).unwrap()
}

async fn sent_to(sink: &Sink) -> Result<(), SendError> {
    let mailer = to(&format!("smtp://{}?tls=none", sink.address)).with_timeouts(impatient());
    mailer.send(&sign_in_link()).await
}

#[tokio::test]
async fn a_letter_arrives_as_it_was_written() {
    let sink = Sink::agreeable().await;
    sent_to(&sink).await.unwrap();
    let commands: Vec<String> = sink.heard().into_iter().take(4).collect();
    let expected = [
        "EHLO fairmead.example",
        "MAIL FROM:<cspr@fairmead.example>",
        "RCPT TO:<sam.okafor@police.example>",
        "DATA",
    ];
    assert_eq!(commands, expected);
    insta::assert_snapshot!("on_the_wire", sink.letter());
}

#[tokio::test]
async fn sent_again_it_is_recognisably_the_same_letter() {
    let (once, again) = (Sink::agreeable().await, Sink::agreeable().await);
    sent_to(&once).await.unwrap();
    sent_to(&again).await.unwrap();
    assert_eq!(once.letter(), again.letter());
}

#[tokio::test]
async fn a_letter_with_letters_of_any_alphabet_travels_in_ascii() {
    let sink = Sink::agreeable().await;
    let letter = Letter { name: StaffName::new("Siân 李"), ..sign_in_link() };
    to(&format!("smtp://{}?tls=none", sink.address)).send(&letter).await.unwrap();
    let letter = sink.letter();
    assert!(letter.is_ascii(), "{letter}");
    assert!(letter.contains("Dear Si=C3=A2n =E6=9D=8E,"), "{letter}");
}

#[tokio::test]
async fn the_name_and_password_are_given_when_there_are_any() {
    let sink = Sink::agreeable().await;
    to(&format!("smtp://unit:p%40ss@{}?tls=none", sink.address)).send(&sign_in_link()).await.unwrap();
    // `unit` and `p@ss`, each after a NUL, in base64.
    assert!(sink.heard().contains(&"AUTH PLAIN AHVuaXQAcEBzcw==".to_owned()), "{:?}", sink.heard());
}

/// What is expected of a letter when a server does something at a point of the conversation.
const ENDINGS: [(Does, &str, Outcome, Stage, &str); 18] = [
    (Does::Says("554 5.3.2 go away"), GREETING, Outcome::Temporary, Stage::Connecting, "554 5.3.2 go away"),
    (Does::Says("what?"), GREETING, Outcome::Temporary, Stage::Connecting, "could not be reached"),
    (Does::Hangs, GREETING, Outcome::Temporary, Stage::Connecting, "no answer within 200ms"),
    (Does::Drops, GREETING, Outcome::Temporary, Stage::Connecting, "could not be reached"),
    (Does::Says("421 4.3.2 later"), "EHLO", Outcome::Temporary, Stage::Connecting, "421 4.3.2 later"),
    (Does::Says("550 5.7.1 not you"), "MAIL", Outcome::Temporary, Stage::Sender, "550 5.7.1 not you"),
    (
        Does::Says("550 5.1.1 <sam> unknown"),
        "RCPT",
        Outcome::Permanent,
        Stage::Recipient,
        "recipient: code 550 5.1.1",
    ),
    (Does::Says("450 4.2.1 grey"), "RCPT", Outcome::Temporary, Stage::Recipient, "recipient: code 450 4.2.1"),
    (Does::Hangs, "RCPT", Outcome::Temporary, Stage::Recipient, "no answer within 200ms"),
    (Does::Drops, "RCPT", Outcome::Temporary, Stage::Recipient, "recipient: "),
    (
        Does::Says("554 no"),
        "DATA",
        Outcome::Permanent,
        Stage::Announcing,
        "did not take the letter: code 554",
    ),
    (Does::Drops, "DATA", Outcome::Temporary, Stage::Announcing, "did not take the letter: "),
    (
        Does::Says("554 5.7.1 spam"),
        END,
        Outcome::Permanent,
        Stage::Content,
        "did not take the letter: code 554 5.7.1",
    ),
    (
        Does::Says("452 4.3.1 full"),
        END,
        Outcome::Temporary,
        Stage::Content,
        "did not take the letter: code 452 4.3.1",
    ),
    (Does::Says("354 go on"), END, Outcome::Unclear, Stage::Content, "not known: the server answered 354"),
    (Does::Says("what?"), END, Outcome::Unclear, Stage::Content, "not known: "),
    (Does::Hangs, END, Outcome::Unclear, Stage::Content, "not known: no answer within 200ms"),
    (Does::Drops, END, Outcome::Unclear, Stage::Content, "not known: "),
];

#[tokio::test]
async fn each_way_of_ending_says_what_became_of_the_letter() {
    for (does, at, outcome, stage, says) in ENDINGS {
        let sink = Sink::that(does, at).await;
        let began = Instant::now();
        let error = sent_to(&sink).await.unwrap_err();
        assert_eq!((error.outcome(), error.stage()), (outcome, stage), "at {at}: {error}");
        assert!(error.to_string().contains(says), "at {at}: {error}");
        assert!(!error.to_string().contains("sam"), "at {at}: {error}");
        assert!(began.elapsed() < Duration::from_secs(2), "at {at}: {:?}", began.elapsed());
    }
}

#[tokio::test]
async fn what_happens_after_a_letter_was_taken_does_not_matter() {
    for does in [Does::Hangs, Does::Drops, Does::Says("500 what?")] {
        sent_to(&Sink::that(does, "QUIT").await).await.unwrap();
    }
}

#[tokio::test]
async fn a_refused_password_leaves_the_letter_for_later_and_is_not_repeated() {
    let sink = Sink::that(Does::Says("535 5.7.8 wrong"), "AUTH").await;
    let mailer = to(&format!("smtp://unit:s3cret@{}?tls=none", sink.address));
    let error = mailer.send(&sign_in_link()).await.unwrap_err();
    assert_eq!((error.outcome(), error.stage()), (Outcome::Temporary, Stage::SigningIn));
    assert_eq!(error.to_string(), "the mail server did not let us sign in: code 535 5.7.8 wrong");
    assert!(!format!("{error:?} {mailer:?} {mailer}").contains("s3cret"));
}

#[tokio::test]
async fn nobody_listening_is_told_at_once() {
    let address = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let error = to(&format!("smtp://{address}?tls=none")).send(&sign_in_link()).await.unwrap_err();
    assert_eq!((error.outcome(), error.stage()), (Outcome::Temporary, Stage::Connecting));
    assert!(error.to_string().contains("refused"), "{error}");
}
