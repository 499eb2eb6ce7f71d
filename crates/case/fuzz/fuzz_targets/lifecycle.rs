//! Any commands, one after the other: nothing panics, a case follows only the arrows of the diagram that was written
//! by hand, and its history tells it again.

#![no_main]

#[path = "../../tests/always/anything.rs"]
mod anything;
#[path = "../src/diagram.rs"]
mod diagram;
#[path = "../../tests/always/walk.rs"]
mod walk;

use case::{Case, Step};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut case = Case::new();
    for command in anything::commands(bytes) {
        // These tell of a past that was not walked through here.
        let tells_the_past =
            matches!(command.step, Step::BringIn(_) | Step::Correct(_) | Step::StrikeOut(_));
        let Ok(events) = walk::ask(&case, command) else { continue };
        for (from, to) in walk::record(&mut case, events) {
            assert!(tells_the_past || diagram::has_arrow(from, to), "no arrow from {from:?} to {to:?}");
        }
    }
    assert_eq!(Case::replay(case.history().to_vec()), case);
    let any_open = walk::clocks_of(&case).iter().any(|clock| clock.is_open());
    assert!(!(case.is_closed() && any_open), "a clock is open at {}", case.stage);
});
