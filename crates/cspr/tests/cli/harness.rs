//! Runs the built program on an empty record of its own, on SQLite and on PostgreSQL.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;
use tempfile::TempDir;

/// The program and the record it works on.
pub(crate) struct Cspr {
    folder: TempDir,
    address: String,
    database: Option<Database>,
}

/// A PostgreSQL database that goes away with the test.
struct Database {
    server: String,
    name: String,
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Cspr {
    /// No record yet, at an address of SQLite.
    pub(crate) fn nowhere() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", folder.path().join("var/cspr.db").display());
        Self { folder, address, database: None }
    }

    /// An empty record on SQLite.
    pub(crate) fn sqlite() -> Self {
        let cspr = Self::nowhere();
        cspr.ok(&["migrate"]);
        cspr
    }

    /// An empty record on the PostgreSQL server named by `CSPR_TEST_POSTGRES`.
    pub(crate) fn postgres() -> Self {
        let server = std::env::var("CSPR_TEST_POSTGRES")
            .expect("CSPR_TEST_POSTGRES names no PostgreSQL server: run `make test`, which starts one");
        let name = unique_name();
        on_server(&server, &format!("create database {name}"));
        let (server_only, _) = server.rsplit_once('/').expect("an address ends in /database");
        let address = format!("{server_only}/{name}");
        let folder = tempfile::tempdir().unwrap();
        let cspr = Self { folder, address, database: Some(Database { server, name }) };
        cspr.ok(&["migrate"]);
        cspr
    }

    /// Another empty record on the same sort of database.
    pub(crate) fn another(&self) -> Self {
        if self.database.is_some() { Self::postgres() } else { Self::sqlite() }
    }

    /// Where the record is.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Runs the program.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "")
    }

    /// The program, about to be run.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cspr"));
        command.args(arguments).env("CSPR_DATABASE_URL", &self.address).current_dir(self.folder.path());
        command
    }

    /// Runs the program with something on its standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &str) -> Ran {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).ok();
        let ran = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ran { code: ran.status.code().unwrap_or(-1), out: text(ran.stdout), err: text(ran.stderr) }
    }

    /// What the program prints when it does what it was asked.
    #[track_caller]
    pub(crate) fn ok(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
        ran.out
    }

    /// What the program prints as JSON.
    #[track_caller]
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let out = self.ok(&[arguments, &["--json"]].concat());
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{arguments:?}: {error}: {out}"))
    }

    /// What the program says when it does not do what it was asked.
    #[track_caller]
    pub(crate) fn refused(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert_eq!(ran.code, 1, "{arguments:?}: {ran:?}");
        ran.err
    }

    /// A file beside the record, and its path.
    pub(crate) fn file(&self, name: &str, contents: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, contents).unwrap();
        path.display().to_string()
    }

    /// The path of a file beside the record.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        on_server(&self.server, &format!("drop database {} with (force)", self.name));
    }
}

fn unique_name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("cspr_cli_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

fn on_server(address: &str, statement: &str) {
    let done = Command::new("psql").args([address, "--quiet", "--command", statement]).output().unwrap();
    assert!(done.status.success(), "{statement}: {}", String::from_utf8_lossy(&done.stderr));
}

/// Writes each test once and runs it twice: as `name::sqlite` and as `name::postgres`.
macro_rules! for_both {
    ($(fn $name:ident($cspr:ident: $of:ty) $body:block)+) => {$(
        mod $name {
            use super::*;

            fn body($cspr: &$of) $body

            #[test]
            fn sqlite() {
                body(&<$of>::sqlite());
            }

            #[test]
            fn postgres() {
                body(&<$of>::postgres());
            }
        }
    )+};
}
