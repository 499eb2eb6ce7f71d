//! Nothing of a case is in a letter: every text of every example case is poisoned, each is recorded step by step as time
//! goes by, and every letter that is written meanwhile is searched.
//!
//! A new kind of letter that none of this writes fails the test: then let the examples, or the steps below, cause it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use calendar::london_date;
use case::reminders::Kind;
use case::{Actor, CaseId, PersonId};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use import::Import;
use mail::{Mailer, Reminders};
use serde_json::{Value, json};
use store::drafts::{self, Draft};
use store::mail_choices::{self, MailChoice};
use store::{Basis, Db, Request, people};
use uuid::Uuid;

use super::town::letterhead;
use crate::record::story::{command, operator};

/// Names, initials, a date of birth, a school, a street and words of harm, none of which is in any letter of ours.
pub(crate) const POISON: [&str; 9] = [
    "Zephyrine",
    "Quillfeather",
    "Z.Q.",
    "17 February 2019",
    "2019-02-17",
    "St Zebulon",
    "Quagmire",
    "shaken",
    "drowned",
];

/// Who has a place on the list of each case, so that everybody who can get a letter does.
const LISTED: [(&str, &str); 7] = [
    ("sam-okafor", "business_unit"),
    ("r-patel", "partner"),
    ("j-mensah", "partner"),
    ("a-chen", "partner"),
    ("p-lowe", "panel_liaison"),
    ("d-ahmed", "contributor"),
    ("k-walsh", "reviewer"),
];

/// One step of an example case, poisoned.
struct Poisoned {
    at: DateTime<Utc>,
    case: CaseId,
    by: PersonId,
    command: Value,
}

fn poisoned(words: &mut Value) {
    for (name, text) in words.as_object_mut().into_iter().flatten() {
        let (before, poison) = (text.as_str().unwrap(), POISON.join(", "));
        *text = match name.as_str() {
            // Where a review is published, and a number of the Panel, are forms of their own.
            "address" | "reference" => continue,
            // A title with a name in it is refused.
            "title" => format!("{before} {}", poison.to_lowercase()).into(),
            _ => format!("{before} {poison}").into(),
        };
    }
}

fn steps(examples: &str) -> Vec<Poisoned> {
    let mut steps = Vec::new();
    for line in examples.lines().filter(|line| line.starts_with("{\"case\"")) {
        let line: Value = serde_json::from_str(line).unwrap();
        let case = CaseId(import::id_of(line["case"]["key"].as_str().unwrap()));
        for mut step in line["case"]["steps"].as_array().unwrap().clone() {
            // Everybody is on the list from the beginning.
            if step["do"].get("grant_access").is_some() || step["do"].get("assign_lead").is_some() {
                continue;
            }
            let at: DateTime<Utc> = step["at"].as_str().unwrap().parse().unwrap();
            let by = PersonId(import::id_of(step["by"].as_str().unwrap()));
            poisoned(&mut step["words"]);
            let words = if step["words"].is_null() { json!({}) } else { step["words"].clone() };
            let mut what = json!({"on": step["on"], "do": step["do"], "words": words});
            import::resolve(&mut what, &|_| true).unwrap();
            let begins = what["do"].get("refer").is_some() || what["do"].get("bring_in").is_some();
            steps.push(Poisoned { at, case, by, command: what });
            if begins {
                steps.extend(listed(at, case, by));
            }
        }
    }
    steps.sort_by_key(|step| step.at);
    steps
}

fn listed(at: DateTime<Utc>, case: CaseId, by: PersonId) -> Vec<Poisoned> {
    let on = london_date(at);
    let access = LISTED
        .iter()
        .map(|(who, role)| json!({"grant_access": {"person": import::id_of(who), "as_role": role}}));
    let lead = json!({"assign_lead": {"person": import::id_of("sam-okafor")}});
    let steps = access.chain([lead]).map(|step| json!({"on": on, "do": step, "words": {}}));
    steps.map(|command| Poisoned { at, case, by, command }).collect()
}

/// A record that knows the people of the examples and none of their cases.
async fn people_of(place: &Path, examples: &str) -> Db {
    let db = Db::migrate(&format!("sqlite:{}", place.join("record.db").display())).await.unwrap();
    let lines: Vec<_> = examples.lines().filter(|line| !line.starts_with("{\"case\"")).collect();
    let file = place.join("people.jsonl");
    std::fs::write(&file, lines.join("\n")).unwrap();
    let import = Import {
        by: operator().person,
        now: DateTime::UNIX_EPOCH,
        new_id: || Uuid::from_u128(0x9015_0000),
        writing: true,
    };
    import::take_in(&db, &file, import, &(Arc::new(|_| ()) as import::Progress)).await.ok().unwrap();
    db
}

