//! Whether the emails of a partnership name the case, and who is told of what is long overdue.

use std::collections::BTreeSet;

use axum::extract::{Request, State};
use case::{PartnershipId, PersonId, Role};
use store::administration::choices;
use store::people::Partnership;
use uuid::Uuid;

use super::administers::Administers;
use super::reminders::{LIST, settings};
use crate::app::{App, Known};
use crate::components::{Button, ButtonLink};
use crate::error::Answer;
use crate::form::page::FormPage;
use crate::form::question::{Offer, Question, one_of, yes_no};
use crate::form::{PageForm, Questions};
use crate::http::path::At;
use crate::session::Flash;

const LABEL: &str = "Change what is chosen about reminders";

const NAMED: Question<bool> = yes_no("case_reference", "Should emails name the case by its reference?")
    .missing("Select whether emails name the case")
    .hint("No email says anything else of a case")
    .stacked();
const SENIOR: Question<Option<PersonId>> = one_of("senior", "Who is told of what is long overdue?")
    .not_offered("Select one of the people who are offered")
    .hint("They are told of cases that they may open")
    .in_a_list();

fn form<'a>(app: &'a App, administers: &'a Administers, of: &Partnership) -> PageForm<'a> {
    let known = app.known();
    let now = settings(&known, of.id);
    let page = FormPage::new(administers.form_shell(app, LABEL, ("Back to reminders", LIST)), LABEL)
        .caption(&of.name)
        .button(Button::primary("Save what is chosen"))
        .link(ButtonLink::secondary("Cancel", LIST));
    let named = [
        Offer::new(&"yes", "Yes").hint("For example, “Rapid review for 2026-014 is due in 2 working days”"),
        Offer::new(&"no", "No").hint("For example, “Rapid review for a case is due in 2 working days”"),
    ];
    let questions = Questions::new()
        .ask(NAMED.among(named).starting(now.case_reference))
        .ask(SENIOR.among(seniors(&known, of.id)).starting(now.senior));
    PageForm::new(app, &administers.visitor, format!("{LIST}/{}", of.id), LIST, page)
        .asking(questions)
        .unless_changed(&(now.case_reference, now.senior), "Somebody else changed these settings while you were writing. Look at them on the page of reminders, and save again")
}

/// Those who may see cases of a partnership, by name, and nobody of them.
fn seniors(known: &Known, of: PartnershipId) -> Vec<Offer> {
    let mut met = BTreeSet::new();
    let people = known.people(of).into_iter();
    let people = people.filter(|(_, held)| !matches!(held.role, Role::Administrator | Role::Operator));
    let people = people.map(|(person, _)| person).filter(|person| met.insert(*person));
    let offers = people.map(|person| Offer::new(&person, known.names.person_and_post(person)));
    [Offer::nothing("The business unit managers")].into_iter().chain(offers).collect()
}

/// Asks for both.
pub(crate) async fn ask(State(app): State<App>, administers: Administers, At(id): At<Uuid>) -> Answer {
    let of = administers.partnership_of(&app, id)?;
    form(&app, &administers, &of).show().await
}

/// Changes them.
pub(crate) async fn change(
    State(app): State<App>,
    administers: Administers,
    At(id): At<Uuid>,
    request: Request,
) -> Answer {
    let of = administers.partnership_of(&app, id)?;
    let sent = form(&app, &administers, &of).sent(request).await?;
    let Some(read) = sent.fine() else { return sent.answer().await };
    let (named, senior) = (read.of(&NAMED), read.of(&SENIOR));
    let change = administers.change(&app, move |tx, author| {
        Box::pin(async move { choices::change_reminders(tx, author, of.id, named, senior).await })
    });
    change.await?;
    sent.done(Flash::new("What is chosen about reminders is saved")).await
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use case::PersonId;

    use crate::pages::admin::reminders::settings;
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
