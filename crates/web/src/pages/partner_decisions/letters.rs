//! The letters about decisions: one is asked for, more is needed, one was recorded for somebody, all have decided.

use case::decisions::{Answer, Decision};
use case::keeping::AccessAs;
use case::terms::Partner;
use case::{PersonId, Role, When};
use store::people;

use super::HOME;
use super::question::{decided as how_many_decided, differ, now};
use crate::app::{App, Letter, Says};
use crate::asked::code;
use crate::error::Error;
use crate::open_case::OpenCase;

/// Asks everybody on the case's list who decides for a partner that has not decided yet.
pub(crate) fn ask(app: &App, open: &OpenCase) {
    let Some(question) = now(&open.case) else { return };
    let (reference, by) =
        (open.reference, open.case.rapid_review.asked.as_ref().and_then(|asked| asked.decide_by));
    for partner in open.case.undecided(question) {
        let link = open.address(&page_of(partner));
        send(app, speakers(open, partner), Says::DecisionWanted { reference, partner, question, by, link });
    }
}

/// Tells whoever has to know of a decision that was just recorded.
pub(super) fn decided(app: &App, after: &OpenCase, made: &Decision, on: When) {
    let (reference, partner, question) = (after.reference, made.partner, made.question);
    let home = || after.address(HOME);
    if made.answer == Answer::NeedsMoreInformation {
        send(app, lead(after), Says::MoreInformationNeeded { reference, partner, link: home() });
    }
    if made.on_behalf.is_some() {
        let (by, link) = (after.visitor.name.clone(), after.address(&page_of(partner)));
        let says = Says::DecisionRecordedForYou { reference, partner, on, by, link };
        send(app, speakers(after, partner), says);
    }
    let (decided, differ) = (how_many_decided(&after.case, question), differ(&after.case, question));
    let is_news = decided == Partner::ALL.len() || made.answer == Answer::Disagree;
    if is_news && made.answer != Answer::NeedsMoreInformation {
        let to = lead(after)
            .into_iter()
            .chain(listed(after, AccessAs::PanelLiaison, |role| role == Role::PanelLiaison));
        send(app, to.collect(), Says::PartnersDecided { reference, decided, differ, link: home() });
    }
}

fn page_of(partner: Partner) -> String {
    format!("{HOME}/{}", code(&partner))
}

/// Who decides for a partner in this case.
fn speakers(open: &OpenCase, partner: Partner) -> Vec<PersonId> {
    listed(open, AccessAs::Partner, |role| role.partner() == Some(partner))
}

/// Whoever leads the case; where nobody does, the manager.
fn lead(open: &OpenCase) -> Vec<PersonId> {
    match open.case.lead {
        Some(lead) => vec![lead],
        None => holders(open, |role| role == Role::BusinessUnitManager),
    }
}

fn listed(open: &OpenCase, as_role: AccessAs, is: impl Fn(Role) -> bool) -> Vec<PersonId> {
    let mut people = holders(open, is);
    people.retain(|person| open.case.access.get(person) == Some(&as_role));
    people
}

fn holders(open: &OpenCase, is: impl Fn(Role) -> bool) -> Vec<PersonId> {
    let Some(partnership) = open.case.partnership() else { return Vec::new() };
    let held = open.known.people(partnership).into_iter().filter(|(_, held)| is(held.role));
    let mut people: Vec<_> = held.map(|(person, _)| person).collect();
    people.dedup();
    people
}

/// Hands letters over in the background: nobody waits for the post, and what was recorded stands without it.
fn send(app: &App, to: Vec<PersonId>, says: Says) {
    let app = app.clone();
    tokio::spawn(async move {
        for person in to {
            if let Err(error) = write_to(&app, person, says.clone()).await {
                tracing::error!(%error, "a letter about a decision could not be sent");
            }
        }
    });
}

async fn write_to(app: &App, person: PersonId, says: Says) -> Result<(), Error> {
    let found = people::person(&mut app.db().glance().await?, person).await?;
    let Some((person, email)) = found.and_then(|person| Some((person.clone(), person.email?))) else {
        return Ok(());
    };
    let letter = Letter {
        id: app.clock().id(),
        written: app.clock().now(),
        name: person.name.unwrap_or_default(),
        email,
        says,
    };
    app.post().send(letter).await.map_err(Error::Broken)
}
