//! `cspr search`: the entries in which something was written.

use std::io::Write;

use clap::Args;
use serde_json::json;
use store::search;

use crate::clock;
use crate::output;
use crate::record::Record;
use crate::settings::Settings;

/// What to look for.
#[derive(Args)]
pub(crate) struct Search {
    /// Words, each of them the beginning of a word that was written
    #[arg(required = true)]
    words: Vec<String>,
    /// Show no more than this many entries
    #[arg(long, value_name = "N", default_value_t = 25)]
    limit: usize,
    /// Print the entries as JSON
    #[arg(long)]
    json: bool,
}

impl Search {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        let words = self.words.join(" ");
        let hits = search::open(&record.db, &record.actor, clock::now(), &words, self.limit).await?;
        if self.json {
            let hits: Vec<_> = hits
                .iter()
                .map(|hit| {
                    json!({
                        "reference": hit.case.reference,
                        "partnership": record.partnership_slug(hit.case.partnership),
                        "title": hit.case.title,
                        "entry": hit.entry.seq,
                        "on": hit.entry.event.on,
                        "kind": hit.entry.event.fact.kind(),
                        "words": hit.entry.event.words,
                    })
                })
                .collect();
            return output::json(out, &hits);
        }
        if hits.is_empty() {
            writeln!(out, "Nothing you may read contains that")?;
        }
        for hit in &hits {
            let (case, event) = (&hit.case, &hit.entry.event);
            let what = event.fact.kind().replace('_', " ");
            writeln!(out, "{}  entry {}, {}: {what}", case.reference, hit.entry.seq, event.on)?;
            for (word, text) in event.words.iter() {
                writeln!(out, "    {}: {}", word.name().replace('_', " "), text.replace('\n', "\n      "))?;
            }
        }
        Ok(())
    }
}
