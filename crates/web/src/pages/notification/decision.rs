//! What both decisions of the council on notifying are asked, and who is presumed to speak.

use case::terms::{Abuse, Harm, Partner};
use case::{Role, When, Word};

use crate::case_view::OpenCase;
use crate::form::common::name_and_post;
use crate::form::question::{Question, choice, happened_on, line};

pub(super) const HARM: Question<Harm> = choice("harm", "First criterion: what happened to the child?")
    .short("What happened")
    .missing("Select what happened to the child");
pub(super) const ABUSE: Question<Abuse> = choice("abuse", "Second criterion: is abuse or neglect behind it?")
    .short("Abuse or neglect")
    .missing("Select whether abuse or neglect is behind it");
pub(super) const DECIDED_BY: Question<String> = line(Word::DecidedBy, "Who decided for the council?")
    .short("Who decided")
    .missing("Enter who decided for the council")
    .hint("Name and job title");
pub(super) const DECIDED_ON: Question<When> =
    happened_on("When did the council decide?", "Date of the decision");

/// The name of the visitor, where they speak for this partner.
pub(super) fn speaking_for(open: &OpenCase, partner: Partner) -> Option<String> {
    let speaks = open.visitor.role().and_then(Role::partner) == Some(partner);
    speaks.then(|| name_and_post(&open.visitor))
}
