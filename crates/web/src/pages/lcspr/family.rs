//! Contact with the family, each time it happens or is decided against.

use calendar::NaiveDate;
use case::lcspr::{Contact, FamilyContact};
use case::{Command, Step, StepKind, When, Word};

use super::asking::READERS;
use super::{HOME, goes_on};
use crate::case_view::OpenCase;
use crate::form::asked::code;
use crate::form::question::{Question, choice, day, known_day, line, optional_day, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date::weekday;

const WHO: Question<String> = line(Word::Who, "Who in the family is this about?")
    .short("Who")
    .missing("Enter who in the family this is about. Do not use names")
    .hint("By their place in the child’s life, such as “mother” or “older sibling”. Do not use names");
const CONTACT: Question<Contact> = choice("contact", "How does it stand with them?")
    .short("How it stands")
    .missing("Select how it stands with them");
const ON: Question<When> = known_day("on", "When was this?").short("Date").called("Date");
const WHY_NOT: Question<String> = text(Word::Reason, "Why are they not approached?")
    .short("Why not approached")
    .missing("Enter why they are not approached")
    .hint(READERS);
const LOOK_AGAIN: Question<NaiveDate> = day("review_on", "When will this be looked at again?")
    .short("Looked at again")
    .called("Date to look at this again")
    .hint("For example, 27 6 2026");
const WISHES: Question<String> = text(Word::Text, "What was said and wished, and what happened with it?")
    .short("What was said and wished")
    .missing("Enter what was said and wished, and what happened with it")
    .hint("Who spoke with them and how, what they want the review to know, and who supports them")
    .rows(8);
const SPEAK_AGAIN: Question<Option<NaiveDate>> =
    optional_day("review_on", "When will you speak again? (optional)")
        .short("Looked at again")
        .called("Date to speak again")
        .hint("Leave empty if nothing is agreed");

/// One contact.
pub(super) struct Family;

/// How it was said to stand, on which the questions of the next page depend.
fn contact(answers: &Answers) -> Option<Contact> {
    Contact::ALL.iter().copied().find(|contact| answers.has(CONTACT.name, &code(contact)))
}

impl Form for Family {
    fn page(&self) -> Page {
        let heading = "Record contact with the family";
        Page::new(StepKind::RecordFamilyContact, "/lcspr/family/new", HOME, heading)
            .button("Record the contact")
            .intro("Write it as the family would recognise it. Nothing of this is ever put into an email.")
            .continues()
    }

    fn fits(&self, open: &OpenCase) -> bool {
        goes_on(open)
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, answers: &'a Answers) -> Questions<'a> {
        let first = Questions::new().ask(WHO).ask(CONTACT).ask(ON);
        match contact(answers) {
            Some(Contact::NotApproached) => first.on_the_next_page(None).ask(WHY_NOT).ask(LOOK_AGAIN),
            Some(_) => first.on_the_next_page(None).ask(WISHES).ask(SPEAK_AGAIN),
            None => first,
        }
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        let contact = read.of(&CONTACT);
        let review_on = match contact {
            Contact::NotApproached => Some(read.of(&LOOK_AGAIN)),
            _ => read.of(&SPEAK_AGAIN),
        };
        Step::RecordFamilyContact(FamilyContact { contact, review_on }).into()
    }

    fn done(&self, _after: &OpenCase, recorded: &[Command]) -> Flash {
        let again = recorded.iter().find_map(|command| match &command.step {
            Step::RecordFamilyContact(contact) => contact.review_on,
            _ => None,
        });
        let again = again.map(|day| format!("To be looked at again on {}.", weekday(day)));
        Flash::new("Contact with the family recorded").next(again)
    }
}
