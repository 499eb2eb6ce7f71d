//! Parts as the pages of the example case 2026-014 show them, on Thursday 26 March 2026.

use super::*;

pub(super) fn case_header() -> CaseHeader {
    let nav = SubNavigation::new("Case 2026-014")
        .item("Overview", "/cases/2026-014", true)
        .item("Rapid review", "/cases/2026-014/rapid-review", false)
        .item("Agencies", "/cases/2026-014/agencies", false)
        .item("Decisions (2 of 3)", "/cases/2026-014/decisions", false)
        .item("National Panel", "/cases/2026-014/panel", false)
        .item("LCSPR", "/cases/2026-014/lcspr", false)
        .item("Actions (4)", "/cases/2026-014/actions", false)
        .item("Documents", "/cases/2026-014/documents", false)
        .item("History", "/cases/2026-014/history", false);
    CaseHeader {
        reference: "2026-014".to_owned(),
        title: "Infant, serious harm at home".to_owned(),
        strip_what: "Rapid review due Tuesday 31 March 2026".to_owned(),
        strip_note: "3 working days left · Statutory deadline".to_owned(),
        urgency: Urgency::Normal,
        stage_line: "Stage 4 of 9: partner decisions".to_owned(),
        lead_line: "Lead: Sam Okafor".to_owned(),
        access: Some(("9 people have access".to_owned(), "/cases/2026-014/access".to_owned())),
        actions: vec![
            ButtonLink::primary("Remind the police", "/cases/2026-014/decisions/police/remind"),
            ButtonLink::secondary("Add a note", "/cases/2026-014/notes/new"),
        ],
        nav,
    }
}

pub(super) fn clock_box() -> ClockBox {
    let mut days = vec![Day::Used; 11];
    days.push(Day::Today);
    days.extend([Day::Left; 3]);
    ClockBox::new("Rapid review to the National Panel", "3 working days left")
        .due("Due", "Tuesday 31 March 2026")
        .strip(days)
        .sentence(
            "Today is working day 12 of 15. Statutory deadline, counted from the day after the notification was \
             sent on Tuesday 10 March 2026.",
        )
        .working(SummaryList::new().row(SummaryRow::new("Left out", "Saturday 14 and Sunday 15 March 2026")))
}

pub(super) fn partner_panel() -> PartnerPanel {
    let card = |name: &str, state, lines: &[&str], link: &str| PartnerCard {
        name: name.to_owned(),
        state,
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
        link: Some((link.to_owned(), "/cases/2026-014/decisions".to_owned())),
    };
    PartnerPanel::new()
        .card(card(
            "Council",
            PartnerState::Agrees,
            &["Director of Children’s Services", "24 March 2026"],
            "View decision",
        ))
        .card(card(
            "NHS integrated care board",
            PartnerState::Agrees,
            &["Chief Nurse, with a comment", "25 March 2026"],
            "View decision",
        ))
        .card(card(
            "Police",
            PartnerState::NotRecorded,
            &["Asked: Assistant Chief Constable, 23 March 2026", "Due tomorrow, 27 March 2026"],
            "Record it for the police",
        ))
}

pub(super) fn stage_list() -> StageList {
    [
        ("Notification", "Done 10 March 2026. Met: 3 of 5 working days used", Shape::Done),
        ("Agency summaries", "Done 18 March 2026. 6 of 6 received", Shape::Done),
        ("Rapid review meeting", "Done 20 March 2026", Shape::Done),
        ("Partner decisions", "In progress. 2 of 3 recorded", Shape::Current),
        ("Submit to the National Panel", "Not started. Due 31 March 2026", Shape::Waiting),
        ("National Panel response", "Not started", Shape::Waiting),
        ("LCSPR", "Not started. 6 months from the decision to start", Shape::Waiting),
        ("Publication", "Not needed: no LCSPR", Shape::NotNeeded),
        ("Learning and actions", "Not started", Shape::Waiting),
    ]
    .into_iter()
    .fold(StageList::new(), |list, (name, line, shape)| {
        list.stage(StageLine { name: name.to_owned(), line: line.to_owned(), shape, href: None })
    })
}

pub(super) fn date_list() -> DateList {
    DateList::new()
        .date(
            ContextualDate::new("10 March 2026", "Notification: met, 2 working days early", Urgency::Met)
                .datetime("2026-03-10"),
        )
        .date(
            ContextualDate::new("27 March 2026", "Partner decisions: 1 working day left", Urgency::Soon)
                .datetime("2026-03-27"),
        )
        .date(ContextualDate::new("6 months", "LCSPR: clock not started", Urgency::NotStarted))
}

pub(super) fn timeline() -> Timeline {
    let entry = |title: &str, by: &str, at: &str, datetime: &str, text: Option<&str>| TimelineEntry {
        title: title.to_owned(),
        by: by.to_owned(),
        at: at.to_owned(),
        datetime: datetime.to_owned(),
        text: text.map(str::to_owned),
        ..TimelineEntry::default()
    };
    Timeline::new()
        .entry(entry(
            "Decision recorded: integrated care board agrees",
            "J. Mensah, NHS Northmere",
            "25 March 2026 at 4:12pm",
            "2026-03-25T16:12:00Z",
            Some("With a comment about how health records are shared."),
        ))
        .entry(entry(
            "Decision recorded: council agrees",
            "R. Patel, Northmere Council",
            "24 March 2026 at 9:40am",
            "2026-03-24T09:40:00Z",
            None,
        ))
        .entry(TimelineEntry { restricted: true, ..entry("", "", "20 March 2026", "2026-03-20", None) })
        .entry(TimelineEntry {
            link: Some(("View the note".to_owned(), "/note".to_owned(), "of the meeting".to_owned())),
            note: Some("Corrected by entry 12".to_owned()),
            anchor: Some("entry-9".to_owned()),
            ..entry(
                "Rapid review meeting held",
                "Sam Okafor, business unit",
                "20 March 2026 at 11:30am",
                "2026-03-20T11:30:00Z",
                Some("6 agencies took part. 3 immediate actions agreed."),
            )
        })
}

