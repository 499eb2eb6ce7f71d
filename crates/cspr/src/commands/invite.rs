//! `cspr invite`: a first link, printed here, so that an installation can begin without a mail server.

use std::io::Write;

use anyhow::{Context, bail, ensure};
use case::{Membership, OrganisationId, PersonId, Role};
use chrono::TimeDelta;
use clap::Args;
use serde_json::Value;
use store::people::{self, Person};
use store::{Db, Error, Tx};
use web::{AccessChange, Managers};

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
        let membership = self.membership(&record).await?;
        let managers = Managers::of(&mut record.db.snapshot().await?, &[membership.partnership]).await?;
        let (person, is_given) = self.person(&record.db, membership).await?;
        let app = self.service.app(record.db.clone()).await?;
        let link = web::new_link(&app, person.id, "/".to_owned(), TimeDelta::hours(HOURS)).await?;
        let given = AccessChange::RoleGiven(self.role);
        let untold = if is_given { managers.inform(&app, None, &person, given).await } else { 0 };
        let link = format!("{}{}", app.options().origin, link.path);
        self.print(&link, out)?;
        ensure!(
            untold == 0,
            "the role is given and the link above works, but {untold} of {} managers could not be told by email: tell \
            them, and see to --mail",
            managers.count()
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

    /// The person of this address, who is added where there is none and has the role from now on; and whether they did
    /// not have it before.
    async fn person(&self, db: &Db, membership: Membership) -> anyhow::Result<(Person, bool)> {
        let email = self.email.to_lowercase();
        let known = people::person_by_email(&mut db.glance().await?, &email).await?;
        let person = match known {
            Some(person) => Person {
                name: self.name.clone().or(person.name),
                job_title: self.job_title.clone().or(person.job_title),
                ..person
            },
            None => Person {
                id: PersonId(clock::new_id()),
                name: Some(self.name.clone().context("this person is new: give --name too")?),
                job_title: self.job_title.clone(),
                email: Some(email),
                date_of_birth: None,
                erased_at: None,
            },
        };
        let kept = person.clone();
        let keep = db.write(move |tx| Box::pin(async move { keep(tx, &kept, &membership).await }));
        Ok((person, keep.await?))
    }
}

/// Gives whether the role is new to them.
async fn keep(tx: &mut Tx, person: &Person, membership: &Membership) -> Result<bool, Error> {
    let held = people::actor(tx, person.id).await?.memberships;
    people::save_person(tx, person).await?;
    people::save_membership(tx, person.id, membership).await?;
    Ok(!held.contains(membership))
}
