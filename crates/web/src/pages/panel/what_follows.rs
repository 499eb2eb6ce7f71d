//! What the partnership does after the Panel has answered: one question that leads to the form of its answer.

use axum::extract::{Path, Request, State};
use case::{Area, Move, Stage, Step};

use super::HOME;
use super::close::CloseReview;
use super::national::National;
use super::reconsider::Reconsider;
use crate::answers::Answers;
use crate::app::App;
use crate::asked::Asked;
use crate::case_form::is_offered;
use crate::components::{BackLink, Button, Radios};
use crate::error::{Answer, Error};
use crate::open_case::OpenCase;
use crate::pages::form::FormPage;
use crate::problems::Problems;
use crate::shell::Before;
use crate::signed_in::SignedIn;
use crate::{forms, next_step, render};

const HEADING: &str = "Decide what follows";

/// One way on: as it is sent, the words, and where it leads.
type Way = (&'static str, &'static str, &'static str);

/// The ways that are open to this visitor where the case stands.
fn ways(open: &OpenCase) -> Vec<Way> {
    let stage = open.case.stage;
    let lcspr = case::lcspr::LcsprDecision {
        criteria: Vec::new(),
        circumstances: Vec::new(),
        scope_from: case::When::NotKnown,
        scope_to: case::When::NotKnown,
    };
    let starts = stage.after(Move::DecideLcspr).is_some() && next_step::may(open, Step::DecideLcspr(lcspr));
    let reclassify =
        case::notification::Reclassification { panel_told: case::When::NotKnown, panel_acknowledged: None };
    let reclassifies =
        stage.after(Move::Reclassify).is_some() && next_step::may(open, Step::Reclassify(reclassify));
    let all: [(bool, Way); 5] = [
        (starts, ("lcspr", "Start an LCSPR", "/lcspr/decide")),
        (is_offered(&CloseReview, open), ("close", "End the review without an LCSPR", "/panel/close")),
        (
            is_offered(&Reconsider, open),
            ("reconsider", "Ask the partners to reconsider", "/panel/reconsider"),
        ),
        (
            is_offered(&National, open),
            (
                "national",
                "Record that the Panel commissioned a national or thematic review",
                "/panel/national",
            ),
        ),
        (
            reclassifies,
            ("reclassify", "Record that the incident does not meet the criteria", "/notification/reclassify"),
        ),
    ];
    all.into_iter().filter(|(is_open, _)| *is_open).map(|(_, way)| way).collect()
}

async fn opened(app: &App, visitor: SignedIn, address: &str) -> Result<OpenCase, Error> {
    let open = OpenCase::open_area(app, visitor, address, Area::Panel).await?;
    if next_step::may(&open, Step::CloseAtRapidReview) { Ok(open) } else { Err(Error::NotFound) }
}

/// Asks.
pub(super) async fn show(State(app): State<App>, visitor: SignedIn, Path(address): Path<String>) -> Answer {
    let open = opened(&app, visitor, &address).await?;
    if ways(&open).is_empty() {
        return render::go_to(&open.address(HOME));
    }
    render::page(&page(&app, &open, &Answers::default(), &Problems::default()))
}

/// Leads to the form of the answer. Nothing is recorded here.
pub(super) async fn choose(
    State(app): State<App>,
    visitor: SignedIn,
    Path(address): Path<String>,
    request: Request,
) -> Answer {
    let open = opened(&app, visitor, &address).await?;
    let answers = forms::answers(request).await?;
    match ways(&open).iter().find(|(value, ..)| *value == answers.one("what")) {
        Some((.., leads_to)) => render::go_to(&open.address(leads_to)),
        None => {
            let mut problems = Problems::default();
            problems.add("what", "Select what the partnership will do");
            render::refused(&page(&app, &open, &answers, &problems))
        }
    }
}

/// What the Panel said, in a sentence.
fn said(open: &OpenCase) -> Option<String> {
    let letter = open.case.panel.responses.last()?;
    Some(format!("The National Panel {}.", letter.outcome))
}

fn page(app: &App, open: &OpenCase, answers: &Answers, problems: &Problems) -> FormPage {
    let asked = Asked { answers, problems };
    let radios = Radios::new("what", "What will the partnership do?").strong().error(problems.of("what"));
    let radios = ways(open)
        .into_iter()
        .fold(radios, |radios, (value, label, _)| radios.item(asked.choice("what", value, label)));
    let mut shell = open.shell(app, "decide what follows");
    shell = shell.after(Before::Back(BackLink::new("Back", open.address(HOME))));
    shell.wide = false;
    let form = FormPage::new(shell, HEADING).caption(format!("Case {}", open.reference)).problems(problems);
    let form = said(open).into_iter().fold(form, FormPage::say);
    let later = (open.case.stage == Stage::PanelResponded).then(|| {
        "Nothing is recorded on this page. The next page asks for what goes into the record.".to_owned()
    });
    let form = later.into_iter().fold(form, FormPage::say);
    form.to(open.address("/panel/what-follows")).field(radios).button(Button::primary("Continue"))
}
