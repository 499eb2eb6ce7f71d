//! Signing in by a link, staying signed in, and being signed out.

use case::{Membership, PersonId, Role};
use chrono::{DateTime, Duration, Utc};
use futures_util::future::join_all;
use store::sign_in::{self, Link, Used};
use store::{Db, Digest, Error, people, session};

use super::story::{COUNCIL, NORTHMERE, SOUTHMERE, Story, manager, member, now, person, who_is};

const LAPTOP: Digest = Digest([1; 32]);
const TELEPHONE: Digest = Digest([2; 32]);

fn minutes(minutes: i64) -> DateTime<Utc> {
    now() + Duration::minutes(minutes)
}

/// A link to somebody that works for 15 minutes.
fn link(whose: PersonId) -> Link {
    Link { person: whose, sent_at: now(), ends_at: minutes(15), goes_to: "/cases/2026-001".into() }
}

fn session_of(whose: PersonId) -> session::Session {
    session::Session {
        person: whose,
        started_at: now(),
        seen_at: now(),
        device: "Firefox on Windows".into(),
        flash: None,
    }
}

async fn send(db: &Db, token: Digest, whose: PersonId) {
    db.write(move |tx| Box::pin(async move { sign_in::keep_link(tx, token, &link(whose)).await }))
        .await
        .unwrap();
}

async fn follow(db: &Db, token: Digest, at: DateTime<Utc>) -> Used {
    db.write(move |tx| Box::pin(async move { sign_in::use_link(tx, token, at).await })).await.unwrap()
}

async fn sign_in(db: &Db, token: Digest, whose: PersonId) -> Result<(), Error> {
    db.write(move |tx| Box::pin(async move { session::start(tx, token, &session_of(whose)).await })).await
}

async fn signed_in(db: &Db, token: Digest) -> Option<session::SignedIn> {
    session::find(&mut db.glance().await.unwrap(), token, None).await.unwrap()
}

async fn give(db: &Db, whose: PersonId, roles: Vec<Membership>) {
    let give = db.write(move |tx| {
        Box::pin(async move {
            people::end_memberships(tx, whose).await?;
            for role in &roles {
                people::save_membership(tx, whose, role).await?;
            }
            Ok(())
        })
    });
    give.await.unwrap();
}

