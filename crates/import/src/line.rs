//! The kinds of line of an import file.

use calendar::{BankHoliday, NaiveDate};
use case::{Command, Role, Step, When, Words};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::key::Key;

/// One line.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Line<'a> {
    /// The first line of an export.
    Export(#[expect(dead_code, reason = "read only to see that it is there")] ExportLine),
    /// An organisation.
    Organisation(OrganisationLine),
    /// A partnership.
    Partnership(PartnershipLine),
    /// A person.
    Person(PersonLine),
    /// One more bank holiday.
    Holiday(BankHoliday),
    /// The bank holidays of whole years.
    Holidays(Vec<BankHoliday>),
    /// A case, given as steps.
    #[serde(borrow)]
    Case(CaseLine<'a>),
    /// A case, exactly as another record held it.
    #[serde(borrow)]
    Record(&'a RawValue),
    /// The last line of an export.
    End(EndLine),
}

/// What an export says of itself. A file that begins with this is whole only if it ends with an [`EndLine`].
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExportLine {
    /// When it was made.
    pub at: DateTime<Utc>,
}

/// The end of an export.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndLine {
    /// How many cases came before.
    pub cases: u64,
}

/// A council, board, police force or any other agency.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrganisationLine {
    /// Its key.
    pub(crate) key: Key,
    /// What sort of body it is, such as `council`.
    pub(crate) kind: String,
    /// Its name.
    pub(crate) name: String,
}

/// A local safeguarding children partnership.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PartnershipLine {
    /// Its key.
    pub(crate) key: Key,
    /// Its short name in commands and addresses; the key where it is left out.
    #[serde(default)]
    pub(crate) slug: Option<String>,
    /// Its full name.
    pub(crate) name: String,
    /// The organisations that form it.
    #[serde(default)]
    pub(crate) members: Vec<Key>,
    /// What it has chosen, where that is not as the program ships it.
    #[serde(default)]
    pub(crate) settings: Option<Value>,
}

/// A person: staff, partner, reviewer or child.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonLine {
    /// The key.
    pub(crate) key: Key,
    /// The name; left out once erased.
    #[serde(default)]
    pub(crate) name: Option<String>,
    /// The post they hold.
    #[serde(default)]
    pub(crate) job_title: Option<String>,
    /// The address they sign in with.
    #[serde(default)]
    pub(crate) email: Option<String>,
    /// The date of birth; for children only.
    #[serde(default)]
    pub(crate) date_of_birth: Option<NaiveDate>,
    /// When name and date of birth were erased.
    #[serde(default)]
    pub(crate) erased_at: Option<DateTime<Utc>>,
    /// The roles they hold.
    #[serde(default)]
    pub(crate) memberships: Vec<MembershipLine>,
}

/// A role of a person.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MembershipLine {
    /// The organisation they work for.
    pub(crate) organisation: Key,
    /// The partnership in which the role counts.
    pub(crate) partnership: Key,
    /// The role.
    pub(crate) role: Role,
}

/// A case, given as the steps of its life.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseLine<'a> {
    /// Its key, unique within the partnership.
    pub(crate) key: Key,
    /// The partnership whose case it is.
    pub(crate) partnership: Key,
    /// The steps, in the order in which they are to be recorded.
    #[serde(borrow)]
    pub(crate) steps: Vec<&'a RawValue>,
}

impl CaseLine<'_> {
    /// When its first step was recorded, where that is said.
    pub(crate) fn first_recorded(&self) -> Option<DateTime<Utc>> {
        #[derive(Deserialize)]
        struct Recorded {
            at: Option<DateTime<Utc>>,
        }
        serde_json::from_str::<Recorded>(self.steps.first()?.get()).ok()?.at
    }
}

/// One step of a case.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StepLine {
    /// When it happened.
    on: When,
    /// The step.
    #[serde(rename = "do")]
    step: Step,
    /// What somebody wrote.
    #[serde(default)]
    words: Words,
    /// Who recorded it; the one who imports where it is left out.
    #[serde(default)]
    pub(crate) by: Option<Key>,
    /// When it was recorded; now where it is left out.
    #[serde(default)]
    pub(crate) at: Option<DateTime<Utc>>,
}

impl StepLine {
    /// The step as a command.
    pub(crate) fn command(self) -> Command {
        Command { on: self.on, step: self.step, words: self.words }
    }
}
