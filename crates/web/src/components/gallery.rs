//! Writes whole pages made of the parts to `target/gallery/`, to look at in a browser.

use std::path::Path;

use askama::Template;

use super::samples;
use super::*;
use crate::http::assets::NAMES;
use crate::layout::{Before, NavItem, SessionEnd, Shell, Visitor};

#[derive(Template)]
#[template(ext = "html", source = "{% extends \"layout.html\" %}{% block main %}{{ main }}{% endblock %}")]
struct Page {
    shell: Shell,
    main: Html,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "{{ header }}<div class=\"app-columns\"><div class=\"app-columns__main\">{{ clock }}{{ partners }}\
        <p class=\"govuk-body\">Recommendation: no national review, carry out an LCSPR. \
        <a class=\"govuk-link\" href=\"/report\">Read the rapid review report</a></p></div>\
        <div class=\"app-columns__rail\"><h2 class=\"govuk-heading-m\">Stages</h2>{{ stages }}\
        <section class=\"app-rail\"><h2 class=\"govuk-heading-s\">Other deadlines</h2>{{ dates }}</section></div>\
        <div class=\"app-columns__after\"><h2 class=\"govuk-heading-m\">Latest activity</h2>{{ timeline }}\
        <p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/history\">View all 27 events</a></p></div></div>"
)]
struct Case {
    header: CaseHeader,
    clock: ClockBox,
    partners: PartnerPanel,
    stages: StageList,
    dates: DateList,
    timeline: Timeline,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "{{ header }}{{ counts }}{{ views }}<div class=\"app-columns\"><div class=\"app-columns__main\">\
        <h2 class=\"govuk-heading-m\" id=\"overdue\">Overdue</h2>{{ list }}\
        <h2 class=\"govuk-heading-m\" id=\"today\">Due today</h2>{{ list }}</div>\
        <div class=\"app-columns__rail\"><section class=\"app-rail\">\
        <h2 class=\"govuk-heading-s\">Find a case</h2><form action=\"/search\" novalidate>{{ find }}{{ search }}</form>\
        </section></div></div>"
)]
struct Due {
    header: PageHeader,
    counts: CountStrip,
    views: SubNavigation,
    list: DueList,
    find: TextInput,
    search: Button,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "<form method=\"post\" novalidate data-autosave>{{ parts }}\
        <div class=\"govuk-button-group\">{{ go }}{{ later }}</div></form>"
)]
struct Form {
    parts: Html,
    go: Button,
    later: Button,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "<div class=\"app-filtered\">{{ filters }}<div><h2 class=\"govuk-heading-m\">2 cases</h2>\
        {{ in_use }}{{ table }}{{ pages }}</div></div>"
)]
struct List {
    filters: Filters,
    in_use: ChosenFilters,
    table: Table,
    pages: Pagination,
}

fn shell(title: &str, before: Before) -> Shell {
    let navigation = ["What is due", "Cases", "Actions", "Audits", "Learning", "Reports", "Account"]
        .map(|text| NavItem { text: text.to_owned(), href: "/cases".to_owned(), current: text == "Cases" });
    Shell {
        title: title.to_owned(),
        has_errors: false,
        partnership: "Northmere Safeguarding Children Partnership".to_owned(),
        navigation: navigation.into(),
        visitor: Some(Visitor { name: "Sam Okafor".to_owned(), role: "business unit".to_owned() }),
        examples: None,
        session_ends: Some(SessionEnd {
            at: "2:30pm".to_owned(),
            seconds: 1800,
            stay: "/session".to_owned(),
        }),
        before,
        banner: None,
        assets: &NAMES,
        print: None,
        wide: true,
        skip: None,
    }
}

fn case() -> Html {
    Html::of(SafeTemplate(Case {
        header: samples::case_header(),
        clock: samples::clock_box(),
        partners: samples::partner_panel(),
        stages: samples::stage_list(),
        dates: samples::date_list(),
        timeline: samples::timeline(),
    }))
}

/// A template of this file as a part.
struct SafeTemplate<T>(T);

impl<T: Template> std::fmt::Display for SafeTemplate<T> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0.render().map_err(|_| std::fmt::Error)?)
    }
}

impl<T: Template> askama::filters::HtmlSafe for SafeTemplate<T> {}

fn due() -> Html {
    Html::of(SafeTemplate(Due {
        header: PageHeader::new("What is due")
            .large()
            .caption("Thursday 26 March 2026")
            .action(ButtonLink::primary("Start a new case", "/cases/new")),
        counts: samples::count_strip(),
        views: SubNavigation::new("What is due")
            .item("My work (8)", "/due", true)
            .item("Waiting for others (5)", "/due?view=waiting", false)
            .item("Everyone’s work (19)", "/due?view=everyone", false),
        list: samples::due_list(),
        find: TextInput::new("q", "Reference or keyword").hint("For example, 2026-014"),
        search: Button::secondary("Search"),
    }))
}

fn form() -> Html {
    let parts = Html::of(
        PageHeader::new("Do the police agree with the rapid review recommendations?")
            .caption("Case 2026-014"),
    )
    .then(samples::summary_list())
    .then(samples::radios().error(Some("Select whether the police agree with the recommendations")))
    .then(samples::date_input().error(Some("The date must be a real date")))
    .then(samples::checkboxes())
    .then(samples::text_area())
    .then(TextInput::new("title", "Local title").strong().hint("Names nobody").width(20))
    .then(Select::new("lead", "Lead").item(Choice::new("7", "Sam Okafor")));
    Html::of(samples::error_summary()).then(SafeTemplate(Form {
        parts,
        go: Button::primary("Continue"),
        later: Button::secondary("Save and come back later").named("do", "draft"),
    }))
}

fn others() -> Html {
    let filters = samples::filters();
    Html::of(Panel::new("Decision recorded", "3 of 3 partners have decided"))
        .then(SafeTemplate(List {
            in_use: filters.in_use(),
            filters,
            table: samples::table(),
            pages: Pagination::new().previous("/cases?page=1", "1 of 3").next("/cases?page=3", "3 of 3"),
        }))
        .then(samples::task_list())
        .then(samples::compare())
        .then(samples::summary_list().card("Child 1", 2))
        .then(WarningText::new("You cannot undo this."))
        .then(Inset::new("You have 2 unfinished drafts.").link("View your drafts", "/drafts"))
        .then(Details::text("What counts as serious harm", "Serious and lasting"))
}

#[test]
fn whole_pages_are_lean() {
    let crumbs = || Before::Crumbs(Breadcrumbs::new().crumb("What is due", "/due").crumb("Cases", "/cases"));
    let back = Before::Back(BackLink::new("Back to case 2026-014", "/cases/2026-014"));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/gallery");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, shell, main) in [
        ("case", shell("Case 2026-014: overview", crumbs()), case()),
        ("due", shell("What is due", Before::Nothing), due()),
        ("form", Shell { wide: false, has_errors: true, ..shell("Police decision", back) }, form()),
        (
            "others",
            Shell {
                banner: Some(Banner::success("Note added", "").link("View it", "/note")),
                examples: Some(
                    "These cases are invented. Do not enter anything about real people.".to_owned(),
                ),
                ..shell("Cases", crumbs())
            },
            others(),
        ),
    ] {
        let html = Page { shell, main }.render().unwrap();
        assert!(html.len() < 50_000, "{name} is {} bytes", html.len());
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        std::fs::write(folder.join(format!("{name}.html")), html).unwrap();
    }
}
