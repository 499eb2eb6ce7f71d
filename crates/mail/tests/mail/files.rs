//! Letters written into a directory.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use mail::{Files, Mailer, Outcome, StaffName, Stage, Transport};

use crate::samples::{letterhead, sign_in_link};

fn into(directory: &Path) -> Mailer {
    Mailer::new(letterhead(), Transport::Files(Files::new(directory)))
}

fn listed(directory: &Path) -> Vec<PathBuf> {
    fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[tokio::test]
async fn a_letter_is_one_file_that_only_its_owner_can_read() {
    let place = tempfile::tempdir().unwrap();
    let directory = place.path().join("var/mail");
    into(&directory).send(&sign_in_link()).await.unwrap();
    let files = listed(&directory);
    assert_eq!(files, [directory.join("20260304T141500Z-E01-sample-7f3a.eml")]);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&directory), mode(&place.path().join("var")), mode(&files[0])), (0o700, 0o700, 0o600));
    insta::assert_snapshot!("eml", fs::read_to_string(&files[0]).unwrap().replace("\r\n", "\n"));
}

#[tokio::test]
async fn a_repeated_letter_is_the_same_file_and_an_interrupted_one_is_finished() {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join(".20260304T141500Z-E01-sample-7f3a.eml.part"), "half").unwrap();
    let mailer = into(directory.path());
    mailer.send(&sign_in_link()).await.unwrap();
    let first = fs::read(&listed(directory.path())[0]).unwrap();
    mailer.send(&sign_in_link()).await.unwrap();
    let files = listed(directory.path());
    assert_eq!(files.len(), 1);
    assert_eq!(fs::read(&files[0]).unwrap(), first);
}

#[tokio::test]
async fn a_name_outside_ascii_stays_readable_and_the_link_whole() {
    let directory = tempfile::tempdir().unwrap();
    let letter = mail::Letter { name: StaffName::new("Siân Ní Bhriain"), ..sign_in_link() };
    into(directory.path()).send(&letter).await.unwrap();
    let written = fs::read_to_string(&listed(directory.path())[0]).unwrap();
    assert!(written.contains("Dear Siân Ní Bhriain,\r\n"), "{written}");
    assert!(written.contains("\r\nhttps://cspr.fairmead.example/sign-in/k3J9-x_Q\r\n"), "{written}");
}

#[tokio::test]
async fn a_directory_that_cannot_be_made_leaves_the_letter_for_later() {
    let place = tempfile::tempdir().unwrap();
    let taken = place.path().join("mail");
    fs::write(&taken, "a file").unwrap();
    let error = into(&taken).send(&sign_in_link()).await.unwrap_err();
    assert_eq!((error.outcome(), error.stage()), (Outcome::Temporary, Stage::Writing));
    assert!(error.to_string().contains(&taken.display().to_string()), "{error}");
}
