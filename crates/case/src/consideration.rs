//! From the first call to the decision whether the incident must be notified.

mod check;
mod standing;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::terms::{Abuse, Capacity, Harm, Partner, codes};
use crate::{KeyDate, OrganisationId, PartnershipId, PersonId, Stage, When};

pub(crate) use check::check;
pub use standing::Standing;

codes! {
    /// The kind of case, as far as anyone can say when it starts.
    CaseKind {
        SeriousIncident = "serious incident with abuse or neglect known or suspected",
        LookedAfterDeath = "death of a looked-after child, abuse or neglect neither known nor suspected",
        CareLeaverDeath = "death of a care leaver aged 18 to 24",
        LocalLearning = "local learning review, not statutory",
    }
    /// Which council must notify: where the incident happened, or where the child normally lives if it was outside England.
    Locus {
        InArea = "in the area",
        OutsideEngland = "outside England, normally resident in the area",
    }
    /// What is done instead of the statutory route.
    AlternativeKind {
        LocalLearningReview = "local learning review",
        LocalRapidReview = "local rapid review without a notification",
        MultiAgencyAudit = "multi-agency audit",
        SingleAgencyReview = "single-agency review",
        ThematicReview = "local thematic review",
    }
}

/// Somebody asks the partnership to consider an incident. Words: `title` and, where known, `account`, `who` (the
/// referrer), `decided_by` (the senior lead who agreed the referral).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Referral {
    /// The partnership that is asked.
    pub partnership: PartnershipId,
    /// What kind of case it seems to be.
    pub kind: CaseKind,
    /// When the incident happened, as far as it is known.
    #[serde(default)]
    pub incident: When,
    /// When the council became aware of it: the start of the time to notify.
    #[serde(default)]
    pub aware: When,
    /// The time of day, where it is known. It never moves a deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aware_time: Option<NaiveTime>,
    /// When the first agency knew.
    #[serde(default)]
    pub agency_aware: When,
    /// Where it happened, as far as the duty to notify goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locus: Option<Locus>,
    /// The agency that refers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referred_by: Option<OrganisationId>,
}

/// A case that began elsewhere (on paper, in a spreadsheet, in a published report) is taken over at the stage it
/// has reached. Words: `title`, `source`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BroughtIn {
    /// The partnership whose case it is.
    pub partnership: PartnershipId,
    /// What kind of case it is.
    pub kind: CaseKind,
    /// The stage it has reached.
    pub stage: Stage,
    /// When the incident happened, as far as it is known.
    #[serde(default)]
    pub incident: When,
    /// When the council became aware of it.
    #[serde(default)]
    pub aware: When,
    /// Other dates that are known, each as precisely as it is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known: Vec<KnownDate>,
}

/// One date of a case that began elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownDate {
    /// The event the date belongs to.
    pub what: KeyDate,
    /// When that happened.
    #[serde(default)]
    pub on: When,
}

/// The referral is sent to the leads of the council, the board and the police.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consideration {
    /// Other agencies asked for information.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<OrganisationId>,
}

/// What one statutory partner thinks about notifying. The council’s view decides; the others advise. Words:
/// `decided_by`, `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The partner whose view it is.
    pub partner: Partner,
    /// Whether the partner thinks that the criteria are met.
    #[serde(default)]
    pub notifiable: bool,
    /// In what capacity the person speaks for the partner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
}

/// The council decides that the incident must be notified: both limbs are met. Words: `decided_by`, `reason`, and
/// `comment` where the view of the board or the police is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotifiableDecision {
    /// The first limb: did the child die or suffer serious harm?
    pub harm: Harm,
    /// The second limb: is abuse or neglect known or suspected?
    pub abuse: Abuse,
    /// Why it is this council that notifies.
    pub locus: Locus,
    /// The kind of case it turned out to be, where that changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<CaseKind>,
    /// When the council became aware that the incident meets the criteria, where that was later than the incident itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aware: Option<When>,
}

/// The council decides that the criteria are not met. Words: `decided_by`, `reason`, and where they apply `dissent` and
/// `who` (told beside the organisations named).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotNotifiableDecision {
    /// The first limb: did the child die or suffer serious harm?
    pub harm: Harm,
    /// The second limb: is abuse or neglect known or suspected?
    pub abuse: Abuse,
    /// Whether it falls to another council to notify, because the incident happened or the child lives there.
    #[serde(default)]
    pub elsewhere: bool,
    /// The organisations that were told of the decision.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<OrganisationId>,
}

/// Another kind of review takes place. Words: `reason`, `who` (the owner).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlternativeReview {
    /// What is done in place of the statutory route.
    pub kind: AlternativeKind,
    /// The person who sees to it that the review is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
    /// The local due date. No national clock runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
}
