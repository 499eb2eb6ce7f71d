//! Any text as a stored entry and as a command: it is read or refused, never a panic, and what is read is written so
//! that it reads the same again.

#![no_main]

use case::{Command, Event, Words};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(event) = Event::from_json(text, Words::none()) {
        let again = Event::from_json(&event.facts_json(), Words::none());
        assert_eq!(again.expect("what is stored is read"), event);
    }
    if let Ok(command) = serde_json::from_str::<Command>(text) {
        let written = serde_json::to_string(&command).expect("a command is written as JSON");
        assert_eq!(serde_json::from_str::<Command>(&written).expect("what is written is read"), command);
    }
});
