//! The page of what is due, on screen and on paper.

use askama::Template;
use calendar::{NaiveDate, london_date};
use case::Reference;
use store::reminders::{Reminder, State};

use super::everyone::PER_PAGE;
use super::rail::Rail;
use super::{Shown, Whose, desk};
use crate::app::{App, Known};
use crate::components::{
    ButtonLink, ContextualDate, CountStrip, DueItem, DueList, Filters, Inset, PageHeader, Pagination,
    SubNavigation, Urgency,
};
use crate::layout::{PrintFooter, Section, Shell};
use crate::lists::case_url;
use crate::lists::due_item::Group;
use crate::session::SignedIn;
use crate::text::{date, due_date};

/// The dates under one heading.
struct Listed {
    anchor: &'static str,
    heading: &'static str,
    /// None where nothing is overdue, which is said.
    list: Option<DueList>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/due.html")]
pub(super) struct Page {
    shell: Shell,
    header: PageHeader,
    unfinished: Option<Inset>,
    counts: Option<CountStrip>,
    views: Option<SubNavigation>,
    filters: Option<Filters>,
    lines: Vec<String>,
    lost: Option<DueList>,
    groups: Vec<Listed>,
    pages: Pagination,
    rail: Option<Rail>,
}

/// With everything around the list.
pub(super) fn on_screen(
    app: &App,
    known: &Known,
    visitor: &SignedIn,
    shown: &Shown,
    unfinished: Option<Inset>,
    rail: Rail,
) -> Page {
    let everyone = shown.whose == Whose::Everyone;
    let whole = !everyone || (shown.page() == 1 && !shown.more);
    let page = on_paper(app, known, visitor, shown);
    let header = PageHeader::new("What is due").large().caption(date::weekday(app.clock().today()));
    let start = ButtonLink::primary("Start a new case", "/cases/new");
    Page {
        shell: Shell { print: None, ..page.shell },
        header: if visitor.is_business_unit() { header.action(start) } else { header },
        unfinished,
        counts: whole.then(|| counts(shown)),
        views: Some(views(shown)),
        filters: everyone.then(|| shown.filter.panel()),
        pages: if everyone { pages(shown) } else { Pagination::new() },
        rail: Some(rail),
        ..page
    }
}

/// Only the list, with who printed it and when under every page.
pub(super) fn on_paper(app: &App, known: &Known, visitor: &SignedIn, shown: &Shown) -> Page {
    let (today, now) = (app.clock().today(), app.clock().now());
    let shell = Shell::of(app, visitor, Section::Due, &title(shown)).wide();
    let print = PrintFooter {
        handling: "Official-Sensitive".to_owned(),
        printed: format!("Printed by {} on {}", visitor.name, date::day_and_time(now)),
    };
    let heading = format!("What is due: {}", in_sentence(shown.whose));
    Page {
        shell: Shell { print: Some(print), ..shell },
        header: PageHeader::new(heading).caption(date::weekday(today)),
        unfinished: None,
        counts: None,
        views: None,
        filters: None,
        lines: lines(shown),
        lost: lost(known, visitor, shown, today),
        groups: groups(known, visitor, shown, today),
        pages: Pagination::new(),
        rail: None,
    }
}

fn in_sentence(whose: Whose) -> &'static str {
    match whose {
        Whose::Mine => "my work",
        Whose::Others => "waiting for others",
        Whose::Everyone => "everyone’s work",
    }
}

fn title(shown: &Shown) -> String {
    let page = if shown.page() > 1 { format!(" (page {})", shown.page()) } else { String::new() };
    match shown.whose {
        Whose::Mine => "What is due".to_owned(),
        Whose::Others => format!("{} – What is due", shown.whose.label()),
        Whose::Everyone => format!("{}{page} – What is due", shown.whose.label()),
    }
}

