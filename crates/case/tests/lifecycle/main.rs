//! The lifecycle, told as the guidance tells it: given what is recorded, when a step is asked for, then what follows.

mod agencies;
mod alternative_review;
mod children;
mod consideration;
mod corrections;
mod corrections_refused;
mod deaths;
mod erasure;
mod given;
mod keeping;
mod notification;
mod referral;
mod stories;
