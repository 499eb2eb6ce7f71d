//! The rapid review: scope, safety, meeting, the four questions, the report and its way to the Panel.

mod check;
mod section;
mod standing;
mod submission;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::terms::{Partner, codes};
use crate::{OrganisationId, ReportDigest, When};

pub(crate) use check::check;
pub use standing::Standing;

codes! {
    /// Whether something in the case is complex or of national importance.
    Significance {
        Yes = "yes",
        No = "no",
        Unsure = "unsure",
    }
    /// A section of the rapid review report, written while the review goes on.
    Section {
        /// The account of the incident, its context and the child’s experience.
        Facts = "facts and context",
        /// What was learnt, and good practice.
        Learning = "learning and good practice",
        /// How identity and inequality shaped the family’s experience.
        Equality = "equality and identity",
        /// Whether something is complex or of national importance.
        NationalSignificance = "recommendation on national significance",
        /// Whether to carry out an LCSPR.
        Lcspr = "recommendation on an LCSPR",
        /// What agencies and the partnership do now.
        Actions = "actions now",
    }
}

/// The rapid review is opened. Words: `scope` where the period is not known, `reason` where the executives were not told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RapidReview {
    /// The start of the period asked for.
    #[serde(default)]
    pub scope_from: When,
    /// The end of the period asked for.
    #[serde(default)]
    pub scope_to: When,
    /// When agency summaries are wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returns_due: Option<NaiveDate>,
    /// Whether the executive partners and the chair were told.
    #[serde(default)]
    pub executives_told: bool,
}

/// The multi-agency meeting was held. Words: `facts`, `learning`, `dissent`, `comment` where a partner was absent,
/// `reason` where safety was not checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// The statutory partners who were there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub present: Vec<Partner>,
    /// The other agencies that were there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agencies: Vec<OrganisationId>,
    /// Whether the immediate safety of the child and of siblings was checked.
    #[serde(default)]
    pub safety_checked: bool,
}

/// A section of the report, as it reads from now on. Words by section: `account`, `facts`, `analysis`, `childs_experience`; `learning`, `good_practice`; `equality`; `national_significance`; `lcspr_reason`, `scope`, `key_lines`; `actions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionWritten {
    /// Which section it is.
    pub section: Section,
    /// Whether its writer says that it is complete.
    #[serde(default)]
    pub complete: bool,
    /// In the section on national significance: whether a national review is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub national: Option<Significance>,
    /// In the section on an LCSPR: whether it is recommended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lcspr: Option<bool>,
    /// The start of the period that an LCSPR should look at.
    #[serde(default)]
    pub scope_from: When,
    /// The end of the period that an LCSPR should look at.
    #[serde(default)]
    pub scope_to: When,
}

/// A version of the rapid review report with the four questions answered. Words: `national_significance`, `lcspr_reason`, `good_practice`, `actions`, and `scope` where an LCSPR is recommended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// The number of the version, from 1.
    pub version: u16,
    /// The digest of its text.
    pub digest: ReportDigest,
    /// Whether a national review is needed.
    pub national: Significance,
    /// Whether an LCSPR is recommended.
    #[serde(default)]
    pub lcspr: bool,
    /// How many recommendations it puts to the partners.
    pub recommendations: u8,
}

/// The report is put to the three statutory partners for their decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// The number of the version put to them.
    pub version: u16,
    /// When the decisions are wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decide_by: Option<NaiveDate>,
}

/// A partner sends the report back to the meeting. Words: `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentBack {
    /// The partner who sends it back.
    pub partner: Partner,
}

/// The report was sent to the Panel. Words: `reason` where a partner has not decided or does not agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Submission {
    /// The number of the version sent.
    pub version: u16,
    /// Whether it was sent although a partner has not decided: the law sets the deadline.
    #[serde(default)]
    pub without_all_partners: bool,
}
