//! Reading answers as what they stand for, and noting what is wrong with them.

mod dates;

use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::form::data::Answers;
use crate::form::errors::Problems;

/// How long an answer may be that fits on a line, and one that does not.
const LONGEST_LINE: usize = 250;
const LONGEST_TEXT: usize = 100_000;

/// The answers of a form while they are read.
pub(crate) struct Fields<'a> {
    answers: &'a Answers,
    /// What is wrong so far.
    pub problems: Problems,
}

impl<'a> Fields<'a> {
    pub(crate) fn of(answers: &'a Answers) -> Self {
        Self { answers, problems: Problems::default() }
    }

    /// One line of text that must be there; `missing` says what to enter.
    pub(crate) fn line(&mut self, name: &str, missing: &str) -> String {
        self.required(name, missing, LONGEST_LINE)
    }

    /// One line of text that may be left out.
    pub(crate) fn optional_line(&mut self, name: &str) -> Option<String> {
        self.optional(name, LONGEST_LINE)
    }

    /// An email address that must be there, in small letters; `missing` says what to enter.
    pub(crate) fn email(&mut self, name: &str, missing: &str) -> String {
        let email = self.line(name, missing).to_lowercase();
        let is_address = email
            .split_once('@')
            .is_some_and(|(local, host)| !local.is_empty() && host.contains('.') && !host.contains('@'));
        if !email.is_empty() && (!is_address || email.contains(char::is_whitespace)) {
            self.problems.add(name, "Enter an email address in the correct format, like name@council.gov.uk");
        }
        email
    }

    /// Text of any length that must be there; `missing` says what to enter.
    pub(crate) fn text(&mut self, name: &str, missing: &str) -> String {
        self.required(name, missing, LONGEST_TEXT)
    }

    /// Text of any length that may be left out.
    pub(crate) fn optional_text(&mut self, name: &str) -> Option<String> {
        self.optional(name, LONGEST_TEXT)
    }

    /// One of the values of a closed list, by its code; `missing` says what to select.
    pub(crate) fn choice<T: DeserializeOwned>(&mut self, name: &str, missing: &str) -> Option<T> {
        let chosen = self.once(name).filter(|code| !code.is_empty()).and_then(of_code);
        if chosen.is_none() {
            self.problems.add(name, missing);
        }
        chosen
    }

    /// One of the values of a closed list that may be left out.
    pub(crate) fn optional_choice<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        match self.once(name)? {
            "" => None,
            code => {
                let chosen = of_code(code);
                if chosen.is_none() {
                    self.problems.add(name, "Select one of the answers that are offered");
                }
                chosen
            }
        }
    }

    /// Any number of values of a closed list. What is not on the list is refused.
    pub(crate) fn choices<T: DeserializeOwned>(&mut self, name: &str) -> Vec<T> {
        let chosen: Option<Vec<T>> = self.answers.many(name).map(of_code).collect();
        if chosen.is_none() {
            self.problems.add(name, "Select from the answers that are offered");
        }
        chosen.unwrap_or_default()
    }

    /// Whether the one box of a question is ticked. What is not offered is refused.
    pub(crate) fn is_ticked(&mut self, name: &str) -> bool {
        let answered: Vec<_> = self.answers.many(name).collect();
        if !matches!(answered.as_slice(), [] | ["yes"]) {
            self.problems.add(name, "Select the answer that is offered, or leave it");
        }
        answered == ["yes"]
    }

    /// An id that was chosen from a list; `missing` says what to select.
    pub(crate) fn id(&mut self, name: &str, missing: &str) -> Option<Uuid> {
        let id = self.once(name).and_then(|text| Uuid::parse_str(text).ok());
        if id.is_none() {
            self.problems.add(name, missing);
        }
        id
    }

    /// The answers that are read.
    pub(crate) fn answers(&self) -> &'a Answers {
        self.answers
    }

    /// Whether nothing is wrong so far.
    pub(crate) fn are_fine(&self) -> bool {
        self.problems.is_empty()
    }

    fn required(&mut self, name: &str, missing: &str, longest: usize) -> String {
        let text = self.optional(name, longest).unwrap_or_default();
        if text.is_empty() {
            self.problems.add(name, missing);
        }
        text
    }

    fn optional(&mut self, name: &str, longest: usize) -> Option<String> {
        let text = self.once(name)?.trim();
        let length = text.chars().count();
        if length > longest {
            let message = format!("This is {length} characters long and must be {longest} or fewer");
            self.problems.add(name, message);
        } else if text.contains(is_invisible) || (longest == LONGEST_LINE && text.contains(['\n', '\t'])) {
            let message = "This holds invisible characters. Type it again instead of pasting it";
            self.problems.add(name, message);
        }
        Some(text.to_owned()).filter(|text| !text.is_empty())
    }

    /// The answer to a question that has one. Two answers are not guessed at.
    fn once(&mut self, name: &str) -> Option<&'a str> {
        if self.answers.is_repeated(name) {
            self.problems.add(name, "There are two answers to this question. Give one");
            return None;
        }
        Some(self.answers.one(name))
    }
}

/// Whether a character shows nothing or changes how others show, and so could hide what a text says.
fn is_invisible(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\t'))
        || matches!(letter, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The value that a code or a number stands for.
fn of_code<T: DeserializeOwned>(code: &str) -> Option<T> {
    let number = || code.parse::<u32>().ok().filter(|number| number.to_string() == code);
    serde_json::from_value(code.into()).ok().or_else(|| serde_json::from_value(number()?.into()).ok())
}

#[cfg(test)]
mod tests {
    use case::terms::Harm;

    use super::*;

    fn problem_of(encoded: &str, read: impl Fn(&mut Fields<'_>)) -> Option<String> {
        let answers = Answers::read(encoded.as_bytes());
        let mut fields = Fields::of(&answers);
        read(&mut fields);
        fields.problems.iter().next().map(|problem| problem.message.clone())
    }

    #[test]
    fn what_is_missing_says_what_to_enter() {
        let read = |fields: &mut Fields<'_>| drop(fields.line("title", "Enter a title"));
        assert_eq!(problem_of("title=+", read).as_deref(), Some("Enter a title"));
        assert_eq!(problem_of("title=Infant", read), None);
    }

    #[test]
    fn hidden_and_repeated_answers_are_refused() {
        let read = |fields: &mut Fields<'_>| drop(fields.optional_line("title"));
        for wrong in ["title=a%00b", "title=a%E2%80%AEb", "title=a%0Ab", "title=a&title=b"] {
            assert!(problem_of(wrong, read).is_some(), "{wrong}");
        }
        let long = format!("title={}", "x".repeat(251));
        assert!(problem_of(&long, read).unwrap().contains("251 characters"));
    }

    #[test]
    fn a_choice_is_one_of_those_offered() {
        let read = |fields: &mut Fields<'_>| {
            fields.choice::<Harm>("harm", "Select what happened");
        };
        assert_eq!(problem_of("harm=death", read), None);
        for wrong in ["", "harm=", "harm=Death", "harm=%7B%7D"] {
            assert_eq!(problem_of(wrong, read).as_deref(), Some("Select what happened"), "{wrong}");
        }
    }

    #[test]
    fn a_number_can_be_chosen_in_one_way() {
        let read = |fields: &mut Fields<'_>| {
            fields.choice::<u16>("action", "Select an action");
        };
        assert_eq!(problem_of("action=12", read), None);
        for wrong in ["action=012", "action=%2B12", "action=-1", "action=70000", "action=twelve"] {
            assert_eq!(problem_of(wrong, read).as_deref(), Some("Select an action"), "{wrong}");
        }
    }
}
