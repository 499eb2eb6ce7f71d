//! `cspr people`, `cspr organisations` and `cspr partnerships`: who and what the record knows.

use std::collections::BTreeMap;
use std::io::Write;

use clap::Args;
use serde_json::json;
use store::people;

use crate::output;
use crate::record::Record;
use crate::settings::Settings;
use crate::table::Table;

/// How to print a list.
#[derive(Args)]
pub(crate) struct List {
    /// Print the list as JSON
    #[arg(long)]
    json: bool,
}

impl List {
    /// Everyone, with the roles they hold.
    pub(crate) async fn people(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        record.operator_only("lists people")?;
        let mut tx = record.db.snapshot().await?;
        let mut roles = BTreeMap::<_, Vec<_>>::new();
        for (person, membership) in people::memberships(&mut tx).await? {
            let partnership = record.partnership_slug(membership.partnership);
            roles.entry(person).or_default().push((membership.role, partnership));
        }
        let people = people::people(&mut tx).await?;
        if self.json {
            let people: Vec<_> = people
                .iter()
                .map(|person| {
                    let roles = roles.get(&person.id).into_iter().flatten();
                    let roles: Vec<_> =
                        roles.map(|(role, of)| json!({"role": role, "partnership": of})).collect();
                    json!({"id": person.id, "name": person.name, "job_title": person.job_title,
                        "email": person.email, "erased_at": person.erased_at, "roles": roles})
                })
                .collect();
            return output::json(out, &people);
        }
        let mut table = Table::new(&["NAME", "EMAIL", "ROLES", "ID"]);
        for person in people {
            let roles = roles.get(&person.id).into_iter().flatten();
            let roles: Vec<_> = roles.map(|(role, of)| format!("{role}, {of}")).collect();
            let name = person.name.unwrap_or_else(|| "(erased)".to_owned());
            table.row([name, person.email.unwrap_or_default(), roles.join("; "), person.id.to_string()]);
        }
        Ok(table.print(out)?)
    }

    /// Every organisation.
    pub(crate) async fn organisations(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        let organisations = people::organisations(&mut record.db.glance().await?).await?;
        if self.json {
            let list: Vec<_> = organisations
                .iter()
                .map(|one| json!({"id": one.id, "kind": one.kind, "name": one.name}))
                .collect();
            return output::json(out, &list);
        }
        let mut table = Table::new(&["NAME", "KIND", "ID"]);
        for one in organisations {
            table.row([one.name, one.kind, one.id.to_string()]);
        }
        Ok(table.print(out)?)
    }

    /// Every partnership, with its members.
    pub(crate) async fn partnerships(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        let mut tx = record.db.snapshot().await?;
        let names: BTreeMap<_, _> =
            people::organisations(&mut tx).await?.into_iter().map(|one| (one.id, one.name)).collect();
        let mut members = BTreeMap::<_, Vec<_>>::new();
        for (partnership, organisation) in people::partnership_members(&mut tx).await? {
            members.entry(partnership).or_default().extend(names.get(&organisation).cloned());
        }
        if self.json {
            let list: Vec<_> = record
                .partnerships
                .iter()
                .map(|one| {
                    json!({"id": one.id, "slug": one.slug, "name": one.name, "members": members.get(&one.id)})
                })
                .collect();
            return output::json(out, &list);
        }
        let mut table = Table::new(&["SLUG", "NAME", "MEMBERS"]);
        for one in &record.partnerships {
            let members = members.get(&one.id).map(|members| members.join(", ")).unwrap_or_default();
            table.row([one.slug.clone(), one.name.clone(), members]);
        }
        Ok(table.print(out)?)
    }
}
