//! The service as it is started: its address, its post, its clock.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::ensure;
use chrono::{DateTime, TimeDelta, Utc};
use clap::Args;
use mail::{Letterhead, Mailbox, Mailer};
use ring::rand::{SecureRandom, SystemRandom};
use store::Db;
use uuid::Uuid;
use web::{App, Clock, Options};

use crate::clock;
use crate::examples::{self, Pretended};
use crate::post::ByMail;

/// How the service is reached, and how it writes.
#[derive(Args)]
pub(crate) struct Service {
    /// The address people type, such as `https://cspr.northmere.example`
    #[arg(long, env = "CSPR_ORIGIN", default_value = "http://127.0.0.1:8080", value_name = "URL")]
    pub(crate) origin: String,
    /// Where letters go: `smtp://USER:PASSWORD@HOST`, `smtps://…`, or `files:DIRECTORY`
    #[arg(
        long,
        env = "CSPR_MAIL",
        default_value = "files:var/mail",
        hide_env_values = true,
        value_name = "ADDRESS"
    )]
    mail: String,
    /// The address letters come from
    #[arg(long, env = "CSPR_MAIL_FROM", default_value = "cspr@localhost.localdomain", value_name = "EMAIL")]
    mail_from: String,
    /// The address of the business unit, where replies go
    #[arg(long, env = "CSPR_REPLY_TO", default_value = "cspr@localhost.localdomain", value_name = "EMAIL")]
    reply_to: String,
    /// Where letters that could not be delivered come back to: a mailbox file, or a directory with one message a file
    #[arg(long, env = "CSPR_BOUNCES", value_name = "PATH")]
    bounces: Option<PathBuf>,
    /// The telephone number of the business unit, for the help page and error pages
    #[arg(long, env = "CSPR_TELEPHONE", value_name = "NUMBER")]
    telephone: Option<String>,
    /// Believe what a proxy in front says of where requests come from
    #[arg(long, env = "CSPR_BEHIND_PROXY")]
    behind_proxy: bool,
    /// How many requests are answered at the same time
    #[arg(long, env = "CSPR_MOST_AT_ONCE", default_value_t = 256, value_name = "NUMBER")]
    most_at_once: usize,
    /// On a record of example data: the day that is made out to be today, or the time, such as 2026-03-26T09:00
    #[arg(long, value_name = "DATE")]
    example_day: Option<Pretended>,
}

impl Service {
    /// The service over an open record.
    pub(crate) async fn app(&self, db: Db) -> anyhow::Result<App> {
        let (examples, clock) = self.clock(&db).await?;
        let options = Options {
            origin: self.origin.trim_end_matches('/').to_owned(),
            telephone: self.telephone.clone(),
            examples,
            behind_proxy: self.behind_proxy,
            most_at_once: self.most_at_once,
        };
        let post = Arc::new(ByMail(self.mailer()?));
        Ok(App::new(db, Arc::new(clock), post, options).await?)
    }

    /// Where letters go.
    pub(crate) fn mailer(&self) -> anyhow::Result<Mailer> {
        let head = Letterhead::new(&self.mail_from, "the business unit", &self.reply_to, &self.origin)?;
        let head = match &self.telephone {
            Some(telephone) => head.with_phone(telephone)?,
            None => head,
        };
        Ok(Mailer::from_address(&self.mail, head)?)
    }

    /// Where letters come back to, where that is read.
    pub(crate) fn mailbox(&self) -> Option<Mailbox> {
        self.bounces.as_ref().map(Mailbox::at)
    }

    /// Now, by the clock of a record.
    pub(crate) async fn now(&self, db: &Db) -> anyhow::Result<DateTime<Utc>> {
        Ok(self.clock(db).await?.1.now())
    }

    /// Whether a record holds example data, and its clock.
    async fn clock(&self, db: &Db) -> anyhow::Result<(bool, Shifted)> {
        let examples = examples::are_in(db).await?;
        ensure!(
            examples || self.example_day.is_none(),
            "this record does not hold example data: leave --example-day out"
        );
        ensure!(
            !examples || examples::is_this_machine(&self.origin),
            "this record holds example data, and anybody may sign in as anybody: it is served on this machine only, \
            so leave --origin out"
        );
        let ahead = if examples { examples::ahead(self.example_day) } else { TimeDelta::zero() };
        Ok((examples, Shifted(ahead)))
    }
}

/// The real time, or the real time of day on another day where the cases are invented.
struct Shifted(TimeDelta);

impl Clock for Shifted {
    fn now(&self) -> DateTime<Utc> {
        clock::now() + self.0
    }

    fn id(&self) -> Uuid {
        clock::new_id()
    }

    fn token(&self) -> [u8; 32] {
        let mut token = [0; 32];
        // Without chance nobody may be let in, so nothing goes on.
        SystemRandom::new().fill(&mut token).expect("the machine gives random bytes");
        token
    }
}
