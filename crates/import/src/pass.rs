//! One pass through a file, which checks every line and writes as it goes. Where anything is wrong nothing of it stays.

use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use case::{PartnershipId, PersonId, Reference};
use chrono::{DateTime, Utc};
use store::administration::Author;
use store::{Basis, History, Tx, transfer};
use uuid::Uuid;

use crate::fault::{self, Fault, Faults};
use crate::line::{EndLine, Line};
use crate::lines::Lines;
use crate::there::There;

/// How many entries are gathered before they are written together.
const BATCH: usize = 5_000;

/// Who imports, and when.
#[derive(Clone, Copy)]
pub struct Import {
    /// Who.
    pub by: PersonId,
    /// When.
    pub now: DateTime<Utc>,
    /// Where new ids come from.
    pub new_id: fn() -> Uuid,
    /// Whether to write what is found in order, as long as nothing is wrong.
    pub writing: bool,
}

impl Import {
    /// By whom what is in the file is noted.
    pub(crate) fn author(&self) -> Author {
        Author { person: self.by, at: self.now, id: (self.new_id)() }
    }
}

/// What a file holds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Summary {
    /// Cases that are new to the record.
    pub cases: u64,
    /// Their entries.
    pub events: u64,
    /// Cases that are in the record already.
    pub known: u64,
    /// Organisations, partnerships and people.
    pub others: u64,
}

/// Why a pass did not reach its end.
pub enum Stop {
    /// Something in the file is wrong.
    Faults(Faults),
    /// The record could not do it.
    Store(store::Error),
}

impl From<store::Error> for Stop {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

/// Goes through the file, and says after each line how many bytes of it are read.
pub(crate) async fn go_through(
    path: &Path,
    tx: &mut Tx,
    import: Import,
    progress: &(dyn Fn(u64) + Send + Sync),
) -> Result<Summary, Stop> {
    let there = There::load(tx).await?;
    let old = Basis::load(tx).await?;
    let mut pass = Pass {
        tx,
        import,
        there,
        summary: Summary::default(),
        given: HashMap::new(),
        batch: Vec::new(),
        basis: None,
        moved: false,
    };
    let mut faults = Faults::default();
    match File::open(path) {
        Ok(file) => {
            pass.read(&mut Lines::new(BufReader::with_capacity(1 << 16, file)), &mut faults, progress)
                .await?;
        }
        Err(error) => faults.note([Fault::of_file(format!("{}: {error}", path.display()))]),
    }
    faults.into_result().map_err(Stop::Faults)?;
    pass.finish(&old).await
}

pub(crate) struct Pass<'t> {
    pub(crate) tx: &'t mut Tx,
    pub(crate) import: Import,
    pub(crate) there: There,
    pub(crate) summary: Summary,
    /// The last reference given to a case of a partnership in a year.
    pub(crate) given: HashMap<(PartnershipId, i32), Reference>,
    batch: Vec<History>,
    /// What written cases are counted by; none when it has changed since it was read.
    basis: Option<Basis>,
    /// Whether anything changed that cases of the record are counted by.
    moved: bool,
}

impl Pass<'_> {
    async fn read(
        &mut self,
        lines: &mut Lines<BufReader<File>>,
        faults: &mut Faults,
        progress: &(dyn Fn(u64) + Send + Sync),
    ) -> Result<(), Stop> {
        let mut whole = Whole::default();
        while !faults.enough() {
            progress(lines.bytes_read());
            let (number, text) = match lines.next() {
                Ok(Some(line)) => line,
                Ok(None) => break,
                Err(fault) => {
                    faults.note([fault]);
                    return Ok(());
                }
            };
            let found = match serde_json::from_str(text) {
                Ok(line) => self.line(number, line, &mut whole).await?,
                Err(_) => vec![fault::of_json::<Line<'_>>(number, text)],
            };
            self.import.writing &= found.is_empty();
            faults.note(found);
        }
        faults.note(whole.fault(self.summary.cases + self.summary.known));
        Ok(())
    }

    async fn line(
        &mut self,
        number: usize,
        line: Line<'_>,
        whole: &mut Whole,
    ) -> Result<Vec<Fault>, store::Error> {
        let done = match line {
            Line::Export(_) => {
                whole.is_export = true;
                Ok(())
            }
            Line::End(end) => {
                whole.end = Some((number, end));
                Ok(())
            }
            Line::Organisation(line) => self.organisation(number, line).await?,
            Line::Partnership(line) => self.partnership(number, line).await?,
            Line::Person(line) => self.person(number, line).await?,
            Line::Holiday(day) => {
                let holidays = self.there.calendar.holidays().clone().with(day);
                self.holidays(number, holidays).await?
            }
            Line::Holidays(days) => {
                let holidays = self.there.calendar.holidays().clone().merge(days.into_iter().collect());
                self.holidays(number, holidays).await?
            }
            Line::Case(line) => return self.case(number, &line).await,
            Line::Record(text) => self.record(number, text.get()).await?,
        };
        Ok(done.err().into_iter().collect())
    }

    /// Puts a new case with those that wait to be written.
    pub(crate) async fn keep(&mut self, history: History) -> Result<(), store::Error> {
        self.batch.push(history);
        if self.batch.iter().map(|history| history.entries.len()).sum::<usize>() >= BATCH {
            self.write().await?;
        }
        Ok(())
    }

    /// Cases above a change are counted by what held above it.
    pub(crate) async fn change_basis(&mut self) -> Result<(), store::Error> {
        self.write().await?;
        self.basis = None;
        self.moved = true;
        Ok(())
    }

    async fn write(&mut self) -> Result<(), store::Error> {
        if self.batch.is_empty() || !self.import.writing {
            return Ok(());
        }
        let basis = match self.basis.take() {
            Some(basis) => basis,
            None => Basis::load(self.tx).await?,
        };
        transfer::append_histories(self.tx, &basis, &self.batch).await?;
        self.batch.clear();
        self.basis = Some(basis);
        Ok(())
    }

    async fn finish(mut self, old: &Basis) -> Result<Summary, Stop> {
        self.write().await?;
        if self.moved {
            let new = Basis::load(self.tx).await?;
            store::recount::recount(self.tx, old, &new).await?;
        }
        Ok(self.summary)
    }
}

/// Whether a file that says it is an export came to its end.
#[derive(Default)]
struct Whole {
    is_export: bool,
    end: Option<(usize, EndLine)>,
}

impl Whole {
    fn fault(self, cases: u64) -> Option<Fault> {
        match self.end {
            None if self.is_export => {
                Some(Fault::of_file("the export does not come to its end: the file has been cut off"))
            }
            Some((line, end)) if end.cases != cases => Some(Fault::at(
                line,
                format!("the export held {} cases and the file holds {cases}", end.cases),
            )),
            _ => None,
        }
    }
}
