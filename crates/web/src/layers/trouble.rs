//! The page of an error.

use askama::Template;

use crate::app::App;
use crate::components::PhoneLink;
use crate::error::Error;
use crate::layout::Shell;

/// Why there is no other page, and what to do.
#[derive(Template)]
#[template(path = "pages/trouble.html")]
pub(crate) struct Trouble {
    shell: Shell,
    heading: &'static str,
    advice: Vec<String>,
    /// A way on: its words and its address.
    way_on: Option<(&'static str, &'static str)>,
    telephone: Option<PhoneLink>,
}

impl Trouble {
    /// The page of this error. `reference` leads from the page to the log.
    pub(crate) fn of(app: &App, error: &Error, reference: Option<String>) -> Self {
        let (heading, advice, way_on) = match error {
            Error::NotFound => (
                "Page not found",
                vec![
                    "If you typed the address, check that it is correct.".to_owned(),
                    "If a colleague sent you this link, ask the business unit for access.".to_owned(),
                ],
                Some(("Go to your home page", "/")),
            ),
            Error::Denied => (
                "You may not do this",
                vec![
                    "This is for somebody else to record, or the case has moved on.".to_owned(),
                    "Nothing was changed. Ask the business unit if you think it should be you.".to_owned(),
                ],
                Some(("Go to your home page", "/")),
            ),
            Error::LinkUsed => (
                "This link has been used",
                vec!["A link to sign in works once. Ask for a new one: it takes a minute.".to_owned()],
                Some(("Send a new link", "/sign-in")),
            ),
            Error::LinkExpired => (
                "This link has expired",
                vec!["A link to sign in works for 15 minutes. Ask for a new one: it takes a minute.".to_owned()],
                Some(("Send a new link", "/sign-in")),
            ),
            Error::Unreadable => (
                "We could not read what was sent",
                vec![
                    "Nothing was changed. Go back to the page with your browser’s Back button, reload it and try again."
                        .to_owned(),
                ],
                None,
            ),
            Error::CrossSite => (
                "This form was sent from another website",
                vec!["Nothing was changed. Open the page in this service and send the form from there.".to_owned()],
                Some(("Go to your home page", "/")),
            ),
            Error::TooLarge => (
                "That is too large to send",
                vec![
                    "A form can hold 1MB, about 500 pages of text. Nothing was changed.".to_owned(),
                    "Go back with your browser’s Back button: what you wrote is still there. Make it shorter and send it again."
                        .to_owned(),
                ],
                None,
            ),
            Error::TooMany => (
                "Try again in 1 minute",
                vec!["This was tried too often in a short time. Nothing was changed.".to_owned()],
                None,
            ),
            Error::Busy => (
                "The service is busy",
                vec!["Nothing was lost and nothing was changed. Try again in 1 minute.".to_owned()],
                None,
            ),
            Error::WrongMethod => (
                "This page cannot be used in that way",
                vec!["Nothing was changed. Open the page again and use the form on it.".to_owned()],
                Some(("Go to your home page", "/")),
            ),
            Error::Broken(_) => (
                "Sorry, there is a problem",
                vec![
                    "Your last change may not have been recorded: look at the history of the case before you repeat it."
                        .to_owned(),
                    format!("Try again later. If you ring about it, say {}.", reference.unwrap_or_default()),
                ],
                Some(("Go to your home page", "/")),
            ),
        };
        Self { shell: Shell::bare(app, heading), heading, advice, way_on, telephone: app.telephone() }
    }
}
