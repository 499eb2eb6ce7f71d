//! The program as a user runs it: how long it takes to start, and how much memory it takes of its own.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, thread};

use anyhow::{Context, ensure};

/// How long one run of `cspr` takes, from start to exit.
pub(crate) fn run_time(cspr: &Path, arguments: &[&str]) -> anyhow::Result<Duration> {
    let start = Instant::now();
    let status = command(cspr, arguments).status().context("cspr does not start")?;
    ensure!(status.success(), "cspr {} failed", arguments.join(" "));
    Ok(start.elapsed())
}

/// The most memory of its own that `cspr` holds while it runs, in bytes; files mapped from the disk do not count.
pub(crate) fn peak_memory(cspr: &Path, arguments: &[&str]) -> anyhow::Result<u64> {
    let mut child = command(cspr, arguments).spawn().context("cspr does not start")?;
    let status_file = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let status = loop {
        // The process may end between two looks; what it held then was seen before.
        peak = peak.max(fs::read_to_string(&status_file).ok().and_then(|text| anonymous(&text)).unwrap_or(0));
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(Duration::from_millis(1));
    };
    ensure!(status.success(), "cspr {} failed", arguments.join(" "));
    Ok(peak)
}

fn command(cspr: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(cspr);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The memory of its own of a process, by what the kernel says of it.
pub(crate) fn anonymous(status: &str) -> Option<u64> {
    let line = status.lines().find(|line| line.starts_with("RssAnon:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024)
}
