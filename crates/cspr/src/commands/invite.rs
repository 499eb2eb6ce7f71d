//! `cspr invite`: a first link, printed here, so that an installation can begin without a mail server.

use std::io::Write;

use anyhow::{bail, ensure};
use case::{Membership, OrganisationId, PersonId, Role};
use chrono::TimeDelta;
use clap::Args;
use serde_json::Value;
use store::administration::Author;
use store::administration::accounts::{self, Added};
use store::people::{self, Person};
use store::{Error, Tx};
use web::AccessChange;

use crate::clock;
use crate::examples;
use crate::output;
use crate::record::Record;
use crate::service::Service;
use crate::settings::Settings;

/// How long an invitation works, in hours.
const HOURS: i64 = 24;

/// Whom to invite.
#[derive(Args)]
pub(crate) struct Invite {
    /// The address they will sign in with
    #[arg(value_name = "EMAIL")]
    email: String,
    /// What they do: `business_unit_manager`, `business_unit`, `council`, `icb`, `police`, `panel_liaison`, `contributor`,
    /// `reviewer` or `administrator`
    #[arg(long, value_parser = role)]
    role: Role,
    /// The partnership, where there are several
    #[arg(long, value_name = "SLUG")]
    partnership: Option<String>,
    /// The organisation they work for, as its key or id
    #[arg(long, value_name = "KEY")]
    organisation: String,
    /// Their name
    #[arg(long)]
    name: Option<String>,
    /// Their post, as it appears on decisions
    #[arg(long)]
    job_title: Option<String>,
    /// Print the link as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    service: Service,
}

fn role(text: &str) -> Result<Role, String> {
    let code = Value::String(text.replace('-', "_"));
    let role = serde_json::from_value(code)
        .map_err(|_| format!("“{text}” is not a role: see `cspr help invite`"))?;
    if role == Role::Operator {
        Err("the operator works at the command line and needs no link".to_owned())
    } else {
        Ok(role)
    }
}

impl Invite {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        record.operator_only("invites")?;
        examples::refuse_in(&record.db).await?;
        let role = self.membership(&record).await?;
        let added = self.admit(&record, role).await?;
        let app = self.service.app(record.db.clone()).await?;
        let link = web::new_link(&app, added.person.id, "/".to_owned(), TimeDelta::hours(HOURS)).await?;
        let given = AccessChange::RoleGiven(self.role);
        let untold = web::inform_managers(&app, &added.managers, None, &added.person, given).await;
        let link = format!("{}{}", app.options().origin, link.path);
        self.print(&link, out)?;
        ensure!(
            untold == 0,
            "the role is given and the link above works, but {untold} of {} managers could not be told by email: tell \
            them, and see to --mail",
            added.managers.count()
        );
        Ok(())
    }

    fn print(&self, link: &str, out: &mut dyn Write) -> anyhow::Result<()> {
        if self.json {
            return output::json(
                out,
                &serde_json::json!({"email": self.email, "link": link, "hours": HOURS}),
            );
        }
        writeln!(out, "{link}")?;
        writeln!(
            out,
            "It signs {} in once, within {HOURS} hours. Hand it over safely: who has it, has their access",
            self.email
        )?;
        if self.role.opens_cases() {
            let letters = self.service.mailer()?;
            writeln!(out, "The managers there were before are told of it by email: {letters}")?;
        }
        Ok(out.flush()?)
    }

    async fn membership(&self, record: &Record) -> anyhow::Result<Membership> {
        let partnership = match (&self.partnership, record.partnerships.as_slice()) {
            (Some(slug), _) => record.partnership(slug)?.id,
            (None, [only]) => only.id,
            (None, []) => bail!("there is no partnership yet: import one, as docs/operating.md shows"),
            (None, _) => bail!("there are several partnerships: say which with --partnership"),
        };
        let id = OrganisationId(import::id_of(&self.organisation));
        let known = people::organisations(&mut record.db.glance().await?).await?;
        if !known.iter().any(|organisation| organisation.id == id) {
            bail!("there is no organisation {}: `cspr organisations` lists them", self.organisation);
        }
        Ok(Membership { organisation: id, partnership, role: self.role })
    }

    /// The person of this address, who is added where there is none, has the role from now on, and is noted as invited.
    async fn admit(&self, record: &Record, role: Membership) -> anyhow::Result<Added> {
        let email = self.email.to_lowercase();
        let known = people::person_by_email(&mut record.db.glance().await?, &email).await?;
        ensure!(known.is_some() || self.name.is_some(), "this person is new: give --name too");
        let new = Person {
            id: PersonId(clock::new_id()),
            name: self.name.clone(),
            job_title: self.job_title.clone(),
            email: Some(email),
            date_of_birth: None,
            erased_at: None,
        };
        let author = record.author();
        let admit = record.db.write(move |tx| Box::pin(async move { admit(tx, author, new, &role).await }));
        Ok(admit.await?)
    }
}

async fn admit(tx: &mut Tx, author: Author, new: Person, role: &Membership) -> Result<Added, Error> {
    let added = accounts::add(tx, author, &new, role).await?;
    let known = added.person;
    let person =
        Person { name: new.name.or(known.name), job_title: new.job_title.or(known.job_title), ..known };
    // The address stays, so no manager is to be told of this.
    let _ = accounts::change(tx, author, &person, None).await?;
    accounts::invited(tx, author, person.id).await?;
    Ok(Added { person, ..added })
}
