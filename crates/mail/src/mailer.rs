//! Sending letters.

use std::fmt;
use std::sync::Arc;

use crate::error::SendError;
use crate::letter::{Contents, Letter};
use crate::letterhead::Letterhead;
use crate::memory::Memory;
use crate::message::message_id;
use crate::parts::{MessageKey, StaffName};
use crate::rendered::Rendered;
use crate::smtp::{Line, Timeouts};
use crate::transport::{BadAddress, Transport};

/// A letterhead and the way in which letters are sent. Clones are cheap and share both.
#[derive(Clone, Debug)]
pub struct Mailer {
    letterhead: Arc<Letterhead>,
    transport: Transport,
}

impl Mailer {
    /// Sends letters on a letterhead by a transport.
    pub fn new(letterhead: Letterhead, transport: Transport) -> Self {
        Self { letterhead: Arc::new(letterhead), transport }
    }

    /// Sends letters on a letterhead to an address of the kinds in [`Transport::from_address`].
    pub fn from_address(address: &str, letterhead: Letterhead) -> Result<Self, BadAddress> {
        Ok(Self::new(letterhead, Transport::from_address(address)?))
    }

    /// Keeps letters in memory, where a test can read them.
    pub fn in_memory(letterhead: Letterhead) -> (Self, Memory) {
        let memory = Memory::default();
        (Self::new(letterhead, Transport::Memory(memory.clone())), memory)
    }

    /// The same mailer with other timeouts for its mail server. Files and memory have none.
    #[must_use]
    pub fn with_timeouts(mut self, timeouts: Timeouts) -> Self {
        if let Transport::Smtp(smtp) = &mut self.transport {
            smtp.timeouts = timeouts;
        }
        self
    }

    /// The words of a letter to somebody, without sending it.
    pub fn preview(&self, name: &StaffName, contents: &Contents) -> Rendered {
        contents.render(name, &self.letterhead)
    }

    /// Sends a letter, and returns when it has been accepted or it is known what became of it.
    ///
    /// If the future is dropped halfway, the letter is in the same doubt as one whose outcome is
    /// [`Outcome::Unclear`](crate::Outcome::Unclear).
    pub async fn send(&self, letter: &Letter) -> Result<(), SendError> {
        let mut batch = self.batch();
        let sent = batch.send(letter).await;
        batch.close().await;
        sent
    }

    /// A batch of letters, sent one after the other over one connection to the mail server.
    pub fn batch(&self) -> Batch<'_> {
        Batch { mailer: self, line: None }
    }

    /// The `Message-ID` of a letter with this key, without its brackets.
    pub fn message_id(&self, key: &MessageKey) -> String {
        message_id(key, &self.letterhead)
    }
}

/// Letters that are sent one after the other.
#[derive(Debug)]
pub struct Batch<'a> {
    mailer: &'a Mailer,
    line: Option<Line<'a>>,
}

impl Batch<'_> {
    /// Sends the next letter, with the same errors as [`Mailer::send`].
    pub async fn send(&mut self, letter: &Letter) -> Result<(), SendError> {
        let head = &self.mailer.letterhead;
        match &self.mailer.transport {
            Transport::Smtp(smtp) => self.line.get_or_insert_with(|| smtp.line()).send(letter, head).await,
            Transport::Files(files) => files.send(letter, head).await,
            Transport::Memory(memory) => {
                memory.keep(letter, head);
                Ok(())
            }
        }
    }

    /// Ends the conversation with the mail server.
    pub async fn close(self) {
        if let Some(line) = self.line {
            line.close().await;
        }
    }
}

/// Where letters are sent, for whoever starts the service.
impl fmt::Display for Mailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.transport.fmt(f)
    }
}
