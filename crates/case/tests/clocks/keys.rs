//! The short names of clocks.

use case::ClockKey;

use crate::told::agency;

#[test]
fn a_short_name_reads_back_as_written() {
    for name in [
        "notification",
        "partners-told",
        "rapid-review",
        "panel-reply",
        "panel-query-reply",
        "lcspr",
        "copies",
        "online",
        "alternative-review",
        "partner-decisions",
        "hold-review",
        "publication-hold-review",
        "milestone-5",
        "action-12",
        "advice-3",
        "agency-00000000-0000-0000-0000-000000000002",
    ] {
        let key: ClockKey = name.parse().unwrap();
        assert_eq!(key.to_string(), name);
        assert!(!key.label().is_empty());
        assert_eq!(serde_json::from_value::<ClockKey>(serde_json::to_value(key).unwrap()).unwrap(), key);
    }
    assert_eq!(ClockKey::AgencyReturn(agency()).to_string().parse(), Ok(ClockKey::AgencyReturn(agency())));
}

#[test]
fn anything_else_is_refused_with_the_names_there_are() {
    for text in ["", "rapid review", "milestone-", "milestone-999", "action--1", "agency-police", "é-1"] {
        let error = text.parse::<ClockKey>().unwrap_err().to_string();
        assert!(error.contains(text) && error.contains("rapid-review"), "{error}");
    }
}
