//! The serious incident notification: the children, what is sent and to whom, and the deaths that need no rapid review.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::Event;
use crate::fact::Fact;
use crate::rejection::Problems;
use crate::terms::{Abuse, Harm, Partner, YesNo, codes};
use crate::{Case, Command, Setting};
use crate::{OrganisationId, PartnershipId, PersonId, When};

codes! {
    /// The age bands of the national figures.
    AgeBand {
        /// Unborn.
        Unborn = "unborn",
        /// Under 1.
        UnderOne = "under 1",
        /// 1 to 5.
        OneToFive = "1 to 5",
        /// 6 to 10.
        SixToTen = "6 to 10",
        /// 11 to 15.
        ElevenToFifteen = "11 to 15",
        /// 16 to 17.
        SixteenToSeventeen = "16 to 17",
        /// 18 to 24.
        EighteenToTwentyFour = "18 to 24",
        /// Not known.
        NotKnown = "not known",
    }
    /// As the national form asks it.
    Sex {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
        /// Not known.
        NotKnown = "not known",
    }
    /// The harmonised groups of the census for England and Wales.
    Ethnicity {
        /// White: English, Welsh, Scottish, Northern Irish or British.
        WhiteBritish = "White: English, Welsh, Scottish, Northern Irish or British",
        /// White: Irish.
        WhiteIrish = "White: Irish",
        /// White: Gypsy or Irish Traveller.
        GypsyOrTraveller = "White: Gypsy or Irish Traveller",
        /// White: Roma.
        Roma = "White: Roma",
        /// Any other White background.
        WhiteOther = "any other White background",
        /// Mixed: White and Black Caribbean.
        WhiteAndBlackCaribbean = "mixed: White and Black Caribbean",
        /// Mixed: White and Black African.
        WhiteAndBlackAfrican = "mixed: White and Black African",
        /// Mixed: White and Asian.
        WhiteAndAsian = "mixed: White and Asian",
        /// Any other mixed or multiple background.
        MixedOther = "any other mixed or multiple background",
        /// Asian or Asian British: Indian.
        Indian = "Asian or Asian British: Indian",
        /// Asian or Asian British: Pakistani.
        Pakistani = "Asian or Asian British: Pakistani",
        /// Asian or Asian British: Bangladeshi.
        Bangladeshi = "Asian or Asian British: Bangladeshi",
        /// Asian or Asian British: Chinese.
        Chinese = "Asian or Asian British: Chinese",
        /// Any other Asian background.
        AsianOther = "any other Asian background",
        /// Black: Caribbean.
        BlackCaribbean = "Black: Caribbean",
        /// Black: African.
        BlackAfrican = "Black: African",
        /// Any other Black background.
        BlackOther = "any other Black background",
        /// Arab.
        Arab = "Arab",
        /// Any other ethnic group.
        AnyOther = "any other ethnic group",
        /// Not known yet.
        NotKnown = "not known yet",
    }
}

/// A child of the case, in facts that do not identify anyone. Words: `pseudonym`, `comment`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Child {
    /// The number of the child within the case, from 1. The first is the one the national figures count.
    pub number: u8,
    /// The age band.
    pub age_band: AgeBand,
    /// The sex.
    pub sex: Sex,
    /// The ethnic group.
    pub ethnicity: Ethnicity,
    /// Whether the child is disabled.
    pub disability: YesNo,
    /// Whether the child is looked after.
    pub looked_after: YesNo,
    /// Whether the person is a care leaver.
    #[serde(default)]
    pub care_leaver: bool,
    /// Whether there was a child in need plan.
    pub child_in_need: YesNo,
    /// Whether there was a child protection plan.
    pub protection_plan: YesNo,
    /// Whether any agency knew the family.
    pub known_to_agencies: YesNo,
    /// What happened to this child.
    pub harm: Harm,
}

/// Who a child is. The name and date of birth are a [`PersonId`] here and are held apart from the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentifiedChild {
    /// The number of the child.
    pub child: u8,
    /// The person.
    pub person: PersonId,
}

/// The name and date of birth of a person, on their way to where they are held. Never part of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The full name.
    pub name: String,
    /// The date of birth, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_of_birth: Option<NaiveDate>,
}

/// The other councils and partnerships that are concerned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authorities {
    /// The council where the incident happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<OrganisationId>,
    /// The council where the child lives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home: Option<OrganisationId>,
    /// The council that placed the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placing: Option<OrganisationId>,
    /// Partnerships that may read the case and return information.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub linked: Vec<PartnershipId>,
}

/// The notification was sent to the Panel. Words: `reference`, `decided_by` (the notifier).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notification {
    /// The time of day. It never moves a deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    /// The statutory partners that got a copy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<Partner>,
    /// Other agencies or areas that got a copy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told_others: Vec<OrganisationId>,
}

/// A looked-after child’s death was notified to the Secretary of State and Ofsted; neither abuse nor neglect is known or suspected, so no rapid review follows. Words: `decided_by`, `reference`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookedAfterDeath {
    /// The second limb, which must not be met.
    pub abuse: Abuse,
}

/// A care leaver’s death was notified to the Secretary of State and Ofsted. Words: `decided_by`, `reference`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CareLeaverDeath {
    /// The age at death in years, 18 to 24.
    pub age: u8,
}

/// After sending, it was found that the incident does not meet the criteria. Words: `decided_by`, `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reclassification {
    /// When the Panel was told.
    #[serde(default)]
    pub panel_told: When,
    /// When the Panel acknowledged it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub panel_acknowledged: Option<When>,
}

/// Partners and other areas were told of the incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartiesTold {
    /// The statutory partners told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<Partner>,
    /// Others told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<OrganisationId>,
}

/// Who a child is, as it is asked. The identity goes to the person it names and never into the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentifyChild {
    /// The number of the child.
    pub child: u8,
    /// The person.
    pub person: PersonId,
    /// The name and date of birth.
    pub identity: Identity,
}

/// How the notification stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The children, by number.
    pub children: BTreeMap<u8, Child>,
    /// Who they are.
    pub identified: BTreeMap<u8, PersonId>,
    /// The councils and partnerships concerned.
    pub authorities: Option<Authorities>,
    /// The notification that was sent.
    pub notification: Option<Notification>,
    /// Why it was reclassified.
    pub reclassified: Option<Reclassification>,
}

impl Standing {
    pub(crate) fn apply(&mut self, event: &Event) {
        match &event.fact {
            Fact::ChildAdded(child) => {
                self.children.insert(child.number, child.clone());
            }
            Fact::ChildIdentified(child) => {
                self.identified.insert(child.child, child.person);
            }
            Fact::AuthoritiesNamed(authorities) => self.authorities = Some(authorities.clone()),
            Fact::Notified(notification) => self.notification = Some(notification.clone()),
            Fact::Reclassified(reclassification) => self.reclassified = Some(reclassification.clone()),
            _ => {}
        }
    }
}

/// Checks the steps of this part of a case's life.
pub(crate) fn check(_case: &Case, _command: &Command, _setting: &Setting<'_>, _problems: &mut Problems) {}
