//! This test program once more, as a process of its own. What it does is an ignored test; the two talk in lines.

use std::fmt::Display;
use std::io::Write;
use std::process::{ExitStatus, Stdio};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// Where a process finds what it works on.
const PLACE: &str = "CSPR_TEST_PLACE";

/// Stands before what a process says, as the test program prints lines of its own beside it.
const MARK: &str = "» ";

/// A process that was started, seen from the test that started it.
pub(super) struct Process {
    child: Child,
    to: Option<ChildStdin>,
    from: Lines<BufReader<ChildStdout>>,
}

impl Process {
    /// Starts the ignored test `part` of `survival` at a place: an address or a directory.
    pub(super) fn start(part: &str, place: &str) -> Self {
        Self::start_under(&[], part, place)
    }

    /// The same under a command that restricts what the process may do.
    pub(super) fn start_under(command: &[&str], part: &str, place: &str) -> Self {
        let this = std::env::current_exe().unwrap().display().to_string();
        let part = format!("survival::{part}");
        let arguments = [command, &[&this, "--ignored", "--exact", "--nocapture", &part]].concat();
        let mut child = Command::new(arguments[0])
            .args(&arguments[1..])
            .env(PLACE, place)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let from = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { to: child.stdin.take(), from, child }
    }

    /// Says something to the process.
    pub(super) async fn tell(&mut self, what: impl Display) {
        self.to.as_mut().unwrap().write_all(format!("{what}\n").as_bytes()).await.unwrap();
    }

    /// What the process says next; nothing once it has ended.
    pub(super) async fn hear(&mut self) -> Option<String> {
        while let Some(line) = self.from.next_line().await.unwrap() {
            if let Some((_, said)) = line.split_once(MARK) {
                return Some(said.to_owned());
            }
        }
        None
    }

    /// Kills the process as the kernel does, and gives what it had said by then.
    pub(super) async fn kill(mut self) -> Vec<String> {
        self.child.start_kill().unwrap();
        let mut said = Vec::new();
        while let Some(line) = self.hear().await {
            said.push(line);
        }
        let end = self.child.wait().await.unwrap();
        assert_eq!(
            std::os::unix::process::ExitStatusExt::signal(&end),
            Some(9),
            "{end}: it was to be killed at work"
        );
        said
    }

    /// Tells the process that there is no more, and waits until it has ended well.
    pub(super) async fn end(mut self) {
        drop(self.to.take());
        while let Some(said) = self.hear().await {
            println!("{said}");
        }
        let end = self.child.wait().await.unwrap();
        assert!(ExitStatus::success(&end), "{end}");
    }
}

/// In a process: what it works on.
pub(super) fn place() -> String {
    std::env::var(PLACE).expect("this is no test of its own: others start it as a process")
}

/// In a process: what it is told, line by line.
pub(super) fn told() -> UnboundedReceiver<String> {
    let (to, told) = unbounded_channel();
    std::thread::spawn(move || {
        std::io::stdin().lines().map_while(Result::ok).try_for_each(|line| to.send(line))
    });
    told
}

/// In a process: says something, whole or not at all.
pub(super) fn say(what: impl Display) {
    std::io::stdout().lock().write_all(format!("{MARK}{what}\n").as_bytes()).unwrap();
}
