//! Where something can be read by everybody.

use case::Word;

use crate::case_view::OpenCase;
use crate::form::question::{Question, line};
use crate::form::{Problems, Read};

/// Whether a text is the address of a page on the web, to which a link may lead.
pub(super) fn is_web(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")) else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let fits = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | ':');
    host.contains('.') && host.chars().all(fits) && !address.contains(char::is_whitespace)
}

/// The question for the public address of something.
pub(super) const fn question(label: &'static str) -> Question<String> {
    line(Word::Address, label).short("Public address").hint(
        "The whole web address, for example https://northmere.example/reviews/cedar. It must not name anybody",
    )
}

/// Notes what is wrong with the public address. It must not tie what is published to the case.
pub(super) fn check(open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
    let Some(address) = read.word(Word::Address) else { return };
    if !is_web(&address) {
        problems.add("address", "Enter a whole web address that begins with https:// or http://");
    } else if address.contains(&open.reference.to_string()) {
        let wrong = "The public address must not hold the reference of the case. Ask for another address";
        problems.add("address", wrong);
    }
}

#[cfg(test)]
mod tests {
    use super::is_web;

    #[test]
    fn only_addresses_on_the_web_are_links() {
        for right in ["https://northmere.example/reviews/cedar", "http://a.example:8080?x=1#y"] {
            assert!(is_web(right), "{right}");
        }
        for wrong in [
            "",
            "northmere.example",
            "javascript:alert(1)",
            "https://",
            "https://localhost",
            "https://user@northmere.example",
            "https://northmere.example/a b",
            "ftp://northmere.example",
        ] {
            assert!(!is_web(wrong), "{wrong}");
        }
    }
}
