//! Histories from elsewhere. Every line of a file is checked, and the file is written whole or not at all.

mod cases;
mod fault;
pub mod json;
mod key;
mod line;
mod lines;
mod others;
mod pass;
mod replay;
mod take_in;
mod there;

pub use fault::Faults;
pub use key::{id_of, resolve};
pub use line::{EndLine, ExportLine};
pub use pass::{Import, Stop, Summary};
pub use take_in::{Progress, check, take_in};
