//! `cspr invite`: the first people of a record, of whom its managers hear.

use std::fs;

use crate::given::NORTHMERE;
use crate::harness::Cspr;

/// The letters that were written, in any order.
fn letters(cspr: &Cspr) -> Vec<String> {
    let Ok(folder) = fs::read_dir(cspr.path("var/mail")) else { return Vec::new() };
    folder.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect()
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
}
