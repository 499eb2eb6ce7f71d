//! The letter as a record.

use chrono::{DateTime, Utc};

use crate::kind::Kind;
use crate::letterhead::Letterhead;
use crate::letters::{
    AccessChanged, AccessEnded, AccountMade, AnswerReopened, DecisionRecordedForYou, DecisionWanted, Digest,
    InformationDue, InformationNeeded, MoreInformationNeeded, NotDelivered, PartnersDecided, Reminder,
    SignInDetailsChanged, SignInLink, Trial, Written,
};
use crate::parts::{EmailAddress, MessageKey, StaffName};
use crate::rendered::Rendered;

/// One letter to one person.
#[derive(Clone, Debug)]
pub struct Letter {
    /// What makes it the same letter when it is sent again.
    pub key: MessageKey,
    /// When it was written: its `Date`.
    pub written: DateTime<Utc>,
    /// Where it goes.
    pub to: EmailAddress,
    /// Whom it greets.
    pub name: StaffName,
    /// What it says.
    pub contents: Contents,
}

impl Letter {
    /// Which letter it is.
    pub fn kind(&self) -> Kind {
        self.contents.kind()
    }

    /// The letter in words, on a letterhead.
    pub fn render(&self, head: &Letterhead) -> Rendered {
        self.contents.render(&self.name, head)
    }
}

/// What letters can say. A new letter is a file of its own in `letters/`, two templates and a variant here.
#[derive(Clone, Debug)]
pub enum Contents {
    /// A link to sign in with was asked for.
    SignInLink(SignInLink),
    /// An account was made.
    AccountMade(AccountMade),
    /// A new device, or another address.
    SignInDetailsChanged(SignInDetailsChanged),
    /// Somebody may no longer use the service.
    AccessEnded(AccessEnded),
    /// Who can open cases has changed.
    AccessChanged(AccessChanged),
    /// A partner's decision is asked for.
    DecisionWanted(DecisionWanted),
    /// A partner needs more information first.
    MoreInformationNeeded(MoreInformationNeeded),
    /// A decision was recorded for somebody.
    DecisionRecordedForYou(DecisionRecordedForYou),
    /// The partners have decided, or differ.
    PartnersDecided(PartnersDecided),
    /// An agency is asked for information.
    InformationNeeded(InformationNeeded),
    /// An agency has not answered yet.
    InformationDue(InformationDue),
    /// More is asked of an agency.
    AnswerReopened(AnswerReopened),
    /// What somebody is reminded of.
    Reminder(Reminder),
    /// What is due for somebody.
    Digest(Digest),
    /// An email was not delivered.
    NotDelivered(NotDelivered),
    /// One of the others, as an example.
    Example(Example),
    /// Whether mail arrives.
    Trial(Trial),
}

impl Contents {
    /// Which letter it is.
    pub fn kind(&self) -> Kind {
        self.written().kind()
    }

    /// What it says to somebody, on a letterhead.
    pub fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered {
        self.written().render(name, head)
    }

    fn written(&self) -> &dyn Written {
        match self {
            Self::SignInLink(letter) => letter,
            Self::AccountMade(letter) => letter,
            Self::SignInDetailsChanged(letter) => letter,
            Self::AccessEnded(letter) => letter,
            Self::AccessChanged(letter) => letter,
            Self::DecisionWanted(letter) => letter,
            Self::MoreInformationNeeded(letter) => letter,
            Self::DecisionRecordedForYou(letter) => letter,
            Self::PartnersDecided(letter) => letter,
            Self::InformationNeeded(letter) => letter,
            Self::InformationDue(letter) => letter,
            Self::AnswerReopened(letter) => letter,
            Self::Reminder(letter) => letter,
            Self::Digest(letter) => letter,
            Self::NotDelivered(letter) => letter,
            Self::Example(letter) => letter,
            Self::Trial(letter) => letter,
        }
    }
}

/// Any letter, marked as an example so that nobody does what it says: for whoever wants to see it in a mailbox.
#[derive(Clone, Debug)]
pub struct Example(pub Box<Contents>);

impl Written for Example {
    fn kind(&self) -> Kind {
        self.0.kind()
    }

    fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered {
        let Rendered { subject, text, html } = self.0.render(name, head);
        let marked = format!("Example: {subject}");
        let (old, new) = (format!("<title>{subject}"), format!("<title>{marked}"));
        Rendered { subject: marked, text, html: html.replace(&old, &new) }
    }
}
