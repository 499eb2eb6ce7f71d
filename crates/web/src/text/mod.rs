//! How things are said to people.

pub(crate) mod clock;
pub(crate) mod date;
pub(crate) mod due_date;
pub(crate) mod email;
pub(crate) mod entry;
pub(crate) mod entry_kind;
pub(crate) mod entry_text;
pub(crate) mod grammar;
pub(crate) mod phase;
pub(crate) mod reminder;
pub(crate) mod stages;
pub(crate) mod task;
pub(crate) mod word;
pub(crate) mod working;
