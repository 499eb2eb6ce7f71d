//! The actions of all cases: found by state, owner and date, and kept in step with the events.

use case::actions::ActionState;
use case::{Actor, Membership, OrganisationId, Role};
use serde_json::json;
use store::action_list::{self, Owner, Wanted, Which};
use store::{Db, Wrong};
use uuid::Uuid;

use super::story::{
    NORTHMERE, SOUTHMERE, Story, access, case, command, manager, member, operator, person, referral,
    referral_to, today,
};
use crate::harness::Record;

const HOSPITAL: OrganisationId = OrganisationId(Uuid::from_u128(0x101));
const SCHOOLS: OrganisationId = OrganisationId(Uuid::from_u128(0x102));

/// Somebody of the hospital.
fn nurse() -> Actor {
    let membership = Membership { organisation: HOSPITAL, partnership: NORTHMERE, role: Role::Contributor };
    Actor { person: person(5), memberships: vec![membership], operator: false }
}

async fn act(story: &Story, number: u128, actions: &[(u16, OrganisationId, &str)]) {
    for (action, owner, due) in actions {
        let open = json!({
            "on": "2026-10-27",
            "do": {"open_action": {"number": action, "owner_organisation": owner, "due": due}},
            "words": {"text": "Share alerts", "measure": "An audit shows it"},
        });
        story.and(&manager(), number, command(open)).await;
    }
}

async fn record(story: &Story, number: u128, steps: &[serde_json::Value]) {
    for step in steps {
        story.and(&manager(), number, command(step.clone())).await;
    }
}

/// Case 1 with actions 1 (overdue), 2 (done), 3 (closed) and 4 (to come); case 2 with one of the schools.
async fn with_actions(record_: Record) -> Story {
    let story = Story::begin(record_).await;
    for number in 1..=2 {
        story.record(&manager(), number, 0, referral("Infant at home")).await.unwrap();
    }
    let due = [
        (1, HOSPITAL, "2026-10-30"),
        (2, HOSPITAL, "2026-10-29"),
        (3, HOSPITAL, "2026-10-28"),
        (4, HOSPITAL, "2027-01-29"),
    ];
    act(&story, 1, &due).await;
    act(&story, 2, &[(1, SCHOOLS, "2026-12-01")]).await;
    let done = |number: u16| json!({"on": "2026-10-29", "do": {"complete_action": {"number": number}}, "words": {"evidence": "Issued"}});
    let close =
        json!({"on": "2026-10-30", "do": {"close_action": {"number": 3}}, "words": {"reason": "Overtaken"}});
    record(&story, 1, &[done(2), done(3), close]).await;
    story
}

async fn found(story: &Story, actor: &Actor, wanted: Wanted) -> Vec<(u32, u16)> {
    let mut tx = story.record.db.snapshot().await.unwrap();
    let page = action_list::list(&mut tx, actor, &wanted, 25).await.unwrap();
    assert!(page.rows.iter().all(|row| page.cases.contains_key(&row.case)));
    page.rows.iter().map(|row| (row.reference.serial, row.number)).collect()
}

fn first_page() -> Wanted {
    Wanted { page: 1, ..Wanted::default() }
}

fn of(which: Which) -> Wanted {
    Wanted { states: vec![which], ..first_page() }
}

/// Takes away the table of actions and those that came after it, as an older program left the record.
async fn as_an_older_program_left_it(record: &Record) {
    let drops = [
        "drop table action_row",
        "drop table calendar_feed",
        "drop table calendar_entry",
        "drop table reminder",
        "drop table mail_choice",
        "drop table pass_lease",
        "drop table panel_row",
    ];
    for drop in drops {
        record.by_hand(drop).await.unwrap();
    }
    record.by_hand("delete from _sqlx_migrations where version >= 6").await.unwrap();
}

