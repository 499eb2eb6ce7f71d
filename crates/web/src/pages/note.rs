//! Adding a note to a case.

use case::keeping::Note;
use case::{Command, Restricted, Step, StepKind, Word};

use crate::case_view::OpenCase;
use crate::form::question::{Question, text, tick};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const TEXT: Question<String> = text(Word::Text, "Note")
    .missing("Enter the note")
    .hint("Everyone with access to the case can read it. It stays in the history and can be corrected, but not removed")
    .rows(8);
const RESTRICTED: Question<bool> = tick("restricted", "Who may read it", "Only the business unit")
    .hint("Others with access see that there is a restricted entry, and its date")
    .plain()
    .unsaid();

/// A note, which the business unit may keep to itself.
pub(crate) struct NewNote;

impl Form for NewNote {
    fn page(&self) -> Page {
        Page::new(StepKind::AddNote(Restricted(false)), "/notes/new", "", "Add a note").button("Add note")
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(TEXT).ask_if(open.is_business_unit(), RESTRICTED)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::AddNote(Note { restricted: read.of(&RESTRICTED) }).into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new("Note added")
    }
}

#[cfg(test)]
mod tests {
    use case::Fact;

    use crate::tests::harness::service;

    const FORM: &str = "/cases/2026-003/notes/new";

    #[tokio::test]
    async fn a_note_is_added_and_a_restricted_one_is_for_the_business_unit() {
        let service = service().await;
        let sam = service.as_person("sam-okafor").await;
        let added = sam.fill_in(FORM, &[("text", "The school rang."), ("restricted", "yes")]).await;
        assert_eq!(added.location, "/cases/2026-003");
        let case = service.case("2026-003").await;
        let Fact::NoteAdded(note) = &case.history().last().unwrap().event.fact else { panic!("no note") };
        assert!(note.restricted);
        let partner = service.as_person("r-patel").await.open("/cases/2026-003/history").await;
        assert!(partner.says("Restricted entry") && !partner.says("The school rang."), "{}", partner.words());
    }

    #[tokio::test]
    async fn a_note_without_a_text_is_asked_for_again() {
        let service = service().await;
        let sam = service.as_person("sam-okafor").await;
        assert_eq!(sam.fill_in(FORM, &[("text", " ")]).await.refused().errors(), ["Enter the note"]);
    }

    #[tokio::test]
    async fn pressing_twice_adds_one_note() {
        let service = service().await;
        let sam = service.as_person("sam-okafor").await;
        let page = sam.get(FORM).await.text;
        assert_eq!(sam.send_on(FORM, &page, &[("text", "Once.")]).await.location, "/cases/2026-003");
        let before = service.case("2026-003").await.version();
        assert_eq!(sam.send_on(FORM, &page, &[("text", "Once.")]).await.location, "/cases/2026-003");
        assert_eq!(service.case("2026-003").await.version(), before);
    }

    #[tokio::test]
    async fn another_note_from_the_same_form_is_added_too() {
        let service = service().await;
        let sam = service.as_person("sam-okafor").await;
        let page = sam.get(FORM).await.text;
        for text in ["The school rang.", "The hospital rang."] {
            let pressed = sam.send_on(FORM, &page, &[("text", text)]).await;
            assert!(sam.open(&pressed.location).await.flash().starts_with("Note added"), "{text}");
            assert!(sam.open("/cases/2026-003/history").await.says(text), "{text}");
        }
    }
}
