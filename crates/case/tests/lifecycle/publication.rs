//! Publication: planned, prepared, published or not, and how long a report stays online.

use case::decisions::Question;
use case::publication::{
    AnonymityPoint, ImprovementsPublished, Publication, PublicationDeclined, PublicationHold,
    PublicationPlan, PublicationTold, Recipient, TakeDown,
};
use case::{KeyDate, Stage, Step, When, Word, Words};

use crate::given::{Given, day, when, words};
use crate::later_stories::{
    a_case_the_panel_replied_to, a_published_report, address, all_agree, an_agreed_report,
    an_lcspr_in_progress, anonymity, brought_in, copies, copies_out, ready_to_publish,
};

const BOTH: &[Recipient] = &[Recipient::Panel, Recipient::SecretaryOfState];

fn publish() -> Step {
    Step::Publish(Publication {})
}

fn plan(planned: &str) -> Step {
    Step::PlanPublication(PublicationPlan { planned: day(planned) })
}

fn reason() -> Words {
    words(Word::Reason, "The trial begins in November")
}

fn improvements() -> Step {
    Step::PublishImprovements(ImprovementsPublished {
        panel_told: when("2024-10-01"),
        secretary_of_state_told: When::NotKnown,
    })
}

fn why_what_and_where() -> Words {
    address().and(Word::Reason, "Siblings would be known").and(Word::Text, "Duty staff now call back")
}

fn hold(review_on: &str) -> Step {
    Step::HoldPublication(PublicationHold {
        review_on: day(review_on),
        panel_told: when("2024-10-01"),
        secretary_of_state_told: when("2024-10-01"),
    })
}

fn decline() -> Step {
    Step::DeclineToPublish(PublicationDeclined {
        panel_told: when("2024-10-01"),
        secretary_of_state_told: when("2024-10-01"),
    })
}

fn take_down(legal_order: bool) -> Step {
    Step::TakeDown(TakeDown { legal_order })
}

fn publication_held() -> Given {
    all_agree(an_agreed_report(), "2024-09-30", Question::HoldPublication, 1).and(
        "2024-10-02",
        hold("2025-01-06"),
        reason(),
    )
}

#[test]
fn the_day_of_publication_is_planned_ahead() {
    an_lcspr_in_progress()
        .when("2024-09-24", plan("2024-09-23"), Words::none())
        .then_refused("planned", "cannot be before 24 September 2024");
    a_case_the_panel_replied_to()
        .when("2024-05-02", plan("2024-10-14"), Words::none())
        .then_refused("do", "Record the decision to start an LCSPR first");
    let planned = an_lcspr_in_progress().and("2024-09-24", plan("2024-10-14"), Words::none());
    assert_eq!(planned.case.publication.planned, Some(day("2024-10-14")));
}

#[test]
fn copies_go_out_before_the_planned_day() {
    let given = an_agreed_report();
    given.when("2024-10-01", copies(&[]), Words::none()).then_refused("to", "Select who got a copy");
    given.when("2024-10-15", copies(BOTH), Words::none()).then_refused("planned", "before 15 October 2024");
    given.when("2024-10-01", copies(BOTH), Words::none()).then_stage(Stage::PrePublication);
}

#[test]
fn a_later_copy_adds_to_those_sent_and_only_those_the_law_asks_for_are_timed() {
    let sent = copies_out().and("2024-10-08", copies(&[Recipient::Ofsted]), Words::none());
    let to: Vec<_> = sent.case.publication.copies.keys().copied().collect();
    assert_eq!(to, [Recipient::Panel, Recipient::SecretaryOfState, Recipient::Ofsted]);
    assert_eq!(sent.case.dates.get(KeyDate::CopiesSent), Some(when("2024-10-01")));
}

#[test]
fn copies_have_gone_out_when_the_later_of_the_two_the_law_asks_for_has() {
    let panel = an_agreed_report().and("2024-10-02", copies(&[Recipient::Panel]), Words::none());
    assert_eq!(panel.case.dates.get(KeyDate::CopiesSent), None);
    let sent_on = |on| {
        let both = panel.clone().and(on, copies(&[Recipient::SecretaryOfState]), Words::none());
        both.case.dates.get(KeyDate::CopiesSent)
    };
    assert_eq!(sent_on("2024-10-04"), Some(when("2024-10-04")));
    assert_eq!(sent_on("2024-10-01"), Some(when("2024-10-02")));
    assert_eq!(sent_on("not known"), Some(When::NotKnown));
}

