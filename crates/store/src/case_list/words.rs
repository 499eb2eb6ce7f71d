//! Finding cases by what was written in them.
//!
//! A rare word is looked up in the search index, and only the cases that have it are looked at. A common one is
//! not: nearly every case has it, so the cases are gone through in their order and soon fill the page. Either way a
//! case is found only by an entry that the actor may read.

use case::{Actor, Case, may_read_entry};

use crate::search::{self, SearchEntry};
use crate::tx::fetch_one;
use crate::{Error, Tx};

/// A word is rare where at most this many entries hold it.
const RARE: i64 = 5_000;

/// The words to look for, and how.
pub(super) struct Looked {
    pub(super) tokens: Vec<String>,
    /// Whether it is worth asking the search index for the cases.
    pub(super) rare: bool,
}

/// Looks at how common these words are; `None` when no entry has them.
pub(super) async fn look(tx: &mut Tx, text: Option<&str>) -> Result<Option<Looked>, Error> {
    let Some(text) = text else { return Ok(Some(Looked { tokens: Vec::new(), rare: false })) };
    let tokens: Vec<_> = search::tokens(text).collect();
    if tokens.is_empty() {
        return Ok(None);
    }
    let statement = match tx {
        Tx::Sqlite(_) => {
            "select count(*) from (select rowid from search_index where search_index match $1 limit $2) as found"
        }
        Tx::Postgres(_) => {
            "select count(*) from (select seq from search_entry
                 where to_tsvector('simple', words) @@ to_tsquery('simple', $1) limit $2) as found"
        }
    };
    let query = search::query(tx, &tokens);
    let (entries,) = fetch_one!(tx, (i64,), statement, query, RARE + 1)?;
    Ok((entries > 0).then_some(Looked { tokens, rare: entries <= RARE }))
}

impl Looked {
    /// Whether there are no words to look for.
    pub(super) fn is_for_all(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Where to look for the row `i` of a case, and what to ask the search index, where it is worth asking. The
    /// `cross join` keeps SQLite from looking elsewhere first.
    pub(super) fn source(&self, tx: &Tx) -> (&'static str, Option<String>) {
        let source = match tx {
            _ if !self.rare => return ("case_row i", None),
            Tx::Sqlite(_) => {
                "(select distinct e.case_id from search_index s cross join search_entry e on e.id = s.rowid
                     where search_index match ?) f cross join case_row i on i.case_id = f.case_id"
            }
            Tx::Postgres(_) => {
                "(select distinct e.case_id from search_entry e
                     where to_tsvector('simple', e.words) @@ to_tsquery('simple', ?)) f
                 join case_row i on i.case_id = f.case_id"
            }
        };
        (source, Some(search::query(tx, &self.tokens)))
    }

    /// Whether an entry of the case that the actor may read holds all the words.
    pub(super) fn is_in(&self, actor: &Actor, case: Option<&Case>) -> bool {
        let Some(case) = case.filter(|_| !self.is_for_all()) else { return self.is_for_all() };
        case.history().iter().any(|entry| {
            may_read_entry(actor, case, entry)
                && SearchEntry::plain_of(entry).is_some_and(|words| self.are_in(&words))
        })
    }

    fn are_in(&self, words: &str) -> bool {
        self.tokens.iter().all(|token| words.split(' ').any(|word| word.starts_with(token.as_str())))
    }
}