for_both! {
    async fn a_link_signs_one_person_in_once(record: Record) {
        Story::begin(record.clone()).await;
        send(&record.db, LAPTOP, person(1)).await;
        let works = Used::SignsIn { person: person(1), goes_to: "/cases/2026-001".into() };
        let mut tx = record.db.glance().await.unwrap();
        for _ in 0..2 {
            assert_eq!(sign_in::look_at_link(&mut tx, LAPTOP, minutes(14)).await.unwrap(), works, "looking uses nothing up");
        }
        assert_eq!(follow(&record.db, TELEPHONE, now()).await, Used::Unknown);
        assert_eq!(follow(&record.db, LAPTOP, minutes(14)).await, works);
        assert_eq!(follow(&record.db, LAPTOP, minutes(14)).await, Used::AlreadyUsed);
        assert_eq!(follow(&record.db, LAPTOP, minutes(16)).await, Used::AlreadyUsed);
    }

    async fn a_link_works_until_it_ends(record: Record) {
        Story::begin(record.clone()).await;
        send(&record.db, LAPTOP, person(1)).await;
        assert_eq!(follow(&record.db, LAPTOP, minutes(15)).await, Used::Expired);
        assert!(matches!(follow(&record.db, LAPTOP, minutes(14)).await, Used::SignsIn { .. }));
    }

    async fn of_many_who_come_with_a_link_at_once_one_is_signed_in(record: Record) {
        Story::begin(record.clone()).await;
        send(&record.db, LAPTOP, person(1)).await;
        let ends = join_all((0..20).map(|_| follow(&record.db, LAPTOP, minutes(1)))).await;
        assert_eq!(ends.iter().filter(|end| matches!(end, Used::SignsIn { .. })).count(), 1);
        assert_eq!(ends.iter().filter(|end| **end == Used::AlreadyUsed).count(), 19);
    }

    async fn every_try_is_counted_however_many_try_at_once(record: Record) {
        let try_it = |who: Digest| {
            let db = record.db.clone();
            async move {
                let attempt = db.write(move |tx| Box::pin(async move {
                    sign_in::note_attempt(tx, "sign_in", who, now()).await?;
                    sign_in::count_attempts(tx, "sign_in", who, minutes(-10)).await
                }));
                attempt.await.unwrap()
            }
        };
        let mut counts = join_all((0..12).map(|_| try_it(LAPTOP))).await;
        counts.sort_unstable();
        assert_eq!(counts, (1..=12).collect::<Vec<_>>());
        assert_eq!(try_it(TELEPHONE).await, 1, "others are counted apart");
        let mut tx = record.db.glance().await.unwrap();
        assert_eq!(sign_in::count_attempts(&mut tx, "sign_in", LAPTOP, minutes(1)).await.unwrap(), 0);
        assert_eq!(sign_in::count_attempts(&mut tx, "another", LAPTOP, minutes(-10)).await.unwrap(), 0);
    }

    async fn whoever_is_signed_in_is_found_with_all_their_roles(record: Record) {
        Story::begin(record.clone()).await;
        let roles: Vec<_> = [
            member(1, Role::Police, SOUTHMERE),
            who_is(1, Role::BusinessUnit),
            who_is(1, Role::BusinessUnitManager),
        ].into_iter().flat_map(|actor| actor.memberships).collect();
        give(&record.db, person(1), roles).await;
        sign_in(&record.db, LAPTOP, person(1)).await.unwrap();

        let found = signed_in(&record.db, LAPTOP).await.unwrap();
        assert_eq!(found.session, session_of(person(1)));
        assert_eq!(found.name.as_deref(), Some("Example Manager"));
        let actor = people::actor(&mut record.db.glance().await.unwrap(), person(1)).await.unwrap();
        assert_eq!(found.actor, actor);
        assert_eq!(found.actor.memberships.len(), 3);
        assert_eq!(signed_in(&record.db, TELEPHONE).await, None);
        assert!(matches!(sign_in(&record.db, LAPTOP, person(2)).await, Err(Error::Taken)));
    }

    async fn somebody_without_a_role_is_found_and_has_none(record: Record) {
        Story::begin(record.clone()).await;
        sign_in(&record.db, LAPTOP, person(2)).await.unwrap();
        assert!(signed_in(&record.db, LAPTOP).await.unwrap().actor.memberships.is_empty());
    }

    async fn a_session_remembers_when_it_was_last_used(record: Record) {
        Story::begin(record.clone()).await;
        sign_in(&record.db, LAPTOP, person(1)).await.unwrap();
        for at in [minutes(9), minutes(4)] {
            record.db.write(move |tx| Box::pin(async move { session::touch(tx, LAPTOP, at).await })).await.unwrap();
        }
        assert_eq!(signed_in(&record.db, LAPTOP).await.unwrap().session.seen_at, minutes(9));
    }

    async fn what_is_said_once_is_said_once(record: Record) {
        Story::begin(record.clone()).await;
        sign_in(&record.db, LAPTOP, person(1)).await.unwrap();
        let take = || record.db.write(|tx| Box::pin(async move { session::take_flash(tx, LAPTOP).await }));
        assert_eq!(take().await.unwrap(), None);
        for text in ["Case 2026-018 started.", "Note added."] {
            record.db.write(move |tx| Box::pin(async move { session::set_flash(tx, LAPTOP, text).await })).await.unwrap();
        }
        assert_eq!(signed_in(&record.db, LAPTOP).await.unwrap().session.flash.as_deref(), Some("Note added."));
        let said = join_all((0..5).map(|_| take())).await;
        let said: Vec<_> = said.into_iter().filter_map(Result::unwrap).collect();
        assert_eq!(said, ["Note added."]);
    }

    async fn one_sees_where_one_is_signed_in_and_signs_out_there(record: Record) {
        Story::begin(record.clone()).await;
        for (token, whose) in [(LAPTOP, 1), (TELEPHONE, 1), (Digest([3; 32]), 1), (Digest([4; 32]), 2)] {
            sign_in(&record.db, token, person(whose)).await.unwrap();
        }
        let of = |number| {
            let db = record.db.clone();
            async move { session::of_person(&mut db.glance().await.unwrap(), person(number)).await.unwrap() }
        };
        assert_eq!(of(1).await.len(), 3);
        record.db.write(|tx| Box::pin(async move { session::end(tx, TELEPHONE).await })).await.unwrap();
        assert_eq!(of(1).await.len(), 2);
        let ended = record.db.write(|tx| Box::pin(async move { session::end_all(tx, person(1), Some(LAPTOP)).await }));
        assert_eq!(ended.await.unwrap(), 1);
        assert_eq!(of(1).await, [(LAPTOP, session_of(person(1)))]);
        record.db.write(|tx| Box::pin(async move { session::end_all(tx, person(1), None).await })).await.unwrap();
        assert!(of(1).await.is_empty());
        assert_eq!(of(2).await.len(), 1);
    }

    async fn whoever_has_left_has_no_role_no_session_and_no_link(record: Record) {
        Story::begin(record.clone()).await;
        give(&record.db, person(1), manager().memberships).await;
        give(&record.db, person(2), who_is(2, Role::BusinessUnit).memberships).await;
        sign_in(&record.db, LAPTOP, person(1)).await.unwrap();
        send(&record.db, TELEPHONE, person(1)).await;
        record.db.write(|tx| Box::pin(async move { people::deactivate(tx, person(1)).await })).await.unwrap();
        assert_eq!(signed_in(&record.db, LAPTOP).await, None);
        assert_eq!(follow(&record.db, TELEPHONE, now()).await, Used::Unknown);
        let mut tx = record.db.snapshot().await.unwrap();
        let roles = people::memberships(&mut tx).await.unwrap();
        let left = Membership { organisation: COUNCIL, partnership: NORTHMERE, role: Role::BusinessUnit };
        assert_eq!(roles, [(person(2), left)]);
    }
}
