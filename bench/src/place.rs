//! Where the measuring happens: the program, the files, and the records made from them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

use anyhow::{Context, ensure};
use chrono::NaiveDate;
use store::{Basis, Db};

/// The folder, the program, and the sizes measured, smallest first.
pub(crate) struct Place {
    pub(crate) folder: PathBuf,
    pub(crate) cspr: PathBuf,
    pub(crate) sizes: Vec<Size>,
}

/// One file of invented cases and the record that is made of it.
pub(crate) struct Size {
    pub(crate) cases: usize,
    pub(crate) file: PathBuf,
    pub(crate) record: PathBuf,
}

impl Place {
    /// Finds the program and says where the files are. Everything stays in the build folder.
    pub(crate) fn prepare(cases: usize) -> anyhow::Result<Self> {
        let target =
            env::current_exe()?.parent().and_then(Path::parent).context("not in a build folder")?.to_owned();
        let folder = target.join("bench");
        fs::create_dir_all(&folder)?;
        let cspr = target.join("release/cspr");
        ensure!(cspr.exists(), "there is no {}: run `make bench`, which builds it", cspr.display());
        let sizes = [cases / 100, cases / 10, cases]
            .into_iter()
            .map(|cases| {
                let file = folder.join(format!("cases-{cases}.jsonl"));
                Size { cases, file, record: folder.join(format!("record-{cases}.db")) }
            })
            .collect();
        Ok(Self { folder, cspr, sizes })
    }

    /// The largest record.
    pub(crate) fn largest(&self) -> &Size {
        &self.sizes[self.sizes.len() - 1]
    }
}

impl Size {
    /// The address of the record.
    pub(crate) fn address(&self) -> String {
        format!("sqlite:{}", self.record.display())
    }

    /// Opens the record.
    pub(crate) async fn open(&self) -> anyhow::Result<(Db, Arc<Basis>)> {
        let db = Db::open(&self.address()).await?;
        let basis = Arc::new(Basis::load(&mut db.snapshot().await?).await?);
        Ok((db, basis))
    }
}

/// A day in the middle of the invented cases.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).expect("a real day")
}
