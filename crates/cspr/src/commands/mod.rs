//! What the program can be told to do, one file for each command.

mod case;
mod cases;
mod count;
mod due;
mod erase;
mod explain;
mod export;
mod holidays;
mod import;
mod invite;
mod lists;
mod mail;
mod migrate;
mod readings;
mod rebuild;
mod record;
mod remind;
mod search;
mod serve;
pub(crate) mod steps;
mod verify;

use std::io::Write;

use clap::Subcommand;

use crate::settings::Settings;

/// The commands of `cspr`, in the order in which people meet them.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Serve the pages, for browsers
    Serve(Box<serve::Serve>),
    /// Give somebody a role and print their first link
    Invite(Box<invite::Invite>),
    /// Make the tables of a record, or bring them up to date
    Migrate(migrate::Migrate),
    /// Show what is overdue and what is due next
    Due(due::Due),
    /// List the cases
    Cases(cases::Cases),
    /// Show how a case stands: its stage, clocks and history
    Case(case::Case),
    /// Show why a clock's date is that date, day by day
    Explain(explain::Explain),
    /// Find entries by what was written
    Search(search::Search),
    /// Record a step of a case's life, or start a case
    Record(record::Record),
    /// List the steps of a case's life and what each of them asks for
    Steps(steps::Steps),
    /// Count working days or months from a date, and show the working
    Count(count::Count),
    /// Take histories in from a file, all of it or nothing
    Import(import::Import),
    /// Write the whole record as a file that import takes back
    Export(export::Export),
    /// List the bank holidays that count, or change them
    Holidays(holidays::Holidays),
    /// Make and send the reminders that are due, once, by hand
    Remind(Box<remind::Remind>),
    /// See whether email arrives
    Mail(Box<mail::Mail>),
    /// Check that nothing was lost or altered
    Verify(verify::Verify),
    /// Print the last digest of each case, to be kept elsewhere
    Heads(verify::PrintHeads),
    /// Make lists, due dates and searched text again from the events
    Rebuild(rebuild::Rebuild),
    /// Erase what was written in entries, or a person's name, for good
    Erase(erase::Erase),
    /// List who has read of a case, the latest first
    Readings(readings::Readings),
    /// List the people and their roles
    People(lists::List),
    /// List the organisations
    Organisations(lists::List),
    /// List the partnerships and their members
    Partnerships(lists::List),
}

impl Command {
    /// Whether the command goes on until it is told to stop, and needs every core meanwhile.
    pub(crate) fn serves(&self) -> bool {
        matches!(self, Self::Serve(_))
    }

    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        match self {
            Self::Serve(serve) => serve.run(settings, out).await,
            Self::Invite(invite) => invite.run(settings, out).await,
            Self::Migrate(migrate) => migrate.run(settings, out).await,
            Self::Due(due) => due.run(settings, out).await,
            Self::Cases(cases) => cases.run(settings, out).await,
            Self::Case(case) => case.run(settings, out).await,
            Self::Explain(explain) => explain.run(settings, out).await,
            Self::Search(search) => search.run(settings, out).await,
            Self::Record(record) => record.run(settings, out).await,
            Self::Steps(steps) => steps.run(out),
            Self::Count(count) => count.run(settings, out).await,
            Self::Import(import) => import.run(settings, out).await,
            Self::Export(export) => export.run(settings, out).await,
            Self::Holidays(holidays) => holidays.run(settings, out).await,
            Self::Remind(remind) => remind.run(settings, out).await,
            Self::Mail(mail) => mail.run(out).await,
            Self::Verify(verify) => verify.run(settings, out).await,
            Self::Heads(heads) => heads.run(settings, out).await,
            Self::Rebuild(rebuild) => rebuild.run(settings, out).await,
            Self::Erase(erase) => erase.run(settings, out).await,
            Self::Readings(readings) => readings.run(settings, out).await,
            Self::People(list) => list.people(settings, out).await,
            Self::Organisations(list) => list.organisations(settings, out).await,
            Self::Partnerships(list) => list.partnerships(settings, out).await,
        }
    }
}
