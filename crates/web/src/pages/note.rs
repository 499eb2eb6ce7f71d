//! Adding a note to a case.

use case::keeping::Note;
use case::{Command, Step, When, Word, Words};

use crate::case_view::OpenCase;
use crate::components::{Checkboxes, Choice};
use crate::form::asked::{Asked, Question, Section};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The form.
pub(crate) struct NewNote;

impl Form for NewNote {
    fn path(&self) -> String {
        "/notes/new".to_owned()
    }

    fn home(&self) -> &'static str {
        ""
    }

    fn heading(&self) -> String {
        "Add a note".to_owned()
    }

    fn button(&self) -> &'static str {
        "Add note"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::AddNote(Note { restricted: false }))
    }

    fn fits(&self, _open: &OpenCase) -> bool {
        true
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let hint = "Everyone with access to the case can read it. It stays in the history and can be corrected, but not removed";
        let text = Question::new("text", asked.text("text", "Note").hint(hint).rows(8));
        // Only the business unit keeps something to itself.
        let restricted = open.is_business_unit().then(|| Question::new("restricted", restricted(asked)));
        vec![Section::plain([text].into_iter().chain(restricted).collect())]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let text = fields.text("text", "Enter the note");
        let restricted = fields.is_ticked("restricted") && open.is_business_unit();
        Some(Command {
            on: When::Day(open.today),
            step: Step::AddNote(Note { restricted }),
            words: Words::none().and(Word::Text, text),
        })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![Said::new("text", "Note", answers.one("text"))]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        ("Note added".to_owned(), None)
    }
}

fn restricted(asked: Asked<'_>) -> Checkboxes {
    let only = Choice::new("yes", "Only the business unit")
        .hint("Others with access see that there is a restricted entry, and its date")
        .chosen(asked.answers.has("restricted", "yes"));
    Checkboxes::new("restricted", "Who may read it").error(asked.problems.of("restricted")).item(only)
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
        let partner = service.as_person("r-patel").await.get("/cases/2026-003/history").await.text;
        assert!(partner.contains("Restricted entry") && !partner.contains("The school rang."));
    }

    #[tokio::test]
    async fn a_note_without_a_text_is_asked_for_again() {
        let service = service().await;
        let sam = service.as_person("sam-okafor").await;
        let refused = sam.fill_in(FORM, &[("text", " ")]).await;
        assert!(refused.status == 422 && refused.text.contains("Enter the note"));
    }

    #[tokio::test]
    async fn pressing_twice_adds_one_note() {
        let service = service().await;
        let sam = service.as_person("sam-okafor").await;
        let page = sam.get(FORM).await.text;
        let (version, request) = (
            crate::tests::harness::hidden(&page, "version"),
            crate::tests::harness::hidden(&page, "request"),
        );
        let fields = [("text", "Once."), ("version", version.as_str()), ("request", request.as_str())];
        assert_eq!(sam.post(FORM, &fields).await.location, "/cases/2026-003");
        let before = service.case("2026-003").await.version();
        assert_eq!(sam.post(FORM, &fields).await.location, "/cases/2026-003");
        assert_eq!(service.case("2026-003").await.version(), before);
    }

    #[tokio::test]
    async fn another_note_from_the_same_form_is_added_too() {
        let service = service().await;
        let sam = service.as_person("sam-okafor").await;
        let page = sam.get(FORM).await.text;
        let (version, request) = (
            crate::tests::harness::hidden(&page, "version"),
            crate::tests::harness::hidden(&page, "request"),
        );
        for text in ["The school rang.", "The hospital rang."] {
            let fields = [("text", text), ("version", version.as_str()), ("request", request.as_str())];
            let pressed = sam.post(FORM, &fields).await;
            let told = sam.get(&pressed.location).await.text;
            let history = sam.get("/cases/2026-003/history").await.text;
            assert!(told.contains("Note added") && history.contains(text), "{text}");
        }
    }
}
