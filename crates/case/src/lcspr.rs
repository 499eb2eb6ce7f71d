//! The local child safeguarding practice review: decided, commissioned, written, held, resumed, signed off.

mod agreement;
mod check;
mod standing;
mod started;
mod work;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::terms::codes;
use crate::{OrganisationId, PersonId, ReportDigest, When};

pub use agreement::missing_agreement;
pub(crate) use agreement::require_agreement;
pub(crate) use check::check;
pub use standing::Standing;
pub use started::{started, taken_over};

codes! {
    /// The criteria for a local review (2018 Regulations, reg. 11).
    LocalCriterion {
        ImprovementsNeeded = "improvements needed, including ones found before",
        RecurrentThemes = "recurrent themes",
        AgenciesWorkingTogether = "concerns about how agencies worked together",
        PanelThoughtLocal = "the Panel concluded that a local review may be more appropriate",
    }
    /// The circumstances that the partners weigh beside the criteria (2018 Regulations, reg. 11).
    Circumstance {
        OneAgency = "concern about one agency’s actions",
        NoAgency = "no agency was involved, and that itself is worrying",
        SeveralAreas = "more than one area is involved",
        Institution = "concerns in an institutional setting",
    }
    /// How far contact with a family has come.
    Contact {
        Offered = "offered",
        Accepted = "accepted",
        Declined = "declined",
        NotApproached = "not approached",
        ToldOfFindings = "told of the findings",
    }
}

/// The partners decide to start an LCSPR. Words: `reason`, `scope`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LcsprDecision {
    /// The criteria relied on, at least one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<LocalCriterion>,
    /// The circumstances that were weighed beside them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub circumstances: Vec<Circumstance>,
    /// The start of the period looked at.
    #[serde(default)]
    pub scope_from: When,
    /// The end of the period looked at.
    #[serde(default)]
    pub scope_to: When,
}

/// A line of enquiry that the review follows. Words: `text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyLine {
    /// Its number within the case, from 1.
    pub number: u8,
}

/// A key line of enquiry led to a finding. Words: `outcome`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyLineTraced {
    /// The number of the line of enquiry.
    pub number: u8,
}

/// A reviewer is appointed. Words: `who` (the reviewer), `reason` (why this one).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commission {
    /// The reviewer, where they use this service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<PersonId>,
    /// Whether independence from the agencies was checked.
    #[serde(default)]
    pub independent: bool,
    /// The version of the terms of reference.
    pub terms_version: u16,
    /// The start of the contract.
    #[serde(default)]
    pub from: When,
    /// The end of the contract.
    #[serde(default)]
    pub until: When,
    /// The most it may cost, in pounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget_pounds: Option<u32>,
}

/// A version of the terms of reference was agreed. Words: `text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermsOfReference {
    /// The number of the version.
    pub version: u16,
}

/// The review begins with its first meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LcsprStart {
    /// Whether there is a plan for contact with the family.
    #[serde(default)]
    pub family_plan: bool,
    /// Whether police and prosecutors were contacted.
    #[serde(default)]
    pub police_contact: bool,
}

/// The review is held. The six months go on. Words: `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hold {
    /// The parallel proceeding it waits for, by number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proceeding: Option<u16>,
    /// When that is expected to end.
    #[serde(default)]
    pub expected_end: When,
    /// When the hold is looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<NaiveDate>,
    /// When the Panel was told.
    #[serde(default)]
    pub panel_told: When,
    /// When the Secretary of State was told.
    #[serde(default)]
    pub secretary_of_state_told: When,
}

/// The review is stopped. Words: `reason`, `learning` (what is kept).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Discontinuation {
    /// When the Panel was told.
    #[serde(default)]
    pub panel_told: When,
}

/// Another reviewer takes over. Words: `who`, `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewerReplaced {
    /// The new reviewer, where they use this service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<PersonId>,
}

/// The partners checked time and quality (reg. 14). Words: `comment`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MonitoringCheck {
    /// Whether it is on time.
    #[serde(default)]
    pub on_time: bool,
    /// Whether the quality is satisfactory.
    #[serde(default)]
    pub good_quality: bool,
}

/// A version of the LCSPR report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The number of the version, from 1.
    pub version: u16,
    /// The digest of its text.
    pub digest: ReportDigest,
    /// The day by which comments are wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comments_due: Option<NaiveDate>,
}

/// Comments or a fact check on a draft. Words: `comment`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftComment {
    /// The number of the version they are about.
    pub version: u16,
    /// The agency that commented; none where the partners did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<OrganisationId>,
    /// Whether this is the check of facts.
    #[serde(default)]
    pub fact_check: bool,
}

/// Contact with the family. Words: `who`, `text`, `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FamilyContact {
    /// How far it has come.
    pub contact: Contact,
    /// When it is looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<NaiveDate>,
}

/// An event with practitioners. Words: `text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PractitionerEvent {
    /// How many practitioners came.
    pub attended: u16,
}

/// The final version, signed off by the three partners.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinalReport {
    /// The number of the version.
    pub version: u16,
    /// Whether it summarises the improvements it recommends.
    #[serde(default)]
    pub improvements: bool,
    /// Whether it analyses why actions were taken or not taken.
    #[serde(default)]
    pub reasons: bool,
}
