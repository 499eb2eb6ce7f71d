//! The life of a case, as pure functions: what may be recorded, what follows from it, which clocks run and who may
//! do what.
//!
//! A [`Command`] is what a person asks to record. [`decide`] checks it against everything recorded so far and answers
//! with the [`Event`]s to append, or with a [`Rejection`] that says what to do instead. [`Case::apply`] folds an
//! event into the case and holds no rules. [`clocks`] computes every time limit from the folded case, the dated
//! [`Rules`] and the bank-holiday calendar. [`permits`] says whether an actor may record a command. Nothing here
//! reads a clock, a file or a database.

pub mod actions;
mod actor;
pub mod agencies;
mod case;
mod clocks;
mod consequences;
pub mod consideration;
mod dates;
mod decide;
pub mod decisions;
mod events;
mod ids;
pub mod keeping;
pub mod lcspr;
mod moves;
pub mod notification;
pub mod panel;
mod permits;
mod phase;
mod position;
pub mod proceedings;
pub mod publication;
pub mod rapid_review;
mod rejection;
pub mod reminders;
pub mod rules;
mod setting;
mod stage;
pub mod terms;
mod title;
mod when;
mod words;

pub use actor::{Actor, Membership, OPERATOR, Role};
pub use case::{Case, Recorded};
pub use clocks::{
    CannotCompute, Clock, ClockKey, ClockKind, ClockState, Count, Course, Explained, Mover, NotAClock,
    NotNeeded, OtherReading, Start, clocks, explain, main_clock,
};
pub use dates::{Dates, KeyDate};
pub use decide::{decide, decide_all};
pub use decisions::Deciding;
pub use events::{
    ClockJudged, Command, Event, Fact, JudgementWithdrawn, Opened, RapidReviewFrom, RuleSetPinned, Step,
    StepKind,
};
pub use ids::{CaseId, OrganisationId, PartnershipId, PersonId, Reference, ReportDigest};
pub use keeping::Restricted;
pub use moves::Move;
pub use permits::{Area, Denied, clocks_for, may_read, may_read_entry, may_see, permits};
pub use phase::Phase;
pub use position::Position;
pub use rejection::{Problem, Rejection};
pub use rules::Rules;
pub use setting::Setting;
pub use stage::Stage;
pub use when::When;
pub use words::{Word, Words};
