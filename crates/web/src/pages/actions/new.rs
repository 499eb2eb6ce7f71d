//! Opening an action: what will change, who owns it, by when, and how anyone will know.

use calendar::NaiveDate;
use case::actions::Action;
use case::keeping::{Access, AccessAs};
use case::{
    Actor, Area, Command, OrganisationId, PersonId, Role, Step, StepKind, When, Word, Words, may_read,
};

use super::record::recommendation;
use super::{HOME, after_last, is_due};
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::form::common::{concerned, concerned_offers};
use crate::form::question::{Offer, Question, day, happened_on, line, one_of, required_one_of, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::grammar::shortened;

const TEXT: Question<String> = text(Word::Text, "What will change?")
    .short("What will change")
    .missing("Enter what will change")
    .hint("One sentence that starts with a verb. Its owner and everyone with access to the case read this. Do not use names of children or families")
    .rows(3);
const RECOMMENDATION: Question<Option<u16>> =
    one_of("recommendation", "Which recommendation does it carry out?").short("Recommendation").in_a_list();
const MEASURE: Question<String> = text(Word::Measure, "How will we know that it made a difference?")
    .short("How we will know")
    .missing("Enter how anyone will know that it made a difference")
    .hint("For example, an audit of 30 records shows it")
    .rows(3);
const AGENCY: Question<OrganisationId> = required_one_of("owner_organisation", "Which agency owns it?")
    .short("Agency")
    .missing("Select which agency owns it")
    .in_a_list();
const DUE: Question<NaiveDate> =
    day("due", "When is it due?").short("Due").called("Due date").hint("For example, 27 6 2026");
const ON: Question<When> = happened_on("When was it agreed?", "Date it was agreed").short("Agreed");
const OWNER: Question<Option<PersonId>> = one_of("owner", "Who owns it?").short("Owner");
const WHO: Question<String> = line(Word::Who, "Who else will do it? (optional)")
    .short("Who else")
    .hint("A post or a group, where nobody here has an account");

/// The next action.
pub(super) struct NewAction;

impl Form for NewAction {
    fn page(&self) -> Page {
        Page::new(StepKind::OpenAction, "/actions/new", HOME, "Open an action")
            .button("Open the action")
            .continues()
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.shows(Area::Overview)
    }

    /// Who of the agency owns it follows from which agency it is.
    fn questions<'a>(&'a self, open: &'a OpenCase, answers: &'a Answers) -> Questions<'a> {
        let has_recommendations = !open.case.actions.recommendations.is_empty();
        let agencies = [Offer::nothing("Select an agency")].into_iter().chain(concerned_offers(open));
        let first = Questions::new()
            .ask(TEXT)
            .ask_if(has_recommendations, RECOMMENDATION.among(recommendations(open)))
            .ask(MEASURE)
            .ask(AGENCY.among(agencies))
            .ask(DUE)
            .ask(ON);
        let chosen = concerned(open).find(|one| AGENCY.is_answered(&one.id, answers));
        let Some(agency) = chosen.map(|one| one.id) else { return first };
        let people = people(open, agency);
        let owner = OWNER.labelled(format!("Who of {} owns it?", open.names().organisation(agency)));
        first.on_the_next_page(None).ask_if(!people.is_empty(), owner.among(owners(open, &people))).ask(WHO)
    }

    /// An owner who cannot open the case gets a place on its list with the action, where the visitor may give one.
    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        let (agency, owner) = (read.of(&AGENCY), read.of(&OWNER));
        let action = Action {
            number: after_last(&open.case.actions.actions),
            recommendation: read.of(&RECOMMENDATION),
            owner_organisation: Some(agency),
            owner,
            due: read.of(&DUE),
        };
        let owner = people(open, agency)
            .into_iter()
            .find(|(person, _)| Some(*person) == owner && !opens(open, *person));
        let grant =
            owner.filter(|_| may_give_access(open)).and_then(|(person, role)| grant(open, person, role));
        Recording::from(Step::OpenAction(action)).then(grant)
    }

    fn done(&self, after: &OpenCase, recorded: &[Command]) -> Flash {
        let Some(Step::OpenAction(action)) = recorded.first().map(|command| &command.step) else {
            return Flash::new("Action opened");
        };
        let due = is_due("It", action.due, after.today);
        let access = action.owner.map(|owner| {
            let name = after.names().person(owner);
            if opens(after, owner) {
                format!(" {name} finds it under “Your actions”. No email is sent: tell them.")
            } else {
                format!(" {name} cannot open it yet: ask whoever leads the case to give them access.")
            }
        });
        Flash::new(format!("Action {} opened", action.number)).next(due + &access.unwrap_or_default())
    }
}

fn recommendations(open: &OpenCase) -> Vec<Offer> {
    let entries = Entries::of(&open.case);
    let all = open.case.actions.recommendations.keys().map(|number| {
        Offer::new(number, format!("{number}: {}", shortened(&recommendation(&entries, *number), 80)))
    });
    [Offer::nothing("None")].into_iter().chain(all).collect()
}

/// Who could own it, each with what becomes of them where they cannot open the case.
fn owners(open: &OpenCase, people: &[(PersonId, Role)]) -> Vec<Offer> {
    let offer = |(person, role): &(PersonId, Role)| {
        let offer = Offer::new(person, open.names().person_and_post(*person));
        if opens(open, *person) { offer } else { offer.hint(without_access(open, *role)) }
    };
    people.iter().map(offer).chain([Offer::nothing("Nobody in particular yet")]).collect()
}

/// Who could own something for an agency: those who hold a role for it by which they can have a place in a case.
fn people(open: &OpenCase, agency: OrganisationId) -> Vec<(PersonId, Role)> {
    let here = open.case.partnership().map(|of| open.known.people(of)).unwrap_or_default();
    let of_agency = here.into_iter().filter(|(_, held)| held.organisation == agency);
    let mut people: Vec<_> = of_agency
        .filter(|(_, held)| AccessAs::of(held.role).is_some())
        .map(|(person, held)| (person, held.role))
        .collect();
    people.sort_by_cached_key(|(person, _)| (open.names().person(*person).to_lowercase(), *person));
    people.dedup_by_key(|(person, _)| *person);
    people
}

/// Whether somebody can open the case as it stands.
fn opens(open: &OpenCase, person: PersonId) -> bool {
    let held = open.known.memberships.iter().filter(|(of, _)| *of == person);
    let memberships = held.map(|(_, membership)| membership.clone()).collect();
    may_read(&Actor { person, memberships, operator: false }, &open.case)
}

fn may_give_access(open: &OpenCase) -> bool {
    open.may(&StepKind::GrantAccess)
}

fn grant(open: &OpenCase, person: PersonId, role: Role) -> Option<Command> {
    let access = Access { person, as_role: AccessAs::of(role)? };
    Some(Command { on: When::Day(open.today), step: Step::GrantAccess(access), words: Words::none() })
}

/// What becomes of an owner who cannot open the case.
fn without_access(open: &OpenCase, role: Role) -> &'static str {
    match (may_give_access(open), role) {
        (true, Role::Contributor) => "Gets access to what their agency does in this case",
        (true, _) => "Gets access to the case",
        (false, _) => "Has no access to the case. Only whoever leads it can give access",
    }
}
