//! `cspr cases`: the list of cases.

use std::io::Write;

use clap::Args;
use serde_json::{Value, json};
use store::{CaseRow, cases};

use crate::output::{JsonList, short};
use crate::record::Record;
use crate::settings::Settings;
use crate::table::Table;

/// How many cases are read at a time.
const PAGE: usize = 200;

/// Which cases to list.
#[derive(Args)]
pub(crate) struct Cases {
    /// Only those of this partnership
    #[arg(long, value_name = "SLUG")]
    partnership: Option<String>,
    /// List no more than this many
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Print the list as JSON
    #[arg(long)]
    json: bool,
}

impl Cases {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        if self.json {
            let mut list = JsonList::new(out);
            self.each(&record, |row| list.push(&as_json(&record, &row))).await?;
            return list.end();
        }
        let mut table = Table::new(&["CASE", "TITLE", "STAGE", "NEXT", "DUE", "PARTNERSHIP"]);
        let mut count = 0;
        self.each(&record, |row| {
            count += 1;
            table.row([
                row.reference.to_string(),
                row.title,
                stage(&row.stage),
                row.main_clock.unwrap_or_default(),
                row.main_due.map(short).unwrap_or_default(),
                record.partnership_slug(row.partnership),
            ]);
            Ok(())
        })
        .await?;
        if count == 0 {
            return Ok(writeln!(out, "There are no cases that you may see")?);
        }
        Ok(table.print(out)?)
    }

    /// Does something with each case, the latest reference first.
    async fn each(
        &self,
        record: &Record,
        mut with: impl FnMut(CaseRow) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let only = self.partnership.as_deref().map(|slug| record.partnership(slug)).transpose()?;
        let mut left = self.limit.unwrap_or(usize::MAX);
        let mut last: Option<CaseRow> = None;
        while left > 0 {
            let mut tx = record.db.glance().await?;
            let page = cases::list(&mut tx, &record.actor, last.as_ref(), PAGE).await?;
            last = page.last().filter(|_| page.len() == PAGE).cloned();
            let mine = page.into_iter().filter(|row| only.is_none_or(|only| row.partnership == only.id));
            for row in mine.take(left) {
                left -= 1;
                with(row)?;
            }
            if last.is_none() {
                break;
            }
        }
        Ok(())
    }
}

/// The words for the code of a stage.
pub(crate) fn stage(code: &str) -> String {
    serde_json::from_value::<case::Stage>(code.into())
        .map_or_else(|_| code.to_owned(), |stage| stage.to_string())
}

fn as_json(record: &Record, row: &CaseRow) -> Value {
    json!({
        "reference": row.reference,
        "partnership": record.partnership_slug(row.partnership),
        "title": row.title,
        "stage": row.stage,
        "stage_in_words": stage(&row.stage),
        "main_clock": row.main_clock,
        "main_due": row.main_due,
        "version": row.version,
        "opened_on": row.opened_on,
        "updated_at": row.updated_at,
    })
}
