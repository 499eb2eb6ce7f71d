//! Who is signed in, on which device, and what travels with them from one page to the next.

pub(crate) mod client;
pub(crate) mod cookie;
pub(crate) mod device;
pub(crate) mod flash;
pub(crate) mod held_form;
pub(crate) mod visitor;

pub(crate) use flash::Flash;
pub use visitor::SignedIn;
pub(crate) use visitor::*;
