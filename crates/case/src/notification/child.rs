//! The children of a case, in facts that identify nobody, and who they are.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::PersonId;
use crate::terms::{Harm, YesNo, codes};

codes! {
    /// The age bands of the national figures.
    AgeBand {
        Unborn = "unborn",
        UnderOne = "under 1",
        OneToFive = "1 to 5",
        SixToTen = "6 to 10",
        ElevenToFifteen = "11 to 15",
        SixteenToSeventeen = "16 to 17",
        EighteenToTwentyFour = "18 to 24",
        NotKnown = "not known",
    }
    /// The sexes the national form asks for.
    Sex {
        Female = "female",
        Male = "male",
        NotKnown = "not known",
    }
    /// The harmonised groups of the census for England and Wales.
    Ethnicity {
        WhiteBritish = "White: English, Welsh, Scottish, Northern Irish or British",
        WhiteIrish = "White: Irish",
        GypsyOrTraveller = "White: Gypsy or Irish Traveller",
        Roma = "White: Roma",
        WhiteOther = "any other White background",
        WhiteAndBlackCaribbean = "mixed: White and Black Caribbean",
        WhiteAndBlackAfrican = "mixed: White and Black African",
        WhiteAndAsian = "mixed: White and Asian",
        MixedOther = "any other mixed or multiple background",
        Indian = "Asian or Asian British: Indian",
        Pakistani = "Asian or Asian British: Pakistani",
        Bangladeshi = "Asian or Asian British: Bangladeshi",
        Chinese = "Asian or Asian British: Chinese",
        AsianOther = "any other Asian background",
        BlackCaribbean = "Black: Caribbean",
        BlackAfrican = "Black: African",
        BlackOther = "any other Black background",
        Arab = "Arab",
        AnyOther = "any other ethnic group",
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
    /// The age band: an age in years would say more than the figures need.
    pub age_band: AgeBand,
    /// The sex, as the national form asks for it.
    pub sex: Sex,
    /// The ethnic group, as the national form asks for it.
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
    /// The number of the child within the case.
    pub child: u8,
    /// The person under whose id the name is held.
    pub person: PersonId,
}

/// The name and date of birth of a person, on their way to where they are held. It is never part of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The name in full.
    pub name: String,
    /// The date of birth, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_of_birth: Option<NaiveDate>,
}

/// Who a child is, as somebody enters it. The identity is held with the person it names and never enters the
/// record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentifyChild {
    /// The number of the child within the case.
    pub child: u8,
    /// The person under whose id the name is held.
    pub person: PersonId,
    /// The name and date of birth.
    pub identity: Identity,
}
