//! Who a child is, and who may be erased: nobody is named or erased by way of somebody else's case.

use case::{Command, PersonId, Role};
use serde_json::json;
use store::{Error, people};
use uuid::Uuid;

use super::story::{
    SOUTHMERE, Story, access, command, manager, member, operator, person, referral, referral_to, who_is,
};
use crate::harness::Record;

/// Nobody yet.
const CHILD: PersonId = PersonId(Uuid::from_u128(0x700));

fn add_child() -> Command {
    let child = json!({
        "number": 1, "age_band": "under_one", "sex": "not_known", "ethnicity": "not_known", "disability": "not_known",
        "looked_after": "no", "child_in_need": "no", "protection_plan": "no", "known_to_agencies": "yes",
        "harm": "serious_harm",
    });
    command(json!({"on": "2026-10-27", "do": {"add_child": child}, "words": {"pseudonym": "Aspen"}}))
}

fn identify(person: PersonId, name: &str) -> Command {
    let identity = json!({"name": name, "date_of_birth": "2024-02-29"});
    let step = json!({"identify_child": {"child": 1, "person": person, "identity": identity}});
    command(json!({"on": "2026-10-27", "do": step}))
}

fn erase(person: PersonId) -> Command {
    let step = json!({"erase_person": {"person": person}});
    command(json!({"on": "2026-11-02", "do": step, "words": {"reason": "the time is up"}}))
}

/// Two cases with a child each, who is not yet identified.
async fn two_children(record: Record) -> Story {
    let story = Story::of_one_case(record).await;
    story.record(&manager(), 2, 0, referral("Teenager, serious harm")).await.unwrap();
    story.and(&manager(), 1, add_child()).await;
    story.and(&manager(), 2, add_child()).await;
    story
}

/// Gives the person with this number the role, as an operator does.
async fn give(story: &Story, number: u128, role: Role, partnership: case::PartnershipId) {
    let given = member(number, role, partnership);
    let work = story.record.db.write(move |tx| {
        Box::pin(async move { people::save_membership(tx, given.person, &given.memberships[0]).await })
    });
    work.await.unwrap();
}

async fn name(story: &Story, id: PersonId) -> Option<String> {
    let mut tx = story.record.db.glance().await.unwrap();
    people::person(&mut tx, id).await.unwrap().and_then(|person| person.name)
}

/// The field by which the child of case 1 cannot be said to be this person.
async fn refused_field(story: &Story, id: PersonId) -> &'static str {
    let identify = identify(id, "Somebody Else");
    match story.record(&manager(), 1, story.version(1).await, identify).await {
        Err(Error::Rejected(rejection)) => rejection.problems[0].field,
        other => panic!("{other:?}"),
    }
}

for_both! {
    async fn a_child_has_a_name_in_one_place_and_it_can_be_put_right(record: Record) {
        let story = two_children(record).await;
        story.and(&manager(), 1, identify(CHILD, "Example Chidl")).await;
        story.and(&manager(), 1, identify(CHILD, "Example Child")).await;

        assert_eq!(name(&story, CHILD).await.as_deref(), Some("Example Child"));
        let in_events = "select count(*) from event where facts like '%Example%' or words like '%Example%'";
        assert_eq!(story.record.number(in_events).await, 0);
    }

    async fn nobody_who_is_known_is_renamed_as_a_child(record: Record) {
        let story = two_children(record).await;
        give(&story, 1, Role::BusinessUnit, SOUTHMERE).await;
        for known in [person(1), person(2)] {
            let before = name(&story, known).await.unwrap();
            assert_eq!(refused_field(&story, known).await, "person");
            assert_eq!(name(&story, known).await, Some(before));
        }
        assert_eq!(refused_field(&story, operator().person).await, "person");
    }

    async fn a_child_of_another_case_is_not_renamed(record: Record) {
        let story = two_children(record).await;
        story.and(&manager(), 2, identify(CHILD, "Example Child")).await;
        assert_eq!(refused_field(&story, CHILD).await, "person");
        assert_eq!(name(&story, CHILD).await.as_deref(), Some("Example Child"));
    }

    async fn a_child_whose_name_was_erased_gets_no_other(record: Record) {
        let story = two_children(record).await;
        story.and(&manager(), 1, identify(CHILD, "Example Child")).await;
        story.and(&manager(), 1, erase(CHILD)).await;
        assert_eq!(refused_field(&story, CHILD).await, "person");
        assert_eq!(name(&story, CHILD).await, None);
    }

    async fn staff_are_erased_by_who_answers_for_all_their_roles(record: Record) {
        let story = Story::of_one_case(record).await;
        story.and(&manager(), 1, access(person(2), "contributor")).await;
        give(&story, 2, Role::Contributor, SOUTHMERE).await;
        let version = story.version(1).await;
        let refused = story.record(&manager(), 1, version, erase(person(2))).await;
        assert!(matches!(refused, Err(Error::Denied(_))), "{refused:?}");
        assert_eq!(story.version(1).await, version, "nothing was recorded");
        assert!(name(&story, person(2)).await.is_some());

        let mut of_both = manager();
        of_both.memberships.extend(member(1, Role::BusinessUnitManager, SOUTHMERE).memberships);
        story.record(&of_both, 1, version, erase(person(2))).await.unwrap();
        assert_eq!(name(&story, person(2)).await, None);
    }

    async fn the_operator_erases_staff_of_any_partnership(record: Record) {
        let story = Story::of_one_case(record).await;
        story.record(&member(1, Role::BusinessUnitManager, SOUTHMERE), 2, 0, referral_to(SOUTHMERE, "Infant")).await.unwrap();
        give(&story, 2, Role::Contributor, who_is(2, Role::Contributor).memberships[0].partnership).await;
        story.and(&operator(), 2, access(person(2), "contributor")).await;
        story.and(&operator(), 2, erase(person(2))).await;
        assert_eq!(name(&story, person(2)).await, None);
    }
}
