//! The questions that give somebody a role: which one, through which organisation, in which partnership.

use case::{Membership, OrganisationId, PartnershipId, Role};
use store::people::{self, Organisation};

use super::administers::Administers;
use crate::app::App;
use crate::error::Error;
use crate::form::asked::code;
use crate::form::question::{Offer, Question, required_one_of};
use crate::form::{Problems, Questions, Read};
use crate::text::grammar::upper_first;

const ORGANISATION: Question<OrganisationId> = required_one_of("organisation", "Organisation they work for")
    .missing("Select the organisation they work for")
    .not_offered("Select an organisation that belongs to this partnership")
    .in_a_list();
const ROLE: Question<Role> = required_one_of("role", "Role").missing("Select their role");

/// Why an administrator is not offered the other roles.
const MANAGER_GIVES: &str = "A role that opens cases is given by a business unit manager of the partnership";

/// What each role is for, so that nobody is given more than they need.
fn purpose(role: Role) -> &'static str {
    match role {
        Role::BusinessUnit => "Keeps the record of the cases they are put on",
        Role::BusinessUnitManager => "Sees every case of the partnership, and manages its people and access",
        Role::Council => "Speaks for the council in the cases they are put on, and records its decisions",
        Role::Icb => "Speaks for the NHS in the cases they are put on, and records its decisions",
        Role::Police => "Speaks for the police in the cases they are put on, and records their decisions",
        Role::PanelLiaison => "Deals with the National Panel in the cases they are put on",
        Role::Contributor => "Answers what their own agency is asked, and sees no more of a case",
        Role::Reviewer => "Conducts a local review they are appointed to",
        Role::Administrator => "Manages people and settings, and sees no case",
        Role::Operator => "Holds the machine",
    }
}

/// The questions, with the organisations somebody can work for, each in its partnership.
pub(super) struct RoleQuestions<'a> {
    administers: &'a Administers,
    organisations: Vec<(PartnershipId, Organisation)>,
}

impl<'a> RoleQuestions<'a> {
    /// With what the visitor can offer.
    pub(super) async fn load(app: &App, administers: &'a Administers) -> Result<Self, Error> {
        let mut tx = app.db().snapshot().await?;
        let mut organisations = Vec::new();
        for of in &administers.of {
            let members = people::organisations_of(&mut tx, *of).await?;
            organisations.extend(members.into_iter().map(|one| (*of, one)));
        }
        Ok(Self { administers, organisations })
    }

    /// The questions after these.
    pub(super) fn ask<'q>(&self, app: &App, questions: Questions<'q>) -> Questions<'q> {
        let mut organisations = vec![Offer::nothing("Choose an organisation")];
        let mut met = Vec::new();
        for (_, one) in &self.organisations {
            if !met.contains(&one.id) {
                met.push(one.id);
                organisations.push(Offer::new(&one.id, &one.name));
            }
        }
        let gives_all = self.administers.of.iter().any(|of| self.administers.sees_cases_of(*of));
        let offered = |role: &&Role| **role != Role::Operator && (gives_all || !role.opens_cases());
        let roles = Role::ALL.iter().filter(offered);
        let role = ROLE
            .among(roles.map(|role| Offer::new(role, upper_first(role.label())).hint(purpose(*role))))
            .hinted(if gives_all { "" } else { MANAGER_GIVES });
        questions
            .ask_each(self.administers.ask_partnership(&app.known()))
            .ask(ORGANISATION.among(organisations))
            .ask(role)
    }

    /// Notes what is wrong with the answers together.
    pub(super) fn check(&self, read: &Read<'_>, problems: &mut Problems) {
        let partnership = self.administers.partnership(read);
        let (Some(partnership), Some(organisation)) = (partnership, read.maybe(&ORGANISATION)) else {
            return;
        };
        let is_here = |(of, one): &&(_, Organisation)| *of == partnership && one.id == organisation;
        let Some((_, organisation)) = self.organisations.iter().find(is_here) else {
            let message = "Select an organisation that belongs to this partnership";
            return problems.add(ORGANISATION.name, message);
        };
        let Some(role) = read.maybe(&ROLE) else { return };
        if self.administers.gives(role, partnership) {
            check_voice(problems, role, organisation);
        } else {
            problems.add(ROLE.name, MANAGER_GIVES);
        }
    }

    /// The role that was chosen.
    pub(super) fn chosen(&self, read: &Read<'_>) -> Option<Membership> {
        let partnership = self.administers.partnership(read)?;
        Some(Membership { organisation: read.of(&ORGANISATION), partnership, role: read.of(&ROLE) })
    }
}

/// Nobody speaks for the police through a council: where the sort of body is one we know, it has to be the right one.
fn check_voice(problems: &mut Problems, role: Role, organisation: &Organisation) {
    let Some(partner) = role.partner() else { return };
    let known = ["council", "icb", "police", "business_unit", "agency"];
    if known.contains(&organisation.kind.as_str()) && organisation.kind != code(&partner) {
        let message =
            format!("Select the {partner} that they speak for. {} is something else", organisation.name);
        problems.add(ORGANISATION.name, message);
    }
}
