//! The questions about who somebody is.

use store::people::Person;

use crate::components::{Html, TextInput};
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::parse::Fields;

/// What was answered.
pub(crate) struct PersonAnswers {
    /// The name.
    pub(crate) name: String,
    /// The post.
    pub(crate) job_title: String,
    /// The address, in small letters, where it was asked for.
    pub(crate) email: Option<String>,
}

/// The questions, as they were answered; the address only where it is the visitor's to change.
pub(crate) fn ask(answers: &Answers, problems: &Problems, with_email: bool) -> Html {
    let name = TextInput::new("name", "Name").strong().value(answers.one("name")).error(problems.of("name"));
    let job_title = TextInput::new("job_title", "Job title")
        .hint("As it should appear on decisions, such as Director of Children’s Services")
        .strong()
        .value(answers.one("job_title"))
        .error(problems.of("job_title"));
    let email = TextInput::new("email", "Email address")
        .hint("Their own work address. They sign in with it, so it must not be shared")
        .email()
        .strong()
        .value(answers.one("email"))
        .error(problems.of("email"));
    let html = Html::of(name).then(job_title);
    if with_email { html.then(email) } else { html }
}

/// Reads the answers to the same questions.
pub(crate) fn read(fields: &mut Fields<'_>, with_email: bool) -> PersonAnswers {
    PersonAnswers {
        name: fields.line("name", "Enter their name"),
        job_title: fields.line("job_title", "Enter their job title"),
        email: with_email.then(|| fields.email("email", "Enter their email address")),
    }
}

/// What is known of a person, as answers.
pub(crate) fn answers_of(person: &Person) -> Answers {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    Answers::default()
        .and("name", text(&person.name))
        .and("job_title", text(&person.job_title))
        .and("email", text(&person.email))
}
