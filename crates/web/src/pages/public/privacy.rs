//! What is held about people, why and for how long.

use askama::Template;
use axum::extract::State;

use crate::app::App;
use crate::components::PhoneLink;
use crate::error::Answer;
use crate::http::respond;
use crate::layout::Shell;
use crate::session::SignedIn;

#[derive(Template)]
#[template(path = "pages/public/privacy.html")]
struct Page {
    shell: Shell,
    telephone: Option<PhoneLink>,
    partnerships: Vec<String>,
}

/// Says it.
pub(crate) async fn show(State(app): State<App>, visitor: Option<SignedIn>) -> Answer {
    let shell = Shell::around(&app, visitor.as_ref(), "Privacy");
    let partnerships = app.known().partnerships.iter().map(|of| of.name.clone()).collect();
    respond::page(&Page { shell, telephone: app.telephone(), partnerships })
}
