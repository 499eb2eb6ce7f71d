//! What a form sent, or what a query asked for.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a form sent, in the order it came. Fields may be repeated.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Answers(Vec<(String, String)>);

/// The fields that belong to the form itself and not to what somebody answered.
const OF_THE_FORM: [&str; 4] = ["do", FORM_TOKEN, "request", "version"];

/// The field that says a form comes from a page of this service, where a browser does not.
pub(crate) const FORM_TOKEN: &str = "form_token";

/// How many fields one form may send.
const MOST: usize = 1_000;

impl Answers {
    /// Reads `name=value&name=value`. What is no UTF-8 becomes the sign for that, and lines end as they do here.
    pub(crate) fn read(encoded: &[u8]) -> Self {
        let clean = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
        let pairs = form_urlencoded::parse(encoded).take(MOST);
        Self(pairs.map(|(name, value)| (name.into_owned(), clean(&value))).collect())
    }

    /// The answers as a query, so that a page keeps its whole state in its address.
    pub(crate) fn to_query(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.0).finish()
    }

    /// The answer to a question that has one; empty where there is none.
    pub(crate) fn one(&self, name: &str) -> &str {
        self.many(name).next().unwrap_or_default()
    }

    /// Whether a field is there more than once.
    pub(crate) fn is_repeated(&self, name: &str) -> bool {
        self.many(name).nth(1).is_some()
    }

    /// Every answer to a question that may have several.
    pub(crate) fn many<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(of, _)| of == name).map(|(_, value)| value.as_str())
    }

    /// Whether this value is among the answers to a question.
    pub(crate) fn has(&self, name: &str, value: &str) -> bool {
        self.many(name).any(|answer| answer == value)
    }

    /// Whether any input of a question was sent, even an empty one. A date is in several.
    pub(crate) fn is_sent(&self, name: &str) -> bool {
        let is_of = |input: &str| {
            let part = input.strip_prefix(name);
            part.is_some_and(|part| matches!(part, "" | "-day" | "-month" | "-year" | "-unknown"))
        };
        self.0.iter().any(|(input, _)| is_of(input))
    }

    /// These answers and one more.
    #[must_use]
    pub(crate) fn and(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.push((name.to_owned(), value.into()));
        self
    }

    /// These answers with one in place of all that the question had.
    #[must_use]
    pub(crate) fn with(self, name: &str, value: impl Into<String>) -> Self {
        self.without(name).and(name, value)
    }

    /// These answers without those to one question.
    #[must_use]
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.0.retain(|(of, _)| of != name);
        self
    }

    /// These answers without one of those to a question.
    #[must_use]
    pub(crate) fn without_one(mut self, name: &str, value: &str) -> Self {
        self.0.retain(|(of, answer)| of != name || answer != value);
        self
    }

    /// What somebody answered, without what belongs to the form itself.
    #[must_use]
    pub(crate) fn answered(mut self) -> Self {
        self.0.retain(|(name, _)| !OF_THE_FORM.contains(&name.as_str()));
        self
    }

    /// Every field with its value.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether every answer is empty or blank.
    pub(crate) fn is_blank(&self) -> bool {
        self.0.iter().all(|(_, value)| value.trim().is_empty())
    }
}

/// Answers may be about a child: only the names of the fields are ever printed.
impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_as_browsers_send_them() {
        let answers = Answers::read(b"title=Infant%2C+harm&who=a&who=b&text=one%0D%0Atwo&do=draft");
        assert_eq!(answers.one("title"), "Infant, harm");
        assert_eq!(answers.many("who").collect::<Vec<_>>(), ["a", "b"]);
        assert!(answers.is_repeated("who") && !answers.is_repeated("title"));
        assert_eq!(answers.one("text"), "one\ntwo");
        assert_eq!(answers.answered().one("do"), "");
    }

    #[test]
    fn an_empty_answer_is_sent_and_a_date_by_its_boxes() {
        let answers = Answers::read(b"who=&on-day=&capacity-of=lead");
        assert_eq!(["who", "on", "capacity"].map(|name| answers.is_sent(name)), [true, true, false]);
    }

    #[test]
    fn what_is_no_text_is_shown_as_such_and_nothing_is_printed() {
        let answers = Answers::read(b"title=%ff%00&x");
        assert_eq!(answers.one("title"), "\u{fffd}\0");
        assert_eq!(format!("{answers:?}"), r#"["title", "x"]"#);
    }
}
