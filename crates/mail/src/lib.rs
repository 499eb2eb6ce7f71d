//! Letters and how they are sent.
//!
//! A [`Letter`] has an address, a stable key, the time it was written, and one of the [`Contents`]. Each of these
//! has room for names of staff, dates and a link, and none has room for anything about a child, so nothing of a
//! case can be sent by mistake. A [`Letterhead`] is what all letters of an installation have in common. A
//! [`Mailer`] puts a letter on its letterhead and sends it by SMTP, into a directory, or into memory for a test.
//!
//! [`Reminders`] makes the reminders of a record and sends them. A pass computes which should exist by now. Sending
//! claims those whose time has come, asks again whether they are still true, and hands over one letter for each
//! person.
//!
//! Nothing here reads a clock or makes an id: a repeated letter is the same letter, with the same `Message-ID`.

mod bounces;
mod error;
mod examples;
mod files;
mod kind;
mod letter;
mod letterhead;
mod letters;
mod mailer;
mod memory;
mod message;
mod notice;
mod parts;
mod reconciler;
mod reminders;
mod rendered;
mod schedules;
mod sender;
mod smtp;
mod transport;
mod verdict;
mod words;

pub use bounces::{Bounced, Mailbox};
pub use error::{Outcome, SendError, Stage};
pub use examples::examples;
pub use files::Files;
pub use kind::Kind;
pub use letter::{Contents, Example, Letter};
pub use letterhead::Letterhead;
pub use letters::{
    AccessChange, AccessChanged, AccessEnded, AccountMade, AnswerReopened, Change, DecisionRecordedForYou,
    DecisionWanted, Digest, InformationDue, InformationNeeded, Item, Left, MoreInformationNeeded,
    NotDelivered, PartnersDecided, Reminder, SignInDetailsChanged, SignInLink, Trial, Wanted,
};
pub use mailer::Mailer;
pub use memory::{Memory, Sent};
pub use notice::{Notice, Source};
pub use parts::{CaseName, EmailAddress, LinkPath, MessageKey, StaffName, Unfit};
pub use reconciler::Pass;
pub use reminders::Reminders;
pub use rendered::Rendered;
pub use sender::Sending;
pub use smtp::{Smtp, Timeouts};
pub use transport::{BadAddress, Transport};