#[test]
fn a_report_is_published_once_everything_before_it_is_done() {
    let published = ready_to_publish().when("2024-10-14", publish(), address()).then_stage(Stage::Published);
    assert!(published.case.publication.online);
}

#[test]
fn a_published_report_has_an_address() {
    ready_to_publish()
        .when("2024-10-14", publish(), Words::none())
        .then_refused("address", "Enter the public address");
}

#[test]
fn panel_and_secretary_of_state_get_copies_before_publication() {
    an_agreed_report()
        .and("2024-10-01", copies(&[Recipient::Ofsted]), Words::none())
        .when("2024-10-14", publish(), address())
        .then_refused("do", "No copy is recorded for the national Panel and the Secretary of State");
}

#[test]
fn anonymity_is_checked_in_every_point_before_publication() {
    let all_but_two: Vec<_> = AnonymityPoint::ALL
        .iter()
        .copied()
        .filter(|point| !matches!(point, AnonymityPoint::Schools | AnonymityPoint::FamilyRead))
        .collect();
    copies_out()
        .and("2024-10-02", anonymity(&all_but_two), Words::none())
        .when("2024-10-14", publish(), address())
        .then_refused("do", "Still to check: schools and the family has read it");
    copies_out()
        .when("2024-10-02", anonymity(&[]), Words::none())
        .then_refused("checked", "Select what was checked");
}

#[test]
fn anonymity_is_checked_on_a_text() {
    an_lcspr_in_progress()
        .when("2024-09-01", anonymity(AnonymityPoint::ALL), Words::none())
        .then_refused("do", "Record the draft that was checked first");
}

#[test]
fn the_family_is_told_before_publication_or_there_is_a_reason() {
    let given = copies_out().and("2024-10-02", anonymity(AnonymityPoint::ALL), Words::none());
    given.when("2024-10-14", publish(), address()).then_refused("reason", "the family was told");
    given
        .when("2024-10-14", publish(), address().and(Word::Reason, "No relative could be found"))
        .then_stage(Stage::Published);
    given
        .when("2024-10-03", Step::TellOfPublication(PublicationTold { who: Vec::new() }), Words::none())
        .then_refused("who", "Select who was told");
}

#[test]
fn copies_less_than_seven_working_days_before_publication_are_explained() {
    let given = ready_to_publish();
    given
        .when("2024-10-09", publish(), address())
        .then_refused("reason", "due on 30 September 2024 and went out on 1 October 2024");
    given
        .when("2024-10-09", publish(), address().and(Word::Reason, "The family asked for an earlier day"))
        .then_stage(Stage::Published);
    given.when("2024-10-10", publish(), address()).then_stage(Stage::Published);
}

#[test]
fn only_the_improvements_are_published_when_all_three_partners_agree() {
    an_agreed_report()
        .when("2024-10-14", improvements(), why_what_and_where())
        .then_refused("do", "There is no agreement of the council, the NHS integrated care board and the police on publishing only the improvements");
    all_agree(an_agreed_report(), "2024-09-30", Question::ImprovementsOnly, 1)
        .when("2024-10-14", improvements(), why_what_and_where())
        .then_stage(Stage::PublishedImprovementsOnly);
}

#[test]
fn published_improvements_have_a_reason_a_text_and_an_address() {
    let then = || copies_out().when("2024-10-14", improvements(), Words::none());
    then().then_refused("reason", "wrong to publish the full report");
    then().then_refused("text", "Enter the improvements");
    then().then_refused("address", "Enter the public address");
}

#[test]
fn publication_waits_for_a_reason_until_it_is_looked_at_again() {
    let agreed = all_agree(an_agreed_report(), "2024-09-30", Question::HoldPublication, 1);
    agreed.when("2024-10-02", hold("2025-01-06"), Words::none()).then_refused("reason", "publication waits");
    agreed.when("2024-10-02", hold("2024-10-02"), reason()).then_refused("review_on", "must be after");
    agreed.when("2024-10-02", hold("2025-01-06"), reason()).then_stage(Stage::PublicationHeld);
    an_agreed_report()
        .when("2024-10-02", hold("2025-01-06"), reason())
        .then_refused("do", "There is no agreement of the council, the NHS integrated care board and the police on holding publication");
}

