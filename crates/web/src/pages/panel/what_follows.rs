//! The page after a response: what the partnership will do. Choosing records nothing; it leads to where that is done.

use axum::extract::{Request, State};

use super::answer::Reply;
use super::reconsidering;
use super::{HOME, letters, position, ways};
use crate::app::App;
use crate::case_view::{InArea, OpenCase, area};
use crate::components::{BackLink, Button, ButtonLink, Radios};
use crate::error::Answer;
use crate::form::asked::Asked;
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::page::FormPage;
use crate::form::request;
use crate::http::respond;
use crate::layout::Before;
use crate::pages::offered;

/// Asks.
pub(crate) async fn show(State(app): State<App>, open: InArea<area::Panel>) -> Answer {
    respond::page(&page(&app, &open, &Answers::default(), &Problems::default()))
}

/// Leads to where it is done.
pub(crate) async fn choose(State(app): State<App>, open: InArea<area::Panel>, request: Request) -> Answer {
    let answers = request::answers(request).await?;
    let chosen = ways::of(&open).into_iter().find(|way| way.code() == answers.one("way"));
    if let Some(way) = chosen {
        return respond::go_to(&open.address(way.page()));
    }
    let mut problems = Problems::default();
    problems.add("way", "Select what the partnership will do");
    respond::refused(&page(&app, &open, &answers, &problems))
}

fn page(app: &App, open: &OpenCase, answers: &Answers, problems: &Problems) -> FormPage {
    let back = BackLink::new("Back to the National Panel", open.address(HOME));
    let mut shell = open.shell(app, "what follows").after(Before::Back(back));
    shell.wide = false;
    let position = position::of(open, &letters::all(&open.case));
    let page = FormPage::new(shell, "What follows from the National Panel’s response")
        .caption(format!("Case {}", open.reference))
        .say(position.sentence)
        .problems(problems);
    let page = match reconsidering::tasks(open) {
        Some(tasks) => page.show(tasks),
        None => page,
    };
    let ways = ways::of(open);
    let elsewhere = ButtonLink::secondary("Go to the National Panel’s page", open.address(HOME));
    if let Some(answer) = offered::first(&[&Reply], open) {
        return page.show(answer).show(elsewhere);
    }
    let who = "The business unit records what the partners decide about an LCSPR.";
    let page = if open.is_business_unit() { page } else { page.say(who) };
    if ways.is_empty() {
        return page.say("There is nothing for you to choose here.").show(elsewhere);
    }
    let asked = Asked { answers, problems };
    let radios = Radios::new("way", "What will the partnership do?").medium().error(problems.of("way"));
    let radios = ways.iter().fold(radios, |radios, way| {
        let (label, hint) = way.words();
        radios.item(asked.choice("way", way.code(), label).hint(hint))
    });
    page.say("An LCSPR is a local child safeguarding practice review.")
        .to(open.address("/panel/what-follows"))
        .field(radios)
        .button(Button::primary("Continue"))
        .link(ButtonLink::secondary("Decide later", open.address(HOME)))
}
