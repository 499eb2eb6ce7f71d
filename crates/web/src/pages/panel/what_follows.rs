//! The page after a response: what the partnership will do. Choosing records nothing; it leads to where that is done.

use axum::extract::{Request, State};

use super::answer::Reply;
use super::ways::{self, Way};
use super::{HOME, letters, position, reconsidering};
use crate::app::App;
use crate::case_view::{InArea, OpenCase, area};
use crate::components::{Button, ButtonLink};
use crate::error::Answer;
use crate::form::page::FormPage;
use crate::form::question::{Offer, Question, required_one_of};
use crate::form::{PageForm, Questions};
use crate::pages::offered;

const WAY: Question<Way> = required_one_of("way", "What will the partnership do?")
    .missing("Select what the partnership will do")
    .medium();

fn form<'a>(app: &'a App, open: &'a OpenCase) -> PageForm<'a> {
    let ways = ways::of(open).into_iter().map(|way| {
        let (label, hint) = way.words();
        Offer::new(&way, label).hint(hint)
    });
    let (path, home) = (open.address("/panel/what-follows"), open.address(HOME));
    PageForm::new(app, &open.visitor, path, home, page(app, open))
        .asking(Questions::new().ask(WAY.among(ways)))
}

/// Asks.
pub(crate) async fn show(State(app): State<App>, open: InArea<area::Panel>) -> Answer {
    form(&app, &open).show().await
}

/// Leads to where it is done.
pub(crate) async fn choose(State(app): State<App>, open: InArea<area::Panel>, request: Request) -> Answer {
    let sent = form(&app, &open).sent(request).await?;
    let Some(read) = sent.fine() else { return sent.answer().await };
    let page = read.of(&WAY).page();
    sent.go_to(&open.address(page)).await
}

fn page(app: &App, open: &OpenCase) -> FormPage {
    let shell = open.form_shell(app, "what follows", ("Back to the National Panel", HOME));
    let position = position::of(open, &letters::all(&open.case));
    let page = FormPage::new(shell, "What follows from the National Panel’s response")
        .caption(format!("Case {}", open.reference))
        .say(position.sentence);
    let page = reconsidering::tasks(open).into_iter().fold(page, FormPage::show);
    let elsewhere = ButtonLink::secondary("Go to the National Panel’s page", open.address(HOME));
    if let Some(answer) = offered::first(&[&Reply], open) {
        return page.show(answer).show(elsewhere);
    }
    let who = "The business unit records what the partners decide about an LCSPR.";
    let page = if open.is_business_unit() { page } else { page.say(who) };
    if ways::of(open).is_empty() {
        return page.say("There is nothing for you to choose here.").show(elsewhere);
    }
    page.say("An LCSPR is a local child safeguarding practice review.")
        .button(Button::primary("Continue"))
        .link(ButtonLink::secondary("Decide later", open.address(HOME)))
}
