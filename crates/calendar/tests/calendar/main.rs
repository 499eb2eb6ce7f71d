//! Counting working days, in one program: eight would each have to be linked.

mod common;
mod counting;
mod explanation;
mod file;
mod horizon;
mod months;
mod oracle;
mod properties;
mod published;
mod shipped;
