//! What is outstanding between cases and the Panel: found without reading all cases, and kept in step with the events.

use case::{Actor, Role};
use serde_json::{Value, json};
use store::panel_list::{self, Totals, Which};
use store::{Db, Wrong};

use super::story::{NORTHMERE, SOUTHMERE, Story, access, case, command, manager, member, person, who_is};
use crate::harness::Record;

/// Brings in a case that was sent to the Panel on this day.
async fn sent(story: &Story, by: &Actor, number: u128, on: &str) {
    let partnership = by.memberships[0].partnership;
    let case = json!({
        "partnership": partnership, "kind": "serious_incident", "stage": "submitted_to_panel", "aware": "2026-09-01",
        "known": [{"what": "submitted", "on": on}],
    });
    let words = json!({"title": "Infant at home", "source": "Paper file"});
    let step = command(json!({"on": "2026-11-02", "do": {"bring_in": case}, "words": words}));
    story.record(by, number, 0, step).await.unwrap();
}

async fn then(story: &Story, number: u128, step: Value, words: Value) {
    story.and(&manager(), number, command(json!({"on": "2026-10-27", "do": step, "words": words}))).await;
}

/// Cases 1 to 3 wait; case 4 has an answer that agrees, one point of advice with a date and one without; case 5 was asked
/// a question. Case 6 is another partnership's.
async fn with_panel(record: Record) -> Story {
    let story = Story::begin(record).await;
    for (number, on) in
        [(1, "2026-10-12"), (2, "2026-10-05"), (3, "not known"), (4, "2026-09-21"), (5, "2026-09-21")]
    {
        sent(&story, &manager(), number, on).await;
    }
    sent(&story, &member(5, Role::BusinessUnitManager, SOUTHMERE), 6, "2026-10-01").await;
    let answer = json!({"record_panel_response": {"letter": "2026-10-19", "outcome": "agree_no_lcspr"}});
    then(&story, 4, answer, json!({"summary": "Agrees"})).await;
    for (number, due) in [(1, Some("2026-11-20")), (2, None)] {
        let advice = json!({"record_advice_point": {"number": number, "due": due}});
        then(&story, 4, advice, json!({"text": "Share it"})).await;
    }
    let answer = json!({"record_panel_response": {"letter": "2026-10-19", "outcome": "more_information", "reply_due": "2026-11-10"}});
    then(&story, 5, answer, json!({"summary": "Asks", "text": "Why so late?"})).await;
    story
}

/// The serials of all pages of a list.
async fn all(story: &Story, actor: &Actor, which: Which) -> Vec<u32> {
    let mut tx = story.record.db.snapshot().await.unwrap();
    let (mut serials, mut last) = (Vec::new(), None);
    loop {
        let page = panel_list::list(&mut tx, actor, which, last.as_ref(), 2).await.unwrap();
        serials.extend(page.rows.iter().map(|row| row.reference.serial));
        assert!(page.rows.iter().all(|row| page.cases.contains_key(&row.case)));
        if !page.more {
            return serials;
        }
        last = page.rows.into_iter().last();
    }
}

async fn totals(story: &Story, actor: &Actor) -> Totals {
    panel_list::totals(&mut story.record.db.snapshot().await.unwrap(), actor).await.unwrap()
}

for_both! {
    async fn the_longest_wait_and_the_first_date_come_first(record: Record) {
        let story = with_panel(record).await;
        assert_eq!(all(&story, &manager(), Which::Waiting).await, [2, 1, 3]);
        assert_eq!(all(&story, &manager(), Which::Asked).await, [5, 4]);
        assert_eq!(totals(&story, &manager()).await, Totals { waiting: 3, asked: 3, agree: 1, definite: 1 });
        assert_eq!(story.verified().await.first, None);
    }

    async fn everybody_sees_what_the_rules_show_them(record: Record) {
        let story = with_panel(record).await;
        let liaison = who_is(2, Role::PanelLiaison);
        assert_eq!((all(&story, &liaison, Which::Waiting).await, totals(&story, &liaison).await), (vec![], Totals::default()));
        for number in [1, 4] {
            story.and(&manager(), number, access(person(2), "panel_liaison")).await;
        }
        assert_eq!(all(&story, &liaison, Which::Waiting).await, [1]);
        assert_eq!(totals(&story, &liaison).await, Totals { waiting: 1, asked: 2, agree: 1, definite: 1 });
        let contributor = who_is(3, Role::Contributor);
        story.and(&manager(), 2, access(person(3), "contributor")).await;
        assert_eq!((all(&story, &contributor, Which::Waiting).await, totals(&story, &contributor).await), (vec![], Totals::default()));
        // Whoever manages one partnership and works in it as well finds each case once.
        let mut both = member(2, Role::PanelLiaison, NORTHMERE);
        both.memberships.extend(manager().memberships);
        assert_eq!(all(&story, &both, Which::Waiting).await, [2, 1, 3]);
        assert_eq!(totals(&story, &both).await, totals(&story, &manager()).await);
    }

    async fn what_is_done_leaves_the_list(record: Record) {
        let story = with_panel(record).await;
        then(&story, 4, json!({"finish_advice_point": {"number": 1}}), json!({"outcome": "Done"})).await;
        then(&story, 5, json!("answer_panel_query"), json!({"text": "The holidays"})).await;
        assert_eq!(all(&story, &manager(), Which::Asked).await, [4]);
        let answer = json!({"record_panel_response": {"letter": "2026-10-19", "outcome": "disagree_wants_lcspr"}});
        then(&story, 2, answer, json!({"summary": "Does not agree"})).await;
        let left = totals(&story, &manager()).await;
        assert_eq!((left.asked, left.agree, left.definite), (1, 1, 2));
        assert!(!all(&story, &manager(), Which::Waiting).await.contains(&2));
        assert_eq!(story.verified().await.first, None);
    }

    async fn an_altered_row_is_found_and_made_again(record: Record) {
        let story = with_panel(record).await;
        for statement in ["update panel_row set agree = 0", "delete from panel_row where definite > 0"] {
            story.record.by_hand(statement).await.unwrap();
            let report = story.verified().await;
            assert_eq!(report.first, Some((case(4), Wrong::Rows("list of dealings with the Panel"))), "{statement}");
            story.record.db.rebuild(&story.basis, |_| {}).await.unwrap();
            assert_eq!(story.verified().await.first, None);
        }
    }

    async fn a_record_of_an_older_program_gets_its_rows(record: Record) {
        let story = with_panel(record).await;
        for statement in ["drop table panel_row", "delete from _sqlx_migrations where version >= 9"] {
            story.record.by_hand(statement).await.unwrap();
        }
        Db::migrate(&story.record.address).await.unwrap().close().await;
        assert_eq!(totals(&story, &manager()).await.waiting, 3);
    }
}
