//! `cspr erase`: words of entries, or the name of a person, for good.

use std::io::Write;

use anyhow::bail;
use case::keeping::{Erasure, PersonErasure};
use case::{Command, PersonId, Step, When, Word, Words};
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
    #[command(flatten)]
    named: Named,
    #[command(flatten)]
    what: What,
    /// Why it is erased; it stays in the record
    #[arg(long, value_name = "TEXT")]
    reason: String,
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
}

impl Erase {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record_of = Record::open(settings).await?;
        let row = record_of.row(&self.named).await?;
        let what = match self.what.person {
            Some(person) => format!("the name and date of birth of {person}"),
            None => format!("the words of {} in case {}", self.entries_in_words(), row.reference),
        };
        if !self.yes && !confirmed(&format!("Erase {what}, for good?"))? {
            bail!("nothing was erased: add --yes to erase without being asked");
        }
        record(&record_of, row.case, row.version, self.command()).await?;
        Ok(writeln!(out, "Erased {what}")?)
    }

    fn command(&self) -> Command {
        let step = match self.what.person {
            Some(person) => Step::ErasePerson(PersonErasure { person: PersonId(person) }),
            None => Step::EraseWords(Erasure { entries: self.what.entries.clone() }),
        };
        let words = Words::none().and(Word::Reason, &self.reason);
        Command { on: When::Day(clock::today()), step, words }
    }

    fn entries_in_words(&self) -> String {
        let numbers: Vec<_> = self.what.entries.iter().map(ToString::to_string).collect();
        format!("{} {}", if numbers.len() == 1 { "entry" } else { "entries" }, numbers.join(", "))
    }
}
