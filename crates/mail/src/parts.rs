//! The parts of letters. Each is checked when it is made, so that nothing in it can add a header, a second
//! recipient or a second link.

use std::fmt;

use case::Reference;
use lettre::Address;

/// A part of a letter that cannot be used, and why. It never repeats the value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what}: {why}")]
pub struct Unfit {
    /// The part, under the name by which it is set.
    pub what: &'static str,
    /// What to do about it.
    pub why: &'static str,
}

/// An address that letters can be sent to, in plain ASCII because not every mail server takes others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailAddress(pub(crate) Address);

impl EmailAddress {
    /// Reads an address such as `sam@example.org`, without a name or brackets.
    pub fn new(text: &str) -> Result<Self, Unfit> {
        let unfit = Unfit { what: "email address", why: "enter it in the form name@example.org" };
        if !text.is_ascii() || text.contains(|c: char| c.is_ascii_control() || c == ' ' || c == '"') {
            return Err(unfit);
        }
        text.parse().map(Self).map_err(|_| unfit)
    }

    /// The part after the `@`.
    pub(crate) fn domain(&self) -> &str {
        self.0.domain()
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The name of somebody who works with cases, as a letter can show it: one line, without invisible characters and
/// without anything that a mail program would turn into a link.
///
/// A name is mended and never refused, because a person with an unusual name must still be able to sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffName(String);

/// Longer names are cut, in characters.
const LONGEST_NAME: usize = 80;

impl StaffName {
    /// The name, with a space in place of whatever does not belong in one; `colleague` when nothing is left.
    pub fn new(text: &str) -> Self {
        let plain: String =
            text.chars().take(4 * LONGEST_NAME).map(|c| if fits(c) { c } else { ' ' }).collect();
        let line: String = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let name: String = line.chars().take(LONGEST_NAME).collect();
        if name.trim().is_empty() { Self("colleague".to_owned()) } else { Self(name.trim().to_owned()) }
    }
}

/// Whether a character may be in a name. Direction marks can make a name read as something else.
fn fits(c: char) -> bool {
    let invisible = matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    !c.is_control() && !invisible && !matches!(c, '<' | '>' | '@' | '/' | '\\' | ':' | '"' | '=' | '?')
}

impl fmt::Display for StaffName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How a letter names a case: by its reference, or not at all where the partnership does not want that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CaseName(pub Option<Reference>);

impl CaseName {
    /// The case in a sentence, such as `case 2026-014`.
    pub(crate) fn the(self) -> String {
        self.0.map_or_else(|| "a case".to_owned(), |reference| format!("case {reference}"))
    }
}

/// The case in a list, such as `2026-014`.
impl fmt::Display for CaseName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(reference) => reference.fmt(f),
            None => f.write_str("a case"),
        }
    }
}

/// Where a link leads inside the service, such as `/sign-in/k3J9`. The host is the letterhead’s, so that no letter
/// can lead anywhere else.
#[derive(Clone, PartialEq, Eq)]
pub struct LinkPath(String);

impl LinkPath {
    /// A path that starts with one `/` and needs no escaping in a link.
    pub fn new(path: impl Into<String>) -> Result<Self, Unfit> {
        let path = path.into();
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~/?=&%".contains(&b);
        let ours = path.starts_with('/') && !path.starts_with("//") && !path.contains("/..");
        if ours && path.len() <= 300 && path.bytes().all(plain) {
            Ok(Self(path))
        } else {
            Err(Unfit {
                what: "link",
                why: "give a path that starts with one / and has only letters, digits and -._~/?=&%",
            })
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Leaves out the path, because somebody may sign in with it.
impl fmt::Debug for LinkPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkPath(..)")
    }
}

/// What identifies a letter when it is sent again: the part of its `Message-ID` before the `@`, and a part of the
/// name of its file. It must not be a secret, nor say whom or what the letter is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageKey(String);

impl MessageKey {
    /// A key of at most 60 letters, digits and `-_.`, such as an id; it starts and ends with a letter or digit.
    pub fn new(key: impl Into<String>) -> Result<Self, Unfit> {
        let key = key.into();
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
        let ends = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_alphanumeric());
        let whole = ends(key.bytes().next()) && ends(key.bytes().last()) && !key.contains("..");
        if whole && key.len() <= 60 && key.bytes().all(plain) {
            Ok(Self(key))
        } else {
            Err(Unfit { what: "message key", why: "use at most 60 letters, digits and -_. such as an id" })
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}
