//! Reminders of clocks.

use std::collections::{BTreeMap, BTreeSet};

use calendar::NaiveDate;
use case::reminders::{Kind, Occasion, Schedule, occasions};
use case::{CaseId, ClockKey, PartnershipId, PersonId};
use store::reminders::{ClockDue, Fate, Key, Made};
use store::{Basis, Error, Tx, cases, reminders};
use uuid::Uuid;

use super::{Reader, Recipients, Span, Truth};
use crate::schedules::Schedules;

/// A clock for which reminders are missing.
pub(super) struct Wanted {
    partnership: PartnershipId,
    clock: ClockDue,
    kind: Kind,
    /// All occasions in the time looked at, and whether the reminder of each is missing.
    occasions: Vec<(Occasion, NaiveDate, bool)>,
}

/// How many clocks are read in one statement, and how many cases.
const PAGE: usize = 5_000;
const TOGETHER: usize = 250;

/// Nobody: the recipient under which it is kept why there is none.
pub(super) const NOBODY: PersonId = PersonId(Uuid::nil());

/// The clocks for which reminders are missing. Reads nothing but their dates.
pub(super) async fn wanted(
    tx: &mut Tx,
    span: Span,
    basis: &Basis,
    schedules: &Schedules,
    exist: &BTreeSet<(ClockDue, String)>,
) -> Result<Vec<Wanted>, Error> {
    let mut wanted = Vec::new();
    for (partnership, schedule) in schedules.iter() {
        let mut days = Days { span, basis, schedule, known: BTreeMap::new() };
        for dates in days.due_dates() {
            let mut last: Option<ClockDue> = None;
            loop {
                let page = reminders::due_between(tx, partnership, dates, last.as_ref(), PAGE).await?;
                let is_last = page.len() < PAGE;
                last = page.last().cloned();
                wanted.extend(page.into_iter().filter_map(|clock| days.wanted(partnership, clock, exist)));
                if is_last {
                    break;
                }
            }
        }
    }
    Ok(wanted)
}

/// The occasions of a schedule, worked out once for each kind of clock and due date.
struct Days<'a> {
    span: Span,
    basis: &'a Basis,
    schedule: &'a Schedule,
    known: BTreeMap<(Kind, NaiveDate), Vec<(Occasion, NaiveDate)>>,
}

impl Days<'_> {
    /// The due dates for which there may be reminders, as stretches of days: everything that is overdue, and of
    /// what lies ahead only the dates that have an occasion. Most open clocks have none.
    fn due_dates(&mut self) -> Vec<(NaiveDate, NaiveDate)> {
        let today = self.span.today;
        let (first, last) = self.schedule.due_dates((self.span.from, today));
        let kinds: Vec<_> = self.schedule.plans().map(|plan| plan.kind).collect();
        let mut dates = vec![(first, today)];
        for due in today.iter_days().skip(1).take_while(|due| *due <= last) {
            if kinds.iter().all(|kind| self.of(*kind, due).is_empty()) {
                continue;
            }
            match dates.last_mut() {
                Some((_, until)) if until.succ_opt() == Some(due) => *until = due,
                _ => dates.push((due, due)),
            }
        }
        dates
    }

    /// The clock, if reminders are missing for it.
    fn wanted(
        &mut self,
        partnership: PartnershipId,
        clock: ClockDue,
        exist: &BTreeSet<(ClockDue, String)>,
    ) -> Option<Wanted> {
        let kind = Kind::of_clock(clock.clock.parse::<ClockKey>().ok()?);
        let missing = |occasion: &Occasion| !exist.contains(&(clock.clone(), occasion.to_string()));
        let occasions: Vec<_> = self
            .of(kind, clock.due)
            .iter()
            .map(|(occasion, day)| (*occasion, *day, missing(occasion)))
            .collect();
        let is_wanted = occasions.iter().any(|(_, _, missing)| *missing);
        is_wanted.then_some(Wanted { partnership, clock, kind, occasions })
    }

    /// No occasions where the bank holidays are not known: nobody can say how many working days are left either.
    fn of(&mut self, kind: Kind, due: NaiveDate) -> &[(Occasion, NaiveDate)] {
        let Self { span, basis, schedule, known } = self;
        known.entry((kind, due)).or_insert_with(|| {
            let plan = schedule.plan(kind);
            let range = (span.from, span.today);
            plan.and_then(|plan| occasions(plan, due, range, basis.calendar()).ok()).unwrap_or_default()
        })
    }
}

/// The missing reminders of these clocks, with the recipients that their cases have now.
pub(super) async fn made(
    tx: &mut Tx,
    span: Span,
    truth: &Truth,
    wanted: Vec<Wanted>,
) -> Result<Vec<Made>, Error> {
    let mut by_case: BTreeMap<CaseId, Vec<Wanted>> = BTreeMap::new();
    for clock in wanted {
        by_case.entry(clock.clock.case).or_default().push(clock);
    }
    let ids: Vec<_> = by_case.keys().copied().collect();
    let mut made = Vec::new();
    for some in ids.chunks(TOGETHER) {
        let found = cases::without_words(tx, some).await?;
        for (id, case) in &found {
            for wanted in by_case.get(id).into_iter().flatten() {
                made.extend(wanted.made(span, truth, case));
            }
        }
    }
    Ok(made)
}

impl Wanted {
    /// The last occasion is the one to send. Earlier ones are kept with the reason why they were not sent.
    fn made(&self, span: Span, truth: &Truth, case: &case::Case) -> Vec<Made> {
        let last = self.occasions.last().map(|(occasion, ..)| *occasion);
        let missing = self.occasions.iter().filter(|(_, _, missing)| *missing);
        let missing = missing.flat_map(|(occasion, day, _)| {
            let recipients = truth.of_clock(case, &self.clock.clock, self.clock.due, *occasion);
            let overtaken = Some(*occasion) != last;
            self.reminders(span, truth, (*occasion, *day), overtaken, recipients)
        });
        missing.collect()
    }

    fn reminders(
        &self,
        span: Span,
        truth: &Truth,
        (occasion, day): (Occasion, NaiveDate),
        overtaken: bool,
        recipients: Recipients,
    ) -> Vec<Made> {
        let made = |recipient, fate| Made {
            key: Key {
                case: self.clock.case,
                clock: self.clock.clock.clone(),
                due: self.clock.due,
                occasion: occasion.to_string(),
                recipient,
            },
            partnership: self.partnership,
            entry: None,
            day,
            kind: self.kind,
            fate,
        };
        let readers = match recipients {
            Recipients::NotTrue => return Vec::new(),
            Recipients::Nobody(why) => return vec![made(NOBODY, Fate::PassedOver(why.to_owned()))],
            Recipients::These(readers) => readers,
        };
        let later = "No reminders went out that day. A later one about the same date took its place.";
        let fate = |reader: Reader| {
            if overtaken { Fate::PassedOver(later.to_owned()) } else { truth.fate(reader, span.now) }
        };
        readers.into_iter().map(|(person, reader)| made(person, fate(reader))).collect()
    }
}
