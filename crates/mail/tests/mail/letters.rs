//! What each letter says.

use case::Role;
use mail::{AccountMade, Contents, Letterhead, Mailer};

use crate::samples::{all, at, letter, letterhead, path, sign_in_link};

#[test]
fn each_letter_reads_as_it_was_reviewed() {
    for (name, letter) in all() {
        let words = letter.render(&letterhead());
        insta::assert_snapshot!(
            name,
            format!("Subject: {}\n\n{}\n\n{}", words.subject, words.text, words.html)
        );
    }
}

#[test]
fn plain_text_and_html_say_the_same_words() {
    for (name, letter) in all() {
        let words = letter.render(&letterhead());
        assert_eq!(without_markup(&words.html), in_one_line(&words.text), "{name}");
    }
}

#[test]
fn a_subject_is_short_and_a_letter_has_at_most_one_link_shown_in_full() {
    for (name, letter) in all() {
        let words = letter.render(&letterhead());
        assert!(words.subject.chars().count() < 70, "{name}");
        let links = words.text.matches("://").count();
        assert!(links <= 1, "{name}");
        assert_eq!(words.html.matches("://").count(), 2 * links, "{name}: once to follow and once to read");
        for tracking in ["<img", "<script", "<link", "style=", "src="] {
            assert!(!words.html.contains(tracking), "{name}: {tracking}");
        }
    }
}

#[test]
fn every_role_has_words_for_its_account() {
    for role in Role::ALL {
        let made = AccountMade { made_by: None, role: *role, link: path("/sign-in/k"), until: at(14, 30) };
        let words = letter(Contents::AccountMade(made)).render(&letterhead());
        assert!(words.text.contains(" because you "), "{role:?}");
    }
}

#[test]
fn a_letterhead_without_a_telephone_number_offers_none() {
    let head =
        Letterhead::new("a@b.example", "Business unit", "c@d.example", "http://127.0.0.1:8000").unwrap();
    let words = sign_in_link().render(&head);
    assert!(words.text.contains("Reply to this email to reach Business unit."), "{}", words.text);
    assert!(words.text.contains("\nhttp://127.0.0.1:8000/sign-in/k3J9-x_Q\n"), "{}", words.text);
}

#[tokio::test]
async fn memory_keeps_letters_for_a_test_to_look_at() {
    let (mailer, memory) = Mailer::in_memory(letterhead());
    mailer.clone().send(&sign_in_link()).await.unwrap();
    let sent = memory.sent();
    assert_eq!(sent.len(), 1);
    assert_eq!((sent[0].kind.number(), sent[0].to.as_str()), ("E01", "sam.okafor@police.example"));
    assert_eq!(sent[0].link.as_deref(), Some("https://cspr.fairmead.example/sign-in/k3J9-x_Q"));
}

/// The words of the body of a page.
fn without_markup(html: &str) -> String {
    let body = html.split_once("<body>").unwrap().1;
    let words = body.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, words)| words));
    in_one_line(&words.collect::<Vec<_>>().join(" ")).replace("&#38;", "&")
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
