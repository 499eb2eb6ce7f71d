//! What every request shares: the record, the clock, what was chosen when the service was started.

use std::sync::{Arc, PoisonError, RwLock};
use std::{future::Future, pin::Pin};

use calendar::NaiveDate;
use case::decisions::Question;
use case::terms::Partner;
use case::{Membership, OrganisationId, PartnershipId, PersonId, Reference, Role, When};
use chrono::{DateTime, Utc};
use store::people::{Organisation, Partnership};
use store::{Basis, Db, Error, people};
use tokio::sync::Notify;
use uuid::Uuid;

use crate::clock::Clock;
use crate::components::PhoneLink;
use crate::names::Names;

/// What was chosen when the service was started.
#[derive(Clone, Debug)]
pub struct Options {
    /// The address people type, such as `https://cspr.northmere.example`, without a slash at the end.
    pub origin: String,
    /// Whom to ring, as every page of help and every error says it, such as `01234 567890`.
    pub telephone: Option<String>,
    /// The day that is shown as today, where the record holds the example data.
    pub examples: bool,
    /// Whether a proxy in front says in `X-Forwarded-For` where a request comes from.
    pub behind_proxy: bool,
    /// How many requests are answered at the same time; one more is asked to come back.
    pub most_at_once: usize,
}

impl Options {
    /// Whether cookies travel only over TLS: everywhere but on the machine itself.
    pub fn is_secure(&self) -> bool {
        self.origin.starts_with("https:")
    }
}

/// A letter on its way to somebody. It has no room for anything about a case.
#[derive(Clone)]
pub struct Letter {
    /// What tells this letter from every other, for its `Message-ID`.
    pub id: Uuid,
    /// When it was written.
    pub written: DateTime<Utc>,
    /// Whom it is for.
    pub name: String,
    /// Their address.
    pub email: String,
    /// What it says.
    pub says: Says,
}

/// What a letter of this service says.
#[derive(Clone)]
pub enum Says {
    /// Here is the link that signs you in.
    SignIn {
        /// The path of the link.
        link: String,
        /// When it stops working.
        until: DateTime<Utc>,
    },
    /// An account was made for you, and here is the first link.
    AccountMade {
        /// Who made it.
        made_by: String,
        /// What it is for.
        role: Role,
        /// The path of the link.
        link: String,
        /// When it stops working.
        until: DateTime<Utc>,
    },
    /// You sign in with another address from now on; told to the old address and to the new one.
    NewAddress {
        /// When it was changed.
        at: DateTime<Utc>,
    },
    /// Your access has ended.
    AccessEnded {
        /// On which day.
        on: NaiveDate,
    },
    /// A statutory partner's decision is asked for.
    DecisionWanted {
        /// In which case.
        reference: Reference,
        /// For whom they decide.
        partner: Partner,
        /// What they are asked.
        question: Question,
        /// By when, where a day was set.
        by: Option<NaiveDate>,
        /// The path of the page on which to decide.
        link: String,
    },
    /// A statutory partner needs more information before it decides.
    MoreInformationNeeded {
        /// In which case.
        reference: Reference,
        /// Who needs it.
        partner: Partner,
        /// The path of the page that says what is asked.
        link: String,
    },
    /// The business unit recorded a decision for a statutory partner.
    DecisionRecordedForYou {
        /// In which case.
        reference: Reference,
        /// For whom.
        partner: Partner,
        /// The day of the decision.
        on: When,
        /// Who recorded it.
        by: String,
        /// The path of the page on which to decide anew.
        link: String,
    },
    /// The three partners have decided, or differ.
    PartnersDecided {
        /// In which case.
        reference: Reference,
        /// How many have decided.
        decided: usize,
        /// Whether they differ.
        differ: bool,
        /// The path of the decisions.
        link: String,
    },
    /// Your agency is asked for information.
    InformationNeeded(Wanted),
    /// Your agency has not answered yet, or is late.
    InformationDue(Wanted),
    /// More is asked of your agency, whose answer is open again.
    AnswerReopened(Wanted),
}

/// What an agency is asked for in a case.
#[derive(Clone)]
pub struct Wanted {
    /// The reference of the case.
    pub reference: Reference,
    /// When the answer is wanted.
    pub due: NaiveDate,
    /// The day on which the letter is written.
    pub on: NaiveDate,
    /// The working days from that day to the due date; fewer than none where it has passed.
    pub working_days: i64,
    /// Whether a chronology is wanted beside the summary.
    pub chronology: bool,
    /// The path of the page on which the agency answers.
    pub link: String,
    /// Who leads the case.
    pub lead: Option<String>,
}

