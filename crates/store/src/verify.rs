//! Proving that nothing was lost or altered.

use std::collections::BTreeMap;
use std::sync::Arc;

use case::CaseId;
use uuid::Uuid;

use crate::check::Broken;
use crate::digest::Digest;
use crate::entry::History;
use crate::rows::Rows;
use crate::search::SearchEntry;
use crate::stored_rows::{self, StoredRows};
use crate::{Basis, Db, Error, Unsound, Walk, whole};

/// What a verification read and found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many cases were read.
    pub cases: u64,
    /// How many entries were read.
    pub events: u64,
    /// How many cases have something wrong.
    pub faulty: u64,
    /// The first faulty case, in order of id, and what is wrong with it.
    pub first: Option<(CaseId, Wrong)>,
    /// What is wrong with the record as a whole.
    pub unsound: Vec<Unsound>,
}

/// What is wrong with a case.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// Its history is not what was recorded.
    #[error("{0}")]
    History(#[from] Broken),
    /// A history that once reached further ends earlier, or is another one.
    #[error("its history no longer contains entry {seq} as it was when the heads were exported")]
    Cut {
        /// The number of the last entry it once had.
        seq: u32,
    },
    /// Its rows are not what its history makes.
    #[error("its {0} is not what its history makes: run `cspr rebuild`")]
    Rows(&'static str),
    /// A row made from its history cannot be one that the program wrote.
    #[error("a row made from its history cannot be read ({0}): run `cspr rebuild`")]
    Unreadable(String),
}

/// The last entry of each case, known from elsewhere: from an export, or from a list kept apart.
pub type Heads = BTreeMap<CaseId, (u32, Digest)>;

impl Db {
    /// Reads every history, checks its chain, replays it, and compares every row made from it. It also compares the
    /// histories with `heads`, which alone can show that the end of one was cut off, and checks what guards the
    /// record as a whole. Calls `progress` with the number of entries read so far.
    pub async fn verify(
        &self,
        basis: &Arc<Basis>,
        heads: Heads,
        mut progress: impl FnMut(u64),
    ) -> Result<Report, Error> {
        let mut tx = self.snapshot().await?;
        let mut walk = Walk::new();
        let mut verifier = Verifier { basis: Arc::clone(basis), heads, report: Report::default() };
        verifier.report.unsound = whole::check(&mut tx).await?;
        let mut histories = walk.next(&mut tx).await?;
        let mut after = Uuid::nil();
        while let Some(last) = histories.last().map(|history| history.case.0) {
            let stored = stored_rows::of(&mut tx, after, &histories).await?;
            // While these are checked on one core, the next are read on another.
            let checking = tokio::task::spawn_blocking(move || verifier.check(&histories, stored));
            histories = walk.next(&mut tx).await?;
            after = last;
            verifier = checking.await.map_err(|_| sqlx::Error::WorkerCrashed)??;
            progress(verifier.report.events);
        }
        let beyond = stored_rows::between(&mut tx, after, Uuid::max()).await?;
        Ok(verifier.finish(beyond))
    }
}

struct Verifier {
    basis: Arc<Basis>,
    heads: Heads,
    report: Report,
}

impl Verifier {
    fn check(
        mut self,
        histories: &[History],
        mut stored: BTreeMap<CaseId, StoredRows>,
    ) -> Result<Self, Error> {
        for history in histories {
            self.report.cases += 1;
            self.report.events += history.entries.len() as u64;
            let stored = stored.remove(&history.case).unwrap_or_default();
            if let Some(wrong) = self.wrong_with(history, stored)? {
                self.note(history.case, wrong);
            }
        }
        self.rows_of_nothing(stored);
        Ok(self)
    }

    fn wrong_with(&mut self, history: &History, stored: StoredRows) -> Result<Option<Wrong>, Error> {
        let case = match history.check() {
            Ok(case) => case,
            Err(broken) => return Ok(Some(broken.into())),
        };
        if let Some((seq, head)) = self.heads.remove(&history.case) {
            let entry = history.entries.iter().find(|entry| entry.seq == seq);
            if entry.is_none_or(|entry| entry.digest != head) {
                return Ok(Some(Wrong::Cut { seq }));
            }
        }
        if let Some(why) = stored.unreadable {
            return Ok(Some(Wrong::Unreadable(why)));
        }
        let rows = Rows::of(history.case, &case, history.head(), &self.basis)?;
        let searched = case.history().iter().filter_map(|recorded| SearchEntry::of(history.case, recorded));
        Ok(if stored.rows.case != rows.case {
            Some(Wrong::Rows("row in lists"))
        } else if stored.rows.access != rows.access {
            Some(Wrong::Rows("list of who may see it"))
        } else if stored.rows.clocks != rows.clocks {
            Some(Wrong::Rows("list of clocks"))
        } else if stored.rows.actions != rows.actions {
            Some(Wrong::Rows("list of actions"))
        } else if stored.rows.panel != rows.panel {
            Some(Wrong::Rows("list of dealings with the Panel"))
        } else if !searched.eq(stored.searched) {
            Some(Wrong::Rows("searched text"))
        } else {
            None
        })
    }

    fn rows_of_nothing(&mut self, stored: BTreeMap<CaseId, StoredRows>) {
        for case in stored.into_keys() {
            self.heads.remove(&case);
            self.note(case, Wrong::History(Broken::Missing(1)));
        }
    }

    /// Rows that are left over have no history at all.
    fn finish(mut self, beyond: BTreeMap<CaseId, StoredRows>) -> Report {
        self.rows_of_nothing(beyond);
        for (case, (seq, _)) in std::mem::take(&mut self.heads) {
            self.note(case, Wrong::Cut { seq });
        }
        self.report
    }

    fn note(&mut self, case: CaseId, wrong: Wrong) {
        self.report.faulty += 1;
        let first = self.report.first.get_or_insert((case, wrong.clone()));
        if case < first.0 {
            *first = (case, wrong);
        }
    }
}
