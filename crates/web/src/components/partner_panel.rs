//! What the three statutory partners have decided.

use askama::Template;

/// How far a partner has come with a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartnerState {
    /// The partner agrees with all recommendations.
    Agrees,
    /// With one or more of them it does not.
    DoesNotAgree,
    /// The partner needs more information first.
    NeedsMore,
    /// No decision of the partner is recorded.
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

/// The card of one partner.
#[derive(Clone, Debug)]
pub struct PartnerCard {
    /// "Council", "NHS integrated care board" or "Police".
    pub name: String,
    /// How far the partner has come.
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

    /// Adds the card of another partner.
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
