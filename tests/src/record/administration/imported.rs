//! What an import brings is noted as what is done on a page, and nobody is told.

use calendar::BankHolidays;
use case::{OrganisationId, Role};
use store::administration::{accounts, bank_holidays, organisations, partnerships};
use store::people::{Organisation, Partnership};
use uuid::Uuid;

use super::*;

const FERNMERE: PartnershipId = PartnershipId(Uuid::from_u128(0x302));
const POLICE: OrganisationId = OrganisationId(Uuid::from_u128(0x102));

fn northmere(settings: &str) -> Partnership {
    let (slug, name) = ("northmere".to_owned(), "Example northmere partnership".to_owned());
    Partnership { id: NORTHMERE, slug, name, settings: settings.to_owned() }
}

/// Each line, and what is noted of it. They are imported one after the other.
const LINES: [(Act, &[&str]); 9] = [
    (
        |tx, author| {
            Box::pin(async move {
                accounts::put(
                    tx,
                    author,
                    &named(3),
                    &[held(Role::Police, NORTHMERE), held(Role::Icb, SOUTHMERE)],
                )
                .await
            })
        },
        &["person_added police", "role_given icb"],
    ),
    (
        |tx, author| {
            Box::pin(async move {
                accounts::put(
                    tx,
                    author,
                    &Person { name: Some("T. Ng".into()), ..named(3) },
                    &[held(Role::Reviewer, NORTHMERE)],
                )
                .await
            })
        },
        &["person_changed name", "role_ended icb", "role_ended police", "role_given reviewer"],
    ),
    (
        |tx, author| {
            Box::pin(async move { accounts::put(tx, author, &Person { email: None, ..named(7) }, &[]).await })
        },
        &[],
    ),
    (
        |tx, author| {
            Box::pin(async move {
                accounts::put(
                    tx,
                    author,
                    &Person { email: None, name: Some("A. Child".into()), ..named(7) },
                    &[],
                )
                .await
            })
        },
        &[],
    ),
    (
        |tx, author| {
            Box::pin(async move {
                organisations::put(
                    tx,
                    author,
                    &Organisation { name: "Northmere Council".into(), ..council() },
                )
                .await
            })
        },
        &["organisation_changed"],
    ),
    (
        |tx, author| {
            Box::pin(async move {
                organisations::put(
                    tx,
                    author,
                    &Organisation { id: POLICE, kind: "police".into(), name: "Police".into() },
                )
                .await
            })
        },
        &[],
    ),
    (
        |tx, author| {
            Box::pin(async move {
                partnerships::put(
                    tx,
                    author,
                    &Partnership { id: FERNMERE, slug: "fernmere".into(), ..northmere("{}") },
                    &[],
                )
                .await
            })
        },
        &[],
    ),
    (
        |tx, author| {
            Box::pin(async move {
                partnerships::put(tx, author, &northmere(r#"{"copies_in_clear_days": true, "milestones": [], "reminders": {"case_reference": false}}"#), &[POLICE]).await
            })
        },
        &[
            "choices_changed copies_in_clear_days",
            "organisation_joined",
            "organisation_left",
            "plan_changed",
            "reminders_changed case_reference",
        ],
    ),
    (
        |tx, author| Box::pin(async move { bank_holidays::put(tx, author, &without_new_year()).await }),
        &["bank_holiday_removed 2027-01-01"],
    ),
];

fn without_new_year() -> BankHolidays {
    BankHolidays::shipped().iter().filter(|day| day.date.to_string() != "2027-01-01").cloned().collect()
}

for_both! {
    async fn a_line_is_noted_for_what_it_changes(record: Record) {
        let record = begin(record).await;
        for ((line, notes), number) in LINES.into_iter().zip(1..) {
            let by = author(2 * number, person(999));
            let before = state(&record).await;
            work(&record, by, line).await.unwrap();
            assert_eq!(noted(&record, by).await, notes, "line {number}");
            assert_ne!(state(&record).await, before, "line {number}");
            let again = author(2 * number + 1, person(999));
            work(&record, again, line).await.unwrap();
            assert!(noted(&record, again).await.is_empty(), "line {number} again");
        }
    }

    async fn somebody_whose_name_was_erased_stays_erased_and_nothing_is_noted(record: Record) {
        let record = begin(record).await;
        work(&record, author(1, person(999)), |tx, author| Box::pin(async move {
            let erased = Person { name: None, job_title: None, email: None, erased_at: Some(now()), ..named(2) };
            accounts::put(tx, author, &erased, &[held(Role::Council, NORTHMERE)]).await
        })).await.unwrap();
        let before = state(&record).await;
        let by = author(2, person(999));
        work(&record, by, |tx, author| Box::pin(async move {
            accounts::put(tx, author, &named(2), &[held(Role::Council, NORTHMERE)]).await
        })).await.unwrap();
        assert_eq!((state(&record).await, noted(&record, by).await), (before, vec![]));
    }
}
