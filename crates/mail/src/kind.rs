//! The kinds of letters.

use crate::letters::wording;

/// Which letter it is, for the timeline and the names of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// E01: a link to sign in with.
    SignInLink,
    /// E02: an account was made.
    AccountMade,
    /// E03: a new device, or another address.
    SignInDetailsChanged,
    /// E04: somebody may no longer use the service.
    AccessEnded,
    /// E41: who can open cases has changed.
    AccessChanged,
    /// E14: a partner’s decision is asked for.
    DecisionWanted,
    /// E17: a partner needs more information first.
    MoreInformationNeeded,
    /// E18: a decision was recorded for somebody.
    DecisionRecordedForYou,
    /// E19: the partners have decided, or differ.
    PartnersDecided,
    /// E08: an agency is asked for information.
    InformationNeeded,
    /// E09, and E10 where it is late: an agency has not answered yet.
    InformationDue,
    /// E11: more is asked of an agency.
    AnswerReopened,
    /// E05 to E34: one reminder that has no letter of its own.
    Reminder(case::reminders::Kind),
    /// Several reminders in one letter.
    Reminders,
    /// A letter without a number, which shows that mail arrives.
    Trial,
}

impl Kind {
    /// The number in the list of letters, such as `E01`.
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
