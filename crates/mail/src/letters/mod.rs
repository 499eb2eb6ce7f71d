//! The letters, one file each. A letter is a struct, a subject and two templates with the same words.

mod access_changed;
mod access_ended;
mod account_made;
mod answer_reopened;
mod decision_recorded_for_you;
mod decision_wanted;
mod digest;
mod information_due;
mod information_needed;
mod item;
mod more_information_needed;
mod not_delivered;
mod partners_decided;
mod reminder;
mod sign_in_details_changed;
mod sign_in_link;
mod trial;
mod wanted;
mod wording;

use askama::Template;
use case::terms::Partner;

pub use access_changed::{AccessChange, AccessChanged};
pub use access_ended::AccessEnded;
pub use account_made::AccountMade;
pub use answer_reopened::AnswerReopened;
pub use decision_recorded_for_you::DecisionRecordedForYou;
pub use decision_wanted::DecisionWanted;
pub use digest::Digest;
pub use information_due::InformationDue;
pub use information_needed::InformationNeeded;
pub use item::{Item, Left};
pub use more_information_needed::MoreInformationNeeded;
pub use not_delivered::NotDelivered;
pub use partners_decided::PartnersDecided;
pub use reminder::Reminder;
pub use sign_in_details_changed::{Change, SignInDetailsChanged};
pub use sign_in_link::SignInLink;
pub use trial::Trial;
pub use wanted::Wanted;
pub(crate) use wording::wording;

use crate::kind::Kind;
use crate::letterhead::Letterhead;
use crate::parts::StaffName;
use crate::rendered::Rendered;

/// What every letter can do.
pub(crate) trait Written {
    /// The kind of letter.
    fn kind(&self) -> Kind;

    /// The words of the letter.
    fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered;
}

/// What is around a letter: its subject, its greeting and its letterhead.
struct Page<'a> {
    subject: &'a str,
    name: &'a StaffName,
    head: &'a Letterhead,
}

impl Page<'_> {
    /// The letter with its two templates filled in.
    fn filled(&self, text: &impl Template, html: &impl Template) -> Rendered {
        let sure = "a template writes to memory, which does not fail";
        Rendered {
            subject: self.subject.to_owned(),
            text: text.render().expect(sure),
            html: html.render().expect(sure),
        }
    }
}

/// A statutory partner in a subject, where there is little room.
fn short(partner: Partner) -> &'static str {
    match partner {
        Partner::Council => "council",
        Partner::Icb => "integrated care board",
        Partner::Police => "police",
    }
}
