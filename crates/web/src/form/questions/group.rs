//! The parts that the questions of a form are in.

use crate::components::Html;
use crate::form::question::{Asks, Own, Question, Tailored};

/// On which page of a form questions stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::form) enum On {
    First,
    /// The page after the first, whose questions follow from its answers.
    Next,
    /// A page of their own, opened from the check page: its questions were answered for the writer.
    Presumed,
}

/// Questions below one heading.
pub(super) struct Group<'a> {
    pub(super) on: On,
    pub(super) heading: Option<&'static str>,
    pub(super) asks: Vec<Line<'a>>,
}

impl<'a> Group<'a> {
    pub(super) fn questions(&self) -> impl Iterator<Item = &(dyn Asks + 'a)> {
        self.asks.iter().filter_map(|line| match line {
            Line::Asks(question) => Some(&**question),
            Line::Shows(_) | Line::Says { .. } => None,
        })
    }
}

/// A question, something to read between questions, or a line that only the check page has.
pub(super) enum Line<'a> {
    Asks(Box<dyn Asks + 'a>),
    Shows(Html),
    Says { label: String, text: String },
}

/// A question on its way into a form.
pub(crate) trait Ask<'a> {
    /// It, apart from where it came from.
    fn into_question(self) -> Box<dyn Asks + 'a>;
}

impl<'a, T: Send + Sync + 'static> Ask<'a> for Question<T> {
    fn into_question(self) -> Box<dyn Asks + 'a> {
        Box::new(Tailored::from(self))
    }
}

impl<'a, T: Send + Sync + 'static> Ask<'a> for Tailored<T> {
    fn into_question(self) -> Box<dyn Asks + 'a> {
        Box::new(self)
    }
}

impl<'a> Ask<'a> for Own<'a> {
    fn into_question(self) -> Box<dyn Asks + 'a> {
        Box::new(self)
    }
}
