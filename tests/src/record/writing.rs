//! Transactions: what is kept, what is not, and who is answered when.

use case::OrganisationId;
use futures_util::future::join_all;
use store::people::{self, Organisation};
use store::{Db, Error};
use uuid::Uuid;

fn agency(number: u128) -> Organisation {
    Organisation {
        id: OrganisationId(Uuid::from_u128(number)),
        kind: "agency".into(),
        name: "Example".into(),
    }
}

async fn add(db: &Db, number: u128) -> Result<(), Error> {
    db.write(move |tx| Box::pin(async move { people::save_organisation(tx, &agency(number)).await })).await
}

async fn add_and_fail(db: &Db, number: u128) -> Result<(), Error> {
    db.write(move |tx| {
        Box::pin(async move {
            people::save_organisation(tx, &agency(number)).await?;
            Err(Error::NotFound)
        })
    })
    .await
}

async fn how_many(db: &Db) -> usize {
    people::organisations(&mut db.glance().await.unwrap()).await.unwrap().len()
}

for_both! {
    async fn work_that_fails_leaves_nothing_behind_and_takes_no_other_with_it(record: Record) {
        let work = (0..200).map(|number| {
            let db = record.db.clone();
            async move { if number % 3 == 0 { add_and_fail(&db, number).await } else { add(&db, number).await } }
        });
        for (number, end) in join_all(work).await.into_iter().enumerate() {
            assert_eq!(end.is_ok(), number % 3 != 0, "{number}: {end:?}");
        }
        assert_eq!(how_many(&record.db).await, 133);
    }

    async fn work_that_panics_is_refused_and_the_next_is_done(record: Record) {
        let panicked: Result<(), Error> = record.db.write(|tx| Box::pin(async move {
            people::organisations(tx).await?;
            panic!("a fault in a command");
        })).await;
        assert!(matches!(panicked, Err(Error::Database(_))), "{panicked:?}");
        add(&record.db, 1).await.unwrap();
        assert_eq!(how_many(&record.db).await, 1);
    }

    async fn a_caller_who_goes_away_does_not_cut_work_in_half(record: Record) {
        let (begun, has_begun) = tokio::sync::oneshot::channel();
        let (go_on, may_go_on) = tokio::sync::oneshot::channel();
        let db = record.db.clone();
        let caller = tokio::spawn(async move {
            db.write(|tx| Box::pin(async move {
                begun.send(()).unwrap();
                may_go_on.await.unwrap();
                people::save_organisation(tx, &agency(1)).await
            })).await
        });
        has_begun.await.unwrap();
        caller.abort();
        assert!(caller.await.unwrap_err().is_cancelled());
        go_on.send(()).unwrap();
        while how_many(&record.db).await == 0 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    }

    async fn nothing_can_be_written_through_a_read(record: Record) {
        for mut tx in [record.db.glance().await.unwrap(), record.db.snapshot().await.unwrap()] {
            let refused = people::save_organisation(&mut tx, &agency(1)).await.unwrap_err();
            assert!(refused.to_string().contains("read-only"), "{refused}");
        }
    }
}
