//! Import files: checked completely before anything of them is written.

mod fault;
mod key;
mod line;
mod lines;
mod tell;

pub(crate) use key::{Key, resolve};