for_both! {
    async fn actions_are_listed_by_due_date_and_state(record: Record) {
        let story = with_actions(record).await;
        let list = async |wanted| found(&story, &manager(), wanted).await;
        assert_eq!(list(first_page()).await, [(1, 2), (1, 1), (2, 1), (1, 4)]);
        let latest_first = Wanted { descending: true, ..first_page() };
        assert_eq!(list(latest_first).await, [(1, 4), (2, 1), (1, 1), (1, 2)]);
        assert_eq!(list(of(Which::DueBefore(today()))).await, [(1, 1)]);
        assert_eq!(list(of(Which::In(ActionState::AwaitingImpact))).await, [(1, 2)]);
        assert_eq!(list(of(Which::In(ActionState::Closed))).await, [(1, 3)]);
        let schools = Wanted { owners: vec![Owner::Organisation(SCHOOLS)], ..first_page() };
        assert_eq!(list(schools).await, [(2, 1)]);
        assert_eq!(list(Wanted { partnership: Some(SOUTHMERE), ..first_page() }).await, []);
    }

    async fn a_page_says_whether_there_is_another(record: Record) {
        let story = with_actions(record).await;
        for actor in [manager(), operator()] {
            let mut tx = story.record.db.snapshot().await.unwrap();
            let page = action_list::list(&mut tx, &actor, &first_page(), 3).await.unwrap();
            assert_eq!((page.rows.len(), page.more), (3, true));
            let second = Wanted { page: 2, ..first_page() };
            let page = action_list::list(&mut tx, &actor, &second, 3).await.unwrap();
            assert_eq!((page.rows.len(), page.more, page.cases.len()), (1, false, 1));
        }
    }

    async fn everybody_sees_the_actions_that_the_rules_show_them(record: Record) {
        let story = with_actions(record).await;
        assert_eq!(found(&story, &nurse(), first_page()).await, []);
        for number in 1..=2 {
            story.and(&manager(), number, access(person(5), "contributor")).await;
        }
        assert_eq!(found(&story, &nurse(), first_page()).await, [(1, 2), (1, 1), (1, 4)]);
        let elsewhere = member(9, Role::BusinessUnitManager, SOUTHMERE);
        assert_eq!(found(&story, &elsewhere, first_page()).await, []);
        // Who manages one partnership and works in another finds each action once.
        let both = Actor {
            memberships: manager().memberships.into_iter().chain(nurse().memberships).collect(),
            ..nurse()
        };
        assert_eq!(found(&story, &both, first_page()).await.len(), 4);
        story.record(&elsewhere, 3, 0, referral_to(SOUTHMERE, "Child at home")).await.unwrap();
        assert_eq!(found(&story, &elsewhere, first_page()).await, []);
    }

    async fn going_through_all_actions_finds_each_once_in_order(record: Record) {
        let story = with_actions(record).await;
        let manager_and_more = Actor {
            memberships: manager().memberships.into_iter().chain(nurse().memberships).collect(),
            ..nurse()
        };
        for (actor, descending) in [(manager(), false), (manager(), true), (operator(), false), (manager_and_more, true)] {
            let wanted = Wanted { descending, ..first_page() };
            let mut tx = story.record.db.snapshot().await.unwrap();
            let (mut gone_through, mut last) = (Vec::new(), None);
            loop {
                let page = action_list::next(&mut tx, &actor, &wanted, last.as_ref(), 2).await.unwrap();
                gone_through.extend(page.rows.iter().map(|row| (row.reference.serial, row.number)));
                last = page.rows.into_iter().last();
                if !page.more {
                    break;
                }
            }
            assert_eq!(gone_through, found(&story, &actor, wanted).await);
        }
    }

    async fn an_altered_row_is_found_and_made_again(record: Record) {
        let story = with_actions(record).await;
        assert_eq!(story.verified().await.first, None);
        for statement in [
            "update action_row set due = '2027-12-31' where number = 4",
            "update action_row set state = 'open' where number = 3",
            "delete from action_row where number = 2",
        ] {
            story.record.by_hand(statement).await.unwrap();
            let report = story.verified().await;
            assert_eq!(report.first, Some((case(1), Wrong::Rows("list of actions"))), "{statement}");
            story.record.db.rebuild(&story.basis, |_| {}).await.unwrap();
            assert_eq!(story.verified().await.first, None);
        }
        assert_eq!(story.record.number("select count(*) from action_row").await, 5);
    }

    async fn an_action_that_is_struck_out_leaves_the_list(record: Record) {
        let story = with_actions(record).await;
        let last = story.version(2).await;
        let strike = json!({"on": "2026-11-02", "do": {"strike_out": {"entry": last}}, "words": {"correction": "Twice"}});
        story.and(&manager(), 2, command(strike)).await;
        assert_eq!(found(&story, &manager(), first_page()).await, [(1, 2), (1, 1), (1, 4)]);
        assert_eq!(story.verified().await.first, None);
    }

    async fn a_record_of_an_older_program_gets_its_rows_when_it_is_brought_up_to_date(record: Record) {
        let story = with_actions(record).await;
        as_an_older_program_left_it(&story.record).await;
        Db::migrate(&story.record.address).await.unwrap().close().await;
        assert_eq!(story.record.number("select count(*) from action_row").await, 5);
        assert_eq!(story.verified().await.first, None);
    }
}
