//! What each part writes, and that it never writes what is not allowed.

use askama::filters::HtmlSafe;

use super::samples;
use super::*;

/// One line a tag, so that a change is seen where it happens.
fn lines(part: impl HtmlSafe) -> String {
    part.to_string().split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

macro_rules! snapshots {
    ($($name:ident: $part:expr;)+) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(lines($part));
        })+

        #[test]
        fn no_part_has_inline_style_or_script_or_conditional_reveal() {
            for html in [$(lines($part)),+] {
                for never in [" style=", "<script", "<style", "aria-controls", "data-aria", "onclick", "javascript:"] {
                    assert!(!html.contains(never), "{never} in {html}");
                }
            }
        }

        #[test]
        fn drawings_are_decoration() {
            for html in [$(lines($part)),+] {
                for drawing in html.split("<svg").skip(1) {
                    let tag = drawing.split('>').next().unwrap();
                    assert!(tag.contains("aria-hidden=\"true\"") && tag.contains("focusable=\"false\""), "{tag}");
                }
            }
        }
    };
}

snapshots! {
    a_back_link: BackLink::new("Back to case 2026-014", "/cases/2026-014");
    a_banner_of_success: Banner::success("Note added", "It is in the history.").link("View it", "/cases/2026-014/history");
    an_important_banner: Banner::important("The bank holidays of 2027 are missing", "");
    breadcrumbs: Breadcrumbs::new().crumb("What is due", "/due").crumb("Cases", "/cases");
    a_button: Button::primary("Save");
    a_named_button: Button::secondary("Save and come back later").named("do", "draft");
    a_warning_button: Button::warning("Withdraw the review").about("Aspen");
    a_button_link: ButtonLink::primary("Start a new case", "/cases/new");
    a_case_header: samples::case_header();
    checkboxes: samples::checkboxes().small();
    a_clock_box: samples::clock_box();
    two_versions: samples::compare();
    a_contextual_date: ContextualDate::new("Friday 27 March", "1 working day left", Urgency::Soon).datetime("2026-03-27");
    a_count_strip: samples::count_strip();
    a_date_input: samples::date_input();
    a_date_input_as_the_heading_with_a_problem: samples::date_input().heading().value("41", "", "2026").error(Some("Enter a real date"));
    a_date_list: samples::date_list();
    details: Details::text("What counts as serious harm", "Serious & lasting");
    a_due_list: samples::due_list();
    an_error_summary: samples::error_summary();
    filters: samples::filters();
    filters_in_use: samples::filters().in_use();
    inset: Inset::new("You have 2 unfinished drafts.").link("View your drafts", "/drafts");
    a_page_header: PageHeader::new("What is due").large().caption("Thursday 26 March 2026").action(ButtonLink::primary("Start a new case", "/cases/new"));
    pagination: Pagination::new().previous("/cases?page=1", "1 of 3").next("/cases?page=3", "3 of 3");
    a_panel: Panel::new("Decision recorded", "3 of 3 partners have decided");
    a_partner_panel: samples::partner_panel();
    radios: samples::radios();
    radios_with_a_problem: samples::radios().error(Some("Select whether the police agree")).divider("or").item(Choice::new("none", "None of these").chosen(true));
    a_select: Select::new("lead", "Lead").item(Choice::new("", "Choose a person")).item(Choice::new("7", "Sam Okafor").chosen(true));
    a_stage_list: samples::stage_list();
    a_sub_navigation: SubNavigation::new("Views").item("My work (8)", "/due", true).item("Waiting for others (5)", "/due?view=waiting", false);
    a_summary_list: samples::summary_list();
    a_summary_card: samples::summary_list().card("Child 1", 3);
    a_table: samples::table();
    a_tag: Tag::new("Draft").tone(Tone::Yellow);
    a_task_list: samples::task_list();
    a_text_area: samples::text_area().value("Two\nlines");
    a_text_area_with_a_limit: TextArea::new("reason", "Reason").limit(400).error(Some("Enter a reason"));
    a_text_input: TextInput::new("title", "Local title").hint("Names nobody").value("Infant").width(10);
    an_email_input_as_the_heading: TextInput::new("email", "Email address").email().autocomplete("email").heading().error(Some("Enter an email address"));
    a_timeline: samples::timeline();
    a_warning: WarningText::new("You cannot undo this.");
}

#[test]
fn what_people_typed_is_escaped() {
    let typed = "<i>\"x\"</i>";
    for html in [
        TextInput::new("title", "Title").value(typed).error(Some(typed)).to_string(),
        TextArea::new("note", typed).value(typed).to_string(),
        SummaryList::new().row(SummaryRow::new(typed, typed).change(typed, typed)).card(typed, 2).to_string(),
        Table::new(typed)
            .column(typed, None)
            .row(vec![Cell::text(typed), Cell::link(typed, typed)])
            .to_string(),
        Banner::success(typed, typed).to_string(),
        Details::text(typed, typed).to_string(),
    ] {
        assert!(!html.contains("<i>") && !html.contains("\"x\""), "{html}");
    }
}

#[test]
fn a_partner_that_asks_has_not_decided() {
    let panel = samples::partner_panel().card(PartnerCard {
        name: "Another".to_owned(),
        state: PartnerState::NeedsMore,
        lines: Vec::new(),
        link: None,
    });
    assert!(panel.to_string().contains("Partner decisions: 2 of 4 recorded"));
}
