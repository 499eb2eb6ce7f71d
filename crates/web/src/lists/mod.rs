//! What the lists of cases, dates and actions have in common.

pub(crate) mod case_url;
pub(crate) mod csv;
pub(crate) mod due_item;