async fn record(db: &Db, basis: &Arc<Basis>, step: Poisoned, number: usize) {
    let mut tx = db.snapshot().await.unwrap();
    let found = store::cases::case(&mut tx, &operator(), step.case).await;
    drop(tx);
    let request = Request {
        actor: Actor { person: step.by, ..operator() },
        case: step.case,
        expected: found.map_or(0, |case| case.version()),
        command: command(step.command.clone()),
        then: Vec::new(),
        key: None,
        now: step.at,
        today: london_date(step.at),
        seed: Uuid::from_u128(0x9015_1000 + number as u128),
        along: None,
    };
    if let Err(error) = db.execute(basis, request).await {
        panic!("{}: {error}", step.command);
    }
}

/// Passes and sends at an hour of a day.
async fn at_hour(reminders: &Reminders, day: NaiveDate, hour: u32) {
    let now = day.and_time(NaiveTime::from_hms_opt(hour, 5, 0).unwrap()).and_utc();
    reminders.pass(now).await.unwrap();
    reminders.send(now).await.unwrap();
}

/// So that what is early leaves as a letter of its own.
async fn chooses_no_digest(db: &Db, who: &str) {
    let id = PersonId(import::id_of(who));
    let save =
        db.write(move |tx| Box::pin(async move { mail_choices::save(tx, id, &MailChoice::default()).await }));
    save.await.unwrap();
}

async fn begins_to_write(db: &Db, who: &str, day: NaiveDate) {
    let id = PersonId(import::id_of(who));
    let at = day.and_time(NaiveTime::MIN).and_utc();
    let (path, label) = ("/cases/2026-003/notes/new".to_owned(), POISON.join(" "));
    let draft = Draft { path, label: label.clone(), answers: label, begun_at: at, saved_at: at };
    let save = db.write(move |tx| Box::pin(async move { drafts::save(tx, id, &draft).await }));
    save.await.unwrap();
}

async fn without_address(db: &Db, who: &str) {
    let id = PersonId(import::id_of(who));
    let mut person = people::person(&mut db.glance().await.unwrap(), id).await.unwrap().unwrap();
    person.email = None;
    let save = db.write(move |tx| Box::pin(async move { people::save_person(tx, &person).await }));
    save.await.unwrap();
}

fn further(case: &str, at: &str, by: &str, step: &str) -> Poisoned {
    let at: DateTime<Utc> = at.parse().unwrap();
    let step: Value = serde_json::from_str(step).unwrap();
    let names = ["reason", "evidence", "decided_by", "text", "measure", "who", "summary"];
    let mut words: Value = names.iter().map(|name| ((*name).to_owned(), json!("Text"))).collect();
    poisoned(&mut words);
    let mut what = json!({"on": london_date(at), "do": step, "words": words});
    import::resolve(&mut what, &|_| true).unwrap();
    let (case, by) = (CaseId(import::id_of(case)), PersonId(import::id_of(by)));
    Poisoned { at, case, by, command: what }
}

