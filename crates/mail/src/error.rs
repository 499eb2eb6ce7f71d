//! What can go wrong when a letter is sent, told apart by what it means for the letter.

use std::fmt;

/// What became of a letter that could not be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was not taken. The same letter may be taken later.
    Temporary,
    /// It was refused for good: sending it again gives the same answer.
    Permanent,
    /// It was handed over and nothing came back. It may have arrived, so sending it again may double it.
    Unclear,
}

/// How far a letter had come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The letter was being written down.
    Writing,
    /// Reaching the server, up to its greeting.
    Connecting,
    /// Making the connection private.
    Securing,
    /// Signing in to the server.
    SigningIn,
    /// The server was told who the letter is from.
    Sender,
    /// The server was told who the letter is for.
    Recipient,
    /// The server was told that the letter comes next.
    Announcing,
    /// The letter itself was handed over.
    Content,
}

/// A letter that was not sent, or may not have been.
///
/// It names nobody: what a server says about a recipient or a letter is left out, but for its codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendError {
    outcome: Outcome,
    stage: Stage,
    reason: String,
    answered: bool,
}

impl SendError {
    pub(crate) fn new(outcome: Outcome, stage: Stage, reason: impl Into<String>) -> Self {
        Self { outcome, stage, reason: reason.into(), answered: false }
    }

    /// The same where the server said so itself, and can be spoken to further.
    pub(crate) fn with_answer(self, answered: bool) -> Self {
        Self { answered, ..self }
    }

    /// Whether the server said so itself.
    pub(crate) fn answered(&self) -> bool {
        self.answered
    }

    /// A letter that could not be written down, which its parts rule out.
    pub(crate) fn unwritable(error: &lettre::error::Error) -> Self {
        Self::new(Outcome::Permanent, Stage::Writing, error.to_string())
    }

    /// What it means for the letter.
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// How far the letter had come. Up to [`Stage::Sender`] the fault is in the settings or the server, and other
    /// letters meet it too.
    pub fn stage(&self) -> Stage {
        self.stage
    }
}

impl fmt::Display for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let during = match self.stage {
            Stage::Writing => "the letter could not be written",
            Stage::Connecting => "the mail server could not be reached",
            Stage::Securing => "no private connection to the mail server",
            Stage::SigningIn => "the mail server did not let us sign in",
            Stage::Sender => "the mail server does not take letters from this address",
            Stage::Recipient => "the mail server does not take letters for the recipient",
            Stage::Content if self.outcome == Outcome::Unclear => {
                "the letter was handed over, and whether it was taken is not known"
            }
            Stage::Announcing | Stage::Content => "the mail server did not take the letter",
        };
        write!(f, "{during}: {}", self.reason)
    }
}

impl std::error::Error for SendError {}
