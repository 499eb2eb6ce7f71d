//! Adding a bank holiday: what moves is shown before anything does.

use std::sync::Arc;

use axum::extract::{Request, State};
use calendar::{BankHoliday, Calendar, NaiveDate, Standing};
use case::ClockKey;
use chrono::{Datelike, Weekday};
use store::recount::{Moved, moves, recount};
use store::{Basis, holidays};

use super::administers::Administers;
use super::calendar::standing_in_words;
use super::changed::{Facts, Pen, What};
use crate::app::{App, Known};
use crate::components::{
    Button, Cell, Choice, DateInput, Html, Inset, Radios, SummaryList, SummaryRow, Table, TextInput,
};
use crate::error::{Answer, Error};
use crate::form::asked::code;
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::page::FormPage;
use crate::form::parse::Fields;
use crate::form::record::forget_draft;
use crate::form::{draft, request};
use crate::http::respond;
use crate::session::{Flash, flash};
use crate::text::date;
use crate::text::grammar::several;

const LIST: &str = "/admin/calendar";
const PATH: &str = "/admin/calendar/new";

/// How many of the clocks that move are listed.
const LISTED: usize = 100;

/// Asks for the day.
pub(crate) async fn ask(State(app): State<App>, administers: Administers) -> Answer {
    let answers = draft::draft(&app, &administers.visitor, PATH).await?.unwrap_or_default();
    respond::page(&ask_page(&app, &administers, &answers, &Problems::default()))
}

/// Shows what moves, adds the day, or goes back to the questions.
pub(crate) async fn add(State(app): State<App>, administers: Administers, request: Request) -> Answer {
    let answers = request::answers(request).await?;
    if draft::is_wanted(&answers) {
        return draft::keep(&app, &administers.visitor, PATH, "Add a bank holiday", answers, LIST).await;
    }
    let known = app.known();
    let mut fields = Fields::of(&answers);
    let holiday = read(&mut fields, known.basis.calendar());
    let (true, Some(holiday)) = (fields.are_fine(), holiday) else {
        return respond::refused(&ask_page(&app, &administers, &answers, &fields.problems));
    };
    match answers.one("do") {
        "record" => record(&app, &administers, holiday).await,
        "change" => respond::page(&ask_page(&app, &administers, &answers, &Problems::default())),
        _ => {
            let moved = what_moves(&app, holiday.clone()).await?;
            respond::page(&check_page(&app, &administers, &holiday, &moved))
        }
    }
}

/// Reads the day. One that changes nothing, or that cannot stand alone, is refused.
fn read(fields: &mut Fields<'_>, calendar: &Calendar) -> Option<BankHoliday> {
    let date = fields.day("date", "Date of the bank holiday");
    let title = fields.line("title", "Enter the name of the bank holiday");
    let standing = fields.choice::<Standing>("standing", "Select whether it is proclaimed");
    let date = date?;
    let (first, last) = calendar.covers();
    if date < first || date > last {
        let years = format!(
            "Date of the bank holiday must be from {} to {}. A later year has to be loaded whole, which the operator does",
            date::day(first),
            date::day(last)
        );
        fields.problems.add_at("date", "date-year", years);
    } else if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
        let weekend = format!(
            "{} is no working day in any case. Enter a day from Monday to Friday",
            date::weekday(date)
        );
        fields.problems.add_at("date", "date-day", weekend);
    }
    let holiday = BankHoliday { title, date, notes: String::new(), bunting: false, standing: standing? };
    match calendar.holidays().on(date) {
        // The button was pressed twice, or somebody else added the same day.
        Some(there) if there.title == holiday.title && there.standing == holiday.standing => {}
        Some(there) if there.standing == Standing::Proclaimed => {
            let message = format!("{} is on this day already", there.title);
            fields.problems.add_at("date", "date-day", message);
        }
        _ => {}
    }
    Some(holiday)
}

async fn what_moves(app: &App, holiday: BankHoliday) -> Result<Vec<Moved>, Error> {
    let mut tx = app.db().snapshot().await?;
    let old = Basis::load(&mut tx).await?;
    let days = old.calendar().holidays().clone().with(holiday);
    let new = Basis::with_holidays(&mut tx, days).await?;
    Ok(moves(&mut tx, &old, &new).await?)
}

