//! Where returned letters are found: a mailbox file, or a directory with one message in each file.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A mailbox that is looked at again and again. What has not changed since is not read again.
#[derive(Debug)]
pub struct Mailbox {
    path: PathBuf,
    /// The files, each with the time when it was changed and its length in bytes.
    seen: HashMap<PathBuf, (Option<SystemTime>, u64)>,
}

/// A message longer than this, in bytes, is no delivery report.
const LONGEST: usize = 1_000_000;

impl Mailbox {
    /// The mailbox at a path: a file in mbox form, a Maildir, or a directory of messages.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), seen: HashMap::new() }
    }

    /// The messages that are new, or in a file that has changed.
    ///
    /// # Errors
    ///
    /// When the mailbox cannot be read; then the next call reads it again.
    pub fn new_messages(&mut self) -> io::Result<Vec<Vec<u8>>> {
        let mut messages = Vec::new();
        for file in files(&self.path)? {
            let about = file.metadata()?;
            let now = (about.modified().ok(), about.len());
            if self.seen.get(&file) != Some(&now) {
                messages.extend(read(&file)?);
                self.seen.insert(file, now);
            }
        }
        Ok(messages)
    }
}

/// The file itself, or the files of a directory and of the `new` and `cur` of a Maildir, ordered by name.
fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    for place in [path.to_owned(), path.join("new"), path.join("cur")].iter().filter(|place| place.is_dir()) {
        for entry in fs::read_dir(place)? {
            let entry = entry?.path();
            found.extend(Some(entry).filter(|entry| entry.is_file()));
        }
    }
    found.sort();
    Ok(found)
}

/// The messages of a file. There are several where lines that begin with `From ` separate them, as in an mbox.
fn read(file: &Path) -> io::Result<Vec<Vec<u8>>> {
    let (mut messages, mut message, mut after_blank) = (Vec::new(), Vec::new(), true);
    for line in BufReader::new(File::open(file)?).split(b'\n') {
        let line = line?;
        if after_blank && line.starts_with(b"From ") {
            messages.push(std::mem::take(&mut message));
            continue;
        }
        after_blank = line.is_empty() || line == b"\r";
        if message.len() + line.len() < LONGEST {
            message.extend_from_slice(&line);
            message.push(b'\n');
        }
    }
    messages.push(message);
    messages.retain(|message| !message.is_empty());
    Ok(messages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mailbox_file_is_divided_and_read_again_when_it_grew() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("inbox");
        fs::write(&file, "From a Mon\nSubject: 1\n\none\n\nFrom b Tue\nSubject: 2\n\ntwo\nFrom here on\n")
            .unwrap();
        let mut mailbox = Mailbox::at(&file);
        let messages = mailbox.new_messages().unwrap();
        assert_eq!(messages, [&b"Subject: 1\n\none\n\n"[..], b"Subject: 2\n\ntwo\nFrom here on\n"]);
        assert_eq!(mailbox.new_messages().unwrap().len(), 0);
        fs::write(&file, "From a Mon\nSubject: 1\n\none\n").unwrap();
        assert_eq!(mailbox.new_messages().unwrap(), [b"Subject: 1\n\none\n"]);
    }

    #[test]
    fn a_directory_gives_each_file_once_and_a_maildir_its_new_ones() {
        let place = tempfile::tempdir().unwrap();
        fs::create_dir(place.path().join("new")).unwrap();
        fs::write(place.path().join("1.eml"), "Subject: 1\n\none\n").unwrap();
        fs::write(place.path().join("new/2"), "Subject: 2\n\ntwo\n").unwrap();
        let mut mailbox = Mailbox::at(place.path());
        assert_eq!(mailbox.new_messages().unwrap().len(), 2);
        fs::write(place.path().join("new/3"), "Subject: 3\n\nthree\n").unwrap();
        assert_eq!(mailbox.new_messages().unwrap().len(), 1);
    }

    #[test]
    fn a_mailbox_that_is_not_there_says_so() {
        assert!(Mailbox::at("/nowhere/at/all").new_messages().is_err());
    }
}
