//! The lifecycle, told as the guidance tells it: given what is recorded, when a step is asked for, then what follows.

mod actions;
mod agencies;
mod alternative_review;
mod children;
mod closing;
mod consideration;
mod corrections;
mod corrections_refused;
mod deaths;
mod decisions;
mod erasure;
mod given;
mod keeping;
mod later_stories;
mod lcspr;
mod lcspr_work;
mod notification;
mod panel;
mod proceedings;
mod publication;
mod rapid_review;
mod reconsidering;
mod referral;
mod review_stories;
mod stories;
mod submission;