/// Adds the day and moves every date in lists that rests on it, together.
async fn record(app: &App, administers: &Administers, holiday: BankHoliday) -> Answer {
    let (pen, by, now) =
        (Pen::of(app, &administers.visitor), administers.visitor.actor.person, app.clock().now());
    let said = format!("{} is a bank holiday", date::weekday(holiday.date));
    let facts =
        Facts { date: Some(holiday.date), standing: Some(code(&holiday.standing)), ..Facts::default() };
    let write = app.db().write(move |tx| {
        Box::pin(async move {
            let old = Basis::load(tx).await?;
            if old.calendar().holidays().on(holiday.date) == Some(&holiday) {
                return Ok(());
            }
            let days = old.calendar().holidays().clone().with(holiday);
            holidays::save_bank_holidays(tx, &days, by, now).await?;
            let new = Basis::load(tx).await?;
            recount(tx, &old, &new).await?;
            pen.note(tx, 0, What::BankHolidayAdded, &facts).await
        })
    });
    write.await?;
    app.look_again().await?;
    forget_draft(app.db(), &administers.visitor, PATH).await?;
    let next = "Open deadlines are counted anew. Those that were met or missed stay as they are.".to_owned();
    flash(app, &administers.visitor, Flash::new(said).next(Some(next))).await?;
    respond::go_to(LIST)
}

fn ask_page(app: &App, administers: &Administers, answers: &Answers, problems: &Problems) -> FormPage {
    let date = DateInput::new("date", "Date")
        .hint("For example, 27 3 2026")
        .strong()
        .value(answers.one("date-day"), answers.one("date-month"), answers.one("date-year"))
        .error(problems.of("date"));
    let title = TextInput::new("title", "Name")
        .hint("As it was proclaimed, such as Bank Holiday for the Coronation")
        .strong()
        .value(answers.one("title"))
        .error(problems.of("title"));
    let standing = [Standing::Proclaimed, Standing::Projected].into_iter().fold(
        Radios::new("standing", "How firm is it?").strong().error(problems.of("standing")),
        |radios, standing| {
            let code = code(&standing);
            let chosen = answers.has("standing", &code);
            radios.item(Choice::new(code, standing_in_words(standing)).chosen(chosen))
        },
    );
    let shell = administers.form_shell(app, "Add a bank holiday", ("Back to bank holidays", LIST));
    FormPage::new(shell, "Add a bank holiday")
        .say("Next you see which open deadlines move. Nothing changes before you have seen it.")
        .problems(problems)
        .field(date)
        .field(title)
        .field(standing)
        .button(Button::primary("See what moves").named("do", "check"))
        .kept()
}

fn check_page(app: &App, administers: &Administers, holiday: &BankHoliday, moved: &[Moved]) -> FormPage {
    let known = app.known();
    let shell = administers.form_shell(app, "Check and add a bank holiday", ("Back to bank holidays", LIST));
    let facts = SummaryList::new()
        .row(SummaryRow::strong("Date", date::weekday(holiday.date)))
        .row(SummaryRow::new("Name", &holiday.title))
        .row(SummaryRow::new("How firm it is", standing_in_words(holiday.standing)));
    FormPage::new(shell.wide(), "Check and add this bank holiday")
        .show(facts)
        .show(what_is_told(&known, administers, moved))
        .happens("It counts for every partnership that uses this service.")
        .happens("Open deadlines after it move to the dates shown. Deadlines that were met or missed stay as they are.")
        .happens("Every page and list shows the new dates at once.")
        .hidden("date-day", holiday.date.day().to_string())
        .hidden("date-month", holiday.date.month().to_string())
        .hidden("date-year", holiday.date.year().to_string())
        .hidden("title", &holiday.title)
        .hidden("standing", code(&holiday.standing))
        .button(Button::primary("Add this bank holiday").named("do", "record"))
        .button(Button::secondary("Change").named("do", "change"))
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
