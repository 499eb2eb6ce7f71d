//! The page of an error.

use askama::Template;

use crate::app::App;
use crate::components::PhoneLink;
use crate::error::Error;
use crate::layout::Shell;

/// What a request that found trouble was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    See,
    Change,
    /// To record something in a case, which has a history to look at.
    Record,
}

impl Purpose {
    /// What to say to somebody of whom nobody knows whether what they sent was recorded.
    fn if_unknown(self) -> Vec<String> {
        let said: &[_] = match self {
            Self::See => &[],
            Self::Change => &[
                "What you sent may not have been recorded. Open the page again and look whether it is there before you send it again.",
            ],
            Self::Record => &[
                "What you sent may not have been recorded. Open the case again and look at its history.",
                "If it is not there, go back with your browser’s Back button and send the form again as it is. That cannot record it twice.",
            ],
        };
        said.iter().map(|said| (*said).to_owned()).collect()
    }
}

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
    pub(crate) fn of(app: &App, error: &Error, purpose: Purpose, reference: Option<String>) -> Self {
        let unless_seen = |said: &str| (purpose != Purpose::See).then(|| said.to_owned());
        let again = "Try again in 1 minute.".to_owned();
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
                vec![
                    "Nothing was changed. Open the page in this service and send the form from there.".to_owned(),
                    "If that is what you did, allow cookies for this service in your browser, reload the page and send the form again."
                        .to_owned(),
                ],
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
                unless_seen("Nothing was changed.").into_iter().chain([again]).collect(),
                None,
            ),
            Error::TooLong => {
                ("This took too long", [again].into_iter().chain(purpose.if_unknown()).collect(), None)
            }
            Error::Unreachable(_) => (
                "The record cannot be reached at the moment",
                [again].into_iter().chain(purpose.if_unknown()).collect(),
                None,
            ),
            Error::WrongMethod => (
                "This page cannot be used in that way",
                vec!["Nothing was changed. Open the page again and use the form on it.".to_owned()],
                Some(("Go to your home page", "/")),
            ),
            Error::Broken(_) => (
                "Sorry, there is a problem",
                [format!("Try again later. If you ring about it, say {}.", reference.unwrap_or_default())]
                    .into_iter()
                    .chain(purpose.if_unknown())
                    .collect(),
                Some(("Go to your home page", "/")),
            ),
        };
        Self { shell: Shell::bare(app, heading), heading, advice, way_on, telephone: app.telephone() }
    }
}
