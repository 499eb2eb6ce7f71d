//! `cspr remind`: one pass of reminders by hand.

use std::io::Write;

use anyhow::{Context, bail, ensure};
use chrono::{DateTime, Utc};
use clap::Args;
use mail::{Pass, Reminders, Sending};
use serde::Serialize;
use store::reminders::Fate;

use crate::clock;
use crate::output::{self, several, short};
use crate::record::Record;
use crate::service::Service;
use crate::settings::Settings;
use crate::table::Table;

/// How to make and send reminders.
#[derive(Args)]
#[command(
    after_help = "It ends with 0 when everything that is due was sent, and with 1 when a letter failed or is uncertain, or when \
    another process has the record’s reminders. Letters leave from 8am to 6pm on working days."
)]
pub(crate) struct Remind {
    /// Do it once; `cspr serve` does it every minute
    #[arg(long, required = true)]
    once: bool,
    /// As if it were this time in London, such as 2026-03-26T09:00
    #[arg(long, value_name = "TIME", value_parser = clock::read)]
    at: Option<DateTime<Utc>>,
    /// Only list the reminders that would be made
    #[arg(long)]
    dry_run: bool,
    /// Print what was done as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    service: Service,
}

/// What was done, in numbers of reminders; `letters` counts letters.
#[derive(Default, Serialize)]
struct Done {
    dry_run: bool,
    made: u64,
    passed_over: u64,
    withdrawn: u64,
    letters: u64,
    sent: u64,
    again: u64,
    uncertain: u64,
    failed: u64,
    bounced: u64,
    reminders: Vec<One>,
}

/// A reminder that was made, or would be.
#[derive(Serialize)]
struct One {
    case: case::CaseId,
    clock: String,
    due: calendar::NaiveDate,
    occasion: String,
    kind: case::reminders::Kind,
    recipient: case::PersonId,
    passed_over: Option<String>,
}

impl Remind {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        record.operator_only("sends reminders")?;
        let now = match self.at {
            Some(at) => at,
            None => self.service.now(&record.db).await?,
        };
        let reminders = Reminders::new(record.db.clone(), self.service.mailer()?, clock::new_id());
        let done = if self.dry_run {
            Done { dry_run: true, ..Done::of(reminders.dry_run(now).await?, Sending::default()) }
        } else {
            let returned = self.service.mailbox().map(|mut mailbox| mailbox.new_messages()).transpose();
            let returned = returned.context("the mailbox of letters that came back cannot be read")?;
            let bounced = reminders.came_back(&returned.unwrap_or_default(), now).await?;
            let done = once(&reminders, now).await.map(|done| Done { bounced: bounced.letters, ..done });
            reminders.stop().await?;
            done?
        };
        if self.json {
            output::json(out, &done)?;
        } else {
            done.print(&record, out).await?;
        }
        out.flush()?;
        ensure!(
            done.failed + done.uncertain == 0,
            "{} failed and {} uncertain: their cases show why",
            several(done.failed, "reminder", "reminders"),
            several(done.uncertain, "is", "are")
        );
        Ok(())
    }
}

async fn once(reminders: &Reminders, now: DateTime<Utc>) -> anyhow::Result<Done> {
    let pass = reminders.pass(now).await?;
    let sending = if pass.held_until.is_none() { reminders.send(now).await? } else { Sending::default() };
    if let Some(until) = pass.held_until.or(sending.held_until) {
        bail!(
            "another process makes the reminders of this record, and has them until {} if it says nothing more",
            clock::in_london(until)
        );
    }
    Ok(Done::of(pass, sending))
}

impl Done {
    fn of(pass: Pass, sending: Sending) -> Self {
        let reminders: Vec<_> = pass
            .made
            .into_iter()
            .map(|made| One {
                case: made.key.case,
                clock: made.key.clock,
                due: made.key.due,
                occasion: made.key.occasion,
                kind: made.kind,
                recipient: made.key.recipient,
                passed_over: match made.fate {
                    Fate::Waits(_) => None,
                    Fate::PassedOver(why) => Some(why),
                },
            })
            .collect();
        let passed_over = reminders.iter().filter(|one| one.passed_over.is_some()).count() as u64;
        Self {
            dry_run: false,
            made: reminders.len() as u64 - passed_over,
            passed_over: passed_over + pass.overtaken + sending.passed_over,
            withdrawn: pass.withdrawn.moved + pass.withdrawn.over + sending.withdrawn,
            letters: sending.letters,
            sent: sending.sent,
            again: sending.again,
            uncertain: sending.uncertain + sending.lapsed.uncertain,
            failed: sending.failed,
            bounced: 0,
            reminders,
        }
    }

    async fn print(&self, record: &Record, out: &mut dyn Write) -> anyhow::Result<()> {
        if !self.reminders.is_empty() {
            let names = record.names().await?;
            let mut table = Table::new(&["REMINDER", "DUE", "WHEN", "TO", "PASSED OVER BECAUSE"]);
            for one in &self.reminders {
                let why = one.passed_over.clone().unwrap_or_default();
                // Under no id it is kept why nobody is told.
                let to =
                    if one.recipient.0.is_nil() { "nobody".to_owned() } else { names.person(one.recipient) };
                table.row([one.clock.clone(), short(one.due), one.occasion.clone(), to, why]);
            }
            table.print(out)?;
            writeln!(out)?;
        }
        if self.dry_run {
            return Ok(writeln!(
                out,
                "{} would be made and {} passed over. Nothing was changed: this was a dry run",
                several(self.made, "reminder", "reminders"),
                self.passed_over
            )?);
        }
        writeln!(
            out,
            "{} made, {} passed over, {} withdrawn",
            several(self.made, "reminder", "reminders"),
            self.passed_over,
            self.withdrawn
        )?;
        if self.bounced > 0 {
            writeln!(out, "{} came back", several(self.bounced, "letter", "letters"))?;
        }
        Ok(writeln!(
            out,
            "{} sent with {}; {} to be tried again, {} uncertain, {} failed",
            several(self.letters, "letter", "letters"),
            several(self.sent, "reminder", "reminders"),
            self.again,
            self.uncertain,
            self.failed
        )?)
    }
}
