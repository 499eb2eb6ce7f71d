//! Given / when / then for the lifecycle.

use calendar::Calendar;
use case::{
    Case, Command, Event, Fact, OrganisationId, PartnershipId, PersonId, Recorded, Reference, Rejection,
    Rules, Setting, Stage, Step, When, Word, Words, decide,
};
use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

/// A day, written as in a case file.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a real day")
}

/// A date of any precision.
pub(crate) fn when(text: &str) -> When {
    text.parse().expect("a date")
}

/// One word, to be continued with [`Words::and`].
pub(crate) fn words(word: Word, text: &str) -> Words {
    Words::none().and(word, text)
}

/// The organisation with this number.
pub(crate) fn organisation(number: u128) -> OrganisationId {
    OrganisationId(Uuid::from_u128(0x0100 + number))
}

/// The person with this number.
pub(crate) fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(0x0200 + number))
}

/// The partnership of all these cases.
pub(crate) fn partnership() -> PartnershipId {
    PartnershipId(Uuid::from_u128(0x0300))
}

/// A case with what is recorded of it so far.
#[derive(Clone)]
pub(crate) struct Given {
    pub(crate) case: Case,
    today: NaiveDate,
    calendar: Calendar,
}

/// What followed from a step.
pub(crate) struct Then {
    pub(crate) after: Given,
    pub(crate) outcome: Result<Vec<Event>, Rejection>,
}

impl Given {
    /// Nothing is recorded. Today is late enough for every story.
    pub(crate) fn nothing() -> Self {
        Self { case: Case::new(), today: day("2026-11-02"), calendar: Calendar::shipped() }
    }

    /// The stories after this happen on `today`.
    pub(crate) fn today(mut self, today: &str) -> Self {
        self.today = day(today);
        self
    }

    /// And this was recorded. Panics with the rejection where it could not be.
    pub(crate) fn and(self, on: &str, step: Step, words: Words) -> Self {
        let then = self.when(on, step, words);
        if let Err(rejection) = &then.outcome {
            panic!("given: {rejection}");
        }
        then.after
    }

    /// When this step is asked for.
    pub(crate) fn when(&self, on: &str, step: Step, words: Words) -> Then {
        let reference = Some(Reference { year: 2026, serial: 14 });
        let setting = Setting {
            today: self.today,
            calendar: &self.calendar,
            rules: Rules::shipped(),
            by: person(1),
            operator: false,
            reference,
        };
        let outcome = decide(&self.case, Command { on: when(on), step, words }, &setting);
        let mut after = self.clone();
        for event in outcome.iter().flatten().cloned() {
            let seq = after.case.version() + 1;
            after.case.apply(Recorded { seq, at: DateTime::UNIX_EPOCH, by: person(1), event });
        }
        Then { after, outcome }
    }
}

impl Then {
    /// Then the case is at this stage.
    #[track_caller]
    pub(crate) fn then_stage(self, stage: Stage) -> Given {
        match &self.outcome {
            Ok(_) => assert_eq!(self.after.case.stage, stage),
            Err(rejection) => panic!("refused: {rejection}"),
        }
        self.after
    }

    /// Then this entry is among those recorded.
    #[track_caller]
    pub(crate) fn then_fact(self, expected: impl Fn(&Fact) -> bool) -> Given {
        let events = self.outcome.expect("not refused");
        assert!(events.iter().any(|event| expected(&event.fact)), "not among {events:#?}");
        self.after
    }

    /// Then it is refused, with a problem on `field` that says `part`.
    #[track_caller]
    pub(crate) fn then_refused(self, field: &str, part: &str) -> Given {
        let rejection = self.outcome.expect_err("refused");
        let found =
            rejection.problems.iter().any(|problem| problem.field == field && problem.message.contains(part));
        assert!(found, "expected «{field}: …{part}…» in {rejection:?}");
        self.after
    }
}
