//! Forms: what is asked, how the answers are read, kept and put back, and how what they ask for is recorded.

pub(crate) mod asked;
pub(crate) mod case_form;
pub(crate) mod common;
pub(crate) mod correction;
pub(crate) mod data;
pub(crate) mod date_input;
pub(crate) mod draft;
pub(crate) mod dry_run;
pub(crate) mod email_preview;
pub(crate) mod errors;
mod filter;
pub(crate) mod merge;
pub(crate) mod page;
pub(crate) mod page_form;
pub(crate) mod parse;
pub(crate) mod question;
mod questions;
pub(crate) mod record;
pub(crate) mod request;
pub(crate) mod time_input;

pub(crate) use case_form::{Form, Intro, Page, Recording};
pub(crate) use data::Answers;
pub(crate) use errors::Problems;
pub(crate) use filter::Filter;
pub(crate) use page_form::PageForm;
pub(crate) use questions::{Questions, Read, Said};
