//! What is around every page: title, navigation, who is signed in, and what the page before wanted to say.

mod frame;
mod shell;

pub(crate) use frame::Section;
pub(crate) use shell::{Before, NavItem, PrintFooter, SessionEnd, Shell, Visitor};
