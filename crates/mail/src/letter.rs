//! A letter as a value.

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
    /// What identifies the letter, so that it is the same when it is sent again.
    pub key: MessageKey,
    /// When it was written, which becomes its `Date`.
    pub written: DateTime<Utc>,
    /// The address it is sent to.
    pub to: EmailAddress,
    /// The name in its greeting.
    pub name: StaffName,
    /// What it is about, with what it says of it.
    pub contents: Contents,
}

impl Letter {
    /// The kind of letter.
    pub fn kind(&self) -> Kind {
        self.contents.kind()
    }

    /// The words of the letter, on a letterhead.
    pub fn render(&self, head: &Letterhead) -> Rendered {
        self.contents.render(&self.name, head)
    }
}

/// What a letter can be about. A new one is a file of its own in `letters/`, two templates and a variant here.
#[derive(Clone, Debug)]
pub enum Contents {
    /// A link to sign in with was asked for.
    SignInLink(SignInLink),
    /// Somebody was given an account.
    AccountMade(AccountMade),
    /// Somebody signed in on a new device, or has another address.
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
    /// Any of the others, marked as an example.
    Example(Example),
    /// A letter that shows that mail arrives.
    Trial(Trial),
}

impl Contents {
    /// The kind of letter.
    pub fn kind(&self) -> Kind {
        self.written().kind()
    }

    /// The words of the letter to somebody, on a letterhead.
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

/// Any letter, marked as an example so that nobody acts on it: to see it in a mailbox.
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
