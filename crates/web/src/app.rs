//! What every request shares: the record, the clock, what was chosen when the service was started.

use std::sync::{Arc, PoisonError, RwLock};
use std::{future::Future, pin::Pin};

use calendar::NaiveDate;
use case::reminders::Kind;
use case::{Actor, Case, Membership, OrganisationId, PartnershipId, PersonId, Role};
use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use store::administration::Author;
use store::people::{Organisation, Partnership};
use store::{Basis, Db, Error, Tx, people};
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
    /// Who can open the cases of a partnership has changed; told to its managers.
    AccessChanged {
        /// Who changed it; nobody at the command line.
        by: Option<String>,
        /// Whose access it is.
        whose: String,
        /// What changed.
        change: AccessChange,
        /// When.
        at: DateTime<Utc>,
        /// The path at which to look at it.
        link: String,
    },
    /// The example of this name.
    Example(String),
}

/// What changed of somebody's access to cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessChange {
    /// They have this role too.
    RoleGiven(Role),
    /// They have this role no longer.
    RoleEnded(Role),
    /// They sign in with another address.
    NewAddress,
}

/// A letter that would go out if something were recorded, so that it can be read before.
pub struct Foreseen<'a> {
    /// The case as it would stand.
    pub case: &'a Case,
    /// The entry that the letter tells of.
    pub entry: u32,
    /// What the entry is to its reader.
    pub kind: Kind,
    /// Who reads it.
    pub reader: &'a Actor,
    /// Their name.
    pub name: &'a str,
    /// Whether letters of the partnership name cases.
    pub names_cases: bool,
    /// The short name of the partnership.
    pub slug: &'a str,
    /// Who leads the case.
    pub lead: Option<&'a str>,
    /// Who records it.
    pub by: &'a str,
    /// Today.
    pub today: NaiveDate,
    /// The calendar.
    pub calendar: &'a calendar::Calendar,
}

/// A letter as it will be read, shown before it is sent.
pub struct Preview {
    /// Its subject.
    pub subject: String,
    /// Its words.
    pub text: String,
}

/// A letter with invented people and dates.
pub struct Example {
    /// Its name, as in an address.
    pub name: String,
    /// Its number in the list of letters, such as `E01`.
    pub number: &'static str,
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
    fn preview(&self, foreseen: &Foreseen<'_>) -> Result<Preview, String>;

    /// An example of every letter there is.
    fn examples(&self) -> Vec<Example>;
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

    /// Changes what is administered, in one transaction and noted as this person's, and then looks again at what pages are
    /// made by.
    pub(crate) async fn administer<T, F>(&self, by: PersonId, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: for<'t> FnOnce(&'t mut Tx, Author) -> BoxFuture<'t, Result<T, Error>> + Send + 'static,
    {
        let author = Author { person: by, at: self.clock().now(), id: self.clock().id() };
        let done = self.db().write(move |tx| work(tx, author)).await?;
        self.look_again().await?;
        Ok(done)
    }
}
