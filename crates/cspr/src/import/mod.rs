//! Import files: checked completely before anything of them is written.

mod cases;
mod fault;
mod key;
mod line;
mod lines;
mod others;
mod pass;
mod tell;
mod there;

pub(crate) use key::{id_of, resolve};
pub(crate) use line::{EndLine, ExportLine};
pub(crate) use pass::{Import, Stop, Summary, go_through};
