use case::{Actor, PersonId};
use uuid::Uuid;

use super::words::Looked;
use super::{List, Sort, Wanted, statement};
use crate::scope::Scope;
use crate::testing::fault;

#[tokio::test]
async fn cases_with_a_rare_word_are_found_by_it_in_every_order() {
    let actor = Actor { person: PersonId(Uuid::nil()), memberships: Vec::new(), operator: true };
    for (name, scope) in [
        ("list_everything", Scope::Everything),
        ("list_partnership", Scope::Partnership(Uuid::nil())),
        ("list_named", Scope::Named(Uuid::nil())),
    ] {
        for sort in [Sort::NextDeadline, Sort::Reference, Sort::Updated] {
            let stages = vec!["closed".to_owned()];
            let wanted = Wanted { stages, year: Some(2026), sort, ..Wanted::default() };
            let looked = Looked { tokens: vec!["injury".to_owned()], rare: true };
            let list =
                List { actor: &actor, wanted: &wanted, after: None, looked, managed: vec![Uuid::nil()] };
            let found = fault(name, |tx| statement::asked(tx, &list, scope, 0, 26).0).await;
            assert_eq!(found, None, "{name} by {sort:?}");
        }
    }
}