pub(super) fn count_strip() -> CountStrip {
    CountStrip::new()
        .count(1, "overdue", "#overdue", Urgency::Overdue)
        .count(1, "due today", "#today", Urgency::Today)
        .count(4, "in the next 5 working days", "#soon", Urgency::Normal)
        .count(0, "due later", "#later", Urgency::Normal)
}

pub(super) fn due_list() -> DueList {
    DueList::new()
        .item(
            DueItem::new(
                ContextualDate::new("Wednesday 25 March", "1 working day overdue", Urgency::Overdue)
                    .datetime("2026-03-25"),
                "Chase the agency summary from Community Health",
                "/cases/2026-016/agencies",
            )
            .line("2026-016 · Rapid review · Agency summaries: 5 of 6 received")
            .line("Last reminder sent 24 March 2026"),
        )
        .item(
            DueItem::new(
                ContextualDate::new("Thursday 26 March", "Due today", Urgency::Today).datetime("2026-03-26"),
                "Send the serious incident notification",
                "/cases/2026-017/notification",
            )
            .strong_line("2026-017 · Notification", "Statutory deadline")
            .line("Working day 5 of 5 since the council became aware"),
        )
}

pub(super) fn radios() -> Radios {
    Radios::new("decision", "Police decision")
        .medium()
        .item(Choice::new("agree", "Agree with all 3"))
        .item(
            Choice::new("differ", "Do not agree with one or more").hint("You can say which on the next page"),
        )
        .item(
            Choice::new("ask", "Need more information first")
                .hint("The deadline does not change. The business unit is told straight away"),
        )
}

pub(super) fn checkboxes() -> Checkboxes {
    Checkboxes::new("theme", "Theme")
        .item(Choice::new("neglect", "Neglect (4)"))
        .item(Choice::new("domestic-abuse", "Domestic abuse (3)").chosen(true))
        .item(Choice::new("information-sharing", "Information sharing (5)"))
}

pub(super) fn filters() -> Filters {
    Filters::new("/cases")
        .text(TextInput::new("q", "Search cases").search().strong())
        .group(checkboxes().strong().small())
        .chosen("Domestic abuse", "/cases")
        .clear("/cases")
}

pub(super) fn summary_list() -> SummaryList {
    SummaryList::new()
        .row(SummaryRow::strong("Decision", "Agree with all 3 recommendations").change("/edit", "decision"))
        .row(SummaryRow::new("Comment", "First line\nSecond line").second("Add", "/edit", "comment"))
        .row(SummaryRow::html("Status", Tag::new("Draft")))
        .row(
            SummaryRow::new("Date of decision", "26 March 2026 (today)")
                .change("/edit", "date of decision")
                .second("Remove", "/edit", "date of decision"),
        )
}

pub(super) fn task_list() -> TaskList {
    TaskList::new()
        .task(Task::new("Facts", "/facts", TaskStatus::Completed))
        .task(Task::new("Immediate safety", "/safety", TaskStatus::InProgress).hint("2 of 3 children"))
        .task(Task::new("Agencies", "/agencies", TaskStatus::Waiting))
        .task(Task::new("Meeting", "/meeting", TaskStatus::NotStarted))
        .task(Task::new(
            "Report",
            "/report",
            TaskStatus::CannotStart("Starts when the meeting has been held".to_owned()),
        ))
}

pub(super) fn table() -> Table {
    Table::new("Rapid reviews")
        .column("Case", Some(Sort::by("/cases?sort=case")))
        .column("Due", Some(Sort::ascending("/cases?sort=-due", "earliest first")))
        .number_column("Working days", None)
        .row(vec![Cell::link("2025-021", "/cases/2025-021"), Cell::text("31 March 2026"), Cell::text("13")])
        .row(vec![
            Cell::link("2025-026", "/cases/2025-026"),
            Cell::html(Tag::new("Closed")),
            Cell::text("19"),
        ])
}

pub(super) fn date_input() -> DateInput {
    DateInput::new("aware", "When did the council become aware?").hint("For example, 27 3 2026")
}

pub(super) fn text_area() -> TextArea {
    TextArea::new("comment", "Comment for the record (optional)")
        .medium()
        .hint("The other partners and the National Panel see this. Do not use names of children or families")
        .rows(4)
}

pub(super) fn error_summary() -> ErrorSummary {
    ErrorSummary::new(vec![Problem {
        href: "#decision".to_owned(),
        message: "Select whether the police agree with the recommendations".to_owned(),
    }])
}

pub(super) fn compare() -> Compare {
    let now = [("July 2024 to March 2026, ", false), ("with health records from birth", true), (".", false)];
    Compare::new().side("Saved in the case now", "By J. Mensah at 10:38am", Html::marked(now)).side(
        "What you wrote",
        "By you at 10:42am",
        Html::text("March 2024 to March 2026."),
    )
}