#[test]
fn the_panel_cannot_have_been_told_of_a_hold_tomorrow() {
    let hold = PublicationHold {
        review_on: day("2025-01-06"),
        panel_told: when("2026-12-01"),
        secretary_of_state_told: when("2026-12-01"),
    };
    let then = || an_agreed_report().when("2024-10-02", Step::HoldPublication(hold.clone()), reason());
    then().then_refused("panel_told", "must be today or in the past");
    then().then_refused("secretary_of_state_told", "must be today or in the past");
}

#[test]
fn a_held_publication_is_released_for_a_reason() {
    let given = publication_held();
    given
        .when("2025-01-06", Step::ReleasePublication, Words::none())
        .then_refused("reason", "wait any longer");
    let released =
        given.when("2025-01-06", Step::ReleasePublication, reason()).then_stage(Stage::FinalReportAgreed);
    assert_eq!(released.case.publication.hold, None);
}

#[test]
fn nothing_is_published_when_all_three_partners_agree_and_the_panel_gets_an_explanation() {
    let agreed = all_agree(copies_out(), "2024-10-03", Question::NotPublish, 1);
    agreed
        .when("2024-10-14", decline(), Words::none())
        .then_refused("reason", "explanation given to the Panel");
    let declined = agreed.when("2024-10-14", decline(), reason()).then_stage(Stage::NotPublished);
    assert!(!declined.case.publication.online);
    copies_out()
        .when("2024-10-14", decline(), reason())
        .then_refused("do", "There is no agreement of the council, the NHS integrated care board and the police on publishing nothing");
}

#[test]
fn a_copy_goes_to_the_national_repository() {
    let number = || words(Word::Reference, "NSPCC 2024/118");
    a_published_report()
        .when("2024-10-21", Step::DepositCopy, Words::none())
        .then_refused("reference", "repository");
    an_lcspr_in_progress()
        .when("2024-10-21", Step::DepositCopy, number())
        .then_refused("do", "the final report is agreed first");
    let deposited = a_published_report().and("2024-10-21", Step::DepositCopy, number());
    assert!(deposited.case.publication.deposited);
}

#[test]
fn a_report_stays_online_for_a_year() {
    let given = a_published_report();
    given
        .when("2025-10-13", take_down(false), reason())
        .then_refused("legal_order", "must stay online until 14 October 2025");
    let taken = given.when("2025-10-14", take_down(false), reason()).then_stage(Stage::Published);
    assert!(!taken.case.publication.online);
}

#[test]
fn a_legal_order_takes_a_report_down_at_once() {
    a_published_report()
        .when("2024-11-04", take_down(true), Words::none())
        .then_refused("reason", "Enter why the report is taken down");
    a_published_report().when("2024-11-04", take_down(true), reason()).then_stage(Stage::Published);
}

#[test]
fn only_what_is_online_is_taken_down() {
    let given = ready_to_publish();
    given.when("2025-11-03", take_down(false), reason()).then_refused("do", "Nothing is online");
    let taken = a_published_report().and("2025-10-14", take_down(false), reason());
    taken.when("2025-11-03", take_down(false), reason()).then_refused("do", "Nothing is online");
}

#[test]
fn a_report_of_which_only_the_month_is_known_may_have_been_online_for_a_year() {
    brought_in(Stage::Published, &[(KeyDate::Published, "2023-04")])
        .when("2024-04", take_down(false), reason())
        .then_stage(Stage::Published);
}

#[test]
fn a_case_brought_in_during_its_lcspr_is_published_with_what_is_known() {
    brought_in(Stage::FinalReportAgreed, &[])
        .and("not known", copies(BOTH), Words::none())
        .when("2024-10", publish(), address())
        .then_stage(Stage::Published);
    brought_in(Stage::FinalReportAgreed, &[])
        .when("2024-10", decline(), reason())
        .then_stage(Stage::NotPublished);
}

#[test]
fn what_happens_to_a_report_can_still_change_after_copies_went_out() {
    let held = |question| all_agree(copies_out(), "2024-10-02", question, 1);
    held(Question::HoldPublication)
        .when("2024-10-03", hold("2025-01-06"), reason())
        .then_stage(Stage::PublicationHeld);
    held(Question::ImprovementsOnly)
        .when("2024-10-14", improvements(), why_what_and_where())
        .then_stage(Stage::PublishedImprovementsOnly);
    all_agree(an_agreed_report(), "2024-10-02", Question::NotPublish, 1)
        .when("2024-10-14", decline(), reason())
        .then_stage(Stage::NotPublished);
}
