//! E11: the answer of an agency is open again.

use askama::Template;

use super::{Page, Wanted, Written};
use crate::kind::Kind;
use crate::letterhead::Letterhead;
use crate::parts::StaffName;
use crate::rendered::Rendered;

/// E11, to the contacts of an agency whose answer is opened again.
#[derive(Clone, Debug)]
pub struct AnswerReopened(pub Wanted);

#[derive(Template)]
#[template(path = "letters/answer_reopened.txt")]
struct Text<'a> {
    on: &'a Page<'a>,
    wanted: &'a Wanted,
}

#[derive(Template)]
#[template(path = "letters/answer_reopened.html")]
struct Html<'a> {
    on: &'a Page<'a>,
    wanted: &'a Wanted,
}

impl Written for AnswerReopened {
    fn kind(&self) -> Kind {
        Kind::AnswerReopened
    }

    fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered {
        let wanted = &self.0;
        let subject = format!("More information needed for {}", wanted.case.the());
        let on = &Page { subject: &subject, name, head };
        on.filled(&Text { on, wanted }, &Html { on, wanted })
    }
}
