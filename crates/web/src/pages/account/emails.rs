//! Which emails somebody gets, and who gets them while they are away.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::extract::{Request, State};
use calendar::NaiveDate;
use case::PersonId;
use store::mail_choices::{self, Digest, MailChoice};

use super::deputies::Deputies;
use super::email_kinds::Kinds;
use crate::app::{App, Known};
use crate::components::{BackLink, Button, ButtonLink, Choice, Radios};
use crate::error::{Answer, Error};
use crate::form::asked::Asked;
use crate::form::asked::code;
use crate::form::data::Answers;
use crate::form::date_input::boxes;
use crate::form::errors::Problems;
use crate::form::page::FormPage;
use crate::form::parse::Fields;
use crate::form::request;
use crate::http::respond;
use crate::layout::{Before, Section, Shell};
use crate::session::SignedIn;
use crate::session::{Flash, flash};
use crate::text::date;

const PATH: &str = "/account/emails";

/// What the page has to know of its reader.
struct Reader {
    choice: MailChoice,
    kinds: Kinds,
    deputies: Deputies,
    today: NaiveDate,
}

#[derive(Template)]
#[template(path = "pages/account/always.html")]
struct Always {
    has_cases: bool,
    has_deputies: bool,
}

#[derive(Template)]
#[template(path = "pages/account/away.html")]
struct Away {
    text: String,
    button: Button,
}

impl HtmlSafe for Always {}
impl HtmlSafe for Away {}

/// Shows what is chosen now.
pub(crate) async fn ask(State(app): State<App>, visitor: SignedIn) -> Answer {
    let reader = look(&app, &visitor).await?;
    respond::page(&page(&app, &visitor, &reader, &answers(&reader), &Problems::default()))
}

/// Changes it; or ends an absence.
pub(crate) async fn change(State(app): State<App>, visitor: SignedIn, request: Request) -> Answer {
    let answers = request::answers(request).await?;
    let reader = look(&app, &visitor).await?;
    if answers.one("do") == "back" {
        save(&app, &visitor, MailChoice { away_until: None, ..reader.choice }).await?;
        flash(&app, &visitor, Flash::new("Welcome back. Your emails come to you again")).await?;
        return respond::go_to(PATH);
    }
    let mut fields = Fields::of(&answers);
    let Some(choice) = read(&mut fields, &app.known(), &reader) else {
        return respond::refused(&page(&app, &visitor, &reader, &answers, &fields.problems));
    };
    let next = choice.away(reader.today).map(|(deputy, until)| {
        format!(
            "Until {} your emails about cases go to {}.",
            date::weekday(until),
            app.known().names.person(deputy)
        )
    });
    save(&app, &visitor, choice).await?;
    flash(&app, &visitor, Flash::new("What you chose about emails is saved").next(next)).await?;
    respond::go_to("/account")
}

async fn look(app: &App, visitor: &SignedIn) -> Result<Reader, Error> {
    let known = app.known();
    let mut tx = app.db().snapshot().await?;
    let choice = chosen(&mut tx, visitor).await?;
    let deputies = Deputies::of(&mut tx, &known, &visitor.actor).await?;
    Ok(Reader { choice, kinds: Kinds::of(&known, &visitor.actor), deputies, today: app.clock().today() })
}

/// What the visitor chose, or what holds for their roles.
pub(super) async fn chosen(tx: &mut store::Tx, visitor: &SignedIn) -> Result<MailChoice, store::Error> {
    let found = mail_choices::of(tx, &[visitor.actor.person]).await?.remove(&visitor.actor.person);
    Ok(found.unwrap_or_else(|| MailChoice::usual(&visitor.actor.memberships)))
}

async fn save(app: &App, visitor: &SignedIn, choice: MailChoice) -> Result<(), Error> {
    let person = visitor.actor.person;
    app.db().write(move |tx| Box::pin(async move { mail_choices::save(tx, person, &choice).await })).await?;
    Ok(())
}

