//! The accessibility statement.

use askama::Template;
use axum::extract::State;

use crate::app::App;
use crate::components::PhoneLink;
use crate::error::Answer;
use crate::http::respond;
use crate::layout::Shell;
use crate::session::SignedIn;

#[derive(Template)]
#[template(path = "pages/public/accessibility.html")]
struct Page {
    shell: Shell,
    telephone: Option<PhoneLink>,
}

/// Says what was tested, what is not right yet and how to complain.
pub(crate) async fn show(State(app): State<App>, visitor: Option<SignedIn>) -> Answer {
    let shell = Shell::around(&app, visitor.as_ref(), "Accessibility statement");
    respond::page(&Page { shell, telephone: app.telephone() })
}
