//! The timelines that were published, of which much is not known: every page of them opens and says so.

use case::{Membership, OrganisationId, PartnershipId, PersonId, Role};
use store::people;
use uuid::Uuid;

use super::scene;
use crate::tests::harness::{Service, service};

/// The partnerships of the published timelines, each with the case it holds.
const PUBLISHED: [(&str, &str); 3] =
    [("surrey", "case-a"), ("lincolnshire", "case-d"), ("residential", "case-f")];

const PAGES: [&str; 12] = [
    "",
    "/notification",
    "/rapid-review",
    "/rapid-review/report",
    "/agencies",
    "/decisions",
    "/panel",
    "/lcspr",
    "/publication",
    "/actions",
    "/deadlines",
    "/print",
];

/// Lets Sam Okafor run the business units of the published timelines too.
#[expect(clippy::disallowed_methods, reason = "what is tested is what they see")]
async fn runs_them_all(service: &Service) {
    let person = PersonId(import::id_of("sam-okafor"));
    for (partnership, _) in PUBLISHED {
        let held = Membership {
            organisation: OrganisationId(import::id_of("northmere-partnership")),
            partnership: PartnershipId(import::id_of(partnership)),
            role: Role::BusinessUnitManager,
        };
        let add = service
            .app
            .db()
            .write(move |tx| Box::pin(async move { people::save_membership(tx, person, &held).await }));
        add.await.unwrap();
    }
    service.app.look_again().await.unwrap();
}

#[tokio::test]
async fn what_is_not_known_of_a_published_case_is_said() {
    let service = service().await;
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/published.jsonl");
    scene::take_in(&service, &file).await;
    runs_them_all(&service).await;
    let browser = service.as_person("sam-okafor").await;
    for (partnership, key) in PUBLISHED {
        let id = Uuid::new_v5(&import::id_of(partnership), key.as_bytes());
        let mut tx = service.app.db().glance().await.unwrap();
        let listed = store::cases::listed_as(&mut tx, case::CaseId(id)).await.unwrap();
        drop(tx);
        let (reference, _) = listed.expect("it was imported");
        for page in PAGES {
            let address = format!("/cases/{partnership}.{reference}{page}");
            let answered = browser.get(&address).await;
            assert_eq!(answered.status, 200, "{address}");
        }
        let overview = browser.get(&format!("/cases/{partnership}.{reference}/history")).await.text;
        assert!(overview.to_lowercase().contains("not known"), "{partnership} says what is not known");
    }
}
