//! Adding a bank holiday: what moves is shown before anything does.

use std::sync::Arc;

use axum::extract::{Request, State};
use calendar::{BankHoliday, Calendar, NaiveDate, Standing};
use case::ClockKey;
use chrono::{Datelike, Weekday};
use store::Basis;
use store::administration::bank_holidays;
use store::recount::{Moved, moves};

use super::administers::Administers;
use super::calendar::standing_in_words;
use crate::app::{App, Known};
use crate::components::{Button, Cell, Html, Inset, SummaryList, Table};
use crate::error::{Answer, Error};
use crate::form::page::FormPage;
use crate::form::page_form::CHANGE;
use crate::form::question::{Offer, Question, day, named_line, required_one_of};
use crate::form::{PageForm, Problems, Questions, Read};
use crate::session::Flash;
use crate::text::date;
use crate::text::grammar::several;

const LIST: &str = "/admin/calendar";

/// How many of the clocks that move are listed.
const LISTED: usize = 100;

const DATE: Question<NaiveDate> =
    day("date", "Date").called("Date of the bank holiday").hint("For example, 27 3 2026").said_with_weekday();
const TITLE: Question<String> = named_line("title", "Name")
    .missing("Enter the name of the bank holiday")
    .hint("As it was proclaimed, such as Bank Holiday for the Coronation");
const STANDING: Question<Standing> = required_one_of("standing", "How firm is it?")
    .short("How firm it is")
    .missing("Select whether it is proclaimed");

fn form<'a>(app: &'a App, administers: &'a Administers, known: &'a Known) -> PageForm<'a> {
    let shell = administers.form_shell(app, "Add a bank holiday", ("Back to bank holidays", LIST));
    let page = FormPage::new(shell, "Add a bank holiday")
        .say("Next you see which open deadlines move. Nothing changes before you have seen it.")
        .button(Button::primary("See what moves").named("do", "check"))
        .kept();
    let standings = [Standing::Proclaimed, Standing::Projected];
    let standings = standings.map(|standing| Offer::new(&standing, standing_in_words(standing)));
    PageForm::new(app, &administers.visitor, "/admin/calendar/new", LIST, page)
        .asking(Questions::new().ask(DATE).ask(TITLE).ask(STANDING.among(standings)))
        .checking(|read, problems| check(read, known.basis.calendar(), problems))
}

/// Asks for the day.
pub(crate) async fn ask(State(app): State<App>, administers: Administers) -> Answer {
    form(&app, &administers, &app.known()).show().await
}

/// Shows what moves, adds the day, or goes back to the questions.
pub(crate) async fn add(State(app): State<App>, administers: Administers, request: Request) -> Answer {
    let known = app.known();
    let sent = form(&app, &administers, &known).sent(request).await?;
    let Some(read) = sent.fine() else { return sent.answer().await };
    let holiday = holiday(&read);
    if !sent.is_confirmed() {
        let moved = what_moves(&app, holiday).await?;
        let page = check_page(&app, &administers, sent.said(), &moved);
        return sent.checked(page);
    }
    let said = format!("{} is a bank holiday", date::weekday(holiday.date));
    let adding = administers.change(&app, move |tx, author| {
        Box::pin(async move { bank_holidays::add(tx, author, holiday).await })
    });
    adding.await?;
    let next = "Open deadlines are counted anew. Those that were met or missed stay as they are.".to_owned();
    sent.done(Flash::new(said).next(next)).await
}

fn holiday(read: &Read<'_>) -> BankHoliday {
    BankHoliday {
        title: read.of(&TITLE),
        date: read.of(&DATE),
        notes: String::new(),
        bunting: false,
        standing: read.of(&STANDING),
    }
}

/// A day that changes nothing, or that cannot stand alone, is refused.
fn check(read: &Read<'_>, calendar: &Calendar, problems: &mut Problems) {
    let Some(date) = read.maybe(&DATE) else { return };
    let (first, last) = calendar.covers();
    if date < first || date > last {
        let years = format!(
            "Date of the bank holiday must be from {} to {}. A later year has to be loaded whole, which the operator does",
            date::day(first),
            date::day(last)
        );
        problems.add_at("date", "date-year", years);
    } else if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
        let weekend = format!(
            "{} is no working day in any case. Enter a day from Monday to Friday",
            date::weekday(date)
        );
        problems.add_date("date", weekend);
    }
    match calendar.holidays().on(date) {
        // The button was pressed twice, or somebody else added the same day.
        Some(there)
            if read.maybe(&TITLE).as_ref() == Some(&there.title)
                && read.maybe(&STANDING) == Some(there.standing) => {}
        Some(there) if there.standing == Standing::Proclaimed => {
            problems.add_date("date", format!("{} is on this day already", there.title));
        }
        _ => {}
    }
}

async fn what_moves(app: &App, holiday: BankHoliday) -> Result<Vec<Moved>, Error> {
    let mut tx = app.db().snapshot().await?;
    let old = Basis::load(&mut tx).await?;
    let days = old.calendar().holidays().clone().with(holiday);
    let new = Basis::with_holidays(&mut tx, days).await?;
    Ok(moves(&mut tx, &old, &new).await?)
}

