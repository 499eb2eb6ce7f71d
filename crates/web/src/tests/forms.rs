//! The forms of a page, read as a browser reads them, and answers that might be somebody's.

use super::routes::{address_for, routes};
use crate::tests::harness::{Answered, Browser, Service};

/// Cases of the examples at different stages, from just referred to closed.
const CASES: [&str; 8] =
    ["2026-006", "2026-005", "2026-003", "2026-004", "2025-008", "2025-005", "2025-011", "2025-001"];

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// With words.
    Words,
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
        self.fields.iter().any(|field| field.kind == Kind::Words && !is_part_of_date(&field.name))
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

/// Whether a field is a part of a date.
pub(super) fn is_part_of_date(name: &str) -> bool {
    ["-day", "-month", "-year"].iter().any(|part| name.ends_with(part))
}

fn unescaped(text: &str) -> String {
    let signs = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    signs.iter().fold(text.to_owned(), |text, (code, sign)| text.replace(code, sign))
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let rest = tag.split_once(&format!(" {name}=\"")).map(|(_, rest)| rest)?;
    rest.split('"').next().map(unescaped)
}

/// The forms of a page that record something.
pub(super) fn forms(address: &str, page: &str) -> Vec<Form> {
    let main = page.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap_or_default();
    let forms = main.split("<form").skip(1).filter_map(|rest| rest.split("</form>").next());
    let forms = forms.filter(|form| {
        attribute(form.split('>').next().unwrap_or_default(), "method").as_deref() == Some("post")
    });
    forms
        .map(|form| Form {
            action: attribute(form, "action").unwrap_or_else(|| address.to_owned()),
            fields: fields(form),
            is_kept: form.contains("value=\"draft\""),
        })
        .collect()
}

fn fields(form: &str) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for tag in form.split('<').skip(1) {
        let Some(name) = attribute(tag.split('>').next().unwrap_or_default(), "name") else { continue };
        let kind = attribute(tag, "type").unwrap_or_default();
        let value = attribute(tag, "value");
        let (kind, answer) = match (tag.split([' ', '>']).next().unwrap_or_default(), kind.as_str()) {
            ("input", "hidden") => (Kind::Hidden, value.unwrap_or_default()),
            ("input", "checkbox") if name.ends_with("-unknown") => continue,
            ("input", "radio" | "checkbox") => (Kind::Choice, value.unwrap_or_default()),
            ("select", _) => (Kind::Choice, first_option(form, &name)),
            ("input" | "textarea", _) => (Kind::Words, plausible(&name).to_owned()),
            _ => continue,
        };
        if !fields.iter().any(|field| field.name == name) {
            fields.push(Field { name, kind, answer });
        }
    }
    fields
}

fn first_option(form: &str, name: &str) -> String {
    let select = form.split(&format!(" name=\"{name}\"")).nth(1).unwrap_or_default();
    let select = select.split("</select>").next().unwrap_or_default();
    let options = select.split("<option").skip(1).filter_map(|option| attribute(option, "value"));
    options.into_iter().find(|value| !value.is_empty()).unwrap_or_default()
}

/// An answer in words that fits most questions.
fn plausible(name: &str) -> &'static str {
    match name {
        _ if name.ends_with("-day") => "26",
        _ if name.ends_with("-month") => "3",
        _ if name.ends_with("-year") => "2026",
        _ if name.contains("time") => "4:12pm",
        _ if name.contains("email") => "somebody@northmere.example",
        "age" => "20",
        _ => "Plain words",
    }
}

/// Every form that these people find, each once, with who finds it.
pub(super) async fn every_form(service: &Service, people: &[&'static str]) -> Vec<(&'static str, Form)> {
    let mut found: Vec<(&str, Form)> = Vec::new();
    for person in people {
        let browser = service.as_person(person).await;
        for route in routes(&service.app) {
            let cases = if route.contains("{case}") { CASES.as_slice() } else { &CASES[..1] };
            for case in cases {
                let address = address_for(&route, case);
                let page = browser.get(&address).await;
                let new = forms(&address, &page.text)
                    .into_iter()
                    .filter(|form| !found.iter().any(|(_, known)| known.is_like(form)));
                let new: Vec<_> = new.map(|form| (*person, form)).collect();
                found.extend(new);
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
