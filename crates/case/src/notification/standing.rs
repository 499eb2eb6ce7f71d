//! How the notification stands.

use std::collections::BTreeMap;

use super::{Authorities, Child, Notification, Reclassification};
use crate::PersonId;
use crate::events::{Event, Fact};

/// The children, and what was notified.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The children, by number.
    pub children: BTreeMap<u8, Child>,
    /// The persons the children are, by the number of the child.
    pub identified: BTreeMap<u8, PersonId>,
    /// The councils and partnerships concerned.
    pub authorities: Option<Authorities>,
    /// The notification that was sent.
    pub notification: Option<Notification>,
    /// What was found after the notification, where the criteria are not met after all.
    pub reclassified: Option<Reclassification>,
}

impl Standing {
    pub(crate) fn apply(&mut self, event: &Event) {
        match &event.fact {
            Fact::ChildAdded(child) => {
                self.children.insert(child.number, child.clone());
            }
            Fact::ChildIdentified(child) => {
                self.identified.insert(child.child, child.person);
            }
            Fact::AuthoritiesNamed(authorities) => self.authorities = Some(authorities.clone()),
            Fact::Notified(notification) => self.notification = Some(notification.clone()),
            Fact::Reclassified(reclassification) => self.reclassified = Some(reclassification.clone()),
            _ => {}
        }
    }
}