fn counts(shown: &Shown) -> CountStrip {
    let groups = [
        (Group::Overdue, "overdue", Urgency::Overdue),
        (Group::Today, "due today", Urgency::Today),
        (Group::Soon, "in the next 5 working days", Urgency::Normal),
        (Group::Later, "due later", Urgency::Normal),
    ];
    groups.into_iter().fold(CountStrip::new(), |strip, (group, text, urgency)| {
        let count = desk::count(&shown.dates, group);
        let urgency = if count == 0 { Urgency::Normal } else { urgency };
        strip.count(count, text, format!("#{}", group.anchor()), urgency)
    })
}

fn views(shown: &Shown) -> SubNavigation {
    let more = if shown.more && shown.whose != Whose::Everyone { "+" } else { "" };
    let count = |whose| match whose {
        Whose::Mine => format!("{}{more}", shown.mine),
        Whose::Others => format!("{}{more}", shown.waiting),
        Whose::Everyone => shown.everyone.clone(),
    };
    [Whose::Mine, Whose::Others, Whose::Everyone].into_iter().fold(
        SubNavigation::new("Whose work"),
        |views, whose| {
            let text = format!("{} ({})", whose.label(), count(whose));
            views.item(text, format!("/due?whose={}", whose.code()), whose == shown.whose)
        },
    )
}

/// What is said before the list, or in its place.
fn lines(shown: &Shown) -> Vec<String> {
    let filtered = !shown.filter.is_empty();
    if !shown.dates.is_empty() {
        let cut = shown.more && shown.whose != Whose::Everyone;
        let only = format!(
            "These are the first {} dates of your cases. Those after them are under Everyone’s work.",
            desk::MOST
        );
        return cut.then_some(only).into_iter().collect();
    }
    let nothing = match shown.whose {
        Whose::Others => "Nothing is waiting for others.",
        Whose::Everyone if filtered => "No dates match.",
        Whose::Everyone if shown.page() > 1 => "There are no more dates.",
        Whose::Mine | Whose::Everyone => "Nothing is due.",
    };
    let next = shown.next.as_ref().filter(|_| !filtered && shown.page() == 1).map(|(due, reference)| {
        format!(" The next deadline is {}, for case {reference}.", date::weekday(*due))
    });
    vec![format!("{nothing}{}", next.unwrap_or_default())]
}

fn groups(known: &Known, visitor: &SignedIn, shown: &Shown, today: NaiveDate) -> Vec<Listed> {
    if shown.dates.is_empty() {
        return Vec::new();
    }
    let listed = |group: Group| {
        let dates: Vec<_> = shown.dates.iter().filter(|dated| dated.group == group).collect();
        let says_nothing = group == Group::Overdue && shown.page() == 1;
        if dates.is_empty() && !says_nothing {
            return None;
        }
        let list = dates.iter().fold(DueList::new(), |list, dated| {
            let case = case_url::of_case(known, visitor, dated.partnership, dated.reference);
            list.item(dated.item(&case, today))
        });
        let list = (!dates.is_empty()).then_some(list);
        Some(Listed { anchor: group.anchor(), heading: group.heading(), list })
    };
    Group::ALL.into_iter().filter_map(listed).collect()
}

/// The emails that did not arrive: whoever they were for is to be phoned.
fn lost(known: &Known, visitor: &SignedIn, shown: &Shown, today: NaiveDate) -> Option<DueList> {
    let item = |(email, reference): &(Reminder, Reference)| {
        let day = email.settled_at.map_or(today, london_date);
        let date = ContextualDate::new(due_date::bold(day, today), "Not delivered", Urgency::Overdue);
        let name = known.names.person(email.key.recipient);
        let title = if email.state == State::Uncertain {
            format!("Ask {name} whether an email arrived")
        } else {
            format!("Email to {name} was not delivered. Phone them")
        };
        let case = case_url::of_case(known, visitor, email.partnership, *reference);
        let item = DueItem::new(date.datetime(day.to_string()), title, format!("{case}/emails"));
        item.about(format!("case {reference}")).line(format!("{reference} · {}", email.kind))
    };
    let list = shown.lost.iter().map(item).fold(DueList::new(), DueList::item);
    (!shown.lost.is_empty()).then_some(list)
}

fn pages(shown: &Shown) -> Pagination {
    Pagination::around(shown.page(), PER_PAGE, shown.more, "dates", |page| shown.filter.address_of_page(page))
}
