//! The program as people run it: its commands, what they print and how they end.

#[macro_use]
mod harness;
mod count;
mod help;
