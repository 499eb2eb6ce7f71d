//! Letters handed to a mail server, and what each way of ending means for them.

use std::time::{Duration, Instant};

use mail::{Letter, Mailer, Outcome, SendError, StaffName, Stage, Timeouts};
use mail_server::{MailServer, Manner, Point};

use crate::samples::{letterhead, sign_in_link};

/// Short enough that a silence ends within a test.
pub(crate) fn impatient() -> Timeouts {
    let short = Duration::from_millis(200);
    Timeouts { connect: short, answer: short, content: short }
}

fn to(address: &str) -> Mailer {
    Mailer::from_address(address, letterhead()).unwrap()
}

async fn sent_to(server: &MailServer) -> Result<(), SendError> {
    to(&server.url()).with_timeouts(impatient()).send(&sign_in_link()).await
}

/// The letter that a server took.
fn letter(server: &MailServer) -> String {
    server.taken().remove(0).text
}

#[tokio::test]
async fn a_letter_arrives_as_it_was_written() {
    let server = MailServer::start().await;
    sent_to(&server).await.unwrap();
    let commands: Vec<String> = server.heard().into_iter().take(4).collect();
    let expected = [
        "EHLO fairmead.example",
        "MAIL FROM:<cspr@fairmead.example>",
        "RCPT TO:<sam.okafor@police.example>",
        "DATA",
    ];
    assert_eq!(commands, expected);
    insta::assert_snapshot!("on_the_wire", letter(&server));
}

#[tokio::test]
async fn sent_again_it_is_recognisably_the_same_letter() {
    let (once, again) = (MailServer::start().await, MailServer::start().await);
    sent_to(&once).await.unwrap();
    sent_to(&again).await.unwrap();
    assert_eq!(letter(&once), letter(&again));
}

#[tokio::test]
async fn a_letter_with_letters_of_any_alphabet_travels_in_ascii() {
    let server = MailServer::start().await;
    let siân = Letter { name: StaffName::new("Siân 李"), ..sign_in_link() };
    to(&server.url()).send(&siân).await.unwrap();
    let letter = letter(&server);
    assert!(letter.is_ascii(), "{letter}");
    assert!(letter.contains("Dear Si=C3=A2n =E6=9D=8E,"), "{letter}");
}

#[tokio::test]
async fn the_name_and_password_are_given_when_there_are_any() {
    let server = MailServer::start().await;
    to(&format!("smtp://unit:p%40ss@{}?tls=none", server.address())).send(&sign_in_link()).await.unwrap();
    // `unit` and `p@ss`, each after a NUL, in base64.
    assert!(server.heard().contains(&"AUTH PLAIN AHVuaXQAcEBzcw==".to_owned()), "{:?}", server.heard());
}

/// What is expected of a letter when a server behaves in a way at a point of the conversation.
const ENDINGS: [(Manner, Point, Outcome, Stage, &str); 18] = [
    (
        Manner::Answers("554 5.3.2 go away"),
        Point::Greeting,
        Outcome::Temporary,
        Stage::Connecting,
        "554 5.3.2 go away",
    ),
    (
        Manner::Answers("what?"),
        Point::Greeting,
        Outcome::Temporary,
        Stage::Connecting,
        "could not be reached",
    ),
    (Manner::Hangs, Point::Greeting, Outcome::Temporary, Stage::Connecting, "no answer within 200ms"),
    (Manner::Closes, Point::Greeting, Outcome::Temporary, Stage::Connecting, "could not be reached"),
    (
        Manner::Answers("421 4.3.2 later"),
        Point::Hello,
        Outcome::Temporary,
        Stage::Connecting,
        "421 4.3.2 later",
    ),
    (
        Manner::Answers("550 5.7.1 not you"),
        Point::Sender,
        Outcome::Temporary,
        Stage::Sender,
        "550 5.7.1 not you",
    ),
    (
        Manner::Answers("550 5.1.1 <sam> unknown"),
        Point::Recipient,
        Outcome::Permanent,
        Stage::Recipient,
        "recipient: code 550 5.1.1",
    ),
    (
        Manner::Answers("450 4.2.1 grey"),
        Point::Recipient,
        Outcome::Temporary,
        Stage::Recipient,
        "recipient: code 450 4.2.1",
    ),
    (Manner::Hangs, Point::Recipient, Outcome::Temporary, Stage::Recipient, "no answer within 200ms"),
    (Manner::Closes, Point::Recipient, Outcome::Temporary, Stage::Recipient, "recipient: "),
    (
        Manner::Answers("554 no"),
        Point::Data,
        Outcome::Permanent,
        Stage::Announcing,
        "did not take the letter: code 554",
    ),
    (Manner::Closes, Point::Data, Outcome::Temporary, Stage::Announcing, "did not take the letter: "),
    (
        Manner::Answers("554 5.7.1 spam"),
        Point::Letter,
        Outcome::Permanent,
        Stage::Content,
        "did not take the letter: code 554 5.7.1",
    ),
    (
        Manner::Answers("452 4.3.1 full"),
        Point::Letter,
        Outcome::Temporary,
        Stage::Content,
        "did not take the letter: code 452 4.3.1",
    ),
    (
        Manner::Answers("354 go on"),
        Point::Letter,
        Outcome::Unclear,
        Stage::Content,
        "not known: the server answered 354",
    ),
    (Manner::Answers("what?"), Point::Letter, Outcome::Unclear, Stage::Content, "not known: "),
    (Manner::Hangs, Point::Letter, Outcome::Unclear, Stage::Content, "not known: no answer within 200ms"),
    (Manner::Closes, Point::Letter, Outcome::Unclear, Stage::Content, "not known: "),
];

#[tokio::test]
async fn each_way_of_ending_says_what_became_of_the_letter() {
    for (manner, at, outcome, stage, says) in ENDINGS {
        let server = MailServer::at(at, manner).await;
        let began = Instant::now();
        let error = sent_to(&server).await.unwrap_err();
        assert_eq!((error.outcome(), error.stage()), (outcome, stage), "at {at:?}: {error}");
        assert!(error.to_string().contains(says), "at {at:?}: {error}");
        assert!(!error.to_string().contains("sam"), "at {at:?}: {error}");
        assert!(began.elapsed() < Duration::from_secs(2), "at {at:?}: {:?}", began.elapsed());
    }
}

#[tokio::test]
async fn what_happens_after_a_letter_was_taken_does_not_matter() {
    for manner in [Manner::Hangs, Manner::Closes, Manner::Answers("500 what?")] {
        sent_to(&MailServer::at(Point::Farewell, manner).await).await.unwrap();
    }
}

#[tokio::test]
async fn a_refused_password_leaves_the_letter_for_later_and_is_not_repeated() {
    let server = MailServer::at(Point::SignIn, Manner::Answers("535 5.7.8 wrong")).await;
    let mailer = to(&format!("smtp://unit:s3cret@{}?tls=none", server.address()));
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
