//! What is wrong with the answers of a form: which field, and what to do about it.

use case::Rejection;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The name of the field; empty when it is about the form as a whole.
    pub field: String,
    /// The id of the element that the error summary leads to.
    pub target: String,
    /// What to do, as one sentence without a full stop.
    pub message: String,
}

/// Everything that is wrong with a form, in the order of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Problems(Vec<Problem>);

impl Problems {
    /// Notes that a field is wrong.
    pub(crate) fn add(&mut self, field: &str, message: impl Into<String>) {
        self.add_at(field, field, message);
    }

    /// Notes that a date is wrong.
    pub(crate) fn add_date(&mut self, field: &str, message: impl Into<String>) {
        self.add_at(field, &format!("{field}-day"), message);
    }

    /// Notes that a field is wrong whose first element has an id of its own.
    pub(crate) fn add_at(&mut self, field: &str, target: &str, message: impl Into<String>) {
        if self.of(field).is_none() || field.is_empty() {
            let (field, target) = (field.to_owned(), target.to_owned());
            self.0.push(Problem { field, target, message: message.into() });
        }
    }

    /// Takes in why the rules refuse a command. `fields` says how the fields of the command are called in the form,
    /// and the id of their element, where that differs: `("on", "sent", "sent-day")`.
    pub(crate) fn refused(&mut self, rejection: &Rejection, fields: &[(&str, &str, &str)]) {
        for problem in &rejection.problems {
            match fields.iter().find(|(of, _, _)| *of == problem.field) {
                Some((_, field, target)) => self.add_at(field, target, &problem.message),
                None => self.add(problem.field, &problem.message),
            }
        }
    }

    /// The message of a field.
    pub(crate) fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|problem| problem.field == field).map(|problem| problem.message.as_str())
    }

    /// Takes in what else is wrong.
    pub(crate) fn extend(&mut self, others: Self) {
        others.0.into_iter().for_each(|other| self.add_at(&other.field, &other.target, other.message));
    }

    /// These problems without those of one field.
    #[must_use]
    pub(crate) fn without(mut self, field: &str) -> Self {
        self.0.retain(|problem| problem.field != field);
        self
    }

    /// These problems in the order of this place of their fields.
    #[must_use]
    pub(crate) fn sorted_by<K: Ord>(mut self, place: impl Fn(&str) -> K) -> Self {
        self.0.sort_by_key(|problem| place(&problem.field));
        self
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }
}
