//! What is asked about a child: everything but who it is.

use case::notification::{AgeBand, Child, Ethnicity, Sex};
use case::terms::{Harm, YesNo};
use case::{Event, Fact, Word, Words};

use super::ethnicity::{Group, within};
use crate::case_view::entries::wrote;
use crate::components::Radios;
use crate::form::asked::{Asked, Question, Section, code, said};
use crate::form::case_form::Said;
use crate::form::common::and_word;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The first page: the child, and what services knew.
pub(super) fn sections(asked: Asked<'_>) -> Vec<Section> {
    let yes_no = |name, legend| Question::new(name, asked.radios(name, legend, YesNo::ALL).inline());
    let pseudonym =
        asked.line("pseudonym", "Pseudonym").strong().width(20).hint(
            "A word that tells this child from others here, such as a tree. Never the name or initials",
        );
    let leaver = [("yes", "Yes"), ("no", "No")].iter().fold(
        Radios::new("care_leaver", "Is the person a care leaver?").strong().inline(),
        |radios, (value, label)| radios.item(asked.choice("care_leaver", value, label)),
    );
    vec![
        Section::under(
            "The child",
            vec![
                Question::new("pseudonym", pseudonym),
                Question::new("harm", asked.radios("harm", "What happened to this child?", Harm::ALL)),
                Question::new("age_band", asked.radios("age_band", "How old was the child?", AgeBand::ALL)),
                Question::new("sex", asked.radios("sex", "Sex", Sex::ALL)),
                Question::new(
                    "group",
                    asked.radios("group", "Ethnic group", Group::ALL).hint("The next page asks more"),
                ),
                yes_no("disability", "Is the child disabled?"),
            ],
        ),
        Section::under(
            "Care and services",
            vec![
                yes_no("looked_after", "Was the child looked after?"),
                Question::new("care_leaver", leaver.error(asked.problems.of("care_leaver"))),
                yes_no("child_in_need", "Was there a child in need plan?"),
                yes_no("protection_plan", "Was there a child protection plan?"),
                yes_no("known_to_agencies", "Did any agency know the family?"),
            ],
        ),
    ]
}

/// The second page: the background within the group, and what it may have meant.
pub(super) fn follow_up(asked: Asked<'_>) -> Option<Section> {
    let group = Group::chosen(asked.answers)?;
    let mut questions = Vec::new();
    if !group.backgrounds().is_empty() {
        let radios =
            Radios::new("ethnicity", group.question()).strong().error(asked.problems.of("ethnicity"));
        let radios = group
            .backgrounds()
            .iter()
            .fold(radios, |radios, one| radios.item(asked.choice("ethnicity", &code(one), &within(*one))));
        let own_words = asked
            .line("comment", "Any other background, in the family’s own words (optional)")
            .strong()
            .hint("If none of these says it");
        questions.push(Question::new(
            "ethnicity",
            radios.item(asked.choice("ethnicity", "not_known", "Not known yet")),
        ));
        questions.push(Question::new("comment", own_words));
    }
    let meaning = asked
        .text("text", "How might ethnicity, culture, language and faith have affected this child’s experience? (optional)")
        .hint("2 or 3 sentences. The National Panel finds that reviews are often silent on this. Do not use names");
    questions.push(Question::new("text", meaning));
    Some(Section::under("Ethnicity, culture, language and faith", questions))
}

