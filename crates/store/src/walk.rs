//! Walking through the whole record, some histories at a time, in little memory.

use case::CaseId;
use uuid::Uuid;

use crate::entry::{Entry, History};
use crate::{Error, Tx, history};

/// How many entries are read at once.
const PAGE: i64 = 2_000;

/// A walk through every history, in order of case. Use it within one [snapshot](crate::Db::snapshot).
#[derive(Default)]
pub struct Walk {
    /// The case whose entries may not all have been read yet.
    unfinished: Option<History>,
    ended: bool,
}

impl Walk {
    /// A walk from the beginning.
    pub fn new() -> Self {
        Self::default()
    }

    /// The next whole histories; none when all have been given.
    pub async fn next(&mut self, tx: &mut Tx) -> Result<Vec<History>, Error> {
        let mut whole = Vec::new();
        while whole.is_empty() && !self.ended {
            let after = self.unfinished.as_ref().map_or((Uuid::nil(), 0), |history| {
                (history.case.0, history.entries.last().map_or(0, |entry| entry.seq))
            });
            let page = history::page(tx, after, PAGE).await?;
            self.ended = page.is_empty();
            for (case, entry) in page {
                whole.extend(self.take(case, entry));
            }
        }
        if self.ended {
            whole.extend(self.unfinished.take());
        }
        Ok(whole)
    }

    /// Takes an entry in, and gives the history before it when it begins another.
    fn take(&mut self, case: CaseId, entry: Entry) -> Option<History> {
        match &mut self.unfinished {
            Some(history) if history.case == case => {
                history.entries.push(entry);
                None
            }
            _ => self.unfinished.replace(History { case, entries: vec![entry] }),
        }
    }
}
