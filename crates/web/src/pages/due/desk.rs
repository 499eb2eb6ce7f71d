//! What one person has to do, and what they wait for.

use calendar::NaiveDate;
use case::{ClockKey, Reference};
use store::due::{self, From, Undated};
use store::{Tx, cases};

use crate::error::Error;
use crate::lists::due_item::{Dated, Group, Teller, asks_for_something};
use crate::session::SignedIn;

/// How many dates are looked at for one person: with that many nobody reads on, and the page stays small.
pub(super) const MOST: usize = 75;
/// How many dates of everybody are counted.
const COUNTED: usize = 100;
/// How many deadlines without a date are shown.
const UNDATED: usize = 25;
/// Later than any date.
pub(super) const FAR: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day");

/// What one person has to do with.
pub(super) struct Desk {
    /// What they have to do, and what they wait for and should ask for again.
    pub(super) mine: Vec<Dated>,
    /// What they wait for.
    pub(super) waiting: Vec<Dated>,
    /// Whether there is more of both, later than what was looked at.
    pub(super) more: bool,
}

/// Looks at the cases that a member of the business unit leads, or that a Panel liaison officer sees.
pub(super) async fn read(tx: &mut Tx, visitor: &SignedIn, teller: &Teller<'_>) -> Result<Desk, Error> {
    let (actor, leads) = (teller.actor, visitor.is_business_unit());
    let mut found = if leads {
        due::of_lead(tx, actor, actor.person, From::TheBeginning, FAR, MOST + 1).await?
    } else {
        due::due_with_cases(tx, actor, From::TheBeginning, FAR, MOST + 1).await?
    };
    let more = found.rows.len() > MOST;
    found.rows.truncate(MOST);
    let mut told = teller.tell(&found);
    let mut undated = due::undated(tx, actor).await?;
    undated.retain(|row| !leads || row.lead == Some(actor.person));
    told.extend(self::undated(tx, teller, undated).await?);
    told.sort_by_key(|dated| dated.group);
    let (mine, waiting) = told.into_iter().partition(|dated| {
        if leads { dated.waits_for_lead || dated.is_near } else { is_for_liaison(dated.key) }
    });
    Ok(Desk { mine, waiting, more })
}

/// The deadlines of everybody that have no date.
pub(super) async fn undated_of_all(tx: &mut Tx, teller: &Teller<'_>) -> Result<Vec<Dated>, Error> {
    let rows = due::undated(tx, teller.actor).await?;
    undated(tx, teller, rows).await
}

async fn undated(tx: &mut Tx, teller: &Teller<'_>, mut rows: Vec<Undated>) -> Result<Vec<Dated>, Error> {
    rows.truncate(UNDATED);
    let ids: Vec<_> = rows.iter().map(|row| row.case).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let cases = cases::several(tx, teller.actor, &ids).await?;
    Ok(rows.iter().filter_map(|row| teller.tell_undated(row, cases.get(&row.case)?)).collect())
}

/// What a Panel liaison officer records: what goes to the Panel, and what is to come from it.
fn is_for_liaison(key: ClockKey) -> bool {
    matches!(
        key,
        ClockKey::Notification
            | ClockKey::PartnersTold
            | ClockKey::RapidReview
            | ClockKey::PanelReply
            | ClockKey::PanelQueryReply
            | ClockKey::AdvicePoint(_)
    )
}

/// All cases that somebody may see.
pub(super) struct All {
    /// How many dates there are: “19”, or “100+” where counting them all takes long.
    pub(super) count: String,
    /// The next date, and whose it is.
    pub(super) next: Option<(NaiveDate, Reference)>,
}

/// Looks at the dates of all cases that somebody may see.
pub(super) async fn all(tx: &mut Tx, teller: &Teller<'_>) -> Result<All, Error> {
    let mut rows = due::due(tx, teller.actor, From::TheBeginning, FAR, COUNTED + 1).await?;
    let too_many = rows.len() > COUNTED;
    rows.retain(|row| asks_for_something(row, teller.today));
    let next = rows.iter().find(|row| row.due >= teller.today).map(|row| (row.due, row.reference));
    Ok(All { count: if too_many { format!("{COUNTED}+") } else { rows.len().to_string() }, next })
}

/// How many dates stand in a group.
pub(super) fn count(dates: &[Dated], group: Group) -> usize {
    dates.iter().filter(|dated| dated.group == group).count()
}
