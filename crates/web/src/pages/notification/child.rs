//! What is asked about a child: everything but who it is.

use case::notification::{AgeBand, Child, Ethnicity, Sex};
use case::terms::{Harm, YesNo};
use case::{Event, Fact, Word};

use super::ethnicity::Group;
use crate::case_view::entries::wrote;
use crate::form::Said;
use crate::form::question::{Question, Tailored, choice, line, text, yes_no};
use crate::form::{Answers, Questions, Read};

const PSEUDONYM: Question<String> = line(Word::Pseudonym, "Pseudonym")
    .missing("Enter a pseudonym for the child")
    .hint("A word that tells this child from others here, such as a tree. Never the name or initials")
    .width(20);
const HARM: Question<Harm> = choice("harm", "What happened to this child?")
    .short("What happened")
    .missing("Select what happened to this child");
const AGE_BAND: Question<AgeBand> = choice("age_band", "How old was the child?")
    .short("Age")
    .missing("Select how old the child was, or that it is not known");
const SEX: Question<Sex> = choice("sex", "Sex").missing("Select the child’s sex, or that it is not known");
const GROUP: Question<Group> = choice("group", "Ethnic group")
    .missing("Select the ethnic group, or that it is not known yet")
    .hint("The next page asks more");
const ETHNICITY: Question<Ethnicity> = choice("ethnicity", "Background")
    .missing("Select the background, or that it is not known yet")
    .not_offered("Select the background within the group, or that it is not known yet");
const OWN_WORDS: Question<String> =
    line(Word::Comment, "Any other background, in the family’s own words (optional)")
        .short("In the family’s own words")
        .hint("If none of these says it");
const MEANING: Question<String> = text(
    Word::Text,
    "How might ethnicity, culture, language and faith have affected this child’s experience? (optional)",
)
.short("Ethnicity, culture, language and faith")
.hint("2 or 3 sentences. The National Panel finds that reviews are often silent on this. Do not use names");
const DISABILITY: Question<YesNo> = choice("disability", "Is the child disabled?")
    .short("Disabled")
    .missing("Select whether the child is disabled, or that it is not known")
    .inline();
const LOOKED_AFTER: Question<YesNo> = choice("looked_after", "Was the child looked after?")
    .short("Looked after")
    .missing("Select whether the child was looked after, or that it is not known")
    .inline();
const CARE_LEAVER: Question<bool> = yes_no("care_leaver", "Is the person a care leaver?")
    .short("Care leaver")
    .missing("Select whether the person is a care leaver");
const CHILD_IN_NEED: Question<YesNo> = choice("child_in_need", "Was there a child in need plan?")
    .short("Child in need plan")
    .missing("Select whether there was a child in need plan, or that it is not known")
    .inline();
const PROTECTION_PLAN: Question<YesNo> = choice("protection_plan", "Was there a child protection plan?")
    .short("Child protection plan")
    .missing("Select whether there was a child protection plan, or that it is not known")
    .inline();
const KNOWN_TO_AGENCIES: Question<YesNo> = choice("known_to_agencies", "Did any agency know the family?")
    .short("Family known to any agency")
    .missing("Select whether any agency knew the family, or that it is not known")
    .inline();

/// The child, and what services knew; then what follows from the ethnic group, which is asked first.
pub(super) fn questions<'a>(answers: &Answers) -> Questions<'a> {
    let first = and_services(and_child(Questions::new().under("The child")));
    let Some(group) = Group::chosen(answers) else { return first };
    let background = group.offers().map(|offers| ETHNICITY.labelled(group.question()).among(offers));
    and_background(first.on_the_next_page(Some("Ethnicity, culture, language and faith")), background)
}

fn and_child(questions: Questions<'_>) -> Questions<'_> {
    questions.ask(PSEUDONYM).ask(HARM).ask(AGE_BAND).ask(SEX).ask(GROUP)
}

fn and_services(questions: Questions<'_>) -> Questions<'_> {
    let care = questions.ask(DISABILITY).under("Care and services").ask(LOOKED_AFTER).ask(CARE_LEAVER);
    care.ask(CHILD_IN_NEED).ask(PROTECTION_PLAN).ask(KNOWN_TO_AGENCIES)
}

fn and_background(questions: Questions<'_>, background: Option<Tailored<Ethnicity>>) -> Questions<'_> {
    match background {
        Some(background) => questions.ask(background).ask(OWN_WORDS),
        None => questions,
    }
    .ask(MEANING)
}

/// The child that the answers describe.
pub(super) fn read(read: &Read<'_>, number: u8) -> Child {
    Child {
        number,
        age_band: read.of(&AGE_BAND),
        sex: read.of(&SEX),
        ethnicity: read.maybe(&ETHNICITY).unwrap_or(Ethnicity::NotKnown),
        disability: read.of(&DISABILITY),
        looked_after: read.of(&LOOKED_AFTER),
        care_leaver: read.of(&CARE_LEAVER),
        child_in_need: read.of(&CHILD_IN_NEED),
        protection_plan: read.of(&PROTECTION_PLAN),
        known_to_agencies: read.of(&KNOWN_TO_AGENCIES),
        harm: read.of(&HARM),
    }
}

/// The answers that describe a child as it is recorded.
pub(super) fn answers(event: &Event) -> Option<Answers> {
    let Fact::ChildAdded(child) = &event.fact else { return None };
    let answers = PSEUDONYM.put(&wrote(event, Word::Pseudonym), Answers::default());
    let answers = AGE_BAND.put(&child.age_band, HARM.put(&child.harm, answers));
    let answers = GROUP.put(&Group::of(child.ethnicity), SEX.put(&child.sex, answers));
    let answers = OWN_WORDS.put(&wrote(event, Word::Comment), ETHNICITY.put(&child.ethnicity, answers));
    let answers = DISABILITY.put(&child.disability, MEANING.put(&wrote(event, Word::Text), answers));
    let answers = CARE_LEAVER.put(&child.care_leaver, LOOKED_AFTER.put(&child.looked_after, answers));
    let answers =
        PROTECTION_PLAN.put(&child.protection_plan, CHILD_IN_NEED.put(&child.child_in_need, answers));
    Some(KNOWN_TO_AGENCIES.put(&child.known_to_agencies, answers))
}

/// The same in words, with the background beside the group.
pub(super) fn in_words(answers: &Answers) -> Vec<Said> {
    and_services(and_background(and_child(Questions::new()), Some(ETHNICITY.into()))).said(answers)
}

/// What is still to be asked of a child.
pub(super) fn reminder(ethnicity: Ethnicity) -> Option<&'static str> {
    (ethnicity == Ethnicity::NotKnown)
        .then_some("Ethnicity is not known yet. Come back to it when somebody has asked.")
}
