//! What the law leaves open, or nobody is sure of, and a partnership chooses for itself.

use serde::{Deserialize, Serialize};

use super::{Milestones, RulesError};
use crate::RapidReviewFrom;
use crate::reminders::Settings;

/// The choices of a partnership. Where it chooses nothing, the shipped rules hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Choices {
    /// The name of the national body.
    pub national_panel_name: String,
    /// What starts the rapid review’s 15 working days, where it differs from the rule set. It holds for cases whose
    /// rule set is pinned from now on, and moves no clock that runs.
    pub rapid_review_from: Option<RapidReviewFrom>,
    /// Whether the seven working days between sending copies and publishing are clear days, which is one day more.
    pub copies_in_clear_days: bool,
    /// Within how many working days a reply of the Panel is expected, where it differs from the rule set.
    pub panel_reply_working_days: Option<u32>,
    /// The local targets within a rapid review.
    pub milestones: Milestones,
    /// Who is reminded when, and whether letters name the case.
    #[serde(skip_serializing_if = "Settings::is_default")]
    pub reminders: Settings,
}

impl Choices {
    /// Reads choices from TOML, such as `copies_in_clear_days = true`.
    ///
    /// # Errors
    /// When the text cannot be read or names something there is no choice about.
    pub fn from_toml(text: &str) -> Result<Self, RulesError> {
        Ok(toml::from_str(text)?)
    }
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            national_panel_name: "Child Safeguarding Practice Review Panel".to_owned(),
            rapid_review_from: None,
            copies_in_clear_days: false,
            panel_reply_working_days: None,
            milestones: Milestones::shipped().clone(),
            reminders: Settings::default(),
        }
    }
}
