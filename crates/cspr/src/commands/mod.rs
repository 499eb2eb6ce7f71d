//! What the program can be told to do, one file for each command.

mod count;
pub(crate) mod steps;

use std::io::Write;

use clap::Subcommand;

use crate::settings::Settings;

/// The commands of `cspr`.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Count working days or months from a date, and show the working
    Count(count::Count),
    /// List the steps of a case's life and what each of them asks for
    Steps(steps::Steps),
}

impl Command {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        match self {
            Self::Count(count) => count.run(settings, out).await,
            Self::Steps(steps) => steps.run(out),
        }
    }
}
