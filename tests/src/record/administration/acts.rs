//! Each act is kept together with its note, and without it nothing is.

use case::reminders::{Kind, Plan, Schedule};
use case::rules::Milestones;
use case::{OrganisationId, Role};
use store::administration::{accounts, bank_holidays, choices, organisations, partnerships, roles};
use store::people::{Organisation, Person};
use uuid::Uuid;

use super::*;

/// Each act, and what is noted of it. They are done one after the other.
const ACTS: [(Act, &str); 15] = [
    (
        |tx, author| {
            Box::pin(async move {
                accounts::add(tx, author, &named(3), &held(Role::Police, NORTHMERE)).await.map(drop)
            })
        },
        "person_added police",
    ),
    (
        |tx, author| {
            Box::pin(async move {
                accounts::add(tx, author, &Person { id: person(4), ..named(3) }, &held(Role::Icb, NORTHMERE))
                    .await
                    .map(drop)
            })
        },
        "role_given icb",
    ),
    (
        |tx, author| Box::pin(async move { accounts::change(tx, author, &renamed(), None).await.map(drop) }),
        "person_changed name email",
    ),
    (
        |tx, author| {
            Box::pin(async move { accounts::change_job_title(tx, author, "Head of the unit").await })
        },
        "job_title_changed",
    ),
    (
        |tx, author| {
            Box::pin(async move {
                roles::give(tx, author, person(2), &held(Role::Contributor, NORTHMERE)).await.map(drop)
            })
        },
        "role_given contributor",
    ),
    (
        |tx, author| {
            Box::pin(async move {
                roles::end(tx, author, person(2), &held(Role::Contributor, NORTHMERE), false).await.map(drop)
            })
        },
        "role_ended contributor",
    ),
    (
        |tx, author| {
            Box::pin(async move { accounts::end(tx, author, person(3), &[NORTHMERE], false).await.map(drop) })
        },
        "access_ended",
    ),
    (
        |tx, author| Box::pin(async move { organisations::add(tx, author, &probation(), NORTHMERE).await }),
        "organisation_added",
    ),
    (
        |tx, author| {
            Box::pin(async move {
                organisations::add(
                    tx,
                    author,
                    &Organisation { id: OrganisationId(Uuid::from_u128(0x10b)), ..probation() },
                    SOUTHMERE,
                )
                .await
            })
        },
        "organisation_joined",
    ),
    (
        |tx, author| {
            Box::pin(async move {
                organisations::change(
                    tx,
                    author,
                    &Organisation { name: "Probation service".into(), ..probation() },
                )
                .await
            })
        },
        "organisation_changed",
    ),
    (
        |tx, author| {
            Box::pin(
                async move { partnerships::rename(tx, author, NORTHMERE, "Northmere and Fernvale").await },
            )
        },
        "partnership_renamed",
    ),
    (
        |tx, author| {
            Box::pin(async move { choices::change_plan(tx, author, NORTHMERE, &Milestones::default()).await })
        },
        "plan_changed",
    ),
    (
        |tx, author| {
            Box::pin(
                async move { choices::change_reminders(tx, author, NORTHMERE, false, Some(person(2))).await },
            )
        },
        "reminders_changed case_reference senior",
    ),
    (
        |tx, author| {
            Box::pin(async move { choices::change_reminder_plan(tx, author, NORTHMERE, later()).await })
        },
        "reminder_plan_changed lcspr",
    ),
    (
        |tx, author| Box::pin(async move { bank_holidays::add(tx, author, mourning()).await }),
        "bank_holiday_added 2026-11-09",
    ),
];

fn renamed() -> Person {
    Person { name: Some("Another".into()), email: Some("Another@northmere.example".into()), ..named(2) }
}

fn probation() -> Organisation {
    Organisation {
        id: OrganisationId(Uuid::from_u128(0x10a)),
        kind: "justice".into(),
        name: "Probation".into(),
    }
}

fn later() -> Plan {
    let shipped = Schedule::shipped().plan(Kind::Lcspr).unwrap();
    Plan { before: vec![9], ..shipped.clone() }
}

for_both! {
    async fn an_act_is_kept_with_its_note(record: Record) {
        let record = begin(record).await;
        for ((act, note), number) in ACTS.into_iter().zip(1..) {
            let (by, before) = (author(number, person(MANAGER)), state(&record).await);
            work(&record, by, act).await.unwrap();
            assert_eq!(noted(&record, by).await, [note]);
            assert_ne!(state(&record).await, before, "{note}");
        }
    }

    async fn nothing_is_kept_without_its_note(record: Record) {
        let record = begin(record).await;
        for ((act, note), number) in ACTS.into_iter().zip(1..) {
            let (by, before) = (author(number, person(MANAGER)), state(&record).await);
            record.by_hand("alter table admin_change rename to nowhere").await.unwrap();
            work(&record, by, act).await.unwrap_err();
            record.by_hand("alter table nowhere rename to admin_change").await.unwrap();
            assert_eq!(state(&record).await, before, "{note}");
            work(&record, by, act).await.unwrap();
        }
    }

    async fn what_changes_nothing_is_not_noted_again(record: Record) {
        let record = begin(record).await;
        for ((act, note), number) in ACTS.into_iter().zip(1..) {
            let (first, again) = (author(2 * number, person(MANAGER)), author(2 * number + 1, person(MANAGER)));
            work(&record, first, act).await.unwrap();
            let before = state(&record).await;
            work(&record, again, act).await.unwrap();
            assert_eq!(state(&record).await, before, "{note}");
            assert!(noted(&record, again).await.is_empty(), "{note}");
        }
    }

    async fn an_invitation_is_noted(record: Record) {
        let record = begin(record).await;
        let by = author(1, person(MANAGER));
        work(&record, by, |tx, author| Box::pin(accounts::invited(tx, author, person(2)))).await.unwrap();
        assert_eq!(noted(&record, by).await, ["invited"]);
    }
}
