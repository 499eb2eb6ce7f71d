//! Whether the emails of a partnership name the case, and who is told of what is long overdue.

use std::collections::BTreeSet;

use axum::extract::{Request, State};
use case::reminders::Settings;
use case::{PartnershipId, PersonId, Role};
use serde::{Deserialize, Serialize};
use store::administration::choices;
use store::people::Partnership;
use uuid::Uuid;

use super::administers::Administers;
use super::plan::{look, seen};
use super::reminders::{LIST, SEEN, settings};
use crate::app::{App, Known};
use crate::components::{Button, ButtonLink, Choice, Radios, Select};
use crate::error::Answer;
use crate::form::asked::code;
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::page::FormPage;
use crate::form::parse::Fields;
use crate::form::request;
use crate::http::path::At;
use crate::http::respond;
use crate::session::{Flash, flash};

const LABEL: &str = "Change what is chosen about reminders";

/// Whether emails name the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Named {
    Yes,
    No,
}

/// Asks for both.
pub(crate) async fn ask(State(app): State<App>, administers: Administers, At(id): At<Uuid>) -> Answer {
    let of = look(&app, &administers, id)?;
    let known = app.known();
    let settings = settings(&known, of.id);
    let named = if settings.case_reference { Named::Yes } else { Named::No };
    let answers = Answers::default()
        .and("case_reference", code(&named))
        .and("senior", settings.senior.map(|person| person.to_string()).unwrap_or_default())
        .and(SEEN, seen(&both(settings)));
    respond::page(&page(&app, &administers, &of, &answers, &Problems::default()))
}

/// Changes them.
pub(crate) async fn change(
    State(app): State<App>,
    administers: Administers,
    At(id): At<Uuid>,
    request: Request,
) -> Answer {
    let of = look(&app, &administers, id)?;
    let answers = request::answers(request).await?;
    let known = app.known();
    let old = settings(&known, of.id).clone();
    let mut fields = Fields::of(&answers);
    let named: Option<Named> = fields.choice("case_reference", "Select whether emails name the case");
    let senior = senior(&mut fields, &known, of.id);
    if answers.one(SEEN) != seen(&both(&old)) {
        let message = "Somebody else changed these settings while you were writing. Look at them on the page of reminders, and save again";
        fields.problems.add("", message);
    }
    let Some(named) = named.filter(|_| fields.are_fine()) else {
        let answers = answers.clone().with(SEEN, seen(&both(&old)));
        return respond::refused(&page(&app, &administers, &of, &answers, &fields.problems));
    };
    let of = of.id;
    administers
        .change(&app, move |tx, author| {
            Box::pin(
                async move { choices::change_reminders(tx, author, of, named == Named::Yes, senior).await },
            )
        })
        .await?;
    flash(&app, &administers.visitor, Flash::new("What is chosen about reminders is saved")).await?;
    respond::go_to(LIST)
}

/// What this form changes, and not the plans.
fn both(settings: &Settings) -> (bool, Option<PersonId>) {
    (settings.case_reference, settings.senior)
}

fn senior(fields: &mut Fields<'_>, known: &Known, of: PartnershipId) -> Option<PersonId> {
    const OFFERED: &str = "Select one of the people who are offered";
    if !fields.answers().is_repeated("senior") && fields.answers().one("senior").is_empty() {
        return None;
    }
    let chosen = fields.id("senior", OFFERED).map(PersonId)?;
    if !seniors(known, of).contains(&chosen) {
        fields.problems.add("senior", OFFERED);
    }
    Some(chosen)
}

/// Those who may see cases of a partnership, by name.
fn seniors(known: &Known, of: PartnershipId) -> Vec<PersonId> {
    let mut met = BTreeSet::new();
    let people = known.people(of).into_iter();
    let people = people.filter(|(_, held)| !matches!(held.role, Role::Administrator | Role::Operator));
    people.map(|(person, _)| person).filter(|person| met.insert(*person)).collect()
}

