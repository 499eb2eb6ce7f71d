//! Which emails somebody gets, and who gets them while they are away.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::extract::{Request, State};
use calendar::NaiveDate;
use case::PersonId;
use store::mail_choices::{self, Digest, MailChoice};

use super::deputies::Deputies;
use super::email_kinds::Kinds;
use super::shell;
use crate::app::{App, Known};
use crate::components::{Button, ButtonLink};
use crate::error::{Answer, Error};
use crate::form::page::FormPage;
use crate::form::question::{Offer, Question, one_of, optional_day, required_one_of};
use crate::form::{PageForm, Problems, Questions, Read};
use crate::session::{Flash, SignedIn};
use crate::text::date;

const PATH: &str = "/account/emails";

const DIGEST: Question<Digest> = required_one_of("digest", "A digest of what is due")
    .missing("Select when you want a digest")
    .hint("What is overdue and what is due, in one email. It is not sent when nothing is due");
const OFFERED: &str = "Select one of the people who are offered";
const DEPUTY: Question<Option<PersonId>> = one_of("deputy", "Your deputy")
    .not_offered(OFFERED)
    .hint("Gets your emails while you are away, about cases that they may open as well. The business unit is told")
    .in_a_list();
const UNTIL: Question<Option<NaiveDate>> = optional_day("until", "Last day on which you are away")
    .called("Last day on which you are away")
    .hint("For example, 3 4 2026. Leave it empty when you are not away");

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

fn form<'a>(app: &'a App, visitor: &'a SignedIn, reader: &'a Reader) -> PageForm<'a> {
    PageForm::new(app, visitor, PATH, "/account", page(app, visitor, reader))
        .asking(questions(&app.known(), reader))
        .checking(|read, problems| check(&app.known(), reader, read, problems))
}

/// Shows what is chosen now.
pub(crate) async fn ask(State(app): State<App>, visitor: SignedIn) -> Answer {
    let reader = look(&app, &visitor).await?;
    form(&app, &visitor, &reader).show().await
}

/// Changes it; or ends an absence.
pub(crate) async fn change(State(app): State<App>, visitor: SignedIn, request: Request) -> Answer {
    let reader = look(&app, &visitor).await?;
    let sent = form(&app, &visitor, &reader).sent(request).await?;
    if sent.answers.one("do") == "back" {
        save(&app, &visitor, MailChoice { away_until: None, ..reader.choice.clone() }).await?;
        return sent.done_at(PATH, Flash::new("Welcome back. Your emails come to you again")).await;
    }
    let Some(read) = sent.fine() else { return sent.answer().await };
    let choice = choice(&reader, &read);
    let next = choice.away(reader.today).map(|(deputy, until)| {
        let (until, deputy) = (date::weekday(until), app.known().names.person(deputy));
        format!("Until {until} your emails about cases go to {deputy}.")
    });
    save(&app, &visitor, choice).await?;
    sent.done(Flash::new("What you chose about emails is saved").next(next)).await
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

/// Asks; nothing where no emails about cases could come.
fn questions<'a>(known: &Known, reader: &Reader) -> Questions<'a> {
    let choice = &reader.choice;
    let digests = [Digest::Daily, Digest::Weekly, Digest::None].map(|digest| {
        let offer = Offer::new(&digest, digest_in_words(digest));
        if digest != Digest::Daily {
            return offer;
        }
        offer.hint(
            "While a daily digest is on, reminders more than 2 working days ahead go only in the digest",
        )
    });
    let has_deputies = !reader.deputies.is_empty();
    let deputies = DEPUTY.among_or("Nobody", reader.deputies.offers(known, reader.today));
    let until = choice.away_until.filter(|until| reader.today <= *until);
    let digest = Questions::new().ask(DIGEST.among(digests).starting(choice.digest));
    let kinds = reader.kinds.ask(digest, choice).show(always(reader));
    kinds.ask_if(has_deputies, deputies.starting(choice.deputy)).ask_if(has_deputies, UNTIL.starting(until))
}

/// Whoever is away has a deputy who is not.
fn check(known: &Known, reader: &Reader, read: &Read<'_>, problems: &mut Problems) {
    if !read.asks(DEPUTY.name) && !read.answers.one(DEPUTY.name).is_empty() {
        problems.add(DEPUTY.name, OFFERED);
    }
    let (Some(Some(until)), Some(deputy)) = (read.maybe(&UNTIL), read.maybe(&DEPUTY)) else { return };
    if until < reader.today {
        problems.add_date(UNTIL.name, "Last day on which you are away must be today or later");
    }
    let Some(deputy) = deputy else {
        return problems.add(DEPUTY.name, "Select who gets your emails while you are away");
    };
    if let Some(until) = reader.deputies.away(deputy, reader.today) {
        let (who, until) = (known.names.person(deputy), date::day(until));
        problems.add(DEPUTY.name, format!("{who} is away too, until {until}. Select somebody else"));
    }
}

fn choice(reader: &Reader, read: &Read<'_>) -> MailChoice {
    MailChoice {
        digest: read.of(&DIGEST),
        switched_off: reader.kinds.read(read, &reader.choice.switched_off),
        deputy: read.of(&DEPUTY),
        away_until: read.of(&UNTIL),
    }
}

fn always(reader: &Reader) -> Always {
    Always { has_cases: !reader.kinds.is_empty(), has_deputies: !reader.deputies.is_empty() }
}

fn page(app: &App, visitor: &SignedIn, reader: &Reader) -> FormPage {
    let page = FormPage::new(shell(app, visitor, "Emails you get"), "Emails you get");
    if reader.kinds.is_empty() {
        return page
            .say("There is nothing to choose: you see no cases, so nothing of them is emailed to you.")
            .show(always(reader));
    }
    let page = match reader.choice.away(reader.today) {
        Some((deputy, until)) => page.show(away(&app.known(), deputy, until)),
        None => page,
    };
    page.button(Button::primary("Save what you chose")).link(ButtonLink::secondary("Cancel", "/account"))
}

fn away(known: &Known, deputy: PersonId, until: NaiveDate) -> Away {
    let (until, who) = (date::weekday(until), known.names.person_and_post(deputy));
    let text = format!(
        "You are away until {until}. {who}, gets your emails about cases that they may open as well. The others come to you."
    );
    Away { text, button: Button::secondary("I am back").named("do", "back") }
}

/// How often somebody gets a digest.
pub(super) fn digest_in_words(digest: Digest) -> &'static str {
    match digest {
        Digest::None => "No digest",
        Digest::Daily => "Every working day at 8am",
        Digest::Weekly => "Mondays at 8am",
    }
}
