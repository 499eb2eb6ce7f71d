//! The other councils and partnerships that are concerned.

use case::notification::Authorities;
use case::{Case, Command, Fact, OrganisationId, PartnershipId, Step, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::components::{Checkboxes, Choice, Select};
use crate::form::asked::{Asked, Question, Section, and_when, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{councils, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::grammar::and;

/// The other authorities.
pub(super) struct OtherAuthorities;

/// The three councils a case may have: the name of the answer, the question, and the label of the answer.
const COUNCILS: [(&str, &str, &str); 3] = [
    ("incident", "Council where the incident happened", "Where it happened"),
    ("home", "Council where the child lives", "Where the child lives"),
    ("placing", "Council that placed the child", "Placed the child"),
];

fn others(open: &OpenCase) -> impl Iterator<Item = &store::people::Partnership> {
    open.known.partnerships.iter().filter(|one| Some(one.id) != open.case.partnership())
}

impl Form for OtherAuthorities {
    fn path(&self) -> String {
        "/notification/authorities".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Name the other authorities concerned".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["The council where the incident happened notifies and leads. If it happened outside England, the council where \
              the child normally lives does."
            .to_owned()]
    }

    fn button(&self) -> &'static str {
        "Save authorities"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::NameAuthorities(Authorities {
            incident: None,
            home: None,
            placing: None,
            linked: Vec::new(),
        }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        self.recorded(&open.case).unwrap_or_else(|| today(open))
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        let entries = Entries::of(case);
        let (_, event) = entries.last(|fact| matches!(fact, Fact::AuthoritiesNamed(_)))?;
        let Fact::AuthoritiesNamed(named) = &event.fact else { return None };
        let id = |id: Option<OrganisationId>| id.map(|id| id.to_string()).unwrap_or_default();
        let answers = and_when(Answers::default(), "on", event.on)
            .and("incident", id(named.incident))
            .and("home", id(named.home))
            .and("placing", id(named.placing));
        Some(named.linked.iter().fold(answers, |answers, linked| answers.and("linked", linked.to_string())))
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let mut questions: Vec<_> = COUNCILS
            .iter()
            .map(|(name, label, _)| {
                let select = Select::new(*name, *label).strong().error(asked.problems.of(name));
                let select = select.item(Choice::new("", "Not recorded"));
                let select = councils(open).fold(select, |select, one| {
                    select.item(asked.choice(name, &one.id.to_string(), &one.name))
                });
                Question::new(name, select)
            })
            .collect();
        if others(open).next().is_some() {
            let linked = Checkboxes::new("linked", "Other partnerships that may read the case").strong();
            let linked = linked
                .hint("Their people need a place on the access list too")
                .error(asked.problems.of("linked"));
            let linked = others(open).fold(linked, |boxes, one| {
                boxes.item(asked.choice("linked", &one.id.to_string(), &one.name))
            });
            questions.push(Question::new("linked", linked));
        }
        questions.push(asked.when("on", "Since when is this known?"));
        vec![Section::plain(questions)]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let [incident, home, placing] = COUNCILS.map(|(name, label, _)| {
            if fields.answers().one(name).is_empty() {
                return None;
            }
            let id = fields.id(name, &format!("Select the {label}")).map(OrganisationId)?;
            if !councils(open).any(|one| one.id == id) {
                fields.problems.add(name, "Select from the councils that are offered");
            }
            Some(id)
        });
        let linked: Vec<PartnershipId> = fields.choices("linked");
        if linked.iter().any(|id| !others(open).any(|one| one.id == *id)) {
            fields.problems.add("linked", "Select from the partnerships that are offered");
        }
        let on = fields.known_when("on", "Date this became known", open.today);
        let step = Step::NameAuthorities(Authorities { incident, home, placing, linked });
        Some(Command { on, step, words: Words::none() })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let council = |(name, _, label): (&'static str, _, &'static str)| {
            let id = uuid::Uuid::parse_str(answers.one(name)).ok().map(OrganisationId);
            Said::new(name, label, id.map(|id| open.names().organisation(id)).unwrap_or_default())
        };
        let linked = others(open).filter(|one| answers.has("linked", &one.id.to_string()));
        let linked: Vec<_> = linked.map(|one| one.name.as_str()).collect();
        let mut lines: Vec<_> = COUNCILS.into_iter().map(council).collect();
        lines.push(Said::new("linked", "Other partnerships", and(&linked)));
        lines.push(Said::new("on", "Known since", said_when(answers, "on")));
        lines
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        ("Other authorities saved".to_owned(), None)
    }
}
