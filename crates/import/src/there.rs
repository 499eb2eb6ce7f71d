//! What a file can speak of: what is in the record already, and what stands above in the file.

use std::collections::{HashMap, HashSet};

use calendar::Calendar;
use case::OPERATOR;
use case::rules::{Choices, Rules};
use case::{CaseId, PartnershipId, Reference};
use store::{Basis, Error, Tx, people, transfer};
use uuid::Uuid;

/// What an id can stand for, besides a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Organisation,
    Partnership,
    Person,
}

impl Kind {
    /// The kind with its article.
    pub(crate) fn one(self) -> &'static str {
        match self {
            Self::Organisation => "an organisation",
            Self::Partnership => "a partnership",
            Self::Person => "a person",
        }
    }
}

/// What is there.
pub(crate) struct There {
    /// What each id stands for.
    ids: HashMap<Uuid, Kind>,
    /// Whose each address is.
    emails: HashMap<String, Uuid>,
    /// Whose each short name is.
    slugs: HashMap<String, Uuid>,
    /// The bank holidays.
    pub(crate) calendar: Calendar,
    /// The rules of each partnership.
    rules: HashMap<PartnershipId, Rules>,
    /// The cases of the record.
    pub(crate) recorded: HashSet<CaseId>,
    /// The cases of the file so far.
    cases: HashSet<CaseId>,
    /// The references of the file so far.
    references: HashSet<(PartnershipId, Reference)>,
}

impl There {
    /// What is in the record.
    pub(crate) async fn load(tx: &mut Tx) -> Result<Self, Error> {
        let basis = Basis::load(tx).await?;
        let mut there = Self {
            ids: HashMap::from([(OPERATOR.0, Kind::Person)]),
            emails: HashMap::new(),
            slugs: HashMap::new(),
            calendar: basis.calendar().clone(),
            rules: HashMap::new(),
            recorded: transfer::heads(tx).await?.into_keys().collect(),
            cases: HashSet::new(),
            references: HashSet::new(),
        };
        let organisations = people::organisations(tx).await?;
        there.ids.extend(organisations.into_iter().map(|one| (one.id.0, Kind::Organisation)));
        for partnership in people::partnerships(tx).await? {
            there.ids.insert(partnership.id.0, Kind::Partnership);
            there.slugs.insert(partnership.slug, partnership.id.0);
            there.rules.insert(partnership.id, basis.rules(Some(partnership.id)).clone());
        }
        for person in people::people(tx).await? {
            there.ids.insert(person.id.0, Kind::Person);
            there.emails.extend(person.email.map(|email| (email, person.id.0)));
        }
        Ok(there)
    }

    /// Whether an organisation, partnership or person of this id is there.
    pub(crate) fn knows(&self, id: Uuid) -> bool {
        self.ids.contains_key(&id)
    }

    /// Whether something of this kind and id is there.
    pub(crate) fn has(&self, kind: Kind, id: Uuid) -> bool {
        self.ids.get(&id) == Some(&kind)
    }

    /// Takes something in; says of what other kind the id is already, if it is.
    pub(crate) fn add(&mut self, kind: Kind, id: Uuid) -> Option<Kind> {
        let there = *self.ids.entry(id).or_insert(kind);
        (there != kind || id == OPERATOR.0).then_some(there)
    }

    /// Takes a partnership in, with what it chose; false when another has its short name.
    pub(crate) fn add_partnership(&mut self, id: PartnershipId, slug: &str, choices: Choices) -> bool {
        self.rules.insert(id, Rules::shipped().clone().choosing(choices));
        *self.slugs.entry(slug.to_owned()).or_insert(id.0) == id.0
    }

    /// Gives a person an address; false when it is another's.
    pub(crate) fn add_email(&mut self, email: &str, person: Uuid) -> bool {
        *self.emails.entry(email.to_lowercase()).or_insert(person) == person
    }

    /// The rules of a partnership.
    pub(crate) fn rules(&self, partnership: PartnershipId) -> &Rules {
        self.rules.get(&partnership).unwrap_or_else(|| Rules::shipped())
    }

    /// Takes a case in; false when the file has it already.
    pub(crate) fn add_case(&mut self, case: CaseId) -> bool {
        self.cases.insert(case)
    }

    /// Takes a reference in; false when another case of the file has it.
    pub(crate) fn add_reference(&mut self, partnership: PartnershipId, reference: Reference) -> bool {
        self.references.insert((partnership, reference))
    }
}
