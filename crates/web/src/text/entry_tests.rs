use std::collections::BTreeMap;

use case::{Event, Fact, When, Words};

use super::title;
use crate::names::Names;
use crate::pages::case::given::{example, stands};
use crate::tests::harness::service;
use crate::text::entry_text::sentence;

/// Examples that between them hold most kinds of entries.
const TOLD: [&str; 8] = [
    "off-ramp-publication-held-then-published",
    "off-ramp-improvements-only",
    "off-ramp-taken-down",
    "off-ramp-panel-query",
    "off-ramp-partners-differ",
    "off-ramp-national-review-beside",
    "off-ramp-reclassified",
    "toddler-neglect",
];

#[tokio::test]
async fn entries_are_told_in_plain_words() {
    let service = service().await;
    let known = service.app.known();
    let mut told = BTreeMap::new();
    for key in TOLD {
        for entry in stands(&service, &example(&service, key).await).await.history() {
            let (title, text) =
                (title(&entry.event.fact, &known.names), sentence(&entry.event, &known.names));
            assert!(!title.contains(['_', '{', '\n']) && title.starts_with(char::is_uppercase), "{title}");
            assert!(title.len() < 120, "{title}");
            told.entry(entry.event.fact.kind())
                .or_insert_with(|| format!("{title} | {}", text.unwrap_or_default()));
        }
    }
    insta::assert_snapshot!(told.into_values().collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_sentence_holds_no_more_than_a_sentence() {
    let words = Words::none().and(case::Word::Text, "word ".repeat(500));
    let note = Fact::NoteAdded(case::keeping::Note { restricted: false });
    let event = Event { on: When::NotKnown, fact: note, words };
    let text = sentence(&event, &Names::default()).unwrap();
    assert!(text.chars().count() <= 221 && text.ends_with("word…"), "{text}");
}
