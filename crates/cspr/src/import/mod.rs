//! Import files: every line is checked, and the file is written whole or not at all.

mod cases;
mod fault;
mod key;
mod line;
mod lines;
mod others;
mod pass;
mod tell;
mod there;

pub(crate) use fault::Faults;
pub(crate) use key::{id_of, resolve};
pub(crate) use line::{EndLine, ExportLine};
pub(crate) use pass::{Import, Stop, Summary, go_through};
