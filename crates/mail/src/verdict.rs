//! What the answers and silences of a mail server mean for a letter.

use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::response::{Response, Severity};

use crate::error::{Outcome, SendError, Stage};

/// What an error at a stage means.
///
/// A permanent refusal before the recipient is named is about the settings or the server, which would refuse every
/// letter. So the letter waits until somebody has mended that.
pub(crate) fn failed(stage: Stage, error: &Error) -> SendError {
    let outcome = match stage {
        Stage::Content if error.status().is_none() => Outcome::Unclear,
        Stage::Recipient | Stage::Announcing | Stage::Content if error.is_permanent() => Outcome::Permanent,
        _ => Outcome::Temporary,
    };
    SendError::new(outcome, stage, reason(stage, error)).with_answer(error.status().is_some())
}

/// What it means that no answer came in time.
pub(crate) fn late(stage: Stage, limit: Duration) -> SendError {
    let outcome = if stage == Stage::Content { Outcome::Unclear } else { Outcome::Temporary };
    SendError::new(outcome, stage, format!("no answer within {limit:?}"))
}

/// Whether a positive answer to a letter says that it was accepted. Anything but a completion leaves it in doubt.
pub(crate) fn accepted(answer: &Response) -> Result<(), SendError> {
    match answer.code().severity {
        Severity::PositiveCompletion => Ok(()),
        _ => Err(SendError::new(
            Outcome::Unclear,
            Stage::Content,
            format!("the server answered {}", answer.code()),
        )),
    }
}

/// What the server said. Once the recipient has been named, its words may repeat the address or the letter, so only
/// its codes are kept.
fn reason(stage: Stage, error: &Error) -> String {
    let Some(code) = error.status() else { return error.to_string() };
    let said = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    match stage {
        Stage::Recipient | Stage::Announcing | Stage::Content => match enhanced(&said) {
            Some(enhanced) => format!("code {code} {enhanced}"),
            None => format!("code {code}"),
        },
        _ => format!("code {code} {}", said.trim()),
    }
}

/// The enhanced status code of RFC 3463 that an answer starts with, such as `5.1.1`.
fn enhanced(said: &str) -> Option<&str> {
    let first = said.split_whitespace().next()?;
    let mut numbers = first.split('.');
    let three = numbers
        .by_ref()
        .take(3)
        .filter(|n| (1..=3).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()));
    (three.count() == 3 && numbers.next().is_none()).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_code_is_taken_for_a_code() {
        assert_eq!(enhanced("5.1.1 <sam@example.org> unknown"), Some("5.1.1"));
        assert_eq!(enhanced("4.7.500 busy"), Some("4.7.500"));
        for other in ["", "sam@example.org", "5.1", "5.1.1.1", "5.a.1", "5.1.1234"] {
            assert_eq!(enhanced(other), None, "{other}");
        }
    }
}
