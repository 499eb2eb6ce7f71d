//! Organisations, people, memberships, partnerships and bank holidays.

use calendar::{BankHoliday, BankHolidays, Standing};
use case::{Membership, OrganisationId, PartnershipId, PersonId, Role};
use chrono::{NaiveDate, TimeZone, Utc};
use store::holidays::{bank_holidays, save_bank_holidays};
use store::people::{self, Organisation, Partnership, Person};
use uuid::Uuid;

fn somebody(number: u128, email: &str) -> Person {
    Person {
        id: PersonId(Uuid::from_u128(number)),
        name: Some("Example Person".into()),
        job_title: Some("Business manager".into()),
        email: Some(email.into()),
        date_of_birth: NaiveDate::from_ymd_opt(1980, 2, 29),
        erased_at: None,
    }
}

for_both! {
    async fn a_person_is_found_by_address_in_any_case_of_letters(record: Record) {
        let saved = record.db.write(|tx| Box::pin(async move {
            let person = somebody(1, "Ann@Example.org");
            people::save_person(tx, &person).await?;
            Ok(person)
        })).await.unwrap();

        let mut tx = record.db.glance().await.unwrap();
        let found = people::person_by_email(&mut tx, "aNN@example.ORG").await.unwrap().unwrap();
        assert_eq!(found, Person { email: Some("ann@example.org".into()), ..saved });
    }

    async fn a_police_force_belongs_to_two_partnerships_and_so_do_its_people(record: Record) {
        let police = OrganisationId(Uuid::from_u128(10));
        let [north, south] = [PartnershipId(Uuid::from_u128(20)), PartnershipId(Uuid::from_u128(21))];
        let role = move |partnership| Membership { organisation: police, partnership, role: Role::Police };
        record.db.write(move |tx| Box::pin(async move {
            people::save_organisation(tx, &Organisation { id: police, kind: "police".into(), name: "Example Police".into() }).await?;
            for (id, slug) in [(north, "north"), (south, "south")] {
                let name = format!("Example {slug}");
                people::save_partnership(tx, &Partnership { id, slug: slug.into(), name, settings: "{}".into() }).await?;
                people::join(tx, police, id).await?;
            }
            people::save_person(tx, &somebody(1, "officer@example.org")).await?;
            for partnership in [north, south, south] {
                people::save_membership(tx, PersonId(Uuid::from_u128(1)), &role(partnership)).await?;
            }
            Ok(())
        })).await.unwrap();

        let mut tx = record.db.snapshot().await.unwrap();
        let actor = people::actor(&mut tx, PersonId(Uuid::from_u128(1))).await.unwrap();
        assert_eq!(actor.memberships, [role(north), role(south)]);
        assert!(!actor.operator, "a row never makes an operator");
        assert_eq!(people::partnership_members(&mut tx).await.unwrap(), [(north, police), (south, police)]);
    }

    async fn a_membership_needs_a_person_an_organisation_and_a_partnership(record: Record) {
        let nobody = Membership {
            organisation: OrganisationId(Uuid::from_u128(1)),
            partnership: PartnershipId(Uuid::from_u128(2)),
            role: Role::Contributor,
        };
        let refused = record.db.write(move |tx| Box::pin(async move {
            people::save_membership(tx, PersonId(Uuid::from_u128(3)), &nobody).await
        })).await;
        assert!(refused.unwrap_err().to_string().to_lowercase().contains("foreign key"));
    }

    async fn the_shipped_bank_holidays_hold_until_an_operator_loads_others(record: Record) {
        let mut tx = record.db.glance().await.unwrap();
        assert_eq!(bank_holidays(&mut tx).await.unwrap(), BankHolidays::shipped());
        drop(tx);

        let announced = BankHolidays::shipped().with(BankHoliday {
            title: "Example royal wedding".into(),
            date: NaiveDate::from_ymd_opt(2027, 6, 4).unwrap(),
            notes: String::new(),
            bunting: true,
            standing: Standing::Projected,
        });
        let saved = announced.clone();
        record.db.write(move |tx| Box::pin(async move {
            let now = Utc.with_ymd_and_hms(2026, 11, 22, 9, 0, 0).unwrap();
            save_bank_holidays(tx, &saved, PersonId(Uuid::from_u128(1)), now).await
        })).await.unwrap();

        let mut tx = record.db.glance().await.unwrap();
        assert_eq!(bank_holidays(&mut tx).await.unwrap(), announced);
    }
}
