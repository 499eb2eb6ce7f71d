//! The pages, one file each: its form, what it does and its tests.

pub(crate) mod access;
pub(crate) mod account;
pub(crate) mod actions;
pub(crate) mod admin;
pub(crate) mod agencies;
pub(crate) mod case;
pub(crate) mod cases;
pub(crate) mod decisions;
pub(crate) mod due;
pub(crate) mod lcspr;
pub(crate) mod my_reviews;
pub(crate) mod new_case;
pub(crate) mod note;
pub(crate) mod notification;
mod offered;
pub(crate) mod panel;
pub(crate) mod partner_decisions;
pub(crate) mod proceedings;
pub(crate) mod public;
pub(crate) mod publication;
pub(crate) mod rapid_review;
pub(crate) mod requests;
pub(crate) mod search;
pub(crate) mod sign_in;
pub(crate) mod sign_in_examples;
pub(crate) mod sign_in_link;
pub(crate) mod sign_out;
