//! `cspr serve` over one record, with somebody signed in who runs the partnership.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Context;
use case::{Membership, OrganisationId, PartnershipId, PersonId, Role};
use chrono::{DateTime, Utc};
use store::people::{self, Person};
use store::session::{self, Session};
use store::{Db, Digest, Error, Tx};

use super::load::Ask;
use super::{bare, floors};
use crate::place::{Place, Size};
use crate::process::anonymous;

/// The token of the session, as its browser has it.
const TOKEN: [u8; 32] = [0x5e; 32];

/// A service that runs until this is dropped.
pub(crate) struct Served {
    child: Child,
    address: SocketAddr,
    db: Db,
    now: DateTime<Utc>,
    /// How long it took from starting the program to its first page.
    pub(crate) started_in: Duration,
}

impl Served {
    /// Starts the service and waits for its first page.
    pub(crate) async fn start(place: &Place, size: &Size) -> anyhow::Result<Self> {
        let (db, _) = size.open().await?;
        let now = now();
        db.write(move |tx| Box::pin(sign_in(tx, now))).await?;
        let start = Instant::now();
        let mut child = Command::new(&place.cspr)
            .args(["--database", &size.address(), "serve", "--listen", "127.0.0.1:0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("cspr does not start")?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().context("no output")?).read_line(&mut line)?;
        let address = line.trim().rsplit('/').next().unwrap_or_default().parse().context(line.clone())?;
        let mut served = Self { child, address, db, now, started_in: Duration::ZERO };
        served.page("/cases").once().await?;
        served.started_in = start.elapsed();
        Ok(served)
    }

    /// A page of the service, asked for by the person who is signed in.
    pub(crate) fn page(&self, path: &str) -> Ask {
        let token = Digest(TOKEN).to_string();
        Ask::page(self.address, path, &format!("session={token}"))
    }

    /// The address of the floors, one of which answers these bytes.
    pub(crate) async fn floors(&self, page: Vec<u8>) -> anyhow::Result<SocketAddr> {
        floors::serve(self.db.clone(), token(), self.now, page).await
    }

    /// The same page without what is around it.
    pub(crate) async fn bare(&self, path: &str) -> anyhow::Result<Ask> {
        Ok(Ask::page(bare::serve(self.db.clone(), token(), self.now).await?, path, ""))
    }

    /// The memory of its own that the service holds, in bytes.
    pub(crate) fn memory(&self) -> anyhow::Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        anonymous(&status).context("the memory of the service cannot be seen")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn token() -> Digest {
    use sha2::{Digest as _, Sha256};
    Digest(Sha256::digest(TOKEN).into())
}

fn now() -> DateTime<Utc> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the session must be one of today for the program that is measured"
    )]
    Utc::now()
}

#[expect(clippy::disallowed_methods, reason = "the record is set up to be measured")]
async fn sign_in(tx: &mut Tx, now: DateTime<Utc>) -> Result<(), Error> {
    let person = Person {
        id: PersonId(import::id_of("measurer")),
        name: Some("Measurer".to_owned()),
        job_title: Some("Partnership business manager".to_owned()),
        email: Some("measurer@measured.example".to_owned()),
        date_of_birth: None,
        erased_at: None,
    };
    people::save_person(tx, &person).await?;
    let membership = Membership {
        organisation: OrganisationId(import::id_of("council")),
        partnership: PartnershipId(import::id_of("measured")),
        role: Role::BusinessUnitManager,
    };
    people::save_membership(tx, person.id, &membership).await?;
    session::end(tx, token()).await?;
    let started = Session {
        person: person.id,
        started_at: now,
        seen_at: now,
        device: "A measure".to_owned(),
        flash: None,
    };
    session::start(tx, token(), &started).await
}
