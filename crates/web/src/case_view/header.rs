//! What every page of a case starts with: reference, title, what is due, the stage, and the other pages.

use case::terms::Partner;
use case::{Area, Case, Clock, Stage, main_clock};

use crate::case_view::OpenCase;
use crate::components::{CaseHeader, SubNavigation, Urgency};
use crate::text::stages::Stages;
use crate::text::{clock, date};

/// A page of a case, as its own navigation names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CasePage {
    Overview,
    /// The children and the notification.
    Notification,
    RapidReview,
    Agencies,
    /// What the three partners decided.
    Decisions,
    /// What went to the Panel and came from it.
    Panel,
    Lcspr,
    Publication,
    Actions,
    Deadlines,
    /// Who may see the case.
    Access,
    History,
    /// A page that the navigation does not name.
    Elsewhere,
}

/// The pages in their order: name, address, and who may open it. Who has access is in the strip above them.
const PAGES: [(CasePage, &str, &str, Area); 11] = [
    (CasePage::Overview, "Overview", "", Area::Shared),
    (CasePage::Notification, "Notification", "/notification", Area::Notification),
    (CasePage::RapidReview, "Rapid review", "/rapid-review", Area::RapidReview),
    (CasePage::Publication, "Publication", "/publication", Area::Publication),
    (CasePage::Agencies, "Agencies", "/agencies", Area::Overview),
    (CasePage::Decisions, "Decisions", "/decisions", Area::Decisions),
    (CasePage::Panel, "National Panel", "/panel", Area::Panel),
    (CasePage::Lcspr, "LCSPR", "/lcspr", Area::Lcspr),
    (CasePage::Actions, "Actions", "/actions", Area::Overview),
    (CasePage::Deadlines, "Deadlines", "/deadlines", Area::Shared),
    (CasePage::History, "History", "/history", Area::Shared),
];

/// What the strip says of time.
struct Strip {
    what: String,
    note: String,
    urgency: Urgency,
}

impl OpenCase {
    /// The head of a page of this case. The overview adds what can be done next.
    pub(crate) fn header(&self, page: CasePage) -> CaseHeader {
        let clocks = self.clocks();
        let strip = self.strip(&clocks);
        let lead =
            self.case.lead.map(|lead| format!("Lead: {}", self.names().person(lead))).unwrap_or_default();
        let (stage_line, lead_line) = if self.shows(Area::Overview) {
            (self.stages(&clocks, "", &|area| self.shows(area)).heading(), lead)
        } else {
            (lead, String::new())
        };
        CaseHeader {
            reference: self.reference.to_string(),
            title: title(&self.case),
            strip_what: strip.what,
            strip_note: strip.note,
            urgency: strip.urgency,
            stage_line,
            lead_line,
            access: Some((people(self.case.access.len()), self.address("/access"))),
            actions: Vec::new(),
            nav: self.navigation(page),
        }
    }

    /// The nine stages as the visitor may see them.
    pub(crate) fn stages<'a>(
        &'a self,
        clocks: &'a [Clock<'a>],
        address: &'a str,
        shows: &'a dyn Fn(Area) -> bool,
    ) -> Stages<'a> {
        Stages { address, case: &self.case, clocks, today: self.today, calendar: self.calendar(), shows }
    }

    fn navigation(&self, page: CasePage) -> SubNavigation {
        let nav = SubNavigation::new(format!("Case {}", self.reference));
        let shown = PAGES.iter().filter(|(of, .., area)| self.shows(*area) && self.is_its_time(*of));
        shown.fold(nav, |nav, (of, name, address, _)| {
            let nav =
                nav.item(format!("{name}{}", self.outstanding(*of)), self.address(address), *of == page);
            // The main navigation has pages of these names for all cases.
            if matches!(of, CasePage::Panel | CasePage::Actions) { nav.about("of this case") } else { nav }
        })
    }

    /// Publication takes the place of the rapid review once an LCSPR has started; the stages lead to both.
    fn is_its_time(&self, page: CasePage) -> bool {
        let has_lcspr = self.case.stage >= Stage::LcsprDecided && self.case.lcspr.decision.is_some();
        match page {
            CasePage::RapidReview => !has_lcspr,
            CasePage::Publication => has_lcspr,
            _ => true,
        }
    }

    /// How much is outstanding on a page, where something is.
    fn outstanding(&self, page: CasePage) -> String {
        match page {
            CasePage::Decisions => match self.question() {
                Some(question) if self.case.decided(question).len() < Partner::ALL.len() => {
                    format!(" ({} of {})", self.case.decided(question).len(), Partner::ALL.len())
                }
                _ => String::new(),
            },
            CasePage::Actions => match self.case.actions.open().count() {
                0 => String::new(),
                open => format!(" ({open})"),
            },
            _ => String::new(),
        }
    }

    fn strip(&self, clocks: &[Clock<'_>]) -> Strip {
        if self.case.is_closed() && self.shows(Area::Overview) {
            let (what, note) = (closed(&self.case), outcome(self, clocks));
            return Strip { what, note, urgency: Urgency::Met };
        }
        match main_clock(clocks) {
            Some(main) => {
                let state = main.state(self.today, self.calendar());
                Strip {
                    what: clock::heading(main, self.names(), self.today),
                    note: clock::note(main, self.today, self.calendar()),
                    urgency: clock::urgency(&state),
                }
            }
            None => Strip {
                what: "No deadline is running".to_owned(),
                note: String::new(),
                urgency: Urgency::NotNeeded,
            },
        }
    }
}

/// The local title; says so where it was erased.
pub(crate) fn title(case: &Case) -> String {
    if case.title.is_empty() { "The title was erased".to_owned() } else { case.title.clone() }
}

/// “Closed 4 September 2026”.
pub(crate) fn closed(case: &Case) -> String {
    match case.since {
        Some((case::Move::Close, case::When::Day(day))) => format!("Closed {}", date::day(day)),
        Some((case::Move::Close, when)) if when.earliest().is_some() => format!("Closed in {when}"),
        _ => "Closed".to_owned(),
    }
}

/// Whether every statutory deadline of a closed case was met, or which were missed.
pub(crate) fn outcome(open: &OpenCase, clocks: &[Clock<'_>]) -> String {
    let names = |is: &dyn Fn(&&Clock<'_>) -> bool| -> Vec<String> {
        let of_them =
            clocks.iter().filter(|clock| clock.kind == case::ClockKind::Statutory).filter(|clock| is(clock));
        of_them.map(|clock| open.names().clock(clock.key, clock.task)).collect()
    };
    let state = |clock: &Clock<'_>| clock.state(open.today, open.calendar());
    let missed = names(&|clock| state(clock).is_missed());
    let unclear = names(&|clock| matches!(state(clock), case::ClockState::Done { .. }));
    let needed = names(&|clock| !matches!(clock.course, case::Course::NotNeeded(_)));
    match (missed.as_slice(), unclear.as_slice()) {
        ([], []) if needed.is_empty() => "No statutory deadline had to be met".to_owned(),
        ([], []) => "All statutory deadlines met".to_owned(),
        ([], unclear) => {
            format!("No statutory deadline known to be missed. Not known: {}", unclear.join(", "))
        }
        (missed, _) => format!("Statutory deadlines missed: {}", missed.join(", ")),
    }
}

fn people(count: usize) -> String {
    if count == 1 { "1 person has access".to_owned() } else { format!("{count} people have access") }
}
