//! The nine stages of a case in words, read off the case and its clocks.

use calendar::{Calendar, NaiveDate};
use case::decisions::Question;
use case::{Area, Case, Clock, ClockKey, ClockState, Course, Fact, KeyDate, Stage, When};

use crate::components::{Shape, StageLine, StageList};
use crate::text::date;
use crate::text::grammar::lower_first;

/// The stages in their fixed order.
const NAMES: [&str; 9] = [
    "Notification",
    "Agency summaries",
    "Rapid review meeting",
    "Partner decisions",
    "Submit to the National Panel",
    "National Panel response",
    "LCSPR",
    "Publication",
    "Learning and actions",
];

/// The page of each, and who may open it.
const PAGES: [(&str, Area); 9] = [
    ("/notification", Area::Notification),
    ("/agencies", Area::Overview),
    ("/rapid-review", Area::RapidReview),
    ("/decisions", Area::Decisions),
    ("/panel", Area::Panel),
    ("/panel", Area::Panel),
    ("/lcspr", Area::Lcspr),
    ("/publication", Area::Publication),
    ("/actions", Area::Overview),
];

/// A case with what its stages are told from, as far as one person may see it.
pub(crate) struct Stages<'a> {
    pub(crate) case: &'a Case,
    pub(crate) clocks: &'a [Clock<'a>],
    pub(crate) today: NaiveDate,
    pub(crate) calendar: &'a Calendar,
    /// The address of the case, where its stages lead to pages.
    pub(crate) address: &'a str,
    /// Whether the reader may see an area.
    pub(crate) shows: &'a dyn Fn(Area) -> bool,
}

