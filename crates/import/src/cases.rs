//! The cases of a file: those given as steps, and those that another record held.

use calendar::london_date;
use case::{Actor, CaseId, Event, Fact, PartnershipId, Recorded, Reference};
use chrono::Datelike;
use store::{History, cases, people, transfer};

use crate::fault::{self, Fault};
use crate::key;
use crate::line::CaseLine;
use crate::pass::Pass;
use crate::replay::{Replayed, Setup, replay};

impl Pass<'_> {
    /// A case given as steps.
    pub(crate) async fn case(
        &mut self,
        line: usize,
        given: &CaseLine<'_>,
    ) -> Result<Vec<Fault>, store::Error> {
        let partnership = PartnershipId(given.partnership.id);
        let id = key::case_id(partnership, &given.key);
        if !self.there.add_case(id) {
            let message = format!("the file has a case “{}” of this partnership already", given.key.name);
            return Ok(vec![Fault::at(line, message).in_field("case.key")]);
        }
        let is_recorded = self.there.recorded.contains(&id);
        let year = london_date(given.first_recorded().unwrap_or(self.import.now)).year();
        let is_new = !is_recorded && self.there.knows(partnership.0);
        let reference = if self.import.writing && is_new {
            self.next_reference(partnership, year).await?
        } else {
            Reference { year, serial: 1 }
        };
        let replayed = match self.replay(line, given, reference) {
            Ok(replayed) => replayed,
            Err(faults) => return Ok(faults),
        };
        if is_recorded {
            let same = self.same(id, replayed.case.history()).await?;
            return Ok(if same { Vec::new() } else { vec![differs(line)] });
        }
        self.count(replayed.case.history().len());
        if self.import.writing {
            self.save(id, replayed).await?;
        }
        Ok(Vec::new())
    }

    /// The first reference of a year comes from the record, which keeps others waiting until the import ends; the rest
    /// follow it.
    async fn next_reference(
        &mut self,
        partnership: PartnershipId,
        year: i32,
    ) -> Result<Reference, store::Error> {
        let next = match self.given.get(&(partnership, year)) {
            Some(last) => Reference { serial: last.serial + 1, ..*last },
            None => transfer::next_reference(self.tx, partnership, year).await?,
        };
        self.given.insert((partnership, year), next);
        Ok(next)
    }

    fn replay(
        &self,
        line: usize,
        given: &CaseLine<'_>,
        reference: Reference,
    ) -> Result<Replayed, Vec<Fault>> {
        let setup = Setup {
            calendar: &self.there.calendar,
            rules: self.there.rules(PartnershipId(given.partnership.id)),
            by: self.import.by,
            now: self.import.now,
            known: &|id| self.there.knows(id),
        };
        replay(line, given, reference, &setup)
    }

    async fn save(&mut self, id: CaseId, replayed: Replayed) -> Result<(), store::Error> {
        for (person, identity) in &replayed.identities {
            people::identify(self.tx, *person, identity).await?;
        }
        self.keep(History::new(id, replayed.case.history(), (self.import.new_id)())?).await
    }

    /// A case as another record held it.
    pub(crate) async fn record(
        &mut self,
        line: usize,
        text: &str,
    ) -> Result<Result<(), Fault>, store::Error> {
        let history: History = match serde_json::from_str(text) {
            Ok(history) => history,
            Err(_) => return Ok(Err(fault::of_json::<History>(line, text))),
        };
        let id = history.case;
        if !self.there.add_case(id) {
            return Ok(Err(Fault::at(line, "the file has this case already").in_field("record.case")));
        }
        if self.there.recorded.contains(&id) {
            let recorded = match history.check() {
                Ok(case) => case.history().to_vec(),
                Err(broken) => return Ok(Err(Fault::at(line, broken.to_string()))),
            };
            return Ok(if self.same(id, &recorded).await? { Ok(()) } else { Err(differs(line)) });
        }
        self.count(history.entries.len());
        let checked = self.check(line, &history).await?;
        if checked.is_ok() && self.import.writing {
            self.keep(history).await?;
        }
        Ok(checked)
    }

    async fn check(&mut self, line: usize, history: &History) -> Result<Result<(), Fault>, store::Error> {
        let wrong = |message: String| Ok(Err(Fault::at(line, message).in_field("record")));
        let case = match history.check() {
            Ok(case) => case,
            Err(broken) => return wrong(broken.to_string()),
        };
        let (Some(partnership), Some(reference)) = (case.partnership(), case.reference()) else {
            return wrong("its history does not begin with the start of a case".to_owned());
        };
        if !self.there.knows(partnership.0) {
            return wrong(format!("there is no partnership {partnership}: add its line above this one"));
        }
        let taken = !self.there.recorded.is_empty()
            && cases::by_reference(self.tx, &operator(), reference)
                .await?
                .iter()
                .any(|row| row.partnership == partnership);
        if taken || !self.there.add_reference(partnership, reference) {
            return wrong(format!("the reference {reference} is another case’s in this partnership"));
        }
        Ok(Ok(()))
    }

    fn count(&mut self, entries: usize) {
        self.summary.cases += 1;
        self.summary.events += entries as u64;
    }

    /// Whether the case of the record begins with this history.
    async fn same(&mut self, id: CaseId, given: &[Recorded]) -> Result<bool, store::Error> {
        let case = cases::case(self.tx, &operator(), id).await?;
        let mut recorded = asked_for(case.history());
        let same =
            asked_for(given).all(|event| recorded.next().is_some_and(|there| same_event(there, event)));
        self.summary.known += u64::from(same);
        Ok(same)
    }
}

/// What was recorded because somebody asked. What follows from it depends on the day and the calendar.
fn asked_for(history: &[Recorded]) -> impl Iterator<Item = &Event> {
    history.iter().map(|recorded| &recorded.event).filter(|event| {
        !matches!(
            event.fact,
            Fact::Opened(_) | Fact::RuleSetPinned(_) | Fact::ClockJudged(_) | Fact::JudgementWithdrawn(_)
        )
    })
}

/// Words may have been erased since.
fn same_event(there: &Event, given: &Event) -> bool {
    there.on == given.on && there.fact == given.fact && (there.words == given.words || there.words.is_empty())
}

fn differs(line: usize) -> Fault {
    let message =
        "this case is in the record and goes another way there: record new steps with `cspr record`";
    Fault::at(line, message)
}

fn operator() -> Actor {
    Actor::operator()
}
