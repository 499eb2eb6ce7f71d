//! Ethnicity in two steps: the group of the census, then the background within it.

use std::fmt;

use case::notification::Ethnicity;
use case::terms::Listed;
use serde::{Deserialize, Serialize};

use crate::form::Answers;
use crate::form::asked::code;
use crate::form::question::Offer;
use crate::text::grammar::upper_first;

/// A group of the census for England and Wales.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Group {
    /// White.
    White,
    /// Mixed or multiple ethnic groups.
    Mixed,
    /// Asian or Asian British.
    Asian,
    /// Black, Black British, Caribbean or African.
    Black,
    /// Another ethnic group.
    Other,
    /// Nobody has asked yet, or nobody knows.
    NotKnown,
}

use Ethnicity as E;

/// In the order of the census.
impl Listed for Group {
    const ALL: &'static [Self] =
        &[Self::White, Self::Mixed, Self::Asian, Self::Black, Self::Other, Self::NotKnown];
}

impl Group {
    /// The group that was chosen.
    pub(super) fn chosen(answers: &Answers) -> Option<Self> {
        Self::ALL.iter().copied().find(|group| code(group) == answers.one("group"))
    }

    /// The group of a background.
    pub(super) fn of(background: Ethnicity) -> Self {
        let holds = |group: &&Self| group.backgrounds().contains(&background);
        Self::ALL.iter().find(holds).copied().unwrap_or(Self::NotKnown)
    }

    /// The backgrounds within it.
    fn backgrounds(self) -> &'static [Ethnicity] {
        match self {
            Self::White => &[E::WhiteBritish, E::WhiteIrish, E::GypsyOrTraveller, E::Roma, E::WhiteOther],
            Self::Mixed => {
                &[E::WhiteAndBlackCaribbean, E::WhiteAndBlackAfrican, E::WhiteAndAsian, E::MixedOther]
            }
            Self::Asian => &[E::Indian, E::Pakistani, E::Bangladeshi, E::Chinese, E::AsianOther],
            Self::Black => &[E::BlackCaribbean, E::BlackAfrican, E::BlackOther],
            Self::Other => &[E::Arab, E::AnyOther],
            Self::NotKnown => &[],
        }
    }

    /// The backgrounds to choose from, none of which may be known yet; nothing where there are none.
    pub(super) fn offers(self) -> Option<Vec<Offer>> {
        let backgrounds = self.backgrounds().iter().map(|one| Offer::of(one).labelled(within(*one)));
        let offers = backgrounds.chain([Offer::of(&Ethnicity::NotKnown)]);
        (!self.backgrounds().is_empty()).then(|| offers.collect())
    }

    /// The question for the background.
    pub(super) fn question(self) -> &'static str {
        match self {
            Self::White => "Which of these best describes the child’s White background?",
            Self::Mixed => "Which of these best describes the child’s mixed or multiple background?",
            Self::Asian => "Which of these best describes the child’s Asian background?",
            Self::Black => "Which of these best describes the child’s Black background?",
            Self::Other | Self::NotKnown => "Which of these best describes the child’s background?",
        }
    }
}

/// A background as it is called within its group.
fn within(background: Ethnicity) -> String {
    let label = background.label();
    upper_first(label.split_once(": ").map_or(label, |(_, within)| within))
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::White => "White",
            Self::Mixed => "Mixed or multiple ethnic groups",
            Self::Asian => "Asian or Asian British",
            Self::Black => "Black, Black British, Caribbean or African",
            Self::Other => "Other ethnic group",
            Self::NotKnown => "Not known yet",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_background_is_in_one_group() {
        for background in Ethnicity::ALL {
            let groups = Group::ALL.iter().filter(|group| group.backgrounds().contains(background)).count();
            assert_eq!(groups, usize::from(*background != Ethnicity::NotKnown), "{background}");
        }
        assert_eq!(Group::of(Ethnicity::Arab), Group::Other);
        assert_eq!(within(Ethnicity::Roma), "Roma");
        assert_eq!(within(Ethnicity::AsianOther), "Any other Asian background");
    }
}