fn check_page(app: &App, administers: &Administers, said: SummaryList, moved: &[Moved]) -> FormPage {
    let shell = administers.form_shell(app, "Check and add a bank holiday", ("Back to bank holidays", LIST));
    FormPage::new(shell.wide(), "Check and add this bank holiday")
        .show(said)
        .show(what_is_told(&app.known(), administers, moved))
        .happens("It counts for every partnership that uses this service.")
        .happens("Open deadlines after it move to the dates shown. Deadlines that were met or missed stay as they are.")
        .happens("Every page and list shows the new dates at once.")
        .button(Button::primary("Add this bank holiday").named("do", "record"))
        .button(Button::secondary("Change").named("do", CHANGE))
}

/// The clocks of cases the visitor may know of, one by one; of all others only how many they are.
fn what_is_told(known: &Arc<Known>, administers: &Administers, moved: &[Moved]) -> Html {
    if moved.is_empty() {
        return Html::of(Inset::new("No open deadline moves."));
    }
    let seen = |one: &&Moved| one.partnership.is_some_and(|of| administers.sees_cases_of(of));
    let (seen, unseen): (Vec<_>, Vec<_>) = moved.iter().partition(seen);
    let mut html = Html::default();
    if !seen.is_empty() {
        html = html.then(table(known, &seen));
    }
    let rest = seen.len().saturating_sub(LISTED);
    if rest > 0 {
        html = html.then(Inset::new(format!("{} more move.", several(rest, "deadline", "deadlines"))));
    }
    if !unseen.is_empty() {
        let what = several(unseen.len(), "open deadline moves", "open deadlines move");
        html = html.then(Inset::new(format!("{what} in cases that you may not see.")));
    }
    html
}

fn table(known: &Known, moved: &[&Moved]) -> Table {
    let table = Table::new(several(moved.len(), "open deadline moves", "open deadlines move"))
        .column("Case", None)
        .column("Deadline", None)
        .column("From", None)
        .column("To", None);
    let when = |date: Option<NaiveDate>| date.map_or_else(|| "No date".to_owned(), date::weekday);
    moved.iter().take(LISTED).fold(table, |table, one| {
        table.row(vec![
            Cell::link(one.reference.to_string(), format!("/cases/{}/deadlines", one.reference)),
            Cell::text(clock(known, one)),
            Cell::text(when(one.from)),
            Cell::text(when(one.to)),
        ])
    })
}

fn clock(known: &Known, moved: &Moved) -> String {
    let Ok(key) = moved.clock.parse::<ClockKey>() else { return moved.clock.clone() };
    let rules = known.basis.rules(moved.partnership);
    let task = match key {
        ClockKey::Milestone(number) => {
            rules.choices().milestones.iter().find(|one| one.number == number).map(|one| one.task.as_str())
        }
        _ => None,
    };
    known.names.clock(key, task)
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use crate::tests::harness::service;

    const DAY: [(&str, &str); 5] = [
        ("date-day", "30"),
        ("date-month", "3"),
        ("date-year", "2026"),
        ("title", "A day <b>of</b> mourning"),
        ("standing", "proclaimed"),
    ];

    fn with(
        fields: &[(&'static str, &'static str)],
        also: (&'static str, &'static str),
    ) -> Vec<(&'static str, &'static str)> {
        fields.iter().copied().filter(|(name, _)| *name != also.0).chain([also]).collect()
    }

    #[tokio::test]
    async fn what_moves_is_shown_first_and_then_it_moves() {
        let service = service().await;
        let browser = service.as_person("sam-okafor").await;
        let path = "/admin/calendar/new";
        let preview = browser.post(path, &with(&DAY, ("do", "check"))).await;
        assert_eq!(preview.status, StatusCode::OK);
        assert!(preview.text.contains("Monday 30 March 2026") && preview.text.contains("Rapid review"));
        assert!(preview.text.contains("&#60;b&#62;of") && preview.text.contains("open deadlines move"));
        assert!(!browser.get("/admin/calendar").await.text.contains("mourning"));
        for _ in 0..2 {
            assert_eq!(browser.post(path, &with(&DAY, ("do", "record"))).await.location, "/admin/calendar");
        }
        assert!(browser.get("/admin/calendar").await.text.contains("mourning"));
        let log = browser.get("/admin/log").await.text;
        assert_eq!(log.matches("Added a bank holiday on 30 March 2026").count(), 1);
    }

    #[tokio::test]
    async fn an_administrator_learns_of_no_case() {
        let service = service().await;
        let answered =
            service.as_person("m-rees").await.post("/admin/calendar/new", &with(&DAY, ("do", "check"))).await;
        assert!(answered.text.contains("in cases that you may not see"));
        assert!(!answered.text.contains("/cases/") && !answered.text.contains("2026-0"));
    }

    #[tokio::test]
    async fn a_day_that_changes_nothing_is_refused() {
        let service = service().await;
        let browser = service.as_person("sam-okafor").await;
        for (wrong, says) in [
            (("date-day", "28"), "is no working day in any case"),
            (("date-year", "2031"), "has to be loaded whole"),
            (("standing", "maybe"), "Select whether it is proclaimed"),
            (("title", ""), "Enter the name of the bank holiday"),
        ] {
            let answered = browser.post("/admin/calendar/new", &with(&DAY, wrong)).await;
            assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
            assert!(answered.text.contains(says), "{wrong:?}");
        }
        let easter = with(&with(&DAY, ("date-day", "3")), ("date-month", "4"));
        let answered = browser.post("/admin/calendar/new", &easter).await;
        assert!(answered.text.contains("Good Friday is on this day already"));
    }
}
