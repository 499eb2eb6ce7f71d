//! The children of a case, in facts that identify nobody, and who they are.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::PersonId;
use crate::terms::{Harm, YesNo, codes};

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

/// A child of the case, in facts that do not identify anyone. Words: `pseudonym`, `comment` (the background in the family’s own words), `text` (how
/// ethnicity, culture, language and faith might have affected the child’s experience).
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
