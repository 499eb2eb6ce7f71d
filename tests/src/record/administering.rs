//! What administrators look at: the people and organisations of a partnership, and who read of its cases.

use case::{Actor, CaseId, OrganisationId, PersonId, Role};
use chrono::Duration;
use store::opening::{self, Asked};
use store::people::{self, Named};
use store::{access, cases};
use uuid::Uuid;

use super::story::{
    COUNCIL, NORTHMERE, SOUTHMERE, Story, case, manager, member, now, operator, person, referral, who_is,
};

const NOBODY: PersonId = PersonId(Uuid::from_u128(0x999));

async fn recent(story: &Story, limit: usize) -> Vec<CaseId> {
    let mut tx = story.record.db.glance().await.unwrap();
    access::recent(&mut tx, person(1), limit).await.unwrap().into_iter().map(|(case, _)| case).collect()
}

async fn openings(story: &Story) -> usize {
    let mut tx = story.record.db.glance().await.unwrap();
    access::readings(&mut tx, case(1))
        .await
        .unwrap()
        .into_iter()
        .filter(|reading| reading.what == "opened")
        .count()
}

for_both! {
    async fn a_partnership_has_its_people_with_the_roles_they_hold_in_it(record: Record) {
        Story::begin(record.clone()).await;
        record.db.write(|tx| Box::pin(async move {
            for actor in [
                manager(),
                who_is(1, Role::BusinessUnit),
                member(1, Role::Police, SOUTHMERE),
                member(2, Role::Police, SOUTHMERE),
            ] {
                people::save_membership(tx, actor.person, &actor.memberships[0]).await?;
            }
            people::join(tx, COUNCIL, NORTHMERE).await
        })).await.unwrap();
        let mut tx = record.db.snapshot().await.unwrap();
        let north = people::people_of(&mut tx, NORTHMERE).await.unwrap();
        assert_eq!(north.len(), 1);
        assert_eq!(north[0].0.name.as_deref(), Some("Example Manager"));
        let roles: Vec<_> = north[0].1.iter().map(|held| (held.partnership, held.role)).collect();
        assert_eq!(roles, [(NORTHMERE, Role::BusinessUnit), (NORTHMERE, Role::BusinessUnitManager)]);
        let south = people::people_of(&mut tx, SOUTHMERE).await.unwrap();
        let south: Vec<_> = south.iter().map(|(person, _)| person.name.as_deref().unwrap()).collect();
        assert_eq!(south, ["Example Manager", "Example Officer"]);
        assert_eq!(people::organisations_of(&mut tx, NORTHMERE).await.unwrap()[0].id, COUNCIL);
        assert!(people::organisations_of(&mut tx, SOUTHMERE).await.unwrap().is_empty());
    }

    async fn names_are_found_together(record: Record) {
        Story::begin(record.clone()).await;
        let mut tx = record.db.snapshot().await.unwrap();
        let names = people::names(&mut tx, &[person(2), NOBODY, person(1), person(2)]).await.unwrap();
        assert_eq!(names.len(), 2);
        assert_eq!(names[&person(2)], Named { name: Some("Example Officer".into()), job_title: None });
        assert!(people::names(&mut tx, &[]).await.unwrap().is_empty());
        let known = people::organisations_by_id(&mut tx, &[COUNCIL, OrganisationId(NOBODY.0)]).await.unwrap();
        assert_eq!(known.into_keys().collect::<Vec<_>>(), [COUNCIL]);
    }

    async fn the_cases_somebody_opened_last_come_first_and_once(record: Record) {
        let story = Story::begin(record).await;
        for number in 1..=3 {
            story.record(&manager(), number, 0, referral("Infant at home")).await.unwrap();
        }
        for (minute, number) in [(1, 1), (2, 2), (3, 3), (4, 1)] {
            cases::open(&story.record.db, &manager(), now() + Duration::minutes(minute), case(number)).await.unwrap();
        }
        let named = access::note(&story.record.db, person(1), now() + Duration::hours(1), vec![case(2)], access::Why::Named);
        named.await.unwrap();
        cases::open(&story.record.db, &operator(), now() + Duration::hours(2), case(2)).await.unwrap();
        assert_eq!(recent(&story, 5).await, [case(1), case(3), case(2)]);
        assert_eq!(recent(&story, 2).await, [case(1), case(3)]);

        let mut tx = story.record.db.snapshot().await.unwrap();
        let rows = cases::of(&mut tx, &manager(), &[case(3), case(9), case(1)]).await.unwrap();
        assert_eq!(rows.into_iter().map(|row| row.case).collect::<Vec<_>>(), [case(3), case(1)]);
        assert!(cases::of(&mut tx, &who_is(2, Role::BusinessUnit), &[case(3)]).await.unwrap().is_empty());
    }

    async fn reading_on_in_a_case_is_one_opening(record: Record) {
        let story = Story::of_one_case(record).await;
        let opens = async |actor: Actor, minute| {
            let (db, at) = (&story.record.db, now() + Duration::minutes(minute));
            let asked = Asked { reference: "2026-001".parse().unwrap(), since: at - Duration::minutes(15) };
            let named = opening::named(&mut db.glance().await.unwrap(), &actor, asked).await.unwrap();
            opening::open(db, &actor, at, &named, None).await.map(|(id, _)| id)
        };
        for (minute, opened) in [(0, 1), (5, 1), (14, 1), (15, 2), (20, 2), (31, 3)] {
            assert_eq!(opens(manager(), minute).await.unwrap(), case(1));
            assert_eq!(openings(&story).await, opened, "after {minute} minutes");
        }
        opens(operator(), 31).await.unwrap();
        assert_eq!(openings(&story).await, 4, "somebody else’s reading is their own");
        let refused = opens(who_is(7, Role::BusinessUnit), 0).await;
        assert!(matches!(refused, Err(store::Error::NotFound)), "{refused:?}");
        assert_eq!(openings(&story).await, 4);
    }

    async fn showing_a_childs_name_is_noted(record: Record) {
        let story = Story::of_one_case(record).await;
        access::note(&story.record.db, person(1), now(), vec![case(1)], access::Why::Named).await.unwrap();
        let mut tx = story.record.db.glance().await.unwrap();
        assert_eq!(access::readings(&mut tx, case(1)).await.unwrap()[0].what, "named");
    }
}