fn page(
    app: &App,
    administers: &Administers,
    of: &Partnership,
    answers: &Answers,
    problems: &Problems,
) -> FormPage {
    let known = app.known();
    let shell = administers.form_shell(app, LABEL, ("Back to reminders", LIST));
    let choice = |named: Named, label: &str, example: &str| {
        let value = code(&named);
        let chosen = answers.has("case_reference", &value);
        Choice::new(value, label).hint(format!("For example, “{example}”")).chosen(chosen)
    };
    let named = Radios::new("case_reference", "Should emails name the case by its reference?")
        .strong()
        .hint("No email says anything else of a case")
        .error(problems.of("case_reference"))
        .item(choice(Named::Yes, "Yes", "Rapid review for 2026-014 is due in 2 working days"))
        .item(choice(Named::No, "No", "Rapid review for a case is due in 2 working days"));
    let senior = Select::new("senior", "Who is told of what is long overdue?")
        .strong()
        .hint("They are told of cases that they may open")
        .error(problems.of("senior"))
        .item(Choice::new("", "The business unit managers"));
    let senior = seniors(&known, of.id).into_iter().fold(senior, |select, person| {
        let value = person.to_string();
        let chosen = answers.has("senior", &value);
        select.item(Choice::new(value, known.names.person_and_post(person)).chosen(chosen))
    });
    FormPage::new(shell, LABEL)
        .caption(&of.name)
        .problems(problems)
        .hidden(SEEN, answers.one(SEEN))
        .field(named)
        .field(senior)
        .button(Button::primary("Save what is chosen"))
        .link(ButtonLink::secondary("Cancel", LIST))
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use case::PersonId;

    use super::settings;
    use crate::tests::harness::{Answered, Browser, service};

    fn path() -> String {
        format!("/admin/reminders/{}", import::id_of("northmere"))
    }

    async fn save(browser: &Browser<'_>, named: &str, senior: &str) -> Answered {
        browser.fill_in(&path(), &[("case_reference", named), ("senior", senior)]).await
    }

    #[tokio::test]
    async fn both_are_saved_and_logged_and_a_repeat_is_no_change() {
        let service = service().await;
        let browser = service.as_person("sam-okafor").await;
        let page = browser.get(&path()).await.text;
        for example in [
            "Rapid review for 2026-014 is due in 2 working days",
            "Rapid review for a case is due in 2 working days",
        ] {
            assert!(page.contains(example), "{page}");
        }
        let lee = service.person("lee-harper");
        assert_eq!(save(&browser, "no", &lee).await.location, "/admin/reminders");
        assert_eq!(save(&browser, "no", &lee).await.location, "/admin/reminders");
        let known = service.app.known();
        let kept = settings(&known, case::PartnershipId(import::id_of("northmere")));
        assert_eq!((kept.case_reference, kept.senior), (false, Some(PersonId(import::id_of("lee-harper")))));
        assert!(browser.get("/admin/reminders").await.text.contains("overdue also Lee Harper"));
        let log = service.as_person("m-rees").await.get("/admin/log").await.text;
        let said =
            "Changed whether emails name the case and who is told of what is long overdue in Northmere";
        assert_eq!(log.matches(said).count(), 1, "{log}");
    }

    #[tokio::test]
    async fn who_sees_no_case_or_is_not_known_is_refused() {
        let service = service().await;
        let browser = service.as_person("sam-okafor").await;
        for wrong in [service.person("m-rees"), service.person("nobody"), "x".to_owned()] {
            let refused = save(&browser, "yes", &wrong).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.text.contains("Select one of the people who are offered"));
        }
        assert!(save(&browser, "", "").await.text.contains("Select whether emails name the case"));
        let late = browser.post(&path(), &[("case_reference", "no"), ("senior", ""), ("seen", "x")]).await;
        assert!(late.text.contains("Somebody else changed these settings"));
        let other = format!("/admin/reminders/{}", import::id_of("elsewhere"));
        assert_eq!(browser.get(&other).await.status, StatusCode::NOT_FOUND);
    }

    #[tokio::test]
    async fn a_senior_who_left_is_said_to_be_told_of_nothing() {
        let service = service().await;
        let browser = service.as_person("sam-okafor").await;
        save(&browser, "yes", &service.person("lee-harper")).await;
        let end = format!("/admin/people/{}/end", service.person("lee-harper"));
        browser.post(&end, &[("do", "record")]).await;
        let page = browser.get("/admin/reminders").await.text;
        assert!(page.contains("who has no role here any more"), "{page}");
    }
}
