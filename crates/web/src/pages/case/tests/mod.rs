//! The pages of one case, as its readers see them.

mod close;
mod correct;
mod deadline;
mod deadlines;
mod delay;
mod emails;
mod history;
mod next;
mod overview;
mod print;
mod reopen;
mod retitle;
mod strike_out;
