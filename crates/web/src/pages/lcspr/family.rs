//! Contact with the family, each time it happens or is decided against.

use case::lcspr::{Contact, FamilyContact};
use case::{Command, Step, Word, Words};

use super::asking::{READERS, date};
use super::{HOME, goes_on};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, code, said, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// One contact.
pub(super) struct Family;

fn is_not_approached(answers: &Answers) -> bool {
    answers.has("contact", &code(&Contact::NotApproached))
}

impl Form for Family {
    fn path(&self) -> String {
        "/lcspr/family/new".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record contact with the family".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec![
            "Write it as the family would recognise it. Nothing of this is ever put into an email."
                .to_owned(),
        ]
    }

    fn button(&self) -> &'static str {
        "Record the contact"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::RecordFamilyContact(FamilyContact { contact: Contact::Offered, review_on: None }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        goes_on(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let who = asked.line("who", "Who in the family is this about?").strong().hint(
            "By their place in the child’s life, such as “mother” or “older sibling”. Do not use names",
        );
        let contact = asked.radios("contact", "How does it stand with them?", Contact::ALL);
        vec![Section::plain(vec![
            Question::new("who", who),
            Question::new("contact", contact),
            asked.when("on", "When was this?"),
        ])]
    }

    fn follow_up(&self, _open: &OpenCase, asked: Asked<'_>) -> Option<Section> {
        if is_not_approached(asked.answers) {
            let why = asked.text("reason", "Why are they not approached?").hint(READERS);
            return Some(Section::plain(vec![
                Question::new("reason", why),
                date(asked, "review_on", "When will this be looked at again?", "For example, 27 6 2026"),
            ]));
        }
        Contact::ALL.iter().any(|contact| asked.answers.has("contact", &code(contact))).then(|| {
            let said =
                asked.text("text", "What was said and wished, and what happened with it?").rows(8).hint(
                    "Who spoke with them and how, what they want the review to know, and who supports them",
                );
            let again = "When will you speak again? (optional)";
            Section::plain(vec![
                Question::new("text", said),
                date(asked, "review_on", again, "Leave empty if nothing is agreed"),
            ])
        })
    }

    fn continues(&self) -> bool {
        true
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let missing = "Enter who in the family this is about. Do not use names";
        let who = fields.line("who", missing);
        let contact: Option<Contact> = fields.choice("contact", "Select how it stands with them");
        let on = fields.known_when("on", "Date", open.today);
        let words = Words::none().and(Word::Who, who);
        let (words, review_on) = if is_not_approached(fields.answers()) {
            let why = fields.text("reason", "Enter why they are not approached");
            (words.and(Word::Reason, why), fields.day("review_on", "Date to look at this again"))
        } else {
            let text = fields.text("text", "Enter what was said and wished, and what happened with it");
            (words.and(Word::Text, text), fields.optional_day("review_on", "Date to speak again"))
        };
        let step = Step::RecordFamilyContact(FamilyContact { contact: contact?, review_on });
        Some(Command { on, step, words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("who", "Who", answers.one("who")),
            Said::new("contact", "How it stands", said(answers.one("contact"), Contact::ALL)),
            Said::new("on", "Date", said_when(answers, "on")),
            Said::new("reason", "Why not approached", answers.one("reason")),
            Said::new("text", "What was said and wished", answers.one("text")),
            Said::new("review_on", "Looked at again", said_when(answers, "review_on")),
        ]
    }

    fn done(&self, _after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let again = match &command.step {
            Step::RecordFamilyContact(FamilyContact { review_on: Some(day), .. }) => {
                Some(format!("To be looked at again on {}.", crate::text::date::weekday(*day)))
            }
            _ => None,
        };
        ("Contact with the family recorded".to_owned(), again)
    }
}