/// The child that the answers describe.
pub(super) fn read(fields: &mut Fields<'_>, number: u8) -> (Option<Child>, Words) {
    let pseudonym = fields.line("pseudonym", "Enter a pseudonym for the child");
    let harm = fields.choice("harm", "Select what happened to this child");
    let age_band = fields.choice("age_band", "Select how old the child was, or that it is not known");
    let sex = fields.choice("sex", "Select the child’s sex, or that it is not known");
    let ethnicity = ethnicity(fields);
    let mut yes_no = |name, missing| fields.choice::<YesNo>(name, missing);
    let disability = yes_no("disability", "Select whether the child is disabled, or that it is not known");
    let looked_after =
        yes_no("looked_after", "Select whether the child was looked after, or that it is not known");
    let child_in_need =
        yes_no("child_in_need", "Select whether there was a child in need plan, or that it is not known");
    let protection_plan = yes_no(
        "protection_plan",
        "Select whether there was a child protection plan, or that it is not known",
    );
    let known_to_agencies =
        yes_no("known_to_agencies", "Select whether any agency knew the family, or that it is not known");
    let care_leaver = fields.answers().has("care_leaver", "yes");
    if !care_leaver && !fields.answers().has("care_leaver", "no") {
        fields.problems.add("care_leaver", "Select whether the person is a care leaver");
    }
    let words = Words::none().and(Word::Pseudonym, pseudonym);
    let words = and_word(words, Word::Comment, fields.optional_line("comment"));
    let words = and_word(words, Word::Text, fields.optional_text("text"));
    let child = || {
        Some(Child {
            number,
            age_band: age_band?,
            sex: sex?,
            ethnicity: ethnicity?,
            disability: disability?,
            looked_after: looked_after?,
            care_leaver,
            child_in_need: child_in_need?,
            protection_plan: protection_plan?,
            known_to_agencies: known_to_agencies?,
            harm: harm?,
        })
    };
    (child(), words)
}

/// Group first, then the background within it.
fn ethnicity(fields: &mut Fields<'_>) -> Option<Ethnicity> {
    let Some(group) = Group::chosen(fields.answers()) else {
        fields.problems.add("group", "Select the ethnic group, or that it is not known yet");
        return None;
    };
    if group.backgrounds().is_empty() {
        return Some(Ethnicity::NotKnown);
    }
    let chosen: Ethnicity =
        fields.choice("ethnicity", "Select the background, or that it is not known yet")?;
    if chosen != Ethnicity::NotKnown && !group.backgrounds().contains(&chosen) {
        fields
            .problems
            .add("ethnicity", "Select the background within the group, or that it is not known yet");
    }
    Some(chosen)
}

/// The answers that describe a child as it is recorded.
pub(super) fn answers(event: &Event) -> Option<Answers> {
    let Fact::ChildAdded(child) = &event.fact else { return None };
    let leaver = if child.care_leaver { "yes" } else { "no" };
    Some(
        Answers::default()
            .and("pseudonym", wrote(event, Word::Pseudonym))
            .and("harm", code(&child.harm))
            .and("age_band", code(&child.age_band))
            .and("sex", code(&child.sex))
            .and("group", code(&Group::of(child.ethnicity)))
            .and("ethnicity", code(&child.ethnicity))
            .and("comment", wrote(event, Word::Comment))
            .and("text", wrote(event, Word::Text))
            .and("disability", code(&child.disability))
            .and("looked_after", code(&child.looked_after))
            .and("care_leaver", leaver)
            .and("child_in_need", code(&child.child_in_need))
            .and("protection_plan", code(&child.protection_plan))
            .and("known_to_agencies", code(&child.known_to_agencies)),
    )
}

/// The same in words.
pub(super) fn in_words(answers: &Answers) -> Vec<Said> {
    let of = |name: &str| answers.one(name).to_owned();
    let yes_no = |name: &'static str, label| Said::new(name, label, said(&of(name), YesNo::ALL));
    vec![
        Said::new("pseudonym", "Pseudonym", of("pseudonym")),
        Said::new("harm", "What happened", said(&of("harm"), Harm::ALL)),
        Said::new("age_band", "Age", said(&of("age_band"), AgeBand::ALL)),
        Said::new("sex", "Sex", said(&of("sex"), Sex::ALL)),
        Said::new("group", "Ethnic group", said(&of("group"), Group::ALL)),
        Said::new("ethnicity", "Background", said(&of("ethnicity"), Ethnicity::ALL)),
        Said::new("comment", "In the family’s own words", of("comment")),
        Said::new("text", "Ethnicity, culture, language and faith", of("text")),
        yes_no("disability", "Disabled"),
        yes_no("looked_after", "Looked after"),
        Said::new(
            "care_leaver",
            "Care leaver",
            crate::text::grammar::upper_first(answers.one("care_leaver")),
        ),
        yes_no("child_in_need", "Child in need plan"),
        yes_no("protection_plan", "Child protection plan"),
        yes_no("known_to_agencies", "Family known to any agency"),
    ]
}
