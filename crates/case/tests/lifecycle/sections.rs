//! The sections of the rapid review report: written while the review goes on, and complete when their writer says so.

use case::rapid_review::{Section, SectionWritten, Significance};
use case::{Stage, Step, When, Word, Words};

use crate::given::{Given, when, words};
use crate::review_stories::{
    a_case_after_the_meeting, a_case_answered, a_case_with_the_partners, a_reconsidered_case,
    a_submitted_case,
};
use crate::stories::{a_case_awaiting_notification, a_case_with_an_open_rapid_review, a_notified_case};
use case::panel::PanelOutcome;

/// A section in which nothing is chosen, complete or not.
fn section(section: Section, complete: bool) -> SectionWritten {
    SectionWritten {
        section,
        complete,
        national: None,
        lcspr: None,
        scope_from: When::NotKnown,
        scope_to: When::NotKnown,
    }
}

fn write(written: SectionWritten) -> Step {
    Step::WriteSection(written)
}

/// A recommendation on an LCSPR.
fn lcspr(recommended: Option<bool>, complete: bool) -> SectionWritten {
    SectionWritten { lcspr: recommended, ..section(Section::Lcspr, complete) }
}

/// This many lines of enquiry.
fn lines(count: usize) -> String {
    vec!["A line"; count].join("\n\n")
}

#[test]
fn sections_are_written_from_the_notification_to_the_submission_and_on_reconsidering() {
    let stages: [(Given, Stage); 5] = [
        (a_notified_case(), Stage::Notified),
        (a_case_with_an_open_rapid_review(), Stage::RapidReviewOpen),
        (a_case_after_the_meeting(), Stage::RapidReviewMeeting),
        (a_case_with_the_partners(), Stage::PartnerDecision),
        (a_reconsidered_case(), Stage::PartnersReconsidering),
    ];
    for (given, stage) in stages {
        given.when("2024-05-02", write(section(Section::Facts, false)), Words::none()).then_stage(stage);
    }
}

#[test]
fn sections_are_not_written_before_or_after() {
    for given in
        [a_case_awaiting_notification(), a_submitted_case(false), a_case_answered(PanelOutcome::AgreeNoLcspr)]
    {
        given
            .when("2024-05-02", write(section(Section::Facts, false)), words(Word::Facts, "Three agencies"))
            .then_refused("do", "from the notification until it goes to the Panel");
    }
}

#[test]
fn a_section_may_be_half_written() {
    for which in Section::ALL {
        a_notified_case()
            .when("2024-03-13", write(section(*which, false)), Words::none())
            .then_stage(Stage::Notified);
    }
}

#[test]
fn a_complete_section_says_all_of_its_own() {
    let required: [(Section, &[Word]); 5] = [
        (Section::Facts, &[Word::Account, Word::Facts, Word::Analysis, Word::ChildsExperience]),
        (Section::Learning, &[Word::Learning, Word::GoodPractice]),
        (Section::Equality, &[Word::Equality]),
        (Section::NationalSignificance, &[Word::NationalSignificance]),
        (Section::Actions, &[Word::Actions]),
    ];
    for (which, required) in required {
        let national = (which == Section::NationalSignificance).then_some(Significance::Unsure);
        let complete = SectionWritten { national, ..section(which, true) };
        let all = required.iter().fold(Words::none(), |all, word| all.and(*word, "Something"));
        for missing in required {
            a_notified_case()
                .when("2024-03-13", write(complete.clone()), all.clone().and(*missing, "  "))
                .then_refused(missing.name(), "Enter");
        }
        let after = a_notified_case().and("2024-03-13", write(complete), all);
        assert!(after.case.rapid_review.sections[&which].complete);
    }
}

#[test]
fn a_complete_recommendation_recommends_something() {
    a_notified_case()
        .when(
            "2024-03-13",
            write(section(Section::NationalSignificance, true)),
            words(Word::NationalSignificance, "Nothing new"),
        )
        .then_refused("national", "Select whether a national review is needed")
        .when("2024-03-13", write(lcspr(None, true)), words(Word::LcsprReason, "To learn"))
        .then_refused("lcspr", "Select whether an LCSPR is recommended");
}

#[test]
fn an_lcspr_is_recommended_with_its_reason_and_lines_of_enquiry() {
    let why = || words(Word::LcsprReason, "Agencies did not share");
    a_notified_case()
        .when("2024-03-13", write(lcspr(Some(true), true)), why())
        .then_refused("key_lines", "at least one key line")
        .when("2024-03-13", write(lcspr(Some(false), true)), Words::none())
        .then_refused("lcspr_reason", "why an LCSPR is not recommended")
        .when("2024-03-13", write(lcspr(Some(false), true)), why())
        .then_stage(Stage::Notified)
        .when("2024-03-13", write(lcspr(Some(true), true)), why().and(Word::KeyLines, "Who knew?"))
        .then_stage(Stage::Notified);
}

#[test]
fn there_are_at_most_eight_lines_of_enquiry_and_empty_lines_are_none() {
    let section = || write(lcspr(Some(true), false));
    a_notified_case()
        .when("2024-03-13", section(), words(Word::KeyLines, &lines(9)))
        .then_refused("key_lines", "at most 8 key lines of enquiry, and these are 9")
        .when("2024-03-13", section(), words(Word::KeyLines, &lines(8)))
        .then_stage(Stage::Notified);
}

#[test]
fn the_period_of_an_lcspr_does_not_end_before_it_begins() {
    let backwards =
        SectionWritten { scope_from: when("2024-03"), scope_to: when("2023"), ..lcspr(Some(true), false) };
    a_notified_case()
        .when("2024-03-13", write(backwards), Words::none())
        .then_refused("scope_to", "cannot end (2023) before it begins (March 2024)");
}

#[test]
fn the_latest_of_a_section_counts() {
    let after = a_notified_case().and("2024-03-13", write(lcspr(Some(true), false)), Words::none()).and(
        "2024-03-14",
        write(lcspr(Some(false), false)),
        Words::none(),
    );
    assert_eq!(after.case.rapid_review.sections[&Section::Lcspr].lcspr, Some(false));
}
