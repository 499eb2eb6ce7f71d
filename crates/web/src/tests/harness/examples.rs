//! Cases of the example data.

use case::keeping::{Access, AccessAs};
use case::{Actor, Case, CaseId, Command, PersonId, Step, Words};
use store::cases;
use uuid::Uuid;

use super::Service;

/// One of the example cases.
pub(crate) struct Example {
    pub(crate) id: CaseId,
    pub(crate) address: String,
}

impl Example {
    /// The address of one of its pages.
    pub(crate) fn at(&self, page: &str) -> String {
        format!("{}{page}", self.address)
    }
}

/// The case of this key in the examples.
pub(crate) async fn example(service: &Service, key: &str) -> Example {
    let id = CaseId(Uuid::new_v5(&import::id_of("northmere"), key.as_bytes()));
    let mut tx = service.app.db().snapshot().await.unwrap();
    let (reference, _) = cases::listed_as(&mut tx, id).await.unwrap().unwrap();
    Example { id, address: format!("/cases/{reference}") }
}

/// The case as it stands.
pub(crate) async fn stands(service: &Service, of: &Example) -> Case {
    let mut tx = service.app.db().snapshot().await.unwrap();
    cases::case(&mut tx, &Actor::operator(), of.id).await.unwrap().as_ref().clone()
}

/// Records a step as the operator.
pub(crate) async fn recorded(service: &Service, of: &Example, on: &str, step: Step, words: Words) {
    let expected = stands(service, of).await.version();
    service.execute(of.id, expected, Command { on: on.parse().unwrap(), step, words }).await;
}

/// Puts one of the invented people on the list of a case.
pub(crate) async fn listed(service: &Service, of: &Example, key: &str, as_role: AccessAs) {
    let person = PersonId(import::id_of(key));
    if stands(service, of).await.access.get(&person) != Some(&as_role) {
        let access = Access { person, as_role };
        recorded(service, of, "2026-03-26", Step::GrantAccess(access), Words::none()).await;
    }
}

/// The number of the last entry of a kind.
pub(crate) async fn last(service: &Service, of: &Example, kind: &str) -> u32 {
    let case = stands(service, of).await;
    case.history().iter().rev().find(|entry| entry.event.fact.kind() == kind).unwrap().seq
}