impl Stages<'_> {
    /// “Stage 4 of 9: partner decisions”; the name of the end where the case has come to one.
    pub(crate) fn heading(&self) -> String {
        match self.current() {
            // The National Panel keeps its capitals.
            Some(5) => format!("Stage 6 of 9: {}", NAMES[5]),
            Some(at) => format!("Stage {} of 9: {}", at + 1, lower_first(NAMES[at])),
            None => self.case.stage.label().to_owned(),
        }
    }

    /// All nine stages, each with how far it is.
    pub(crate) fn list(&self) -> StageList {
        (0..NAMES.len()).fold(StageList::new(), |list, at| list.stage(self.stage(at)))
    }

    fn stage(&self, at: usize) -> StageLine {
        let shape = self.shape(at);
        let line = match shape {
            Shape::Done => self.done(at),
            Shape::Current => self.in_progress(at),
            Shape::Waiting => self.waiting(at),
            Shape::NotNeeded => self.not_needed(at),
        };
        StageLine { name: NAMES[at].to_owned(), line, shape, href: self.page(at) }
    }

    /// The page on which a stage takes place, where the reader may open it.
    fn page(&self, at: usize) -> Option<String> {
        let (page, area) = PAGES[at];
        ((self.shows)(area) && !self.address.is_empty()).then(|| format!("{}{page}", self.address))
    }

    /// The stage that the case is at; none where it has come to an end.
    fn current(&self) -> Option<usize> {
        let case = self.case;
        Some(match case.stage {
            Stage::New | Stage::Referred | Stage::UnderConsideration | Stage::AwaitingNotification => 0,
            Stage::Notified | Stage::RapidReviewOpen => 1,
            Stage::AgencyReturns if self.requests().0 < self.requests().1 => 1,
            Stage::AgencyReturns => 2,
            Stage::RapidReviewMeeting => 3,
            Stage::PartnerDecision if !case.undecided(Question::RapidReview).is_empty() => 3,
            Stage::PartnerDecision => 4,
            Stage::SubmittedToPanel | Stage::PanelQuery => 5,
            Stage::PanelResponded
            | Stage::PartnersReconsidering
            | Stage::NationalReview
            | Stage::LcsprDecided
            | Stage::LcsprCommissioned
            | Stage::LcsprInProgress
            | Stage::LcsprHeld => 6,
            Stage::FinalReportAgreed | Stage::PrePublication | Stage::PublicationHeld => 7,
            Stage::AlternativeReview
            | Stage::ClosedAtRapidReview
            | Stage::LcsprDiscontinued
            | Stage::Published
            | Stage::PublishedImprovementsOnly
            | Stage::NotPublished
            | Stage::ActionsOpen
            | Stage::ImpactReview => 8,
            Stage::NotNotifiable
            | Stage::NotifiedLookedAfterDeath
            | Stage::NotifiedCareLeaverDeath
            | Stage::NotificationReclassified
            | Stage::Closed => return None,
        })
    }

    fn shape(&self, at: usize) -> Shape {
        match self.current() {
            Some(current) if current == at => Shape::Current,
            Some(current) if current < at => {
                if self.why_not(at).is_some() {
                    Shape::NotNeeded
                } else {
                    Shape::Waiting
                }
            }
            _ if self.date(at).is_some() => Shape::Done,
            _ if self.why_not(at).is_some() => Shape::NotNeeded,
            None if !self.case.is_closed() && at > 0 => Shape::NotNeeded,
            _ => Shape::Done,
        }
    }

    /// When a stage was done, where that is recorded.
    fn date(&self, at: usize) -> Option<When> {
        let dates = &self.case.dates;
        let of = |what| dates.get(what);
        match at {
            0 => of(KeyDate::DeathNotified).or(of(KeyDate::Notified)),
            1 => self.last_return(),
            2 => of(KeyDate::MeetingHeld),
            3 => self.last(|fact| matches!(fact, Fact::PartnerDecided(made) if made.decision.question == Question::RapidReview)),
            4 => of(KeyDate::Submitted),
            5 if self.case.panel.responses.len() > 1 => self.last(|fact| matches!(fact, Fact::PanelResponded(_))),
            5 => of(KeyDate::PanelResponded),
            6 => of(KeyDate::FinalReportAgreed),
            7 => of(KeyDate::Published),
            _ => self.last(|fact| matches!(fact, Fact::Closed)).filter(|_| self.case.is_closed()),
        }
    }

    /// When the last summary came, unless the case came to an end before all of them.
    fn last_return(&self) -> Option<When> {
        let returned = self.case.agencies.requests.values().filter_map(|request| request.returned_on);
        let (received, asked) = self.requests();
        let went_on = self.current().is_some() || self.case.is_closed();
        returned.max_by_key(|on| on.latest()).filter(|_| went_on || received == asked)
    }

    fn last(&self, is: impl Fn(&Fact) -> bool) -> Option<When> {
        self.case.history().iter().rev().find(|entry| is(&entry.event.fact)).map(|entry| entry.event.on)
    }

    fn clock(&self, key: ClockKey) -> Option<&Clock<'_>> {
        self.clocks.iter().find(|clock| clock.key == key)
    }

    /// Why a stage will never take place.
    fn why_not(&self, at: usize) -> Option<String> {
        let key = match at {
            0 => ClockKey::Notification,
            1..=5 => ClockKey::RapidReview,
            6 | 7 => ClockKey::Lcspr,
            _ => return None,
        };
        match self.clock(key)?.course {
            Course::NotNeeded(why) => Some(why.to_string()),
            _ => None,
        }
    }

    fn not_needed(&self, at: usize) -> String {
        match self.why_not(at) {
            Some(why) => format!("Not needed: {why}"),
            None => "Not needed".to_owned(),
        }
    }

    fn done(&self, at: usize) -> String {
        let done = match self.date(at) {
            Some(When::Day(day)) => format!("Done {}", date::day(day)),
            Some(When::NotKnown) | None => "Done, date not recorded".to_owned(),
            Some(when) => format!("Done in {when}"),
        };
        let more = match at {
            0 => self.used(ClockKey::Notification),
            1 => Some(self.received()).filter(|_| self.requests().1 > 0),
            3 => self.recorded(),
            4 => self.used(ClockKey::RapidReview),
            5 => self.answer(),
            7 => self.published(),
            8 => self.actions(),
            _ => None,
        };
        more.map_or_else(|| done.clone(), |more| format!("{done}. {more}"))
    }

    /// “Met: 3 of 5 working days used”, or how late it was.
    fn used(&self, key: ClockKey) -> Option<String> {
        let clock = self.clock(key)?;
        let limit = clock.count?.limit;
        match clock.state(self.today, self.calendar) {
            ClockState::Met { early, on } if on.day().is_some() => {
                Some(format!("Met: {} of {limit} working days used", limit.saturating_sub(early)))
            }
            ClockState::DoneLate { by, .. } => Some(format!("{} late", date::working_days(by))),
            _ => None,
        }
    }

    fn in_progress(&self, at: usize) -> String {
        let case = self.case;
        let due =
            |key| self.clock(key).and_then(Clock::due_date).map(|due| format!("Due {}", date::day(due)));
        let more = match (at, case.stage) {
            (0, Stage::AwaitingNotification) => due(ClockKey::Notification),
            (0, stage) => Some(stage.label().to_owned()),
            (1, _) if self.requests().1 == 0 => Some("No agency has been asked".to_owned()),
            (1, _) => Some(self.received()),
            (2, _) => Some("Not held yet".to_owned()),
            (3, Stage::RapidReviewMeeting) => Some("The report is not with the partners yet".to_owned()),
            (3, _) => self.recorded(),
            (4, _) => due(ClockKey::RapidReview),
            (5, Stage::PanelQuery) => Some("The National Panel asked for more information".to_owned()),
            (5, _) => Some("Waiting for the National Panel".to_owned()),
            (6, Stage::PanelResponded | Stage::PartnersReconsidering) => Some("Not decided yet".to_owned()),
            (6, Stage::NationalReview) => Some("Waiting for the national review".to_owned()),
            (6, Stage::LcsprHeld) | (7, Stage::PublicationHeld) => Some("Held".to_owned()),
            (6, _) => due(ClockKey::Lcspr),
            (7, _) => case.publication.planned.map(|day| format!("Planned for {}", date::day(day))),
            (_, Stage::AlternativeReview) => Some("Another kind of review takes place".to_owned()),
            _ => self.actions(),
        };
        more.map_or_else(|| "In progress".to_owned(), |more| format!("In progress. {more}"))
    }

    fn waiting(&self, at: usize) -> String {
        let more = match at {
            4 => self
                .clock(ClockKey::RapidReview)
                .and_then(Clock::due_date)
                .map(|due| format!("Due {}", date::day(due))),
            6 => {
                return self.clock(ClockKey::Lcspr).map_or_else(
                    || "Not started".to_owned(),
                    |clock| clock.words(self.today, self.calendar),
                );
            }
            8 => self.actions(),
            _ => None,
        };
        more.map_or_else(|| "Not started".to_owned(), |more| format!("Not started. {more}"))
    }

    /// How many agencies have answered, and how many were asked.
    fn requests(&self) -> (usize, usize) {
        let asked = || self.case.agencies.requests.values().filter(|request| !request.withdrawn);
        (asked().filter(|request| !request.is_open()).count(), asked().count())
    }

    fn received(&self) -> String {
        let (received, asked) = self.requests();
        format!("{received} of {asked} received")
    }

    fn recorded(&self) -> Option<String> {
        let recorded = 3 - self.case.undecided(Question::RapidReview).len();
        (self.shows)(Area::Decisions).then(|| format!("{recorded} of 3 recorded"))
    }

    fn answer(&self) -> Option<String> {
        let letter = self.case.panel.latest().filter(|_| (self.shows)(Area::Panel))?;
        Some(format!("The National Panel {}", letter.outcome))
    }

    fn published(&self) -> Option<String> {
        let told = match self.case.stage {
            Stage::NotPublished => "Nothing is published",
            Stage::PublishedImprovementsOnly => "Only the improvements",
            _ => return None,
        };
        (self.shows)(Area::Publication).then(|| told.to_owned())
    }

    fn actions(&self) -> Option<String> {
        let (all, open) = (self.case.actions.actions.len(), self.case.actions.open().count());
        match (all, open) {
            (0, _) => None,
            (1, 0) => Some("1 action closed".to_owned()),
            (all, 0) => Some(format!("{all} actions closed")),
            (1, _) => Some("1 action open".to_owned()),
            (all, open) => Some(format!("{open} of {all} actions open")),
        }
    }
}

#[cfg(test)]
mod tests;
