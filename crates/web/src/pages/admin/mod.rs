//! The settings: people, organisations, bank holidays and rules. Nothing here shows what is in a case.

mod administers;
mod agencies;
mod agency;
mod calendar;
mod email_examples;
mod emails;
mod end;
mod holiday;
mod invite;
mod log;
mod managed;
mod managers;
mod partnerships;
mod people;
mod person;
mod person_change;
mod person_new;
mod person_questions;
mod plan;
mod plan_rows;
mod reminder_plan;
mod reminder_plan_questions;
mod reminder_settings;
mod reminders;
mod role_end;
mod role_new;
mod role_questions;
mod rules;
#[cfg(test)]
mod tests;

pub(crate) use managed::role_in_words;
pub use managers::inform_managers;

use axum::Router;
use axum::routing::get;

use crate::app::App;
use crate::error::Answer;
use crate::http::respond;
use administers::Administers;

/// The settings begin with the people.
pub(crate) async fn first(_: Administers) -> Answer {
    respond::go_to("/admin/people")
}

/// The pages of the settings: for managers and administrators. For everybody else there is nothing there.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/admin", get(first))
        .route("/admin/people", get(people::show))
        .route("/admin/people/new", get(person_new::show).post(person_new::add))
        .route("/admin/people/{person}", get(person::show))
        .route("/admin/people/{person}/change", get(person_change::show).post(person_change::change))
        .route("/admin/people/{person}/invite", get(invite::back).post(invite::again))
        .route("/admin/people/{person}/roles/new", get(role_new::ask).post(role_new::give))
        .route("/admin/people/{person}/roles/end", get(role_end::ask).post(role_end::end))
        .route("/admin/people/{person}/end", get(end::ask).post(end::end))
        .route("/admin/agencies", get(agencies::show))
        .route("/admin/agencies/new", get(agency::ask).post(agency::add))
        .route("/admin/agencies/{agency}", get(agency::show).post(agency::change))
        .route("/admin/partnerships", get(partnerships::show))
        .route("/admin/partnerships/{partnership}", get(partnerships::ask).post(partnerships::rename))
        .route("/admin/calendar", get(calendar::show))
        .route("/admin/calendar/new", get(holiday::ask).post(holiday::add))
        .route("/admin/rules", get(rules::show))
        .route("/admin/plan/{partnership}", get(plan::ask).post(plan::change))
        .route("/admin/reminders", get(reminders::show))
        .route("/admin/reminders/{partnership}", get(reminder_settings::ask).post(reminder_settings::change))
        .route("/admin/reminders/{partnership}/{kind}", get(reminder_plan::ask).post(reminder_plan::change))
        .route("/admin/emails", get(emails::show))
        .route("/admin/emails/examples", get(email_examples::all))
        .route("/admin/emails/examples/{example}", get(email_examples::one).post(email_examples::send))
        .route("/admin/log", get(log::show))
}
