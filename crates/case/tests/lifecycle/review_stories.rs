//! Beginnings of stories from the rapid review meeting to the Panel’s reply. Each takes up where the one before it ends.

use case::decisions::{Answer, Decision, Question};
use case::panel::{PanelOutcome, PanelResponse};
use case::rapid_review::{Meeting, Recommendation, Report, SentBack, Significance, Submission};
use case::terms::{Capacity, Partner};
use case::{ReportDigest, Step, Word, Words};

use crate::given::{Given, day, organisation, when, words};
use crate::stories::a_case_with_an_open_rapid_review;

/// A meeting to which everyone came, and at which safety was checked.
pub(crate) fn full_meeting() -> Meeting {
    Meeting { present: Partner::ALL.to_vec(), agencies: vec![organisation(2)], safety_checked: true }
}

/// What the meeting found.
pub(crate) fn found() -> Words {
    words(Word::Facts, "Three agencies saw bruises").and(Word::Learning, "Ask who lives in the home")
}

/// A version of the report with three recommendations.
pub(crate) fn report(version: u16, lcspr: bool) -> Report {
    Report {
        version,
        digest: ReportDigest([u8::try_from(version).expect("few versions"); 32]),
        national: Significance::No,
        lcspr,
        recommendations: 3,
    }
}

/// The four questions answered.
pub(crate) fn four_answers() -> Words {
    words(Word::NationalSignificance, "Nothing new for other areas")
        .and(Word::LcsprReason, "What is to be learnt is known")
        .and(Word::GoodPractice, "The health visitor persisted")
        .and(Word::Actions, "Train duty staff")
        .and(Word::Scope, "From pregnancy")
}

/// A version is put to the partners.
pub(crate) fn ask(version: u16) -> Step {
    Step::AskPartners(Recommendation { version, decide_by: Some(day("2024-04-03")) })
}

/// One partner’s decision.
pub(crate) fn decision(question: Question, partner: Partner, answer: Answer) -> Decision {
    Decision {
        question,
        partner,
        answer,
        not_agreed: Vec::new(),
        capacity: Capacity::Delegated,
        version: Some(1),
        on_behalf: None,
    }
}

/// One partner answers on a version of the rapid review report.
pub(crate) fn answers(partner: Partner, answer: Answer, version: u16) -> Step {
    let decision = decision(Question::RapidReview, partner, answer);
    Step::DecideAsPartner(Decision { version: Some(version), ..decision })
}

/// Who decided.
pub(crate) fn decided_by() -> Words {
    words(Word::DecidedBy, "Delegated safeguarding partner")
}

/// Who decided, and why.
pub(crate) fn decided_because(reason: &str) -> Words {
    decided_by().and(Word::Reason, reason)
}

/// All three partners agree with the first version.
pub(crate) fn all_agree(given: Given, question: Question, on: &str) -> Given {
    Partner::ALL.iter().fold(given, |given, partner| {
        given.and(on, Step::DecideAsPartner(decision(question, *partner, Answer::Agree)), decided_by())
    })
}

/// A version goes to the Panel.
pub(crate) fn submit(version: u16) -> Step {
    Step::SubmitToPanel(Submission { version, without_all_partners: false })
}

/// A version goes to the Panel although a partner has not decided.
pub(crate) fn submit_without(version: u16) -> Step {
    Step::SubmitToPanel(Submission { version, without_all_partners: true })
}

/// A letter of the Panel, dated 16 April 2024.
pub(crate) fn letter(outcome: PanelOutcome) -> PanelResponse {
    PanelResponse {
        letter: when("2024-04-16"),
        outcome,
        agrees_with_local_decision: None,
        praises_quality: false,
        quality_concern: false,
        late_submission_noted: false,
        asks_for_updates: false,
        reply_due: None,
        recommendations: Vec::new(),
    }
}

/// What the letter says.
pub(crate) fn said() -> Words {
    words(Word::Summary, "The Panel considered the rapid review")
}

/// The meeting was held on 26 March 2024.
pub(crate) fn a_case_after_the_meeting() -> Given {
    a_case_with_an_open_rapid_review().and("2024-03-26", Step::HoldMeeting(full_meeting()), found())
}

/// The report was written.
pub(crate) fn a_case_with_a_report(lcspr: bool) -> Given {
    a_case_after_the_meeting().and("2024-03-27", Step::WriteReport(report(1, lcspr)), four_answers())
}

/// The partners were asked on 28 March 2024.
pub(crate) fn a_case_with_the_partners() -> Given {
    a_case_with_a_report(false).and("2024-03-28", ask(1), Words::none())
}

/// Its text was changed, and the partners were asked again on 2 April 2024.
pub(crate) fn with_a_changed_text(given: Given) -> Given {
    given.and("2024-04-02", Step::WriteReport(report(2, false)), four_answers()).and(
        "2024-04-02",
        ask(2),
        Words::none(),
    )
}

/// The police sent the report back.
pub(crate) fn sent_back() -> Step {
    Step::SendBack(SentBack { partner: Partner::Police })
}

/// The report, with or without a recommended LCSPR, went to the Panel on 4 April 2024 with the agreement of all three.
pub(crate) fn a_submitted_case(lcspr: bool) -> Given {
    let asked = a_case_with_a_report(lcspr).and("2024-03-28", ask(1), Words::none());
    all_agree(asked, Question::RapidReview, "2024-04-02").and("2024-04-04", submit(1), Words::none())
}

/// The Panel’s reply to a report that recommends no LCSPR arrived on 18 April 2024.
pub(crate) fn a_case_answered(outcome: PanelOutcome) -> Given {
    a_submitted_case(false).and("2024-04-18", Step::RecordPanelResponse(letter(outcome)), said())
}

/// The Panel thinks an LCSPR is warranted, and the partners reconsider.
pub(crate) fn a_reconsidered_case() -> Given {
    a_case_answered(PanelOutcome::DisagreeWantsLcspr).and(
        "2024-04-22",
        Step::Reconsider,
        words(Word::Reason, "The Panel sees a recurrent theme"),
    )
}
