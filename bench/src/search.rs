//! A search for a word that nearly every entry has, as the manager of all cases, against a bare query of the index.

use std::hint::black_box;
use std::time::{Duration, Instant};

use anyhow::ensure;
use case::{Actor, Membership, OrganisationId, PartnershipId, PersonId, Role};
use sqlx::{Connection, SqliteConnection};
use uuid::Uuid;

use crate::place::{Place, today};
use crate::reminders::at;
use crate::report::{Report, Target};
use crate::timing::{median, ratio, show};

const ROUNDS: usize = 9;
/// How many entries a page shows.
const SHOWN: usize = 50;
const WORD: &str = "visit";

/// Measures it over the largest record.
pub(crate) async fn run(place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let size = place.largest();
    let (db, _) = size.open().await?;
    let mut bare = SqliteConnection::connect(&size.address()).await?;
    let (mut searched, mut asked) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let found = store::search::open(&db, &manager(), at(today(), 9), WORD, SHOWN).await?;
        searched.push(start.elapsed());
        ensure!(found.len() == SHOWN, "{} entries have the word", found.len());
        asked.push(index(&mut bare).await?);
    }
    db.close().await;
    let (searched, asked) = (median(searched), median(asked));
    report.add(
        "search for a common word, as manager",
        show(searched),
        show(asked),
        ratio(searched, asked),
        &Target::AtMost(3.0),
    );
    Ok(())
}

fn manager() -> Actor {
    let membership = Membership {
        organisation: OrganisationId(import::id_of("council")),
        partnership: PartnershipId(import::id_of("measured")),
        role: Role::BusinessUnitManager,
    };
    Actor { person: PersonId(import::id_of("measurer")), memberships: vec![membership], operator: false }
}

/// The newest entries with the word, whoever may see them.
async fn index(bare: &mut SqliteConnection) -> anyhow::Result<Duration> {
    let start = Instant::now();
    let rows: Vec<(Uuid, i64)> = sqlx::query_as(
        "select e.case_id, e.seq from search_index i cross join search_entry e on e.id = i.rowid
         where search_index match $1 order by e.recorded_at desc, e.case_id desc, e.seq desc limit $2",
    )
    .bind(format!("\"{WORD}\"*"))
    .bind(i64::try_from(SHOWN)?)
    .fetch_all(bare)
    .await?;
    black_box(rows);
    Ok(start.elapsed())
}
