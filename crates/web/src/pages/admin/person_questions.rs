//! The questions about who somebody is.

use store::people::Person;

use crate::form::question::{Question, email, named_line};
use crate::form::{Questions, Read};

const NAME: Question<String> = named_line("name", "Name").missing("Enter their name");
const JOB_TITLE: Question<String> = named_line("job_title", "Job title")
    .missing("Enter their job title")
    .hint("As it should appear on decisions, such as Director of Children’s Services");

/// The address they sign in with.
pub(super) const EMAIL: Question<String> = email("email", "Email address")
    .missing("Enter their email address")
    .hint("Their own work address. They sign in with it, so it must not be shared");

/// The questions, beginning with what is known of them; the address only where it is the visitor's to change.
pub(super) fn ask(known: &Person, with_email: bool) -> Questions<'static> {
    Questions::new()
        .ask(NAME.starting_if(known.name.clone()))
        .ask(JOB_TITLE.starting_if(known.job_title.clone()))
        .ask_if(with_email, EMAIL.starting_if(known.email.clone()))
}

/// What is known of them with the answers. An address that was not asked for stays.
pub(super) fn answered(read: &Read<'_>, known: Person) -> Person {
    let email = if read.asks(EMAIL.name) { Some(read.of(&EMAIL)) } else { known.email };
    Person { name: Some(read.of(&NAME)), job_title: Some(read.of(&JOB_TITLE)), email, ..known }
}
