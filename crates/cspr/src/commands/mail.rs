//! `cspr mail`: whether email arrives.

use std::io::Write;

use anyhow::bail;
use clap::{Args, Subcommand};
use mail::{Contents, EmailAddress, Letter, MessageKey, Outcome, SendError, StaffName, Trial};
use serde_json::json;

use crate::clock;
use crate::output;
use crate::service::Service;

/// What to do with email.
#[derive(Args)]
pub(crate) struct Mail {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Send one harmless letter, and say what became of it
    Test(Test),
}

#[derive(Args)]
struct Test {
    /// Whom to send it to
    #[arg(value_name = "EMAIL")]
    address: String,
    /// Print what became of it as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    service: Service,
}

impl Mail {
    pub(crate) async fn run(&self, out: &mut dyn Write) -> anyhow::Result<()> {
        let What::Test(test) = &self.what;
        test.run(out).await
    }
}

impl Test {
    async fn run(&self, out: &mut dyn Write) -> anyhow::Result<()> {
        let mailer = self.service.mailer()?;
        let letter = Letter {
            key: MessageKey::new(clock::new_id().to_string())?,
            written: clock::now(),
            to: EmailAddress::new(&self.address)?,
            name: StaffName::new(""),
            contents: Contents::Trial(Trial),
        };
        let sent = mailer.send(&letter).await;
        let message_id = mailer.message_id(&letter.key);
        if self.json {
            let answer = sent.as_ref().err().map(ToString::to_string);
            let outcome = outcome(sent.as_ref());
            output::json(
                out,
                &json!({"to": self.address, "outcome": outcome, "answer": answer, "message_id": message_id}),
            )?;
        }
        match sent {
            Ok(()) if self.json => Ok(()),
            Ok(()) => {
                writeln!(out, "The letter was taken: {mailer}")?;
                Ok(writeln!(out, "Look for it in the mailbox of {}, as {message_id}", self.address)?)
            }
            Err(error) => bail!("{error} ({mailer})"),
        }
    }
}

fn outcome(sent: Result<&(), &SendError>) -> &'static str {
    match sent.map_err(SendError::outcome) {
        Ok(()) => "taken",
        Err(Outcome::Temporary) => "try_again",
        Err(Outcome::Permanent) => "refused",
        Err(Outcome::Unclear) => "uncertain",
    }
}
