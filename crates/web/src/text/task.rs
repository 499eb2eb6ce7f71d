//! What is to be done by a date, beginning with a verb, and what is worth knowing of it.

use calendar::{Calendar, NaiveDate};
use case::consideration::CaseKind;
use case::decisions::Question;
use case::rules::{Direction, Unit};
use case::terms::Partner;
use case::{Case, Clock, ClockKey, ClockState, Fact, KeyDate, Stage, explain};

use super::grammar::{and, lower_first, upper_first};
use super::{clock, date};
use crate::names::Names;

/// A clock of a case, to be told as a task.
pub(crate) struct Task<'a> {
    pub(crate) case: &'a Case,
    pub(crate) clock: &'a Clock<'a>,
    pub(crate) names: &'a Names,
    pub(crate) calendar: &'a Calendar,
    pub(crate) today: NaiveDate,
    /// Whether others have to move and it is time to ask them again.
    pub(crate) chases: bool,
}

impl Task<'_> {
    /// What is to be done: “Get the police decision”.
    pub(crate) fn title(&self) -> String {
        match self.clock.key {
            ClockKey::Notification => self.notification().to_owned(),
            ClockKey::PartnersTold => "Tell the safeguarding partners".to_owned(),
            ClockKey::RapidReview => "Submit the rapid review to the National Panel".to_owned(),
            ClockKey::PanelReply if self.chases => "Ask the National Panel for its reply".to_owned(),
            ClockKey::PanelReply => "Get the National Panel’s reply".to_owned(),
            ClockKey::PanelQueryReply if self.case.panel.query.is_some() => {
                "Answer the National Panel’s query".to_owned()
            }
            ClockKey::PanelQueryReply => "Reply to the National Panel’s letter".to_owned(),
            ClockKey::Lcspr => "Publish the review".to_owned(),
            ClockKey::Copies => {
                "Send the final report to the National Panel and the Secretary of State".to_owned()
            }
            ClockKey::Online => "Decide whether to keep the review online".to_owned(),
            ClockKey::Milestone(_) => self.clock.label().to_owned(),
            ClockKey::AgencyReturn(agency) => {
                let verb = if self.chases { "Chase" } else { "Get" };
                format!("{verb} the agency summary from {}", self.names.organisation(agency))
            }
            ClockKey::Action(number) => self.action(number),
            ClockKey::AdvicePoint(number) => format!("Act on point {number} of the National Panel’s advice"),
            ClockKey::AlternativeReview => "Finish the alternative review".to_owned(),
            ClockKey::PartnerDecisionsWanted => self.decisions(),
            ClockKey::HoldReview => "Look again at the hold of the LCSPR".to_owned(),
            ClockKey::PublicationHoldReview => "Look again at the hold of publication".to_owned(),
        }
    }

    fn notification(&self) -> &'static str {
        match (self.case.stage, self.case.kind) {
            (_, Some(CaseKind::LookedAfterDeath)) => "Notify the death of the looked-after child",
            (_, Some(CaseKind::CareLeaverDeath)) => "Notify the death of the care leaver",
            (Stage::AwaitingNotification, _) => "Send the serious incident notification",
            _ => "Decide whether to notify the incident",
        }
    }

    fn decisions(&self) -> String {
        match self.case.undecided(Question::RapidReview).as_slice() {
            [] => "Act on the three partners’ decisions".to_owned(),
            [one] => format!("Get the {one} decision"),
            some if some.len() == Partner::ALL.len() => "Get the three partners’ decisions".to_owned(),
            some => format!("Get the {} decisions", and(some)),
        }
    }

    fn action(&self, number: u16) -> String {
        let action = self.case.actions.actions.get(&number).map(|standing| &standing.action);
        let person = action.and_then(|action| action.owner).map(|owner| self.names.person(owner));
        let organisation = action.and_then(|action| action.owner_organisation);
        let owner = person.or_else(|| organisation.map(|owner| self.names.organisation(owner)));
        match owner {
            Some(owner) if self.chases => format!("Chase action {number} with {owner}"),
            Some(owner) => format!("Complete action {number}: {owner}"),
            None => format!("Complete action {number}"),
        }
    }

    /// What part of the case it is about.
    pub(crate) fn subject(&self) -> &'static str {
        match self.clock.key {
            ClockKey::Notification | ClockKey::PartnersTold => "Notification",
            ClockKey::RapidReview | ClockKey::Milestone(_) | ClockKey::AgencyReturn(_) => "Rapid review",
            ClockKey::PartnerDecisionsWanted => "Partner decisions",
            ClockKey::PanelReply | ClockKey::PanelQueryReply | ClockKey::AdvicePoint(_) => "National Panel",
            ClockKey::Lcspr | ClockKey::Copies | ClockKey::HoldReview => "LCSPR",
            ClockKey::PublicationHoldReview => "Publication",
            ClockKey::Online => "Published",
            ClockKey::Action(_) => "Action plan",
            ClockKey::AlternativeReview => "Alternative review",
        }
    }

    /// How far it has come: “2 of 3 recorded”.
    pub(crate) fn progress(&self) -> Option<String> {
        match self.clock.key {
            ClockKey::PartnerDecisionsWanted => {
                let all = Partner::ALL.len();
                let recorded = all - self.case.undecided(Question::RapidReview).len();
                Some(format!("{recorded} of {all} recorded"))
            }
            ClockKey::AgencyReturn(_) => {
                let asked = || self.case.agencies.requests.values().filter(|request| !request.withdrawn);
                let received = asked().filter(|request| !request.is_open()).count();
                Some(format!("Agency summaries: {received} of {} received", asked().count()))
            }
            _ => None,
        }
    }

    /// What else is worth knowing, each a sentence without a full stop.
    pub(crate) fn notes(&self) -> Vec<String> {
        let own = match self.clock.key {
            ClockKey::Notification => self.working_day(),
            ClockKey::RapidReview => self.waits_for().or_else(|| self.working_day()),
            ClockKey::AgencyReturn(agency) => self.reminded(agency),
            ClockKey::Copies => self.before_publication(),
            ClockKey::Lcspr => self.publication_planned(),
            ClockKey::Online => {
                let until = clock::due(self.clock, self.calendar);
                until.map(|until| format!("Must stay online until at least {until}"))
            }
            _ => None,
        };
        own.into_iter().chain(self.not_a_working_day()).collect()
    }

    fn waits_for(&self) -> Option<String> {
        let open: Vec<_> =
            self.case.agencies.requests.iter().filter(|(_, request)| request.is_open()).collect();
        let what = match (self.case.stage, open.as_slice()) {
            (Stage::RapidReviewOpen | Stage::AgencyReturns, [(agency, _)]) => {
                format!("agency summary from {}", self.names.organisation(**agency))
            }
            (Stage::RapidReviewOpen | Stage::AgencyReturns, [_, _, ..]) => {
                format!("{} agency summaries", open.len())
            }
            (Stage::PartnerDecision, _) => match self.case.undecided(Question::RapidReview).as_slice() {
                [] => return None,
                [one] => format!("{one} decision"),
                some => format!("{} decisions", and(some)),
            },
            _ => return None,
        };
        Some(format!("Waiting for: {what}"))
    }

    fn reminded(&self, agency: case::OrganisationId) -> Option<String> {
        let reminders = self.case.history().iter().rev().filter_map(|entry| match &entry.event.fact {
            Fact::AgencyChased(chased) if chased.agency == agency => Some(entry.event.on),
            _ => None,
        });
        let last = reminders.into_iter().next()?;
        Some(format!("Last reminder sent {last}"))
    }

    /// “Working day 5 of 5 since the council became aware”, while the count runs.
    fn working_day(&self) -> Option<String> {
        let (count, start) = (self.clock.count?, self.clock.start?);
        if (count.unit, count.direction) != (Unit::WorkingDays, Direction::After) {
            return None;
        }
        let used = self.calendar.working_days_between(start.on.day()?, self.today).ok()?;
        let runs = u32::try_from(used).is_ok_and(|used| (1..=count.limit).contains(&used));
        runs.then(|| format!("Working day {used} of {} since {}", count.limit, since(start.what)))
    }

    fn before_publication(&self) -> Option<String> {
        let (count, start) = (self.clock.count?, self.clock.start?);
        let published = start.on.day()?;
        let skipped = explain(self.clock, self.calendar).map(|working| working.skipped).unwrap_or_default();
        let holidays =
            skipped.into_iter().map(|day| day.why).filter(|why| why != "Saturday" && why != "Sunday");
        let holidays = and(&holidays.rev().collect::<Vec<_>>());
        let verb = if holidays.contains(" and ") { "are" } else { "is" };
        let not_counted =
            if holidays.is_empty() { String::new() } else { format!(". {holidays} {verb} not counted") };
        let day = published.format("%-d %B");
        Some(format!("{} before publication on {day}{not_counted}", count.words()))
    }

    fn publication_planned(&self) -> Option<String> {
        if let (Some(day), false) = (self.case.publication.planned, self.is_missed()) {
            return Some(format!("Publication is planned for {}", date::day(day)));
        }
        let (count, start) = (self.clock.count?, self.clock.start?);
        Some(format!("{} from {}, {}", count.words(), start.what, start.on))
    }

    fn is_missed(&self) -> bool {
        self.clock.state(self.today, self.calendar).is_missed()
    }

    fn not_a_working_day(&self) -> Option<String> {
        let running = matches!(self.clock.state(self.today, self.calendar), ClockState::Running { .. });
        let plan_for = self.clock.plan_for(self.calendar).filter(|_| running)?;
        Some(format!("Not a working day: plan for {}", date::weekday_without_year(plan_for)))
    }

    /// The line under the task, apart from what is bold in it: “2026-014 · Partner decisions · 2 of 3 recorded”.
    pub(crate) fn line(&self, reference: &str) -> String {
        let progress = self.progress();
        [Some(reference), Some(self.subject()), progress.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ")
    }

    /// Why there is no date, where there is none.
    pub(crate) fn why_undated(&self) -> Option<String> {
        self.clock.due.as_ref().err().map(|why| upper_first(&why.to_string()))
    }
}

/// What a count begins with, as inside a sentence.
fn since(what: KeyDate) -> String {
    match what {
        KeyDate::Aware => "the council became aware".to_owned(),
        KeyDate::CriteriaAware => "the council became aware that the criteria are met".to_owned(),
        KeyDate::Notified => "the notification was sent".to_owned(),
        KeyDate::Submitted => "the rapid review was submitted".to_owned(),
        KeyDate::QueryAnswered => "the query was answered".to_owned(),
        other => lower_first(other.label()),
    }
}
