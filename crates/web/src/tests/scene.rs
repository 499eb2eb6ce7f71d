//! Northmere with a neighbour: a second partnership, whose people must not learn that the first has any case.

use std::path::Path;
use std::sync::Arc;

use case::OPERATOR;
use import::{Import, Stop};
use store::administration::log;
use store::{Heads, mail_choices, people, transfer};
use uuid::Uuid;

use crate::tests::harness::{Service, service};

/// Fernmere, its business manager, and a case of its own whose title would be a formula in a spreadsheet.
const NEIGHBOUR: &str = r#"
{"organisation": {"key": "fernmere-partnership", "kind": "business_unit", "name": "Fernmere business unit"}}
{"organisation": {"key": "fernmere-council", "kind": "council", "name": "Fernmere Council"}}
{"partnership": {"key": "fernmere", "name": "Fernmere Safeguarding Children Partnership", "members": ["fernmere-partnership", "fernmere-council"]}}
{"person": {"key": "t-brook", "name": "T. Brook", "job_title": "Business manager", "email": "t-brook@fernmere.example", "memberships": [{"organisation": "fernmere-partnership", "partnership": "fernmere", "role": "business_unit_manager"}]}}
{"person": {"key": "v-lane", "name": "V. Lane", "job_title": "Director", "email": "v-lane@fernmere.example", "memberships": [{"organisation": "fernmere-council", "partnership": "fernmere", "role": "council"}]}}
{"case": {"key": "fernmere-first", "partnership": "fernmere", "steps": [{"on": "2026-03-25", "do": {"refer": {"partnership": "@fernmere", "kind": "serious_incident", "incident": "2026-03-24", "aware": "2026-03-25", "agency_aware": "not known", "locus": "in_area", "referred_by": "@fernmere-council"}}, "words": {"who": "Duty officer", "decided_by": "Head of service", "title": "=1+1 infant, serious harm"}, "at": "2026-03-25T09:00:00Z", "by": "t-brook"}]}}
"#;

/// The examples, with the neighbour beside them.
pub(super) async fn with_neighbour() -> Service {
    let service = service().await;
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("neighbour.jsonl");
    std::fs::write(&file, NEIGHBOUR.trim_start()).unwrap();
    take_in(&service, &file).await;
    service.app.look_again().await.unwrap();
    service
}

/// Imports a file of examples.
pub(super) async fn take_in(service: &Service, file: &Path) {
    let now = service.app.clock().now();
    let how = Import { by: OPERATOR, now, new_id: || Uuid::from_u128(0xfe2a), writing: true };
    let taken = import::take_in(service.app.db(), file, how, &(Arc::new(|_| ()) as import::Progress)).await;
    match taken {
        Ok(_) => {}
        Err(Stop::Faults(faults)) => panic!("the neighbour cannot be imported: {faults}"),
        Err(Stop::Store(error)) => panic!("the neighbour cannot be imported: {error}"),
    }
}

/// Everything that a page can write, but for drafts and sessions: it is the same where nothing was written.
#[derive(Debug, PartialEq)]
pub(super) struct Written {
    cases: Heads,
    people: String,
    changes: usize,
    mail_choices: String,
}

impl Written {
    /// What is written now.
    pub(super) async fn now(service: &Service) -> Self {
        let mut tx = service.app.db().snapshot().await.unwrap();
        let everybody = people::people(&mut tx).await.unwrap();
        let ids: Vec<_> = everybody.iter().map(|person| person.id).collect();
        let choices = mail_choices::of(&mut tx, &ids).await.unwrap();
        let roles = people::memberships(&mut tx).await.unwrap();
        let organisations = people::organisations(&mut tx).await.unwrap();
        let partnerships = people::partnerships(&mut tx).await.unwrap();
        let partnerships: Vec<_> = partnerships.iter().map(|of| of.id).collect();
        Self {
            cases: transfer::heads(&mut tx).await.unwrap(),
            mail_choices: format!("{choices:?}"),
            people: format!("{everybody:?} {roles:?} {organisations:?}"),
            changes: log::list(&mut tx, &partnerships, None, usize::MAX).await.unwrap().len(),
        }
    }
}