/// What is asked for, where nothing is wrong with it.
fn read(fields: &mut Fields<'_>, known: &Known, reader: &Reader) -> Option<MailChoice> {
    let digest = fields.choice("digest", "Select when you want a digest");
    let switched_off = reader.kinds.read(fields, &reader.choice.switched_off);
    let deputy = match fields.answers().one("deputy") {
        "" => None,
        _ => fields.id("deputy", "Select one of the people who are offered").map(PersonId),
    };
    if deputy.is_some_and(|deputy| !reader.deputies.has(deputy)) {
        fields.problems.add("deputy", "Select one of the people who are offered");
    }
    let away_until = fields.optional_day("until", "Last day on which you are away");
    if away_until.is_some_and(|until| until < reader.today) {
        let message = "Last day on which you are away must be today or later";
        fields.problems.add_at("until", "until-day", message);
    }
    if away_until.is_some() {
        match deputy {
            None => fields.problems.add("deputy", "Select who gets your emails while you are away"),
            Some(deputy) => {
                if let Some(until) = reader.deputies.away(deputy, reader.today) {
                    let (who, until) = (known.names.person(deputy), date::day(until));
                    let message = format!("{who} is away too, until {until}. Select somebody else");
                    fields.problems.add("deputy", message);
                }
            }
        }
    }
    let choice = MailChoice { digest: digest?, switched_off, deputy, away_until };
    fields.are_fine().then_some(choice)
}

fn answers(reader: &Reader) -> Answers {
    let choice = &reader.choice;
    let [day, month, year] = match choice.away_until.filter(|until| reader.today <= *until) {
        Some(until) => boxes(case::When::Day(until)),
        None => Default::default(),
    };
    let answers = Answers::default()
        .and("digest", code(&choice.digest))
        .and("deputy", choice.deputy.map(|deputy| deputy.to_string()).unwrap_or_default())
        .and("until-day", day)
        .and("until-month", month)
        .and("until-year", year);
    reader.kinds.answers(choice, answers)
}

fn page(app: &App, visitor: &SignedIn, reader: &Reader, answers: &Answers, problems: &Problems) -> FormPage {
    let known = app.known();
    let shell = Shell::of(app, visitor, Section::Account, "Emails you get")
        .after(Before::Back(BackLink::new("Back to your account", "/account")));
    let mut page = FormPage::new(shell, "Emails you get").problems(problems);
    let has_cases = !reader.kinds.is_empty();
    let always = Always { has_cases, has_deputies: !reader.deputies.is_empty() };
    if !has_cases {
        return page
            .say("There is nothing to choose: you see no cases, so nothing of them is emailed to you.")
            .show(always);
    }
    if let Some((deputy, until)) = reader.choice.away(reader.today) {
        let (until, who) = (date::weekday(until), known.names.person_and_post(deputy));
        let text = format!(
            "You are away until {until}. {who}, gets your emails about cases that they may open as well. The others come to you."
        );
        page = page.show(Away { text, button: Button::secondary("I am back").named("do", "back") });
    }
    page = page.field(digests(answers, problems));
    for boxes in reader.kinds.ask(answers, problems) {
        page = page.field(boxes);
    }
    page = page.field(always);
    if !reader.deputies.is_empty() {
        let deputy = reader.deputies.select(&known, answers.one("deputy"), reader.today);
        let until = Asked { answers, problems }.date("until", "Last day on which you are away");
        page = page
            .field(deputy.hint("Gets your emails while you are away, about cases that they may open as well. The business unit is told").error(problems.of("deputy")))
            .field(until.hint("For example, 3 4 2026. Leave it empty when you are not away"));
    }
    page.button(Button::primary("Save what you chose")).link(ButtonLink::secondary("Cancel", "/account"))
}

fn digests(answers: &Answers, problems: &Problems) -> Radios {
    let radios = Radios::new("digest", "A digest of what is due").strong().error(problems.of("digest"));
    let radios =
        radios.hint("What is overdue and what is due, in one email. It is not sent when nothing is due");
    [Digest::Daily, Digest::Weekly, Digest::None].into_iter().fold(radios, |radios, digest| {
        let value = code(&digest);
        let chosen = answers.has("digest", &value);
        let choice = Choice::new(value, digest_in_words(digest)).chosen(chosen);
        radios.item(match digest {
            Digest::Daily => choice.hint(
                "While a daily digest is on, reminders more than 2 working days ahead go only in the digest",
            ),
            Digest::Weekly | Digest::None => choice,
        })
    })
}

/// How often somebody gets a digest.
pub(super) fn digest_in_words(digest: Digest) -> &'static str {
    match digest {
        Digest::None => "No digest",
        Digest::Daily => "Every working day at 8am",
        Digest::Weekly => "Mondays at 8am",
    }
}
