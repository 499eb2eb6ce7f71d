//! What can go wrong when a letter is sent, told apart by what it means for the letter.

use std::fmt;

/// What became of a letter that could not be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server did not accept it. It may accept the same letter later.
    Temporary,
    /// It was refused for good: sending it again gives the same answer.
    Permanent,
    /// It was handed over and no answer came. It may have arrived, so sending it again may double it.
    Unclear,
}

/// How far a letter had come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The message was being written.
    Writing,
    /// The server was being reached, up to its greeting.
    Connecting,
    /// The connection was being made private.
    Securing,
    /// The service was signing in to the server.
    SigningIn,
    /// The server was given the sender’s address.
    Sender,
    /// The server was given the recipient’s address.
    Recipient,
    /// The server was given notice of the letter.
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

    /// The same error, with whether the server said so itself and the conversation can go on.
    pub(crate) fn with_answer(self, answered: bool) -> Self {
        Self { answered, ..self }
    }

    /// Whether the server said so itself.
    pub(crate) fn answered(&self) -> bool {
        self.answered
    }

    /// A letter that could not be written as a message. The parts it is made of rule that out.
    pub(crate) fn unwritable(error: &lettre::error::Error) -> Self {
        Self::new(Outcome::Permanent, Stage::Writing, error.to_string())
    }

    /// What the error means for the letter.
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// How far the letter had come. Up to [`Stage::Sender`] the fault is in the settings or the server, and other
    /// letters would fail in the same way.
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
