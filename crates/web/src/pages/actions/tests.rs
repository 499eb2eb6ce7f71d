//! How an action goes from being opened to being closed, and who may follow it, on Thursday 26 March 2026.

use case::Stage;
use case::keeping::AccessAs;

use crate::tests::harness::{Page, Service, service};

/// The case in which three actions of Northmere Education are open; one of them is done.
const SIBLINGS: &str = "2026-001";
const PLAN: &str = "/cases/2026-001/actions";

async fn with_plan() -> Service {
    let service = service().await;
    let case = service.case(SIBLINGS).await;
    assert_eq!((case.stage, case.actions.actions.len()), (Stage::ActionsOpen, 3));
    service
}

#[tokio::test]
async fn the_plan_says_first_how_many_are_open_overdue_and_waiting() {
    let service = with_plan().await;
    let sam = service.as_person("sam-okafor").await;
    let page = sam.open(PLAN).await;
    assert!(page.says("3 open, 0 overdue, 1 waiting for impact evidence."), "{}", page.words());
    assert!(page.says("Refresh the neglect toolkit") && page.says("Completed 23 March 2026, in time"));
    for button in ["Turn to the evidence of effect", "Open an action"] {
        assert!(page.has_button(button), "{button}: {:?}", page.buttons());
    }
    assert!(sam.open("/cases/2026-001").await.has_button("Review the actions"));
}

