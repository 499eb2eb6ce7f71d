//! One case with a history of 300 entries, in the middle of its LCSPR.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use super::{account, step, to_the_submission};
use crate::place::today;

/// How long ago it was referred, in days.
const BEGAN: u64 = 200;
/// How many steps make 300 entries of it: others follow from some.
const STEPS: usize = 296;
/// The day of the case on which the review begins, which goes on until today.
const BEGUN: u64 = 60;

/// Its steps.
pub(super) fn steps() -> Vec<Value> {
    let first = today() - Days::new(BEGAN);
    let on = |days: u64| day(first, days);
    let mut steps = to_the_submission(1, true, &on);
    steps.extend(started(&on));
    let work = (0..).flat_map(|round| work(round, &on));
    let missing = STEPS - steps.len();
    steps.extend(work.take(missing));
    steps
}

fn day(first: NaiveDate, days: u64) -> String {
    (first + Days::new(days)).to_string()
}

/// From the Panel’s letter to the first meeting of the review.
fn started(on: &dyn Fn(u64) -> String) -> Vec<Value> {
    let step = |days: u64, what: Value, words: Value| step(&on(days), &what, &words);
    let mut steps = vec![
        step(
            30,
            json!({"record_panel_response": {"letter": on(29), "outcome": "agree_lcspr"}}),
            json!({"summary": "Agrees"}),
        ),
        step(
            35,
            json!({"decide_lcspr": {"criteria": ["recurrent_themes"], "scope_from": "2022", "scope_to": "2025"}}),
            json!({"reason": "Themes come back", "scope": "Three years"}),
        ),
    ];
    for number in 1..=4 {
        steps.push(step(36, json!({"add_key_line": {"number": number}}), json!({"text": account(number)})));
    }
    steps.extend([
        step(40, json!({"agree_terms": {"version": 1}}), json!({"text": account(40)})),
        step(
            45,
            json!({"commission_lcspr": {"independent": true, "terms_version": 1, "from": on(45), "until": "2026-12"}}),
            json!({"who": "An independent reviewer", "reason": "Knows the field"}),
        ),
        step(BEGUN, json!({"begin_lcspr": {"family_plan": true, "police_contact": true}}), json!({})),
    ]);
    steps
}

/// One round of what is recorded again and again while a review goes on.
fn work(round: usize, on: &dyn Fn(u64) -> String) -> Vec<Value> {
    let day = BEGUN + round as u64 * 2;
    let step = |what: Value, words: Value| step(&on(day), &what, &words);
    let version = round + 1;
    vec![
        step(
            json!({"record_family_contact": {"contact": "accepted"}}),
            json!({"who": "Mother", "text": account(round)}),
        ),
        step(json!({"hold_practitioner_event": {"attended": 12}}), json!({"text": account(round + 1)})),
        step(
            json!({"check_monitoring": {"on_time": true, "good_quality": true}}),
            json!({"comment": account(round + 2)}),
        ),
        step(
            json!({"write_draft": {"version": version, "digest": format!("{version:064x}")}}),
            json!({"text": account(round + 3)}),
        ),
        step(json!({"comment_on_draft": {"version": version}}), json!({"comment": account(round + 4)})),
        step(json!({"add_note": {}}), json!({"text": account(round + 5)})),
    ]
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use case::{Actor, CaseId, OPERATOR};
    use import::Import;
    use store::{Db, cases};
    use uuid::Uuid;

    use crate::seed;

    #[tokio::test]
    async fn it_can_be_imported_and_has_300_entries() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("cases.jsonl");
        seed::write(&file, 2).unwrap();
        let db = Db::migrate(&format!("sqlite:{}", place.path().join("test.db").display())).await.unwrap();
        let now = "2026-06-01T09:00:00Z".parse().unwrap();
        let how = Import { by: OPERATOR, now, new_id: || Uuid::from_u128(0xbe), writing: true };
        let taken = import::take_in(&db, &file, how, &(Arc::new(|_| ()) as import::Progress)).await;
        if let Err(import::Stop::Faults(faults)) = &taken {
            panic!("{faults}");
        }
        let id = CaseId(Uuid::new_v5(&import::id_of("measured"), b"case-1"));
        let case = cases::case(&mut db.snapshot().await.unwrap(), &Actor::operator(), id).await.unwrap();
        assert_eq!(case.version(), 300);
    }
}
