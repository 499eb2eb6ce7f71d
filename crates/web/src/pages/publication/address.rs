//! Where something can be read by everybody.

use crate::case_view::OpenCase;
use crate::form::parse::Fields;

/// Whether a text is the address of a page on the web, to which a link may lead.
pub(super) fn is_web(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")) else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let fits = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | ':');
    host.contains('.') && host.chars().all(fits) && !address.contains(char::is_whitespace)
}

/// Reads the public address. It must not tie what is published to the case.
pub(super) fn read(open: &OpenCase, fields: &mut Fields<'_>, missing: &str) -> String {
    let address = fields.line("address", missing);
    if address.is_empty() {
        return address;
    }
    if !is_web(&address) {
        let wrong = "Enter a whole web address that begins with https:// or http://";
        fields.problems.add("address", wrong);
    } else if address.contains(&open.reference.to_string()) {
        let wrong = "The public address must not hold the reference of the case. Ask for another address";
        fields.problems.add("address", wrong);
    }
    address
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
