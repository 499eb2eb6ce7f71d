use crate::tests::harness::{example, service, stands};

use super::*;

/// The heading and the nine lines of an example, as somebody sees them who may see everything.
async fn told(key: &str) -> Vec<String> {
    let service = service().await;
    let case = stands(&service, &example(&service, key).await).await;
    let known = service.app.known();
    let (calendar, rules) = (known.basis.calendar(), known.basis.rules_of(&case));
    let clocks = case::clocks(&case, rules, calendar);
    let today = service.app.clock().today();
    let stages = Stages { address: "", case: &case, clocks: &clocks, today, calendar, shows: &|_| true };
    let line = |at| {
        let stage = stages.stage(at);
        format!("{:?} {}: {}", stage.shape, stage.name, stage.line)
    };
    [stages.heading()].into_iter().chain((0..NAMES.len()).map(line)).collect()
}

#[tokio::test]
async fn a_case_with_the_partners_has_four_stages_behind_it_or_at_hand() {
    insta::assert_snapshot!(told("infant-serious-harm").await.join("\n"));
}

#[tokio::test]
async fn a_case_that_waits_for_its_notification_is_at_the_first() {
    insta::assert_snapshot!(told("teenager-exploited").await.join("\n"));
}

#[tokio::test]
async fn without_an_lcspr_two_stages_stay_and_are_not_needed() {
    insta::assert_snapshot!(told("off-ramp-panel-query").await.join("\n"));
}

#[tokio::test]
async fn a_death_that_needs_no_rapid_review_ends_after_the_first() {
    insta::assert_snapshot!(told("off-ramp-looked-after-death").await.join("\n"));
}

#[tokio::test]
async fn a_reclassified_case_keeps_what_was_done() {
    insta::assert_snapshot!(told("off-ramp-reclassified").await.join("\n"));
}

#[tokio::test]
async fn a_closed_case_has_no_stage_left() {
    insta::assert_snapshot!(told("off-ramp-partners-differ").await.join("\n"));
}

#[tokio::test]
async fn a_case_whose_criteria_are_not_met_has_nothing_to_do() {
    insta::assert_snapshot!(told("off-ramp-not-notifiable").await.join("\n"));
}
