//! Letters written into a directory, for an installation without a mail server.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use crate::error::{Outcome, SendError, Stage};
use crate::letter::Letter;
use crate::letterhead::Letterhead;
use crate::message::{Form, ready};

/// Writes each letter into a file that only its owner can read. The file is named by the time, the kind and the key
/// of the letter, so a letter sent again is the same file.
#[derive(Clone, Debug)]
pub struct Files {
    directory: PathBuf,
}

impl Files {
    /// Writes into a directory, which is made when the first letter comes.
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        Self { directory: directory.into() }
    }

    /// The directory in which the letters are.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    pub(crate) async fn send(&self, letter: &Letter, head: &Letterhead) -> Result<(), SendError> {
        let fault = |reason: String| SendError::new(Outcome::Temporary, Stage::Writing, reason);
        let bytes = ready(letter, head, Form::Readable).map_err(|error| SendError::unwritable(&error))?.bytes;
        let name = name(letter);
        let directory = self.directory.clone();
        tokio::task::spawn_blocking(move || write(&directory, &name, &bytes))
            .await
            .map_err(|_| fault("interrupted".to_owned()))?
            .map_err(|error| fault(format!("in {}: {error}", self.directory.display())))
    }
}

/// The name of a letter’s file: a time, a kind and a key, so that a listing of the directory says nothing about
/// anybody.
fn name(letter: &Letter) -> String {
    let written = letter.written.format("%Y%m%dT%H%M%SZ");
    format!("{written}-{}-{}.eml", letter.kind().number(), letter.key.as_str())
}

/// Writes under another name first, so that a reader sees a whole letter or none.
fn write(directory: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    private_directory(directory)?;
    let unfinished = directory.join(format!(".{name}.part"));
    match fs::remove_file(&unfinished) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = private_file(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&unfinished, directory.join(name))
}

fn private_directory(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

fn private_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}
