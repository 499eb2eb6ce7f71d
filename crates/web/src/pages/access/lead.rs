//! Choosing who leads a case.

use axum::extract::{Request, State};
use case::keeping::{AccessAs, Lead};
use case::{PersonId, Step};

use super::{Keeps, command, form_shell};
use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::{Button, ButtonLink, Choice, Radios};
use crate::error::{Answer, Error};
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::page::FormPage;
use crate::form::parse::Fields;
use crate::form::record::{Stamp, forget_draft};
use crate::form::{draft, request};
use crate::http::respond;
use crate::session::{Flash, flash};

fn path(open: &OpenCase) -> String {
    open.address("/access/lead")
}

/// Offers the people of the business unit who are on the list.
pub(crate) async fn ask(State(app): State<App>, Keeps(open): Keeps) -> Answer {
    let now = open.case.lead.map(|lead| lead.to_string()).unwrap_or_default();
    let begun = draft::draft(&app, &open.visitor, &path(&open)).await?;
    let answers = begun.unwrap_or_else(|| Answers::default().and("lead", now));
    let stamp = Stamp::new(&app, open.case.version());
    respond::page(&page(&app, &open, &answers, &Problems::default(), stamp))
}

/// Records the choice.
pub(crate) async fn choose(State(app): State<App>, Keeps(open): Keeps, request: Request) -> Answer {
    let answers = request::answers(request).await?;
    if draft::is_wanted(&answers) {
        let label = format!("Change the lead of case {}", open.reference);
        return draft::keep(&app, &open.visitor, &path(&open), &label, answers, &open.address("/access"))
            .await;
    }
    let stamp = Stamp::read(&answers)?;
    let mut fields = Fields::of(&answers);
    let offered = |person: &PersonId| open.case.access.get(person) == Some(&AccessAs::BusinessUnit);
    let chosen = fields.id("lead", "Select who leads the case").map(PersonId);
    let Some(person) = chosen.filter(offered) else {
        fields.problems.add("lead", "Select who leads the case");
        return respond::refused(&page(&app, &open, &answers, &fields.problems, stamp));
    };
    if open.case.lead == Some(person) {
        return respond::go_to(&open.address("/access"));
    }
    match request::record_beside(&app, &open, stamp, command(&open, Step::AssignLead(Lead { person }))).await
    {
        Ok(_) => {
            forget_draft(app.db(), &open.visitor, &path(&open)).await?;
            let said = format!("{} leads case {}", open.names().person(person), open.reference);
            flash(&app, &open.visitor, Flash::new(said)).await?;
            respond::go_to(&open.address("/access"))
        }
        Err(store::Error::Rejected(rejection)) => {
            fields.problems.refused(&rejection, &[("person", "lead", "lead")]);
            respond::refused(&page(&app, &open, &answers, &fields.problems, stamp))
        }
        Err(error) => Err(Error::from(error)),
    }
}

fn page(app: &App, open: &OpenCase, answers: &Answers, problems: &Problems, stamp: Stamp) -> FormPage {
    let unit = open.case.access.iter().filter(|(_, role)| **role == AccessAs::BusinessUnit);
    let radios = unit.fold(
        Radios::new("lead", "Who leads the case?").strong().error(problems.of("lead")),
        |radios, (person, _)| {
            let id = person.to_string();
            let chosen = answers.has("lead", &id);
            radios.item(Choice::new(id, open.names().person_and_post(*person)).chosen(chosen))
        },
    );
    FormPage::new(form_shell(app, open, "change the lead"), "Change the lead")
        .caption(format!("Case {}", open.reference))
        .say("The lead sees the case under My work, is asked when something is due, and keeps the list of who has access.")
        .say("Only people of the business unit who are on the list can lead. Give somebody access first if they are missing here.")
        .problems(problems)
        .field(radios)
        .field(stamp)
        .button(Button::primary("Save the lead"))
        .link(ButtonLink::secondary("Cancel", open.address("/access")))
}
