//! Opening an action: what will change, who owns it, by when, and how anyone will know.

use case::actions::Action;
use case::keeping::{Access, AccessAs};
use case::{Actor, Command, OrganisationId, PersonId, Role, Step, When, Word, Words, may_read};
use uuid::Uuid;

use super::HOME;
use super::told::recommendation;
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::components::{Choice, Radios, Select};
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{and_word, concerned, organisations_said, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::grammar::shortened;

/// The form.
pub(super) struct NewAction;

impl NewAction {
    fn next_number(open: &OpenCase) -> u16 {
        let last = open.case.actions.actions.last_key_value().map_or(0, |(number, _)| *number);
        last.saturating_add(1)
    }
}

impl Form for NewAction {
    fn path(&self) -> String {
        "/actions/new".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Open an action".to_owned()
    }

    fn button(&self) -> &'static str {
        "Open the action"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        Some(Step::OpenAction(Action {
            number: Self::next_number(open),
            recommendation: None,
            owner_organisation: None,
            owner: None,
            due: open.today,
        }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.shows(case::Area::Overview)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn continues(&self) -> bool {
        true
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let text = asked.text("text", "What will change?").rows(3).hint(
            "One sentence that starts with a verb. Its owner and everyone with access to the case read this. Do not use names of children or families",
        );
        let measure = asked
            .text("measure", "How will we know that it made a difference?")
            .rows(3)
            .hint("For example, an audit of 30 records shows it");
        let due = asked.date("due", "When is it due?").hint("For example, 27 6 2026");
        let of = (!open.case.actions.recommendations.is_empty())
            .then(|| Question::new("recommendation", recommendations(open, asked)));
        let questions = [Question::new("text", text)].into_iter().chain(of);
        let rest = [
            Question::new("measure", measure),
            Question::new("owner_organisation", agencies(open, asked)),
            Question::new("due", due),
            asked.when("on", "When was it agreed?"),
        ];
        vec![Section::plain(questions.chain(rest).collect())]
    }

    /// Who of the agency owns it follows from which agency it is.
    fn follow_up(&self, open: &OpenCase, asked: Asked<'_>) -> Option<Section> {
        let agency = chosen_agency(open, asked.answers)?;
        let people = people(open, agency);
        let who = asked
            .line("who", "Who else will do it? (optional)")
            .strong()
            .hint("A post or a group, where nobody here has an account");
        let who = Question::new("who", who);
        if people.is_empty() {
            return Some(Section::plain(vec![who]));
        }
        let agency = open.names().organisation(agency);
        let legend = format!("Who of {agency} owns it?");
        let owner = Radios::new("owner", legend).strong().error(asked.problems.of("owner"));
        let owner = people.iter().fold(owner, |radios, (person, role)| {
            let name = open.names().person_and_post(*person);
            let choice = asked.choice("owner", &person.to_string(), &name);
            radios.item(if opens(open, *person) {
                choice
            } else {
                choice.hint(without_access(open, *person, *role))
            })
        });
        let nobody =
            Choice::new("", "Nobody in particular yet").chosen(asked.answers.one("owner").is_empty());
        Some(Section::plain(vec![Question::new("owner", owner.item(nobody)), who]))
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let text = fields.text("text", "Enter what will change");
        let recommendation = match fields.answers().one("recommendation") {
            "" => None,
            number => {
                let found =
                    open.case.actions.recommendations.keys().find(|known| known.to_string() == number);
                if found.is_none() {
                    fields
                        .problems
                        .add("recommendation", "Select one of the recommendations that are offered");
                }
                found.copied()
            }
        };
        let measure = fields.text("measure", "Enter how anyone will know that it made a difference");
        let owner_organisation = super::agency(open, fields, "owner_organisation");
        if owner_organisation.is_none() {
            fields.problems.add("owner_organisation", "Select which agency owns it");
        }
        let due = fields.day("due", "Due date");
        let on = fields.known_when("on", "Date it was agreed", open.today);
        let owner = chosen_owner(open, fields.answers());
        if owner.is_none() && !fields.answers().one("owner").is_empty() {
            fields.problems.add("owner", "Select one of the people who are offered");
        }
        let who = fields.optional_line("who");
        let number = Self::next_number(open);
        let action = Action {
            number,
            recommendation,
            owner_organisation,
            owner: owner.map(|(owner, _)| owner),
            due: due?,
        };
        let words = Words::none().and(Word::Text, text).and(Word::Measure, measure);
        Some(Command { on, step: Step::OpenAction(action), words: and_word(words, Word::Who, who) })
    }

    /// An owner who cannot open the case gets a place on its list with the action, where the visitor may give one.
    fn then(&self, open: &OpenCase, answers: &Answers) -> Vec<Command> {
        let owner = chosen_owner(open, answers).filter(|(owner, _)| !opens(open, *owner));
        let grant = owner.and_then(|(owner, role)| grant(open, owner, role));
        grant.filter(|grant| open.permits(grant)).into_iter().collect()
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let owner = chosen_owner(open, answers).map(|(owner, _)| open.names().person(owner));
        vec![
            Said::new("text", "What will change", answers.one("text")),
            Said::new("recommendation", "Recommendation", answers.one("recommendation")),
            Said::new("measure", "How we will know", answers.one("measure")),
            Said::new(
                "owner_organisation",
                "Agency",
                organisations_said(open, answers, "owner_organisation"),
            ),
            Said::new("owner", "Owner", owner.unwrap_or_default()),
            Said::new("who", "Who else", answers.one("who")),
            Said::new("due", "Due", said_when(answers, "due")),
            Said::new("on", "Agreed", said_when(answers, "on")),
        ]
    }

    fn done(&self, after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let Step::OpenAction(action) = &command.step else { return (String::new(), None) };
        let due = super::is_due("It", action.due, after.today);
        let access = action.owner.map(|owner| {
            let name = after.names().person(owner);
            if opens(after, owner) {
                format!(" {name} finds it under “Your actions”. No email is sent: tell them.")
            } else {
                format!(" {name} cannot open it yet: ask whoever leads the case to give them access.")
            }
        });
        (format!("Action {} opened", action.number), Some(due + &access.unwrap_or_default()))
    }
}

fn recommendations(open: &OpenCase, asked: Asked<'_>) -> Select {
    let entries = Entries::of(&open.case);
    let none = Choice::new("", "None").chosen(asked.answers.one("recommendation").is_empty());
    let select = Select::new("recommendation", "Which recommendation does it carry out?").strong();
    let select = select.error(asked.problems.of("recommendation")).item(none);
    open.case.actions.recommendations.keys().fold(select, |select, number| {
        let label = format!("{number}: {}", shortened(&recommendation(&entries, *number), 80));
        select.item(asked.choice("recommendation", &number.to_string(), &label))
    })
}

fn agencies(open: &OpenCase, asked: Asked<'_>) -> Select {
    let chosen = asked.answers.one("owner_organisation");
    let none = Choice::new("", "Select an agency").chosen(chosen.is_empty());
    let select = Select::new("owner_organisation", "Which agency owns it?").strong();
    let select = select.error(asked.problems.of("owner_organisation")).item(none);
    concerned(open).fold(select, |select, one| {
        select.item(asked.choice("owner_organisation", &one.id.to_string(), &one.name))
    })
}

fn chosen_agency(open: &OpenCase, answers: &Answers) -> Option<OrganisationId> {
    let id = OrganisationId(Uuid::parse_str(answers.one("owner_organisation")).ok()?);
    concerned(open).any(|one| one.id == id).then_some(id)
}

/// The person who was chosen, if they are of the agency that was.
fn chosen_owner(open: &OpenCase, answers: &Answers) -> Option<(PersonId, Role)> {
    let agency = chosen_agency(open, answers)?;
    let chosen = PersonId(Uuid::parse_str(answers.one("owner")).ok()?);
    people(open, agency).into_iter().find(|(person, _)| *person == chosen)
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

fn grant(open: &OpenCase, person: PersonId, role: Role) -> Option<Command> {
    let access = Access { person, as_role: AccessAs::of(role)? };
    Some(Command { on: When::Day(open.today), step: Step::GrantAccess(access), words: Words::none() })
}

/// What becomes of an owner who cannot open the case.
fn without_access(open: &OpenCase, person: PersonId, role: Role) -> &'static str {
    let may_give = grant(open, person, role).is_some_and(|grant| open.permits(&grant));
    match (may_give, role) {
        (true, Role::Contributor) => "Gets access to what their agency does in this case",
        (true, _) => "Gets access to the case",
        (false, _) => "Has no access to the case. Only whoever leads it can give access",
    }
}
