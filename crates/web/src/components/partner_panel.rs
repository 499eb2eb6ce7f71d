//! What the three statutory partners have decided.

use askama::Template;

/// Where a partner stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartnerState {
    /// With all recommendations.
    Agrees,
    /// With one or more of them it does not.
    DoesNotAgree,
    /// It asked something first.
    NeedsMore,
    /// Nothing has come yet.
    NotRecorded,
}

impl PartnerState {
    /// The words on the card.
    pub fn words(self) -> &'static str {
        match self {
            Self::Agrees => "Agrees",
            Self::DoesNotAgree => "Does not agree",
            Self::NeedsMore => "Needs more information",
            Self::NotRecorded => "Not recorded yet",
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::DoesNotAgree => "differs",
            Self::NeedsMore => "asks",
            Self::NotRecorded => "waiting",
        }
    }
}

/// One partner.
#[derive(Clone, Debug)]
pub struct PartnerCard {
    /// "Council", "NHS integrated care board" or "Police".
    pub name: String,
    /// Where it stands.
    pub state: PartnerState,
    /// Who and when, a line each.
    pub lines: Vec<String>,
    /// Words and address of the one link.
    pub link: Option<(String, String)>,
}

/// Three equal cards, always in the order council, NHS integrated care board, police.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/partner_panel.html")]
#[must_use]
pub struct PartnerPanel {
    cards: Vec<PartnerCard>,
    heading: Option<String>,
}

impl PartnerPanel {
    /// No cards yet. The heading counts the decisions.
    pub fn new() -> Self {
        Self::default()
    }

    /// Other words for the heading.
    pub fn heading(mut self, heading: impl Into<String>) -> Self {
        self.heading = Some(heading.into());
        self
    }

    /// The next partner.
    pub fn card(mut self, card: PartnerCard) -> Self {
        self.cards.push(card);
        self
    }

    fn heading_words(&self) -> String {
        let decided =
            |card: &&PartnerCard| matches!(card.state, PartnerState::Agrees | PartnerState::DoesNotAgree);
        let recorded = self.cards.iter().filter(decided).count();
        self.heading
            .clone()
            .unwrap_or_else(|| format!("Partner decisions: {recorded} of {} recorded", self.cards.len()))
    }
}
