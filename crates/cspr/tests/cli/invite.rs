//! `cspr invite`: the first people of a record, of whom its managers hear and its log has a note.

use std::fs;

use case::{OPERATOR, PartnershipId};
use store::Db;
use store::administration::log;

use crate::given::NORTHMERE;
use crate::harness::Cspr;

/// The letters that were written, in any order.
fn letters(cspr: &Cspr) -> Vec<String> {
    let Ok(folder) = fs::read_dir(cspr.path("var/mail")) else { return Vec::new() };
    folder.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect()
}

/// What the operator is noted to have changed, in the order of its codes.
fn noted(cspr: &Cspr) -> Vec<String> {
    let northmere = PartnershipId(import::id_of("northmere"));
    let listing = async {
        let db = Db::open(cspr.address()).await.unwrap();
        let changes = log::list(&mut db.snapshot().await.unwrap(), &[northmere], None, 100).await.unwrap();
        db.close().await;
        changes
    };
    let changes = tokio::runtime::Runtime::new().unwrap().block_on(listing);
    assert!(changes.iter().all(|change| change.by == OPERATOR));
    let mut codes: Vec<_> = changes.into_iter().map(|change| change.code).collect();
    codes.sort_unstable();
    codes
}

fn invite(cspr: &Cspr, name: &str, role: &str) -> String {
    let email = format!("{}@northmere.example", name.to_lowercase());
    cspr.ok(&["invite", &email, "--role", role, "--organisation", "northmere-council", "--name", name])
}

for_both! {
    fn the_managers_hear_who_else_can_open_cases(cspr: Cspr) {
        cspr.import(NORTHMERE);
        let said = invite(cspr, "Sam", "business_unit_manager");
        assert!(said.contains("/sign-in/link/"), "{said}");
        assert!(letters(cspr).is_empty(), "there was no manager before");
        invite(cspr, "Robin", "administrator");
        assert!(letters(cspr).is_empty(), "an administrator opens no case");
        for _ in 0..2 {
            let said = invite(cspr, "Kim", "business_unit_manager");
            assert!(said.contains("told of it by email"), "{said}");
            let letters = letters(cspr);
            assert_eq!(letters.len(), 1, "once, and not again for a role that is held already");
            assert!(letters[0].contains("To: Sam <sam@northmere.example>"), "{}", letters[0]);
            assert!(letters[0].contains("Kim was given the role"), "{}", letters[0]);
        }
    }
    fn what_the_operator_changes_is_noted(cspr: Cspr) {
        cspr.import(NORTHMERE);
        let mut expected = vec!["organisation_joined"; 3];
        expected.extend(["partnership_added", "person_added", "person_added"]);
        assert_eq!(noted(cspr), expected);
        invite(cspr, "Sam", "business_unit_manager");
        invite(cspr, "Sam", "business_unit_manager");
        invite(cspr, "Sam", "administrator");
        cspr.ok(&["holidays", "add", "2027-06-04", "Example royal wedding", "--yes"]);
        expected.extend(["bank_holiday_added", "invited", "invited", "invited", "person_added", "role_given"]);
        expected.sort_unstable();
        assert_eq!(noted(cspr), expected);
    }
}
