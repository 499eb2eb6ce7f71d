//! The `cspr` program: settings, wiring and operator commands.

mod clock;
mod commands;
mod examples;
mod facts;
mod log;
mod names;
mod nearest;
mod output;
mod post;
mod record;
mod reminding;
mod service;
mod settings;
mod shape;
mod step;
mod table;
mod visible;
mod words;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use tokio::runtime::Builder;

use crate::commands::Command;
use crate::settings::Settings;
use crate::visible::{Visible, visible};

/// Keeps the record of child safeguarding practice reviews: what is due, when, and why that date.
#[derive(Parser)]
#[command(name = "cspr", version, arg_required_else_help = true, max_term_width = 100)]
struct Program {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    let program = Program::parse();
    match run(&program) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads our output has seen enough, as in `cspr cases | head`.
        Err(error) if output::is_closed(&error) => ExitCode::SUCCESS,
        Err(error) => {
            log::say(&format!("cspr: {}", visible(&format!("{error:#}"))));
            ExitCode::FAILURE
        }
    }
}

fn run(program: &Program) -> anyhow::Result<()> {
    let mut runtime =
        if program.command.serves() { Builder::new_multi_thread() } else { Builder::new_current_thread() };
    let runtime = runtime.enable_all().build()?;
    let mut out = Visible(io::BufWriter::new(io::stdout().lock()));
    runtime.block_on(async {
        let done = program.command.run(&program.settings, &mut out).await;
        program.settings.close().await;
        done
    })?;
    Ok(out.flush()?)
}