#[tokio::test]
async fn an_action_goes_from_its_opening_to_its_end() {
    let service = with_plan().await;
    let sam = service.as_person("sam-okafor").await;
    let health = service.person("northmere-community-health");
    let owner = service.person("d-ahmed");
    let form = format!("{PLAN}/new");
    let mut fields = vec![
        ("text", "Share alerts on the day"),
        ("measure", "An audit of 30 records"),
        ("owner_organisation", health.as_str()),
        ("due-day", "20"),
        ("due-month", "3"),
        ("due-year", "2026"),
        ("on-day", "2"),
        ("on-month", "3"),
        ("on-year", "2026"),
    ];
    let asked = sam.fill_in(&form, &fields).await;
    assert!(asked.text.contains("Who of Northmere Community Health owns it?"), "{}", asked.text);
    assert!(asked.text.contains("Gets access to what their agency does in this case"));
    fields.extend([("owner", owner.as_str()), ("followed", "yes")]);
    assert_eq!(sam.fill_in(&form, &fields).await.location, PLAN);
    let said = sam.get(PLAN).await.text;
    assert!(said.contains("Action 4 opened") && said.contains("D. Ahmed finds it under"), "{said}");
    assert!(said.contains("4 open, 1 overdue, 1 waiting"));

    // Its owner has no page of the case, and adds an update that says it is done.
    let ahmed = service.as_person("d-ahmed").await;
    let action = format!("{PLAN}/4");
    let page = ahmed.open(&action).await;
    assert!(page.says("4 working days overdue"), "{}", page.words());
    for secret in ["Refresh the neglect toolkit", "Actions open"] {
        assert!(!page.says(secret), "{secret}");
    }
    assert!(!page.leads_to("/cases/2026-001"));
    let update = format!("{action}/update");
    let done = [("comment", "The alert is live."), ("progress", "done")];
    let asked = ahmed.fill_in(&update, &done).await.text;
    assert!(asked.contains("What shows that it was done?") && asked.contains("The alert is live."));
    let done = [
        ("comment", "The alert is live."),
        ("progress", "done"),
        ("evidence", "The alert is live."),
        ("on-day", "26"),
        ("on-month", "3"),
        ("on-year", "2026"),
        ("followed", "yes"),
    ];
    assert_eq!(ahmed.fill_in(&update, &done).await.location, action);
    let page = ahmed.get(&action).await.text;
    assert!(page.contains("Completed 26 March 2026, 4 working days late"), "{page}");
    assert_eq!(ahmed.get(&format!("{action}/close")).await.status, 404);

    // Without evidence of a difference it cannot be closed but for a reason.
    let today = [("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];
    let refused = sam.fill_in(&format!("{action}/close"), &today).await;
    assert!(refused.refused().errors()[0].starts_with("Judge the effect of the action first"));
    let judged = [
        &today[..],
        &[("kind", "audit"), ("evidence", "30 of 30"), ("judgement", "embedded"), ("decided_by", "QA group")],
    ]
    .concat();
    assert_eq!(sam.fill_in(&format!("{action}/evidence"), &judged).await.location, action);
    let close = format!("{action}/close");
    assert_eq!(sam.fill_in(&close, &today).await.shown().heading(), "Check and close the action");
    let sent = [&today[..], &[("do", "record")]].concat();
    assert_eq!(sam.fill_in(&close, &sent).await.location, action);
    let page = sam.get(&action).await.text;
    assert!(page.contains("Action 4 closed") && page.contains("Embedded, judged 26 March 2026 by QA group"));
}

#[tokio::test]
async fn an_update_on_track_and_a_new_date_are_recorded() {
    let service = with_plan().await;
    let sam = service.as_person("sam-okafor").await;
    let action = format!("{PLAN}/1");
    let update = format!("{action}/update");
    let refused = sam.fill_in(&update, &[("comment", "")]).await;
    assert!(refused.text.contains("Enter what has happened") && refused.text.contains("Select how it goes"));
    let at_risk = [("comment", "Two schools have no lead."), ("progress", "at_risk")];
    assert_eq!(sam.fill_in(&update, &at_risk).await.location, action);
    let moved = [("due-day", "30"), ("due-month", "6"), ("due-year", "2026"), ("reason", "New leads.")];
    assert_eq!(sam.fill_in(&format!("{action}/move"), &moved).await.location, action);
    let page = sam.get(&action).await.text;
    assert!(page.contains("At risk") && page.contains("Two schools have no lead."));
    assert!(
        page.contains("Tuesday 30 June 2026") && page.contains("It is due on Tuesday 30 June 2026."),
        "{page}"
    );
}

#[tokio::test]
async fn recommendations_are_added_answered_and_carried_out() {
    let service = with_plan().await;
    let sam = service.as_person("sam-okafor").await;
    let today = [("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];
    let added = [&today[..], &[("text", "Ask at every contact."), ("source", "rapid_review")]].concat();
    assert_eq!(sam.fill_in(&format!("{PLAN}/recommendations/new"), &added).await.location, PLAN);
    assert!(sam.get(PLAN).await.text.contains("No action carries out recommendation 1 yet."));
    let answer = format!("{PLAN}/recommendations/1");
    let refused = sam.fill_in(&answer, &[&today[..], &[("accepted", "no")]].concat()).await;
    assert!(refused.text.contains("Enter why the recommendation is not accepted"));
    assert_eq!(sam.fill_in(&answer, &[&today[..], &[("accepted", "yes")]].concat()).await.location, PLAN);
    let shared = [&today[..], &[("kind", "briefing"), ("text", "Sent to all schools.")]].concat();
    assert_eq!(sam.fill_in(&format!("{PLAN}/learning/new"), &shared).await.location, PLAN);
    let page = sam.get(PLAN).await.text;
    assert!(page.contains("Accepted") && page.contains("Sent to all schools."), "{page}");
    let replaced = [&today[..], &[("by", "2"), ("reason", "Same schools."), ("do", "record")]].concat();
    assert_eq!(sam.fill_in(&format!("{PLAN}/1/supersede"), &replaced).await.location, format!("{PLAN}/1"));
    assert!(sam.get(&format!("{PLAN}/1")).await.text.contains("Replaced by"));
}

#[tokio::test]
async fn turning_to_the_evidence_names_what_is_not_done() {
    let service = with_plan().await;
    let sam = service.as_person("sam-okafor").await;
    let form = format!("{PLAN}/impact");
    assert!(sam.get(&form).await.text.contains("Actions 1 and 2 are not done."));
    let today = [("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];
    assert!(sam.fill_in(&form, &today).await.text.contains("Enter why the effect is looked at"));
    let reasoned = [&today[..], &[("reason", "The inspection asks.")]].concat();
    assert_eq!(sam.fill_in(&form, &reasoned).await.location, PLAN);
    assert_eq!(service.case(SIBLINGS).await.stage, Stage::ImpactReview);
}

#[tokio::test]
async fn the_list_across_cases_is_filtered_in_its_address_and_goes_into_a_file() {
    let service = with_plan().await;
    let sam = service.as_person("sam-okafor").await;
    let states = |page: &Page| page.table().into_iter().map(|row| row.join(" / ")).collect::<Vec<_>>();
    let page = sam.open("/actions").await;
    assert_eq!(
        (page.title().as_str(), page.each("[aria-sort=ascending]").len()),
        ("Actions – CSPR Tracker", 1)
    );
    let open = states(&page);
    assert!(open.iter().any(|row| row.contains("Refresh the neglect toolkit")), "{open:?}");
    assert!(!open.iter().any(|row| row.contains("Closed")), "{open:?}");
    let waiting = sam.open("/actions?state=waiting").await;
    assert!(waiting.says("Check that attendance alerts") && !waiting.says("Refresh the neglect"));
    assert!(waiting.says("Filters (1 in use)"));
    let hospital = service.person("northmere-hospital");
    let closed = sam.open(&format!("/actions?state=closed&owner={hospital}&order=down")).await;
    assert!(states(&closed)[0].contains("Share injury alerts") && states(&closed)[0].contains("Closed"));
    assert_eq!(closed.each("[aria-sort=descending]").len(), 1);
    assert!(sam.open("/actions?state=overdue&page=3").await.says("There are no more actions."));
    let file = sam.get("/actions.csv?state=waiting").await.text;
    assert!(file.contains("Filters,\"Done, waiting for impact evidence\""), "{file}");
    assert!(file.contains("2026-001,3,Check that attendance alerts reach social care,"), "{file}");
}

#[tokio::test]
async fn an_agency_sees_its_own_actions_and_no_others() {
    let service = with_plan().await;
    let ahmed = service.as_person("d-ahmed").await;
    let page = ahmed.open("/actions").await;
    assert_eq!(page.heading(), "Your actions");
    assert!(page.says("You have no open actions."), "{}", page.words());
    service.grant("d-ahmed", SIBLINGS, AccessAs::Contributor).await;
    let page = ahmed.open("/actions?owner=northmere").await;
    assert_eq!(page.heading(), "Your actions");
    assert!(!page.says("neglect toolkit"));
    let file = ahmed.get("/actions.csv").await;
    assert_eq!(file.status, 200);
    assert!(!file.text.contains("toolkit"), "{}", file.text);
    for path in ["", "/1", "/new", "/1/update", "/1/close", "/recommendations/new"] {
        assert_eq!(ahmed.get(&format!("{PLAN}{path}")).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn addresses_that_name_no_action_lead_nowhere() {
    let service = with_plan().await;
    let sam = service.as_person("sam-okafor").await;
    for path in ["/9", "/x", "/01", "/99999", "/recommendations/x"] {
        assert_eq!(sam.get(&format!("{PLAN}{path}")).await.status, 404, "{path}");
    }
}
