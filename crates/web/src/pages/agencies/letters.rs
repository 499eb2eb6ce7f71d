//! The letters to agencies: as they will be read before anything is recorded, and sent when it is.

use case::{Command, OrganisationId, PersonId, Step};
use store::people;

use super::contacts;
use crate::address;
use crate::app::{App, Letter, Says, Wanted};
use crate::components::{SummaryList, SummaryRow};
use crate::error::Error;
use crate::open_case::OpenCase;
use crate::pages::requests::own;

/// How many letters are shown in full. They differ in the name of the reader and of the agency alone.
const SHOWN: usize = 10;

/// Every letter that follows from these steps, with whom it is for and their agency; `after` is the case with them.
fn all(after: &OpenCase, commands: &[Command]) -> Vec<(PersonId, OrganisationId, Says)> {
    let mut letters = Vec::new();
    for command in commands {
        let (agency, says): (_, fn(Wanted) -> Says) = match &command.step {
            Step::AskAgency(asked) => (asked.agency, Says::InformationNeeded),
            Step::ChaseAgency(of) => (of.agency, Says::InformationDue),
            Step::ReopenReturn(of) => (of.agency, Says::AnswerReopened),
            _ => continue,
        };
        for person in contacts::reached(after, agency) {
            letters.extend(wanted(after, agency, person).map(|wanted| (person, agency, says(wanted))));
        }
    }
    letters
}

fn wanted(open: &OpenCase, agency: OrganisationId, reader: PersonId) -> Option<Wanted> {
    let asked = &open.case.agencies.requests.get(&agency)?.asked;
    let roles = open.known.memberships.iter().filter(|(person, _)| *person == reader).map(|(_, held)| held);
    let case = address::of_case_for(&open.known, roles, open.case.partnership()?, open.reference);
    let calendar_days = (asked.due - open.today).num_days();
    Some(Wanted {
        reference: open.reference,
        due: asked.due,
        on: open.today,
        working_days: open.calendar().working_days_between(open.today, asked.due).unwrap_or(calendar_days),
        chronology: asked.chronology,
        link: format!("{case}{}", own::path(agency)),
        lead: open.case.lead.map(|lead| open.names().person(lead)),
    })
}

/// The letters as they will be read.
pub(super) fn shown(app: &App, after: &OpenCase, commands: &[Command]) -> Vec<SummaryList> {
    let letters = all(after, commands);
    let more = letters.len().saturating_sub(SHOWN);
    let mut shown: Vec<_> = letters
        .into_iter()
        .take(SHOWN)
        .map(|(person, agency, says)| {
            let name = after.names().person(person);
            let card = SummaryList::new().card(format!("Email to {name}"), 2);
            let to =
                format!("{}, {}", after.names().person_and_post(person), after.names().organisation(agency));
            match app.post().preview(&name, says) {
                Ok(letter) => card
                    .row(SummaryRow::new("To", to))
                    .row(SummaryRow::strong("Subject", letter.subject))
                    .row(SummaryRow::new("Email", letter.text)),
                Err(error) => {
                    tracing::error!(%error, "a letter cannot be written");
                    card.row(SummaryRow::new("To", to)).row(SummaryRow::new("Email", "Cannot be written"))
                }
            }
        })
        .collect();
    if more > 0 {
        let words = format!("{more} more, each with its own name and link");
        shown.push(SummaryList::new().row(SummaryRow::new("Emails like these", words)));
    }
    shown
}

/// Sends them. Nobody waits for it; what could not be sent is in the log of the service.
pub(super) fn send(app: &App, after: &OpenCase, commands: &[Command]) {
    let (app, letters) = (app.clone(), all(after, commands));
    tokio::spawn(async move {
        for (person, _, says) in letters {
            if let Err(error) = post(&app, person, says).await {
                tracing::error!(%error, "a letter to an agency could not be sent");
            }
        }
    });
}

async fn post(app: &App, person: PersonId, says: Says) -> Result<(), Error> {
    let found = people::person(&mut app.db().glance().await?, person).await?.ok_or(Error::NotFound)?;
    let letter = Letter {
        id: app.clock().id(),
        written: app.clock().now(),
        name: found.name.unwrap_or_default(),
        email: found.email.ok_or(Error::NotFound)?,
        says,
    };
    app.post().send(letter).await.map_err(Error::Broken)
}
