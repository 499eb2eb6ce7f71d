//! `cspr migrate`: makes the tables of a record, or brings them up to date.

use std::io::Write;

use clap::Args;
use store::Db;

use crate::settings::Settings;

/// Nothing more to say.
#[derive(Args)]
pub(crate) struct Migrate {}

impl Migrate {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        Db::migrate(&settings.database).await?.close().await;
        Ok(writeln!(out, "The tables of {} are up to date", settings.shown_database())?)
    }
}
