//! The emails that go out when something is recorded, word for word, so that they can be read before.

use case::reminders::{Kind, News, news};
use case::{Actor, Case, PersonId};

use crate::app::{App, Foreseen, Preview};
use crate::case_view::OpenCase;
use crate::components::{SummaryList, SummaryRow};
use crate::text::date;
use crate::text::reminder::schedule;

/// How many emails are shown in full. They differ in the name of the reader and of the agency alone.
const SHOWN: usize = 10;

/// The emails that tell of what would be recorded; `after` is the case with it.
pub(crate) fn shown(app: &App, before: &OpenCase, after: &OpenCase) -> Vec<SummaryList> {
    let letters = all(app, before.case.version(), after);
    let more = letters.len().saturating_sub(SHOWN);
    let when = leave(app, after);
    let card = |(person, preview): (PersonId, Result<Preview, String>)| {
        let card = SummaryList::new().card(format!("Email to {}", after.names().person(person)), 2);
        let card = card.row(SummaryRow::new("To", after.names().person_and_place(person)));
        match preview {
            Ok(letter) => card
                .row(SummaryRow::new("Leaves", when.clone()))
                .row(SummaryRow::strong("Subject", letter.subject))
                .row(SummaryRow::new("Email", letter.text)),
            Err(error) => {
                tracing::error!(%error, "a letter cannot be written");
                card.row(SummaryRow::new("Email", "Cannot be written"))
            }
        }
    };
    let mut shown: Vec<_> = letters.into_iter().take(SHOWN).map(card).collect();
    if more > 0 {
        let words = format!("{more} more, each with its own name and link");
        shown.push(SummaryList::new().row(SummaryRow::new("Emails like these", words)));
    }
    shown
}

/// Every email about the entries after this one, with whom it is for.
fn all(app: &App, known: u32, after: &OpenCase) -> Vec<(PersonId, Result<Preview, String>)> {
    let case = &after.case;
    let settings = &after.known.basis.rules_of(case).choices().reminders;
    let partnership = case.partnership().and_then(|id| after.known.partnership(id));
    let lead = case.lead.map(|lead| after.names().person(lead));
    let preview = |(entry, kind, reader): (u32, Kind, Actor)| {
        let preview = app.post().preview(&Foreseen {
            case,
            entry,
            kind,
            reader: &reader,
            name: &after.names().person(reader.person),
            names_cases: settings.case_reference,
            slug: partnership.map_or("", |partnership| &partnership.slug),
            lead: lead.as_deref(),
            by: &after.visitor.name,
            today: after.today,
            calendar: after.calendar(),
        });
        (reader.person, preview)
    };
    told(after, known).into_iter().map(preview).collect()
}

/// What each entry after this one is to whom.
pub(crate) fn told(open: &OpenCase, known: u32) -> Vec<(u32, Kind, Actor)> {
    let settings = &open.known.basis.rules_of(&open.case).choices().reminders;
    let schedule = schedule(settings);
    let people = people(open);
    let mut told = Vec::new();
    for entry in known + 1..=open.case.version() {
        for News { kind, to } in news(&open.case, entry, &schedule, &people) {
            let readers = people.iter().filter(|actor| to.contains(&actor.person));
            told.extend(readers.map(|reader| (entry, kind, reader.clone())));
        }
    }
    told
}

/// Everybody who holds a role here or is on the list of the case.
fn people(open: &OpenCase) -> Vec<Actor> {
    let concerned = |case: &Case, actor: &Actor| {
        let here =
            |actor: &Actor| actor.memberships.iter().any(|held| Some(held.partnership) == case.partnership());
        case.access.contains_key(&actor.person) || here(actor)
    };
    let mut people: Vec<Actor> = Vec::new();
    for (person, held) in &open.known.memberships {
        match people.iter_mut().find(|actor| actor.person == *person) {
            Some(actor) => actor.memberships.push(held.clone()),
            None => people.push(Actor { person: *person, memberships: vec![held.clone()], operator: false }),
        }
    }
    people.retain(|actor| concerned(&open.case, actor));
    people
}

/// When emails leave that are caused now.
fn leave(app: &App, open: &OpenCase) -> String {
    let now = app.clock().now();
    match open.calendar().next_office_hours(now) {
        Ok(next) if next > now => {
            format!("{}. Emails leave from 8am to 6pm on working days", date::day_and_time(next))
        }
        _ => "When it is recorded".to_owned(),
    }
}
