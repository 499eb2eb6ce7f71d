//! The questions that give somebody a role: which one, through which organisation, in which partnership.

use case::{Membership, OrganisationId, PartnershipId, Role};
use store::people::{self, Organisation};
use store::{Error, Tx};

use super::administers::Administers;
use crate::app::Known;
use crate::components::{Choice, Html, Radios, Select};
use crate::form::asked::code;
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::parse::Fields;
use crate::text::grammar::upper_first;

/// The organisations somebody can work for, each in its partnership.
pub(crate) struct RoleFields {
    partnerships: Vec<(PartnershipId, String)>,
    organisations: Vec<(PartnershipId, Organisation)>,
    /// The partnerships in which the visitor gives roles that open cases.
    managed: Vec<PartnershipId>,
}

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

impl RoleFields {
    /// What can be chosen from.
    pub(crate) async fn load(tx: &mut Tx, administers: &Administers, known: &Known) -> Result<Self, Error> {
        let mut partnerships = Vec::new();
        let mut organisations = Vec::new();
        for id in &administers.of {
            let name = known.partnership(*id).map_or_else(String::new, |of| of.name.clone());
            partnerships.push((*id, name));
            organisations.extend(people::organisations_of(tx, *id).await?.into_iter().map(|one| (*id, one)));
        }
        let managed = administers.of.iter().copied().filter(|of| administers.sees_cases_of(*of)).collect();
        Ok(Self { partnerships, organisations, managed })
    }

    /// The questions, as they were answered.
    pub(crate) fn ask(&self, answers: &Answers, problems: &Problems) -> Html {
        let partnership = (self.partnerships.len() > 1).then(|| self.partnership(answers, problems));
        let mut organisation = Select::new("organisation", "Organisation they work for")
            .error(problems.of("organisation"))
            .item(Choice::new("", "Choose an organisation"));
        let mut offered = Vec::new();
        for (_, one) in &self.organisations {
            if !offered.contains(&one.id) {
                offered.push(one.id);
                let id = one.id.to_string();
                let chosen = answers.has("organisation", &id);
                organisation = organisation.item(Choice::new(id, &one.name).chosen(chosen));
            }
        }
        let gives_all = !self.managed.is_empty();
        let roles =
            Role::ALL.iter().filter(|role| **role != Role::Operator && (gives_all || !role.opens_cases()));
        let radios = Radios::new("role", "Role").error(problems.of("role"));
        let radios = if gives_all { radios } else { radios.hint(MANAGER_GIVES) };
        let role = roles.fold(radios, |radios, role| {
            let code = code(role);
            let chosen = answers.has("role", &code);
            radios.item(Choice::new(code, upper_first(role.label())).hint(purpose(*role)).chosen(chosen))
        });
        let html = partnership.map_or_else(Html::default, Html::of);
        html.then(organisation.strong()).then(role.strong())
    }

    fn partnership(&self, answers: &Answers, problems: &Problems) -> Select {
        let select = Select::new("partnership", "Partnership")
            .strong()
            .error(problems.of("partnership"))
            .item(Choice::new("", "Choose a partnership"));
        self.partnerships.iter().fold(select, |select, (id, name)| {
            let id = id.to_string();
            let chosen = answers.has("partnership", &id);
            select.item(Choice::new(id, name).chosen(chosen))
        })
    }

    /// The role that was chosen.
    pub(crate) fn read(&self, fields: &mut Fields<'_>) -> Option<Membership> {
        let partnership = match self.partnerships.as_slice() {
            [(only, _)] => Some(*only),
            _ => fields.id("partnership", "Select the partnership").map(PartnershipId),
        };
        let organisation =
            fields.id("organisation", "Select the organisation they work for").map(OrganisationId);
        let mut role = fields.choice::<Role>("role", "Select their role");
        if role == Some(Role::Operator) {
            fields.problems.add("role", "Select their role");
            role = None;
        }
        let (partnership, organisation) = (partnership?, organisation?);
        let here = self.organisations.iter().find(|(of, one)| *of == partnership && one.id == organisation);
        match here {
            None => {
                let message = "Select an organisation that belongs to this partnership";
                fields.problems.add("organisation", message);
                None
            }
            Some((_, one)) => {
                let role = role?;
                if role.opens_cases() && !self.managed.contains(&partnership) {
                    fields.problems.add("role", MANAGER_GIVES);
                    return None;
                }
                check_voice(fields, role, one);
                Some(Membership { organisation, partnership, role })
            }
        }
    }
}

/// Nobody speaks for the police through a council: where the sort of body is one we know, it has to be the right one.
fn check_voice(fields: &mut Fields<'_>, role: Role, organisation: &Organisation) {
    let Some(partner) = role.partner() else { return };
    let known = ["council", "icb", "police", "business_unit", "agency"];
    if known.contains(&organisation.kind.as_str()) && organisation.kind != code(&partner) {
        let message =
            format!("Select the {partner} that they speak for. {} is something else", organisation.name);
        fields.problems.add("organisation", message);
    }
}
