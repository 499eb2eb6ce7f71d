//! What must hold before a step of the notification is recorded.

use super::{Authorities, CareLeaverDeath, Child, IdentifyChild, LookedAfterDeath, Reclassification};
use crate::consideration::{CaseKind, Locus};
use crate::events::Fact;
use crate::events::Step;
use crate::rejection::Problems;
use crate::terms::{Abuse, Harm, YesNo};
use crate::{Case, Command, KeyDate, Setting, Stage, When, Word, Words};

/// Checks the steps of this part of a case's life.
pub(crate) fn check(case: &Case, command: &Command, setting: &Setting<'_>, problems: &mut Problems) {
    let words = &command.words;
    match &command.step {
        Step::AddChild(child) => add_child(case, child, words, problems),
        Step::IdentifyChild(child) => identify_child(case, child, setting, problems),
        Step::NameAuthorities(authorities) => name_authorities(case, authorities, problems),
        Step::Notify(_) => notify(case, words, problems),
        Step::NotifyLookedAfterDeath(death) => looked_after_death(case, death, words, problems),
        Step::NotifyCareLeaverDeath(death) => care_leaver_death(case, death, words, problems),
        Step::Reclassify(reclassification) => reclassify(case, reclassification, words, setting, problems),
        Step::TellParties(told) => problems.require(
            !told.partners.is_empty() || !told.others.is_empty(),
            "partners",
            "Choose at least one partner or organisation that was told",
        ),
        _ => {}
    }
}

/// The most children one case can hold; the national form itemises four and takes the others as text.
const MOST_CHILDREN: usize = 99;

fn add_child(case: &Case, child: &Child, words: &Words, problems: &mut Problems) {
    problems.require_word(words, Word::Pseudonym, "Enter a pseudonym for the child");
    // Struck-out children count too, so that a number always means the same child.
    let so_far =
        case.history().iter().filter(|entry| matches!(entry.event.fact, Fact::ChildAdded(_))).count();
    if so_far >= MOST_CHILDREN {
        problems.refuse(
            "number",
            format!("A case can hold {MOST_CHILDREN} children. Describe the others in a note"),
        );
    } else if usize::from(child.number) != so_far + 1 {
        problems.refuse("number", format!("Number the children from 1 in order. The next is {}", so_far + 1));
    }
}

fn identify_child(case: &Case, step: &IdentifyChild, setting: &Setting<'_>, problems: &mut Problems) {
    let child = step.child;
    if !case.notification.children.contains_key(&child) {
        problems.refuse("child", format!("There is no child {child} in this case. Add the child first"));
    }
    let other =
        case.notification.identified.iter().find(|(number, who)| **who == step.person && **number != child);
    if let Some((other, _)) = other {
        problems.refuse(
            "person",
            format!("This person is child {other} already. Give each child a person of its own"),
        );
    }
    problems.require(!step.identity.name.trim().is_empty(), "name", "Enter the child’s name");
    let born = step.identity.date_of_birth.map_or(When::NotKnown, When::Day);
    problems.require_past("date_of_birth", born, setting.today, "Date of birth");
}

fn name_authorities(case: &Case, authorities: &Authorities, problems: &mut Problems) {
    let Authorities { incident, home, placing, linked } = authorities;
    problems.require(
        incident.or(*home).or(*placing).is_some() || !linked.is_empty(),
        "incident",
        "Choose at least one council or partnership",
    );
    let locus = case.consideration.notifiable.as_ref().map(|decision| decision.locus);
    problems.require(
        incident.is_none() || locus != Some(Locus::OutsideEngland),
        "incident",
        "The incident happened outside England. Leave out the council where it happened",
    );
}

fn notify(case: &Case, words: &Words, problems: &mut Problems) {
    sent(words, problems);
    if case.stage == Stage::NotifiedLookedAfterDeath {
        problems.require_word(words, Word::Reason, "Enter why abuse or neglect is now known or suspected");
        return;
    }
    problems.require(
        decided_abuse(case) != Some(Abuse::NotSuspected),
        "do",
        "The council decided that neither abuse nor neglect is suspected. Record the notification of the death, or \
         correct the decision",
    );
    problems.require(
        case.kind != Some(CaseKind::CareLeaverDeath),
        "do",
        "Record the notification of the care leaver’s death, or correct the kind of case",
    );
}

fn decided_abuse(case: &Case) -> Option<Abuse> {
    case.consideration.notifiable.as_ref().map(|decision| decision.abuse)
}

fn sent(words: &Words, problems: &mut Problems) {
    problems.require_word(words, Word::Reference, "Enter the number of the notification");
    problems.require_word(words, Word::DecidedBy, "Enter who sent the notification");
}

/// The national rule covers deaths only, although some local procedures apply it to serious harm too.
fn looked_after_death(case: &Case, death: &LookedAfterDeath, words: &Words, problems: &mut Problems) {
    sent(words, problems);
    problems.require(
        death.abuse == Abuse::NotSuspected,
        "abuse",
        "Where abuse or neglect is known or suspected, notify the death as a serious incident",
    );
    problems.require(
        decided_abuse(case).is_none_or(|abuse| abuse == Abuse::NotSuspected),
        "do",
        "The council decided that abuse or neglect is suspected. Notify a serious incident, or correct the decision",
    );
    let looked_after = case.notification.children.values().any(|child| child.looked_after == YesNo::Yes);
    problems.require(
        looked_after || case.kind == Some(CaseKind::LookedAfterDeath),
        "do",
        "Record first that the child was looked after",
    );
}

/// A care leaver is one until the 25th birthday.
fn care_leaver_death(case: &Case, death: &CareLeaverDeath, words: &Words, problems: &mut Problems) {
    sent(words, problems);
    match death.age {
        0..=17 => problems.refuse(
            "age",
            "A care leaver under 18 is a child. Test the death against the ordinary criteria for a serious incident",
        ),
        18..=24 => {}
        25.. => problems.refuse("age", "The death of a care leaver is notified up to the age of 24"),
    }
    let care_leaver = case.notification.children.values().any(|child| child.care_leaver);
    problems.require(
        care_leaver || case.kind == Some(CaseKind::CareLeaverDeath),
        "do",
        "Record first that the person was a care leaver",
    );
    let died = case.consideration.notifiable.as_ref().is_none_or(|decision| decision.harm == Harm::Death);
    problems.require(
        died,
        "do",
        "The decision says that nobody died. Notify a serious incident, or correct the decision",
    );
}

fn reclassify(
    case: &Case,
    reclassification: &Reclassification,
    words: &Words,
    setting: &Setting<'_>,
    problems: &mut Problems,
) {
    problems.require_word(words, Word::DecidedBy, "Enter who decided for the council");
    problems.require_word(words, Word::Reason, "Enter why the incident does not meet the criteria");
    let told = reclassification.panel_told;
    let acknowledged = reclassification.panel_acknowledged.unwrap_or_default();
    problems.require_past("panel_told", told, setting.today, "Date the Panel was told");
    problems.require_past(
        "panel_acknowledged",
        acknowledged,
        setting.today,
        "Date the Panel acknowledged it",
    );
    let notified = case.dates.get(KeyDate::Notified).unwrap_or_default();
    if told.certainly_before(notified) {
        problems.refuse(
            "panel_told",
            format!(
                "The Panel cannot be told ({told}) before the notification ({notified}). Check both dates"
            ),
        );
    }
    if acknowledged.certainly_before(told) {
        problems.refuse(
            "panel_acknowledged",
            format!("The Panel cannot acknowledge it ({acknowledged}) before it was told ({told}). Check both dates"),
        );
    }
}
