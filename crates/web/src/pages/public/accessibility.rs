//! The accessibility statement.

use askama::Template;
use axum::extract::State;

use crate::app::App;
use crate::components::PhoneLink;
use crate::error::Answer;
use crate::render;
use crate::shell::Shell;
use crate::signed_in::SignedIn;

#[derive(Template)]
#[template(path = "pages/public/accessibility.html")]
struct Page {
    shell: Shell,
    telephone: Option<PhoneLink>,
}

/// Says what was tested, what is not right yet and how to complain.
pub(crate) async fn show(State(app): State<App>, visitor: Option<SignedIn>) -> Answer {
    let shell = Shell::around(&app, visitor.as_ref(), "Accessibility statement");
    render::page(&Page { shell, telephone: app.telephone() })
}
