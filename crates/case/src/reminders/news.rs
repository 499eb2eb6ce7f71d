//! Entries that are news to somebody, for as long as they still matter.

use std::collections::BTreeSet;

use super::recipients::{About, resolved};
use super::{Kind, Schedule};
use crate::agencies::Request;
use crate::decisions::{Answer, DecisionMade};
use crate::{Actor, Case, Fact, OrganisationId, PersonId, Stage};

/// An entry that is news, and to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// What the news is about.
    pub kind: Kind,
    /// The people to whom it is news.
    pub to: BTreeSet<PersonId>,
}

/// To whom the entry with this number is news as the case stands now, and of what. It is not news to whoever
/// recorded it.
pub fn news(case: &Case, entry: u32, schedule: &Schedule, people: &[Actor]) -> Vec<News> {
    let standing = case.standing();
    let Some((_, event)) = standing.iter().find(|(number, _)| *number == entry) else { return Vec::new() };
    let by = case.entry(entry).map(|recorded| recorded.by);
    let of_kind = |kind: Kind| {
        let mut to = resolved(case, About::Entry(&event.fact), schedule.news_to(kind), people);
        to.retain(|person| Some(*person) != by);
        News { kind, to }
    };
    kinds(case, entry, &event.fact).into_iter().map(of_kind).filter(|news| !news.to.is_empty()).collect()
}

/// What an entry is news of, for as long as that still matters.
fn kinds(case: &Case, entry: u32, fact: &Fact) -> Vec<Kind> {
    let awaited = |agency: OrganisationId| case.agencies.requests.get(&agency).is_some_and(Request::is_open);
    let one = |matters: bool, kind| if matters { vec![kind] } else { Vec::new() };
    match fact {
        Fact::AccessGranted(access) => {
            let is_listed = case.access.contains_key(&access.person);
            one(is_listed && !came_with_a_request(case, entry), Kind::AccessGiven)
        }
        Fact::AgencyAsked(request) => one(awaited(request.agency), Kind::InformationAsked),
        Fact::AgencyChased(of) => one(awaited(of.agency), Kind::AgencyReminded),
        Fact::ReturnReopened(reopened) => one(awaited(reopened.agency), Kind::MoreAsked),
        Fact::PartnersAsked(asked) => {
            let latest = case.rapid_review.asked.as_ref().is_some_and(|now| now.version == asked.version);
            let deciding = matches!(case.stage, Stage::PartnerDecision | Stage::PartnersReconsidering);
            one(latest && deciding, Kind::DecisionAsked)
        }
        Fact::PartnerDecided(made) => decided(case, entry, made),
        Fact::SubmittedToPanel(_) => vec![Kind::SentToPanel],
        Fact::PanelResponded(_) => vec![Kind::PanelReplied],
        Fact::LcsprCommissioned(commission) => one(commission.reviewer.is_some(), Kind::ReviewerAppointed),
        Fact::ReviewerReplaced(replaced) => one(replaced.reviewer.is_some(), Kind::ReviewerAppointed),
        Fact::DraftWritten(draft) => {
            let latest = case.lcspr.latest_draft().is_some_and(|now| now.version == draft.version);
            one(latest && draft.comments_due.is_some(), Kind::DraftShared)
        }
        Fact::DelayExplained(_) => vec![Kind::DelayRecorded],
        Fact::Published(_) | Fact::ImprovementsPublished(_) => vec![Kind::Published],
        Fact::TakenDown(_) => vec![Kind::Withdrawn],
        Fact::ActionOpened(action) => {
            let open = case.actions.actions.get(&action.number);
            one(open.is_some_and(|standing| standing.closed.is_none()), Kind::ActionGiven)
        }
        Fact::ActionClosed(_) => vec![Kind::ActionClosed],
        _ => Vec::new(),
    }
}

fn decided(case: &Case, entry: u32, made: &DecisionMade) -> Vec<Kind> {
    let mut kinds = Vec::new();
    let question = made.decision.question;
    if made.decision.on_behalf.is_some() {
        kinds.push(Kind::DecisionRecorded);
    }
    let stands = case.decided(question).get(&made.decision.partner).is_some_and(|now| *now == made);
    if made.decision.answer == Answer::NeedsMoreInformation {
        if stands {
            kinds.push(Kind::MoreInformationNeeded);
        }
        return kinds;
    }
    if !stands || !question.stages().contains(&case.stage) {
        return kinds;
    }
    // The last of the three decisions is news, and so is any that does not agree.
    let is_last = !case.standing().iter().any(|(number, event)| {
        *number > entry
            && matches!(&event.fact, Fact::PartnerDecided(later) if later.decision.question == question)
    });
    let all_decided = is_last && case.undecided(question).is_empty();
    if case.partners_differ(question) && (all_decided || made.decision.answer == Answer::Disagree) {
        kinds.push(Kind::PartnersDiffer);
    } else if all_decided {
        kinds.push(Kind::PartnersDecided);
    }
    kinds
}

/// Whether access was given together with a request to the same agency, whose email says all that the other would.
fn came_with_a_request(case: &Case, entry: u32) -> bool {
    let Some(given) = case.entry(entry) else { return false };
    let asks =
        |fact: &Fact| matches!(fact, Fact::AgencyAsked(_) | Fact::AgencyChased(_) | Fact::ReturnReopened(_));
    let together = case.history().iter().filter(|other| (other.at, other.by) == (given.at, given.by));
    together.into_iter().any(|other| asks(&other.event.fact))
}
