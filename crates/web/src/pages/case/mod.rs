//! The pages of one case.

pub(crate) mod close;
pub(crate) mod correct;
pub(crate) mod deadline;
pub(crate) mod deadlines;
pub(crate) mod delay;
pub(crate) mod emails;
pub(crate) mod entry;
pub(crate) mod history;
mod next;
pub(crate) mod overview;
pub(crate) mod print;
pub(crate) mod reopen;
pub(crate) mod retitle;
pub(crate) mod strike_out;
#[cfg(test)]
mod tests;
