//! Reading answers as what they stand for, and noting what is wrong with them.

use calendar::NaiveDate;
use case::When;
use chrono::NaiveTime;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::answers::Answers;
use crate::problems::Problems;
use crate::{date, time};

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
    /// The answers to read.
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
        let chosen = self.once(name).and_then(of_code);
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

    /// A whole day that must be there. `what` begins the messages: “Date the notification was sent”.
    pub(crate) fn day(&mut self, name: &str, what: &str) -> Option<NaiveDate> {
        match date::read(self.answers, name, what) {
            Ok(Some(When::Day(day))) => Some(day),
            Ok(Some(_)) => self.no_date(name, "day", format!("{what} must include a day")),
            Ok(None) => self.no_date(name, "day", format!("Enter the {}", lower_first(what))),
            Err(wrong) => self.no_date(name, wrong.part, wrong.message),
        }
    }

    /// A whole day that must be there and not lie in the future.
    pub(crate) fn past_day(&mut self, name: &str, what: &str, today: NaiveDate) -> Option<NaiveDate> {
        let day = self.day(name, what)?;
        if day > today {
            return self.no_date(name, "day", format!("{what} must be today or in the past"));
        }
        Some(day)
    }

    /// A date as precisely as it is known: a day, a month, a year, or nothing.
    pub(crate) fn when(&mut self, name: &str, what: &str) -> When {
        match date::read(self.answers, name, what) {
            Ok(when) => when.unwrap_or(When::NotKnown),
            Err(wrong) => {
                self.problems.add_at(name, &format!("{name}-{}", wrong.part), wrong.message);
                When::NotKnown
            }
        }
    }

    /// A date as precisely as it is known, which must be said: where it is not known at all, the box `NAME-unknown` says so.
    pub(crate) fn known_when(&mut self, name: &str, what: &str, today: NaiveDate) -> When {
        let unknown = self.answers.has(&format!("{name}-unknown"), "yes");
        let when = self.when(name, what);
        if self.problems.of(name).is_some() {
            return when;
        }
        let target = format!("{name}-day");
        match when {
            When::NotKnown if !unknown => {
                let message = format!("Enter the {}, or say that it is not known", lower_first(what));
                self.problems.add_at(name, &target, message);
            }
            When::NotKnown => {}
            _ if unknown => {
                let message =
                    format!("Enter the {} or say that it is not known, not both", lower_first(what));
                self.problems.add_at(name, &target, message);
            }
            when if when.certainly_after_day(today) => {
                self.problems.add_at(name, &target, format!("{what} must be today or in the past"));
            }
            _ => {}
        }
        when
    }

    /// A time of day that may be left out.
    pub(crate) fn optional_time(&mut self, name: &str) -> Option<NaiveTime> {
        let typed = self.optional_line(name)?;
        let time = time::read(&typed);
        if time.is_none() {
            self.problems.add(name, "Enter a time such as 4:12pm or 16:12, or leave it empty");
        }
        time
    }

    /// The answers that are read.
    pub(crate) fn answers(&self) -> &'a Answers {
        self.answers
    }

    /// Whether nothing is wrong so far.
    pub(crate) fn are_fine(&self) -> bool {
        self.problems.is_empty()
    }

    fn no_date(&mut self, name: &str, part: &str, message: String) -> Option<NaiveDate> {
        self.problems.add_at(name, &format!("{name}-{part}"), message);
        None
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

/// The code of a value of a closed list.
pub(crate) fn code<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default()
}

fn of_code<T: DeserializeOwned>(code: &str) -> Option<T> {
    serde_json::from_value(code.into()).ok()
}

/// “Date the notification was sent” as it stands inside a sentence.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
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
    fn a_day_in_the_future_is_refused() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 26).unwrap();
        let read = |fields: &mut Fields<'_>| {
            fields.past_day("sent", "Date the notification was sent", today);
        };
        assert_eq!(problem_of("sent-day=26&sent-month=3&sent-year=2026", read), None);
        let future = problem_of("sent-day=27&sent-month=3&sent-year=2026", read);
        assert_eq!(future.as_deref(), Some("Date the notification was sent must be today or in the past"));
        assert_eq!(problem_of("", read).as_deref(), Some("Enter the date the notification was sent"));
    }
}
