//! What was sent about a case, and what did not arrive.

use case::PersonId;
use case::reminders::Kind;
use store::reminders::{self, Ended, Fate, Key, Made};
use uuid::Uuid;

use crate::tests::harness::{Service, service};

const EMAILS: &str = "/cases/2026-004/emails";

/// An email to somebody about the rapid review, two working days before it is due, that ended in this way.
async fn email(service: &Service, to: &str, ended: Option<Ended>) {
    let case = service.case("2026-004").await;
    let (now, today) = (service.app.clock().now(), service.app.clock().today());
    let mut tx = service.app.db().glance().await.unwrap();
    let operator = case::Actor::operator();
    let rows = store::cases::by_reference(&mut tx, &operator, "2026-004".parse().unwrap());
    let row =
        rows.await.unwrap().into_iter().find(|row| Some(row.partnership) == case.partnership()).unwrap();
    drop(tx);
    let key = Key {
        case: row.case,
        clock: "rapid-review".to_owned(),
        due: today,
        occasion: "-2".to_owned(),
        recipient: PersonId(import::id_of(to)),
    };
    let (id, partnership) = (key.id(), row.partnership);
    let made =
        Made { key, partnership, entry: None, day: today, kind: Kind::RapidReview, fate: Fate::Waits(now) };
    let work = service.app.db().write(move |tx| {
        Box::pin(async move {
            reminders::make(tx, now, &[made]).await?;
            if let Some(ended) = ended {
                let token = Uuid::from_u128(1);
                reminders::claim(tx, token, (now, now), 10).await?;
                reminders::settle(tx, token, &[id], &ended, now).await?;
            }
            Ok(())
        })
    });
    work.await.unwrap();
}

#[tokio::test]
async fn a_case_about_which_nothing_was_sent_says_so() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    assert!(sam.get(EMAILS).await.text.contains("No email was sent about this case yet."));
    assert!(sam.get("/cases/2026-004/history").await.text.contains(EMAILS));
}

#[tokio::test]
async fn what_was_sent_and_what_was_not_and_why_is_there() {
    let service = service().await;
    email(&service, "sam-okafor", Some(Ended::Sent)).await;
    let reason = "They switched it off in their account.".to_owned();
    email(&service, "p-lowe", Some(Ended::PassedOver(reason))).await;
    let page = service.as_person("sam-okafor").await.get(EMAILS).await.text;
    for says in [
        "Rapid review. 2 working days before",
        "P. Lowe",
        "Not sent",
        "They switched it off in their account.",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
}

#[tokio::test]
async fn whoever_did_not_get_an_email_is_phoned_and_that_is_noted() {
    let service = service().await;
    email(&service, "p-lowe", Some(Ended::Failed("The mail server refused it.".to_owned()))).await;
    let sam = service.as_person("sam-okafor").await;
    let lost = sam.open("/due").await.under("Not delivered");
    assert!(lost.contains("Email to P. Lowe was not delivered. Phone them"), "{lost}");
    let page = sam.open(EMAILS).await;
    let says = "Email to P. Lowe was not delivered: Rapid review. Phone them.";
    assert!(page.says(says), "{}", page.words());
    let told = sam.post(EMAILS, &[("letter", &page.holds("letter"))]).await;
    assert_eq!(told.location, EMAILS);
    let flash = sam.open(EMAILS).await.flash();
    assert!(flash.contains("It is noted that they were told in another way"), "{flash}");
    assert!(!sam.open("/due").await.says("was not delivered"));
}

#[tokio::test]
async fn others_see_their_own_emails_and_note_nothing() {
    let service = service().await;
    service.grant("r-patel", "2026-004", case::keeping::AccessAs::Partner).await;
    email(&service, "p-lowe", Some(Ended::Failed("It was refused.".to_owned()))).await;
    email(&service, "r-patel", None).await;
    let council = service.as_person("r-patel").await;
    let page = council.open(EMAILS).await;
    assert!(page.says("R. Patel") && page.says("Leaves"), "{}", page.words());
    assert!(!page.says("P. Lowe") && !page.says("Phone them"));
    let nothing = council.post(EMAILS, &[("letter", &Uuid::nil().to_string())]).await;
    assert_eq!(nothing.status, 404);
}