/// A letter as it will be read, shown before it is sent.
pub struct Preview {
    /// Its subject.
    pub subject: String,
    /// Its words.
    pub text: String,
}

/// What comes of handing a letter over: nothing, or why it could not be sent, in words for the log.
pub type Posted<'a> = Pin<Box<dyn Future<Output = Result<(), String>> + Send + 'a>>;

/// Where letters go. The service only knows that there is a post; the program says which.
pub trait Post: Send + Sync {
    /// Sends a letter.
    fn send(&self, letter: Letter) -> Posted<'_>;

    /// What a letter to somebody of this name would say.
    ///
    /// # Errors
    /// Where it could not be sent, why, in words for the log.
    fn preview(&self, name: &str, says: Says) -> Result<Preview, String>;
}

/// What every request shares. Clones are cheap.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    db: Db,
    clock: Arc<dyn Clock>,
    post: Arc<dyn Post>,
    options: Options,
    known: RwLock<Arc<Known>>,
    recorded: Notify,
}

/// What seldom changes and every page needs.
pub struct Known {
    /// On what clocks are counted.
    pub basis: Arc<Basis>,
    /// The partnerships, by name.
    pub partnerships: Vec<Partnership>,
    /// The names of staff and organisations.
    pub names: Names,
    /// The organisations, by name.
    pub organisations: Vec<Organisation>,
    /// Which organisations belong to which partnership.
    members: Vec<(PartnershipId, OrganisationId)>,
    /// The roles people hold.
    pub memberships: Vec<(PersonId, Membership)>,
}

impl Known {
    async fn load(db: &Db) -> Result<Arc<Self>, Error> {
        let mut tx = db.snapshot().await?;
        let basis = Arc::new(Basis::load(&mut tx).await?);
        let partnerships = people::partnerships(&mut tx).await?;
        let names = Names::load(&mut tx).await?;
        let organisations = people::organisations(&mut tx).await?;
        let members = people::partnership_members(&mut tx).await?;
        let memberships = people::memberships(&mut tx).await?;
        Ok(Arc::new(Self { basis, partnerships, names, organisations, members, memberships }))
    }

    /// The partnership of this short name.
    pub(crate) fn with_slug(&self, slug: &str) -> Option<&Partnership> {
        self.partnerships.iter().find(|partnership| partnership.slug == slug)
    }

    /// The partnership of this id.
    pub fn partnership(&self, id: PartnershipId) -> Option<&Partnership> {
        self.partnerships.iter().find(|partnership| partnership.id == id)
    }

    /// The organisations of a partnership, by name.
    pub fn members(&self, of: PartnershipId) -> impl Iterator<Item = &Organisation> {
        self.organisations.iter().filter(move |one| self.members.contains(&(of, one.id)))
    }

    /// Who holds a role in a partnership, by name; somebody with two roles comes twice.
    pub fn people(&self, of: PartnershipId) -> Vec<(PersonId, &Membership)> {
        let here = self.memberships.iter().filter(|(_, held)| held.partnership == of);
        let mut people: Vec<_> = here.map(|(person, held)| (*person, held)).collect();
        people.sort_by_key(|(person, _)| self.names.person(*person));
        people
    }
}

impl App {
    /// The service over an open record.
    pub async fn new(
        db: Db,
        clock: Arc<dyn Clock>,
        post: Arc<dyn Post>,
        options: Options,
    ) -> Result<Self, Error> {
        let known = RwLock::new(Known::load(&db).await?);
        Ok(Self(Arc::new(Inner { db, clock, post, options, known, recorded: Notify::new() })))
    }

    /// The record.
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// The clock.
    pub fn clock(&self) -> &dyn Clock {
        &*self.0.clock
    }

    /// Where letters go.
    pub fn post(&self) -> &dyn Post {
        &*self.0.post
    }

    /// Told of each step that is recorded here, for whoever makes reminders of it.
    pub fn recorded(&self) -> &Notify {
        &self.0.recorded
    }

    /// What was chosen when the service was started.
    pub fn options(&self) -> &Options {
        &self.0.options
    }

    /// Whom to ring, as a link.
    pub fn telephone(&self) -> Option<PhoneLink> {
        self.0.options.telephone.as_deref().map(PhoneLink::new)
    }

    /// What seldom changes, as it was last looked at.
    pub fn known(&self) -> Arc<Known> {
        Arc::clone(&self.0.known.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Looks again at what seldom changes: after a change here, and now and then for those made elsewhere.
    pub async fn look_again(&self) -> Result<(), Error> {
        let known = Known::load(&self.0.db).await?;
        *self.0.known.write().unwrap_or_else(PoisonError::into_inner) = known;
        Ok(())
    }
}
