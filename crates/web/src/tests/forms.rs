//! The forms of a page, read as a browser reads them, and answers that might be somebody's.

use scraper::ElementRef;

use super::routes::{address_for, routes};
use crate::tests::harness::{Answered, Browser, Page, Service, attribute, select};

/// Cases of the examples at different stages, from just referred to closed.
const CASES: [&str; 8] =
    ["2026-006", "2026-005", "2026-003", "2026-004", "2025-008", "2025-005", "2025-011", "2025-001"];

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// With words.
    Words,
    /// With a part of a date, a time, a number or the like.
    Typed,
    /// With one of several answers.
    Choice,
    /// Nobody sees it.
    Hidden,
}

/// A question of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// An answer that somebody might give.
    pub(super) answer: String,
}

/// A form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) action: String,
    pub(super) fields: Vec<Field>,
    /// Whether it can be kept as a draft.
    pub(super) is_kept: bool,
}

impl Form {
    /// Whether anything is written in it.
    pub(super) fn takes_words(&self) -> bool {
        self.fields.iter().any(|field| field.kind == Kind::Words)
    }

    /// Whether both ask the same at places of the same name.
    fn is_like(&self, other: &Self) -> bool {
        let names = |form: &Self| form.fields.iter().map(|field| field.name.clone()).collect::<Vec<_>>();
        let place = |form: &Self| form.action.rsplit('/').next().map(str::to_owned);
        names(self) == names(other) && place(self) == place(other)
    }

    /// Every answer, with some of them changed.
    pub(super) fn answers(&self, change: impl Fn(&Field) -> Option<String>) -> Vec<(String, String)> {
        let answer = |field: &Field| change(field).unwrap_or_else(|| field.answer.clone());
        self.fields.iter().map(|field| (field.name.clone(), answer(field))).collect()
    }
}

/// The forms of a page that record something.
pub(super) fn forms(address: &str, page: &str) -> Vec<Form> {
    // Most of what is asked for is no page with a form, and reading it would take longer than making it.
    let main = page.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>"));
    if !main.is_some_and(|(main, _)| main.contains("<form")) {
        return Vec::new();
    }
    let page = Page::read(page);
    let forms = page.select("form[method=post]").map(|form| Form {
        action: form.attr("action").unwrap_or(address).to_owned(),
        fields: fields(form),
        is_kept: !select(form, "[value=draft]").is_empty(),
    });
    forms.collect()
}

fn fields(form: ElementRef<'_>) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    if let Some(button) = pressed(form).filter(|button| button.attr("name").is_some()) {
        let (name, answer) = (attribute(button, "name"), attribute(button, "value"));
        fields.push(Field { name, kind: Kind::Hidden, answer });
    }
    for field in select(form, "[name]:is(input, select, textarea)") {
        let (name, value) = (attribute(field, "name"), attribute(field, "value"));
        let (kind, answer) = match (field.value().name(), field.attr("type")) {
            (_, Some("hidden")) => (Kind::Hidden, value),
            (_, Some("checkbox")) if name.ends_with("-unknown") => continue,
            (_, Some("radio" | "checkbox")) => (Kind::Choice, value),
            ("select", _) => (Kind::Choice, first_option(field)),
            _ => match typed(&name) {
                Some(answer) => (Kind::Typed, answer.to_owned()),
                None => (Kind::Words, "Plain words".to_owned()),
            },
        };
        if !fields.iter().any(|field| field.name == name) {
            fields.push(Field { name, kind, answer });
        }
    }
    fields
}

/// The button that is pressed by whoever is done with a form: the green one, where there is one.
fn pressed(form: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let green = "button.govuk-button:not(.govuk-button--secondary)";
    [green, "button[type=submit]"].iter().find_map(|css| select(form, css).first().copied())
}

fn first_option(field: ElementRef<'_>) -> String {
    let options = select(field, "option").into_iter().map(|option| attribute(option, "value"));
    options.into_iter().find(|value| !value.is_empty()).unwrap_or_default()
}

/// An answer to a question that takes no free text.
fn typed(name: &str) -> Option<&'static str> {
    const AHEAD: [&str; 7] =
        ["review_on", "expected", "due", "decide_by", "comments_due", "reply_due", "until"];
    match name {
        _ if AHEAD.iter().any(|day| name.strip_suffix("-day") == Some(day)) => Some("30"),
        _ if name.ends_with("-day") => Some("26"),
        _ if name.ends_with("-month") => Some("3"),
        _ if name.ends_with("-year") => Some("2026"),
        _ if name.contains("time") => Some("4:12pm"),
        _ if name.contains("email") => Some("somebody@northmere.example"),
        _ if name.starts_with("day-") => Some("9"),
        "age" => Some("20"),
        "address" => Some("https://northmere.example/review"),
        "attended" | "before" | "months" | "every" | "on" => Some("1"),
        "case" => Some("2026-001"),
        "digest" | "senior_after" => Some(""),
        _ => None,
    }
}

/// Who finds a form.
pub(super) type Found = (&'static str, Form);

/// Every form that these people find, each once, with who finds it.
pub(super) async fn every_form(service: &Service, people: &[&'static str]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for person in people {
        let browser = service.as_person(person).await;
        for route in routes(&service.app) {
            let cases = if route.contains("{case}") { CASES.as_slice() } else { &CASES[..1] };
            for case in cases {
                let address = address_for(&route, case);
                let page = browser.get(&address).await;
                for form in forms(&address, &page.text) {
                    if !found.iter().any(|(_, known)| known.is_like(&form)) {
                        found.push((person, form));
                    }
                }
            }
        }
    }
    found
}

/// The form as it is now, where it is still there: others may have recorded something since it was found.
pub(super) async fn as_it_is_now(browser: &Browser<'_>, form: Form) -> Form {
    let page = browser.get(&form.action).await;
    let now = forms(&form.action, &page.text).into_iter().find(|now| now.is_like(&form));
    now.unwrap_or(form)
}

/// Sends a form and whatever comes after it, to the end: over its second page and its check page.
pub(super) async fn send_on(
    browser: &Browser<'_>,
    form: &Form,
    answers: &[(String, String)],
) -> Vec<Answered> {
    let mut steps = vec![send(browser, &form.action, answers).await];
    for _ in 0..3 {
        let last = &steps[steps.len() - 1];
        let next = if last.status.is_success() { forms(&form.action, &last.text) } else { Vec::new() };
        let Some(next) = next.into_iter().find(|next| next.action == form.action) else { break };
        let mut answers = next.answers(|_| None);
        answers.push(("do".to_owned(), "record".to_owned()));
        steps.push(send(browser, &next.action, &answers).await);
    }
    steps
}

/// Sends answers.
pub(super) async fn send(browser: &Browser<'_>, action: &str, answers: &[(String, String)]) -> Answered {
    let answers: Vec<_> = answers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(action, &answers).await
}
