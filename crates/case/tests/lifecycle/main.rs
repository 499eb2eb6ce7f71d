//! The lifecycle, told as the guidance tells it: given what is recorded, when a step is asked for, then what follows.

mod agencies;
mod consideration;
mod given;
mod keeping;
mod notification;
mod stories;