/// What the examples do not record: a case, when, who, and the step.
const FURTHER: [(&str, &str, &str, &str); 14] = [
    ("school-age-child-injured", "2026-03-26T09:01:00Z", "sam-okafor", r#"{"consider": {"asked": []}}"#),
    (
        "school-age-child-injured",
        "2026-03-26T09:02:00Z",
        "j-mensah",
        r#"{"give_view": {"partner": "icb", "notifiable": false, "capacity": "delegated"}}"#,
    ),
    (
        "school-age-child-injured",
        "2026-03-26T09:03:00Z",
        "a-chen",
        r#"{"give_view": {"partner": "police", "notifiable": false, "capacity": "delegated"}}"#,
    ),
    (
        "school-age-child-injured",
        "2026-03-26T09:04:00Z",
        "r-patel",
        r#"{"decide_not_notifiable": {"harm": "serious_harm", "abuse": "not_suspected", "told": ["@nhs-northmere", "@northmere-police"]}}"#,
    ),
    (
        "school-age-child-injured",
        "2026-03-26T09:05:00Z",
        "sam-okafor",
        r#"{"start_alternative_review": {"kind": "local_learning_review", "due": "2026-04-30"}}"#,
    ),
    (
        "infant-serious-harm",
        "2026-03-26T10:00:00Z",
        "sam-okafor",
        r#"{"decide_as_partner": {"question": "rapid_review", "partner": "police", "answer": "needs_more_information", "capacity": "delegated", "version": 1, "on_behalf": "email"}}"#,
    ),
    (
        "toddler-neglect",
        "2026-03-26T10:00:00Z",
        "sam-okafor",
        r#"{"return_summary": {"agency": "@northmere-community-health", "holds": "information", "chronology": true}}"#,
    ),
    (
        "toddler-neglect",
        "2026-03-27T10:00:00Z",
        "sam-okafor",
        r#"{"reopen_return": {"agency": "@northmere-community-health", "due": "2026-04-02"}}"#,
    ),
    (
        "off-ramp-panel-disagrees",
        "2026-03-27T10:00:00Z",
        "sam-okafor",
        r#"{"replace_reviewer": {"reviewer": "@k-walsh"}}"#,
    ),
    (
        "off-ramp-panel-disagrees",
        "2026-03-30T10:00:00Z",
        "sam-okafor",
        r#"{"write_draft": {"version": 1, "digest": "3d6fc03cda032ba56e053fc4b8ebeabfa2b91dd26129484b05fedb18d62fb3bd", "comments_due": "2026-04-20"}}"#,
    ),
    (
        "siblings-neglect",
        "2026-03-30T10:00:00Z",
        "sam-okafor",
        r#"{"open_action": {"number": 4, "owner": "@d-ahmed", "due": "2026-04-30"}}"#,
    ),
    ("siblings-neglect", "2026-03-31T10:00:00Z", "sam-okafor", r#"{"complete_action": {"number": 4}}"#),
    (
        "siblings-neglect",
        "2026-04-01T10:00:00Z",
        "sam-okafor",
        r#"{"judge_impact": {"number": 4, "kind": "audit", "judgement": "embedded"}}"#,
    ),
    ("siblings-neglect", "2026-04-02T10:00:00Z", "sam-okafor", r#"{"close_action": {"number": 4}}"#),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_letter_says_anything_of_a_case() {
    let place = std::env::temp_dir().join(format!("cspr-poison-{}", std::process::id()));
    std::fs::create_dir_all(&place).unwrap();
    let examples = include_str!("../../../examples/synthetic.jsonl");
    let db = people_of(&place, examples).await;
    chooses_no_digest(&db, "sam-okafor").await;
    let basis = Arc::new(Basis::load(&mut db.snapshot().await.unwrap()).await.unwrap());
    let letters = place.join("letters");
    let mailer = Mailer::from_address(&format!("files:{}", letters.display()), letterhead()).unwrap();
    let reminders = Reminders::new(db.clone(), mailer, Uuid::from_u128(7));
    let mut days: BTreeMap<NaiveDate, Vec<Poisoned>> = BTreeMap::new();
    let further = FURTHER.iter().map(|(case, at, by, step)| further(case, at, by, step));
    for step in steps(examples).into_iter().chain(further) {
        let day = london_date(step.at);
        days.entry(day.succ_opt().unwrap()).or_default();
        days.entry(day).or_default().push(step);
    }
    let (first, last) = (*days.keys().next().unwrap(), *days.keys().last().unwrap());
    for monday in (first + Days::new(400)).iter_weeks().take_while(|day| *day < last + Days::new(400)) {
        days.entry(monday).or_default();
    }
    let mut number = 0;
    for (day, steps) in days {
        at_hour(&reminders, day, 8).await;
        let is_quiet = steps.is_empty();
        for step in steps {
            number += 1;
            record(&db, &basis, step, number).await;
        }
        if !is_quiet {
            at_hour(&reminders, day, 16).await;
        }
        if day == last {
            begins_to_write(&db, "sam-okafor", day).await;
            without_address(&db, "j-mensah").await;
        }
    }
    let mut searched = 0;
    for file in std::fs::read_dir(&letters).unwrap() {
        let file = file.unwrap();
        let text = std::fs::read_to_string(file.path()).unwrap();
        let name = file.file_name().into_string().unwrap();
        for poison in POISON {
            let poison = poison.to_lowercase();
            let clean = !text.to_lowercase().contains(&poison) && !name.to_lowercase().contains(&poison);
            assert!(clean, "{poison} in {name}:\n{text}");
        }
        searched += 1;
    }
    let kinds = kinds(&db).await;
    println!("{number} steps, {searched} letters of {} kinds searched, nothing found", kinds.len());
    let missing: Vec<_> = Kind::ALL.iter().filter(|kind| !kinds.contains(kind)).collect();
    assert!(missing.is_empty(), "no letter of these kinds was written: {missing:?}");
    std::fs::remove_dir_all(&place).unwrap();
}

/// The kinds of reminders that left.
async fn kinds(db: &Db) -> BTreeSet<Kind> {
    let mut tx = db.snapshot().await.unwrap();
    let mut kinds = BTreeSet::new();
    for (person, _) in people::memberships(&mut tx).await.unwrap() {
        let all = store::reminders::of_person(&mut tx, person, usize::MAX).await.unwrap();
        let left = all.into_iter().filter(|reminder| reminder.state == store::reminders::State::Sent);
        kinds.extend(left.map(|reminder| reminder.kind));
    }
    kinds
}
