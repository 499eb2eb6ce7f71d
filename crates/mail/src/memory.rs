//! Letters kept in memory, for tests.

use std::sync::{Arc, Mutex, PoisonError};

use crate::kind::Kind;
use crate::letter::Letter;
use crate::letterhead::Letterhead;
use crate::rendered::Rendered;

/// A letter that was sent into memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The kind of letter.
    pub kind: Kind,
    /// The address it went to.
    pub to: String,
    /// The words of the letter.
    pub words: Rendered,
    /// The first link in the letter, in full.
    pub link: Option<String>,
}

/// Keeps letters in the order in which they were sent. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Memory(Arc<Mutex<Vec<Sent>>>);

impl Memory {
    /// All letters sent so far.
    pub fn sent(&self) -> Vec<Sent> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn keep(&self, letter: &Letter, head: &Letterhead) {
        let words = letter.render(head);
        let link = words.text.lines().find(|line| line.starts_with(head.origin())).map(str::to_owned);
        let sent = Sent { kind: letter.kind(), to: letter.to.to_string(), words, link };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(sent);
    }
}
