//! Who may give and end roles, who hears of it, and what ends with the last.

use case::Role;
use store::administration::roles::{self, Ended};
use store::administration::{Managers, accounts};
use store::session::{self, Session};
use store::{Digest, Error, people};

use super::*;

fn names(managers: &Managers) -> Vec<&str> {
    managers.iter().map(|one| one.name.as_deref().unwrap()).collect()
}

async fn sign_in(record: &Record, number: u128) {
    let (started_at, device) = (now(), "A browser".to_owned());
    let session = Session { person: person(number), started_at, seen_at: now(), device, flash: None };
    let start = record
        .db
        .write(move |tx| Box::pin(async move { session::start(tx, Digest([7; 32]), &session).await }));
    start.await.unwrap();
}

async fn is_signed_in(record: &Record) -> bool {
    session::find(&mut record.db.glance().await.unwrap(), Digest([7; 32]), None).await.unwrap().is_some()
}

for_both! {
    async fn the_managers_there_were_hear_of_a_role_that_opens_cases(record: Record) {
        let record = begin(record).await;
        let (manages, administers) = (held(Role::BusinessUnitManager, NORTHMERE), held(Role::Administrator, NORTHMERE));
        let by = author(1, person(MANAGER));
        record.db.write(move |tx| Box::pin(async move {
            assert_eq!(roles::give(tx, by, person(2), &administers).await?, Managers::default());
            let told = roles::give(tx, by, person(2), &manages).await?;
            assert_eq!(names(&told), ["Example 1"]);
            assert_eq!(roles::give(tx, by, person(2), &manages).await?, Managers::default(), "it is held already");
            let Ended::Done(ended) = roles::end(tx, by, person(2), &manages, false).await? else { panic!("there is another") };
            assert_eq!(ended.iter().map(|(role, told)| (*role, names(told))).collect::<Vec<_>>(), [
                (Role::BusinessUnitManager, vec!["Example 1", "Example 2"]),
            ]);
            Ok(())
        })).await.unwrap();
    }

    async fn the_managers_hear_of_an_account_and_of_an_address(record: Record) {
        let record = begin(record).await;
        let by = author(1, person(MANAGER));
        record.db.write(move |tx| Box::pin(async move {
            let added = accounts::add(tx, by, &named(3), &held(Role::Police, NORTHMERE)).await?;
            assert_eq!((added.had_role, names(&added.managers)), (false, vec!["Example 1"]));
            let again = accounts::add(tx, by, &named(3), &held(Role::Police, NORTHMERE)).await?;
            assert_eq!((again.had_role, again.managers), (true, Managers::default()));
            let titled = Person { job_title: Some("Inspector".into()), ..named(3) };
            assert_eq!(accounts::change(tx, by, &titled, None).await?, Managers::default());
            let moved = Person { email: Some("3@police.example".into()), ..titled };
            assert_eq!(names(&accounts::change(tx, by, &moved, None).await?), ["Example 1"]);
            Ok(())
        })).await.unwrap();
    }

    async fn nobody_gives_or_ends_a_role_of_their_own(record: Record) {
        let record = begin(record).await;
        let before = state(&record).await;
        let acts: [Act; 4] = [
            |tx, author| Box::pin(async move { roles::give(tx, author, person(MANAGER), &held(Role::Icb, NORTHMERE)).await.map(drop) }),
            |tx, author| Box::pin(async move { roles::end(tx, author, person(MANAGER), &held(Role::BusinessUnitManager, NORTHMERE), true).await.map(drop) }),
            |tx, author| Box::pin(async move { accounts::end(tx, author, person(MANAGER), &[NORTHMERE], true).await.map(drop) }),
            |tx, author| Box::pin(async move { accounts::add(tx, author, &named(MANAGER), &held(Role::Icb, NORTHMERE)).await.map(drop) }),
        ];
        for act in acts {
            let refused = work(&record, author(1, person(MANAGER)), act).await.unwrap_err();
            assert!(matches!(refused, Error::Denied(_)), "{refused}");
        }
        assert_eq!(state(&record).await, before);
    }

    async fn the_last_manager_goes_only_where_that_is_wanted(record: Record) {
        let record = begin(record).await;
        let (manages, by) = (held(Role::BusinessUnitManager, NORTHMERE), author(1, person(2)));
        let before = state(&record).await;
        let last = manages.clone();
        record.db.write(move |tx| Box::pin(async move {
            for ended in [
                roles::end(tx, by, person(MANAGER), &last, false).await?,
                accounts::end(tx, by, person(MANAGER), &[NORTHMERE], false).await?,
            ] {
                assert_eq!(ended, Ended::Last(vec![last.clone()]));
            }
            Ok(())
        })).await.unwrap();
        assert_eq!(state(&record).await, before);
        assert!(noted(&record, by).await.is_empty());
        record.db.write(move |tx| Box::pin(async move {
            let Ended::Done(ended) = roles::end(tx, by, person(MANAGER), &manages, true).await? else { panic!("it may be the last") };
            assert_eq!(names(&ended[0].1), ["Example 1"], "they hear of it themselves");
            Ok(())
        })).await.unwrap();
        assert_eq!(noted(&record, by).await, ["role_ended business_unit_manager"]);
    }

    async fn whoever_has_no_role_left_is_signed_out(record: Record) {
        let record = begin(record).await;
        work(&record, author(1, person(MANAGER)), |tx, author| Box::pin(async move {
            roles::give(tx, author, person(2), &held(Role::Icb, SOUTHMERE)).await.map(drop)
        })).await.unwrap();
        sign_in(&record, 2).await;
        work(&record, author(2, person(MANAGER)), |tx, author| Box::pin(async move {
            roles::end(tx, author, person(2), &held(Role::Icb, SOUTHMERE), false).await.map(drop)
        })).await.unwrap();
        assert!(is_signed_in(&record).await, "they hold another role");
        work(&record, author(3, person(MANAGER)), |tx, author| Box::pin(async move {
            roles::end(tx, author, person(2), &held(Role::Council, NORTHMERE), false).await.map(drop)
        })).await.unwrap();
        assert!(!is_signed_in(&record).await);
    }

    async fn access_ends_here_and_roles_elsewhere_stay(record: Record) {
        let record = begin(record).await;
        work(&record, author(1, person(MANAGER)), |tx, author| Box::pin(async move {
            roles::give(tx, author, person(2), &held(Role::Icb, SOUTHMERE)).await.map(drop)
        })).await.unwrap();
        sign_in(&record, 2).await;
        work(&record, author(2, person(MANAGER)), |tx, author| Box::pin(async move {
            accounts::end(tx, author, person(2), &[NORTHMERE], false).await.map(drop)
        })).await.unwrap();
        assert!(!is_signed_in(&record).await, "they are signed out everywhere");
        let mut tx = record.db.glance().await.unwrap();
        let actor = people::actor(&mut tx, person(2)).await.unwrap();
        assert_eq!(actor.memberships, [held(Role::Icb, SOUTHMERE)]);
    }

    async fn an_address_that_changes_signs_out_but_for_the_own_session(record: Record) {
        let record = begin(record).await;
        sign_in(&record, MANAGER).await;
        let (by, own) = (author(1, person(MANAGER)), Some(Digest([7; 32])));
        for (number, but, stays) in [(5, own, true), (6, None, false)] {
            let email = Some(format!("{number}@northmere.example"));
            let moved = Person { email, ..named(MANAGER) };
            let change = record.db.write(move |tx| Box::pin(async move { accounts::change(tx, by, &moved, but).await.map(drop) }));
            change.await.unwrap();
            assert_eq!(is_signed_in(&record).await, stays);
        }
    }
}
