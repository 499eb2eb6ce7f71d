//! The list of letters.

use crate::letters::wording;

/// Which letter it is, for the timeline and the names of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// E01
    SignInLink,
    /// E02
    AccountMade,
    /// E03
    SignInDetailsChanged,
    /// E04
    AccessEnded,
    /// E41
    AccessChanged,
    /// E14
    DecisionWanted,
    /// E17
    MoreInformationNeeded,
    /// E18
    DecisionRecordedForYou,
    /// E19
    PartnersDecided,
    /// E08
    InformationNeeded,
    /// E09, and E10 where it is late
    InformationDue,
    /// E11
    AnswerReopened,
    /// One reminder, E05 to E34.
    Reminder(case::reminders::Kind),
    /// Several reminders together.
    Reminders,
    /// None of the list: it shows that mail arrives.
    Trial,
}

impl Kind {
    /// Its number in the list of letters, such as `E01`.
    pub fn number(self) -> &'static str {
        match self {
            Self::SignInLink => "E01",
            Self::AccountMade => "E02",
            Self::SignInDetailsChanged => "E03",
            Self::AccessEnded => "E04",
            Self::AccessChanged => "E41",
            Self::DecisionWanted => "E14",
            Self::MoreInformationNeeded => "E17",
            Self::DecisionRecordedForYou => "E18",
            Self::PartnersDecided => "E19",
            Self::InformationNeeded => "E08",
            Self::InformationDue => "E09",
            Self::AnswerReopened => "E11",
            Self::Reminder(kind) => wording(kind).number,
            Self::Reminders => "E06-E34",
            Self::Trial => "E00",
        }
    }
}
