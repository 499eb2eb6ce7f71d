//! `cspr export`: the whole record as JSON Lines that `cspr import` takes back.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use clap::Args;
use serde_json::{Value, json};
use store::access::{self, Why};
use store::{Tx, Walk, people};

use crate::clock;
use crate::output::{self, Unit, several};
use crate::record::Record;
use crate::settings::Settings;
use import::{EndLine, ExportLine};

/// Where to write.
#[derive(Args)]
pub(crate) struct Export {
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Export {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        record.operator_only("exports the record")?;
        let Some(path) = &self.out else { return export(&record, out).await.map(drop) };
        let cases = export_to(&record, path).await?;
        Ok(writeln!(out, "{} written to {}", several(cases, "case", "cases"), path.display())?)
    }
}

/// What has the name of an export is a whole one, so it is written under another name, and renamed.
async fn export_to(record: &Record, path: &Path) -> anyhow::Result<u64> {
    let is_there = path.symlink_metadata().is_ok();
    ensure!(!is_there, "{} is there already: name a file that is not there yet", path.display());
    let unfinished = beside(path);
    let file = new_file(&unfinished)?;
    let written = write_to(record, file).await;
    if written.is_err() {
        // What was wrong comes first; the unfinished file is only in the way.
        fs::remove_file(&unfinished).ok();
    }
    let cases = written?;
    fs::rename(&unfinished, path).with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(cases)
}

async fn write_to(record: &Record, file: File) -> anyhow::Result<u64> {
    let mut file = BufWriter::new(file);
    let cases = export(record, &mut file).await?;
    file.into_inner()?.sync_all()?;
    Ok(cases)
}

/// A file that only its owner may read.
fn new_file(path: &Path) -> anyhow::Result<File> {
    let made = File::options().write(true).create_new(true).mode(0o600).open(path);
    made.with_context(|| {
        format!("{} cannot be written: remove it if it is left of another export", path.display())
    })
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".unfinished");
    name.into()
}

async fn export(record: &Record, out: &mut dyn Write) -> anyhow::Result<u64> {
    let now = clock::now();
    let mut tx = record.db.snapshot().await?;
    line(out, "export", &json!(ExportLine { at: now }))?;
    line(out, "holidays", &json!(record.basis.calendar().holidays().iter().collect::<Vec<_>>()))?;
    organisations(&mut tx, out).await?;
    partnerships(record, &mut tx, out).await?;
    everyone(&mut tx, out).await?;
    let progress = output::progress("Exporting", 0, Unit::Entries);
    let (mut cases, mut entries) = (0, 0);
    let mut walk = Walk::new();
    loop {
        let histories = walk.next(&mut tx).await?;
        if histories.is_empty() {
            break;
        }
        let read = histories.iter().map(|history| history.case).collect();
        access::note(&record.db, record.actor.person, now, read, Why::Exported).await?;
        for history in histories {
            line(out, "record", &history)?;
            cases += 1;
            entries += history.entries.len() as u64;
        }
        progress.set_position(entries);
    }
    progress.finish_and_clear();
    line(out, "end", &json!(EndLine { cases }))?;
    Ok(cases)
}

fn line(out: &mut dyn Write, kind: &str, value: &impl serde::Serialize) -> anyhow::Result<()> {
    write!(out, "{{\"{kind}\":")?;
    serde_json::to_writer(&mut *out, value)?;
    Ok(out.write_all(b"}\n")?)
}

async fn organisations(tx: &mut Tx, out: &mut dyn Write) -> anyhow::Result<()> {
    for one in people::organisations(tx).await? {
        line(out, "organisation", &json!({"key": one.id, "kind": one.kind, "name": one.name}))?;
    }
    Ok(())
}

async fn partnerships(record: &Record, tx: &mut Tx, out: &mut dyn Write) -> anyhow::Result<()> {
    let members = people::partnership_members(tx).await?;
    for one in &record.partnerships {
        let members: Vec<_> =
            members.iter().filter(|(of, _)| *of == one.id).map(|(_, member)| member).collect();
        let settings: Value = serde_json::from_str(&one.settings)?;
        let partnership = json!({"key": one.id, "slug": one.slug, "name": one.name, "members": members, "settings": settings});
        line(out, "partnership", &partnership)?;
    }
    Ok(())
}

async fn everyone(tx: &mut Tx, out: &mut dyn Write) -> anyhow::Result<()> {
    let mut roles = BTreeMap::<_, Vec<_>>::new();
    for (person, membership) in people::memberships(tx).await? {
        roles.entry(person).or_default().push(membership);
    }
    for one in people::people(tx).await? {
        let person = json!({
            "key": one.id,
            "name": one.name,
            "job_title": one.job_title,
            "email": one.email,
            "date_of_birth": one.date_of_birth,
            "erased_at": one.erased_at,
            "memberships": roles.remove(&one.id).unwrap_or_default(),
        });
        line(out, "person", &person)?;
    }
    Ok(())
}
