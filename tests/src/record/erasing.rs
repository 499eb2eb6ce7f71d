//! What is erased is gone: from the rows, from search, and from the file.

use case::{Command, PersonId};
use serde_json::json;
use store::people::{self, Person};
use store::search;
use uuid::Uuid;

use super::story::{Story, access, case, command, manager, note, person};
use crate::harness::Record;

const SECRET: &str = "Quillfeather";

fn contains(bytes: &[u8], text: &str) -> bool {
    let lower = bytes.to_ascii_lowercase();
    lower.windows(text.len()).any(|window| window == text.to_lowercase().as_bytes())
}

/// A case of which a short and a long note hold the secret.
async fn with_a_secret(record: Record) -> (Story, Vec<u32>) {
    let story = Story::of_one_case(record).await;
    let mut entries = Vec::new();
    for text in [format!("The name is {SECRET}"), format!("{SECRET}: {}", "much to say ".repeat(2000))] {
        entries.push(story.and(&manager(), 1, note(&text)).await.version);
    }
    for number in 0..50 {
        story.and(&manager(), 1, note(&format!("Note {number} of something else"))).await;
    }
    assert!(contains(&story.record.bytes().await, SECRET), "else the test would prove nothing");
    (story, entries)
}

fn erase(entries: &[u32]) -> Command {
    let erase = json!({"erase_words": {"entries": entries}});
    command(json!({"on": "2026-11-02", "do": erase, "words": {"reason": "asked by the family"}}))
}

for_both! {
    async fn erased_words_are_nowhere(record: Record) {
        let (story, entries) = with_a_secret(record).await;
        story.and(&manager(), 1, erase(&entries)).await;

        assert!(!contains(&story.record.bytes().await, SECRET));
        let mut tx = story.record.db.snapshot().await.unwrap();
        assert!(search(&mut tx, &manager(), SECRET, 5).await.unwrap().is_empty());
        assert_eq!(search(&mut tx, &manager(), "something", 100).await.unwrap().len(), 50);
        let case = store::cases::case(&mut tx, &manager(), case(1)).await.unwrap();
        assert!(entries.iter().all(|entry| case.history()[*entry as usize - 1].event.words.is_empty()));
        drop(tx);
        assert_eq!(story.verified().await.first, None, "and the chain is whole");
    }

    async fn an_erased_title_leaves_the_list_too(record: Record) {
        let story = Story::of_one_case(record).await;
        let retitle = json!({"on": "2026-11-02", "do": "retitle", "words": {"title": format!("Child {}", SECRET.to_lowercase())}});
        let entries = [story.and(&manager(), 1, command(retitle)).await.version];
        story.and(&manager(), 1, erase(&entries)).await;
        assert!(!contains(&story.record.bytes().await, SECRET));
        assert_eq!(story.verified().await.first, None);
    }

    async fn an_erased_person_has_no_name_and_cannot_get_one_back(record: Record) {
        let story = Story::of_one_case(record).await;
        let child = Person {
            id: PersonId(Uuid::from_u128(0x700)),
            name: Some(format!("Example {SECRET}")),
            job_title: None,
            email: None,
            date_of_birth: Some("2024-02-29".parse().unwrap()),
            erased_at: None,
        };
        let saved = child.clone();
        story.record.db.write(move |tx| Box::pin(async move { people::save_person(tx, &saved).await })).await.unwrap();
        story.and(&manager(), 1, access(child.id, "contributor")).await;
        let erase = json!({"on": "2026-11-02", "do": {"erase_person": {"person": child.id}}, "words": {"reason": "the time is up"}});
        story.and(&manager(), 1, command(erase)).await;

        assert!(!contains(&story.record.bytes().await, SECRET));
        let again = child.clone();
        story.record.db.write(move |tx| Box::pin(async move { people::save_person(tx, &again).await })).await.unwrap();
        let left = people::person(&mut story.record.db.glance().await.unwrap(), child.id).await.unwrap().unwrap();
        assert_eq!((left.name, left.date_of_birth), (None, None));
        assert!(left.erased_at.is_some());
        assert!(people::person(&mut story.record.db.glance().await.unwrap(), person(1)).await.unwrap().unwrap().name.is_some());
    }

    async fn a_rebuild_does_not_bring_erased_words_back(record: Record) {
        let (story, entries) = with_a_secret(record).await;
        story.and(&manager(), 1, erase(&entries)).await;
        story.record.db.rebuild(&story.basis, |_| {}).await.unwrap();
        assert!(!contains(&story.record.bytes().await, SECRET));
        let mut tx = story.record.db.snapshot().await.unwrap();
        assert_eq!(search(&mut tx, &manager(), "something", 100).await.unwrap().len(), 50);
    }
}
