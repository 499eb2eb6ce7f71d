//! Any letter as an example, sent by somebody who wants to see what it looks like in a mailbox.

use super::Written;
use crate::letter::{Contents, Kind};
use crate::letterhead::Letterhead;
use crate::message::Rendered;
use crate::parts::StaffName;

/// A letter that is marked as an example, so that nobody does what it says.
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
