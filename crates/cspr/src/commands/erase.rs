//! `cspr erase`: words of entries, or the name of a person, for good.

use std::io::Write;

use anyhow::bail;
use case::keeping::{Erasure, PersonErasure};
use case::{Command, PersonId, Reference, Step, When, Word, Words};
use clap::Args;
use uuid::Uuid;

use super::record::record;
use crate::clock;
use crate::output::confirmed;
use crate::record::{Named, Record};
use crate::settings::Settings;

/// What to erase.
#[derive(Args)]
#[command(after_help = "What happened, and when, stays. What was written cannot be brought back.\n\n\
    Example: cspr erase 2026-014 --entries 3,4 --reason \"Retention period ended\"")]
pub(crate) struct Erase {
    /// The reference of the case, such as 2026-014
    #[arg(value_name = "REF", required_unless_present = "scrub")]
    reference: Option<Reference>,
    /// The partnership, where several have a case of this reference
    #[arg(long, value_name = "SLUG")]
    partnership: Option<String>,
    #[command(flatten)]
    what: What,
    /// Why it is erased; it stays in the record
    #[arg(long, value_name = "TEXT", required_unless_present = "scrub")]
    reason: Option<String>,
    /// Do not ask
    #[arg(long)]
    yes: bool,
}

#[derive(Args)]
#[group(required = true, multiple = false)]
struct What {
    /// The numbers of the entries whose words are to go, such as 3,4
    #[arg(long, value_name = "N,N", value_delimiter = ',')]
    entries: Vec<u32>,
    /// The id of the person whose name and date of birth are to go
    #[arg(long, value_name = "ID")]
    person: Option<Uuid>,
    /// Remove the traces that an earlier erasure left in the database files while somebody was reading
    #[arg(long, conflicts_with_all = ["reference", "partnership", "reason"])]
    scrub: bool,
}

impl Erase {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        match (self.reference, &self.reason) {
            (Some(reference), Some(reason)) => self.erase(&record, reference, reason, out).await,
            _ => scrub(&record, out).await,
        }
    }

    async fn erase(
        &self,
        open: &Record,
        reference: Reference,
        reason: &str,
        out: &mut dyn Write,
    ) -> anyhow::Result<()> {
        let row = open.row(&Named { reference, partnership: self.partnership.clone() }).await?;
        let what = match self.what.person {
            Some(person) => format!("the name and date of birth of {person}"),
            None => format!("the words of {} in case {}", self.entries_in_words(), row.reference),
        };
        if !self.yes && !confirmed(&format!("Erase {what}, for good?"))? {
            bail!("nothing was erased: add --yes to erase without being asked");
        }
        record(open, row.case, row.version, self.command(reason)).await?;
        Ok(writeln!(out, "Erased {what}")?)
    }

    fn command(&self, reason: &str) -> Command {
        let step = match self.what.person {
            Some(person) => Step::ErasePerson(PersonErasure { person: PersonId(person) }),
            None => Step::EraseWords(Erasure { entries: self.what.entries.clone() }),
        };
        let words = Words::none().and(Word::Reason, reason);
        Command { on: When::Day(clock::today()), step, words }
    }

    fn entries_in_words(&self) -> String {
        let numbers: Vec<_> = self.what.entries.iter().map(ToString::to_string).collect();
        format!("{} {}", if numbers.len() == 1 { "entry" } else { "entries" }, numbers.join(", "))
    }
}

async fn scrub(open: &Record, out: &mut dyn Write) -> anyhow::Result<()> {
    open.operator_only("writes the database files anew")?;
    open.db.scrub().await?;
    Ok(writeln!(out, "No traces of what was erased are left in the database files")?)
}
