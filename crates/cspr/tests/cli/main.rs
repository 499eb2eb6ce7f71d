//! The program as people run it: its commands, what they print and how they end.
#![cfg(test)]

#[macro_use]
mod harness;
mod clocks;
mod count;
mod examples;
mod export;
mod given;
mod help;
mod import;
mod invite;
mod record;
mod serve;
mod sight;
mod spoiled;
