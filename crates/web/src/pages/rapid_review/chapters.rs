//! The twelve parts of the report, in the order in which the National Panel reads them.

use case::terms::{Partner, YesNo};
use case::{Area, Case, Event, Fact, KeyDate, OrganisationId, When, Word};

use super::chapter::{Chapter, Line, Piece, Set};
use super::written::{Content, period};
use crate::case_view::entries::{Entries, wrote};
use crate::form::asked::capital;
use crate::text::date;
use crate::text::grammar::and;

/// All of them.
pub(super) fn all(case: &Case, content: &Content) -> Vec<Chapter> {
    let entries = Entries::of(case);
    let of = |id, heading, lines| Chapter { id, heading, lines };
    let prose = |word, name| prose(name, content.words.get(word).unwrap_or_default());
    let one = |line: Option<Line>| line.into_iter().collect();
    vec![
        of("family", "The child and the family", children(case, &entries)),
        of("safety", "Arrangements to keep the child and siblings safe now", safety(&entries)),
        of("account", "The incident and its context", one(prose(Word::Account, "Account"))),
        of("agencies", "What agencies did", agencies(case, &entries, content)),
        of("experience", "The child’s experience", one(prose(Word::ChildsExperience, "Life for the child"))),
        of("criteria", "The criteria, and whether to carry out an LCSPR", criteria(&entries, content)),
        of("national", "National significance", national(content)),
        of(
            "learning",
            "What was learnt so far, and how it is shared",
            one(prose(Word::Learning, "Learning")),
        ),
        of("equality", "Equality and identity", one(prose(Word::Equality, "Identity and inequality"))),
        of("good-practice", "Good practice", one(prose(Word::GoodPractice, "Good practice to spread"))),
        of("actions", "Actions now", actions(case, &entries, content)),
        of("part", "Who took part", part(case, &entries)),
    ]
}

fn line(name: &str, says: impl Into<String>, set: Set, area: Area) -> Option<Line> {
    let says = says.into().trim().to_owned();
    let name = Piece::Words(name.to_owned());
    (!says.is_empty()).then(|| Line { name, says: vec![Piece::Words(says)], set, area })
}

fn prose(name: &str, says: &str) -> Option<Line> {
    line(name, says, Set::Prose, Area::RapidReview)
}

fn fact(name: &str, says: impl Into<String>) -> Option<Line> {
    line(name, says, Set::Fact, Area::RapidReview)
}

/// The children by number, in facts that identify nobody.
fn children(case: &Case, entries: &Entries<'_>) -> Vec<Line> {
    let one = |(number, child): (&u8, &case::notification::Child)| {
        let event = entries.child(*number).map(|(_, event)| event);
        let wrote = |word| event.map(|event| wrote(event, word)).unwrap_or_default();
        let plans = [
            (child.looked_after, "looked after"),
            (child.child_in_need, "child in need plan"),
            (child.protection_plan, "child protection plan"),
            (child.known_to_agencies, "known to agencies"),
            (if child.care_leaver { YesNo::Yes } else { YesNo::No }, "care leaver"),
        ];
        let says = [
            ("Age", child.age_band.to_string()),
            ("Sex", child.sex.to_string()),
            ("Ethnicity", child.ethnicity.to_string()),
            ("In the family’s own words", wrote(Word::Comment)),
            ("Disabled", child.disability.to_string()),
            ("Services", plans.map(|(answer, what)| format!("{what}: {answer}")).join("; ")),
            ("What happened", child.harm.to_string()),
            ("How background might have affected the child’s experience", wrote(Word::Text)),
        ];
        let says = says.into_iter().filter(|(_, says)| !says.is_empty());
        let says: Vec<_> = says.map(|(name, says)| format!("{name}: {says}")).collect();
        line(&format!("Child {number}"), says.join("\n"), Set::Fact, Area::Children)
    };
    case.notification.children.iter().filter_map(one).collect()
}

fn safety(entries: &Entries<'_>) -> Vec<Line> {
    let meeting = entries.last(|fact| matches!(fact, Fact::MeetingHeld(_))).and_then(|(_, event)| {
        let Fact::MeetingHeld(meeting) = &event.fact else { return None };
        let unchecked = || format!("No. {}", wrote(event, Word::Reason));
        let says = if meeting.safety_checked { "Yes".to_owned() } else { unchecked() };
        fact("Safety of the child and of siblings checked by the meeting", says)
    });
    let taken = entries.all(|fact| matches!(fact, Fact::SafetyActionTaken));
    let taken =
        taken.filter_map(|event| fact(&format!("Done at once, {}", on(event)), wrote(event, Word::Text)));
    meeting.into_iter().chain(taken).collect()
}

fn on(event: &Event) -> String {
    match event.on {
        When::NotKnown => "on a date that is not known".to_owned(),
        when => when.to_string(),
    }
}

/// The period asked about, what each agency answered, and what they did and why.
fn agencies(case: &Case, entries: &Entries<'_>, content: &Content) -> Vec<Line> {
    let asked = case.rapid_review.review.as_ref().and_then(|review| {
        let opened = entries.last(|fact| matches!(fact, Fact::RapidReviewOpened(_)));
        let scope = opened.map(|(_, event)| wrote(event, Word::Scope)).unwrap_or_default();
        let period = period(review.scope_from, review.scope_to);
        fact("Period asked about", [period, scope].map(|part| part.trim().to_owned()).join("\n"))
    });
    let answered =
        case.agencies.requests.iter().filter(|(_, request)| !request.withdrawn).map(|(id, request)| {
            let (says, area) = match (request.holds, request.returned_on) {
                (Some(holds), Some(on)) => {
                    (format!("{}, answered {}", capital(&holds), date::when(on)), Area::Return(*id))
                }
                (Some(holds), None) => (capital(&holds), Area::Return(*id)),
                (None, _) => ("Asked, not answered yet".to_owned(), Area::Request(*id)),
            };
            Line { name: Piece::Organisation(*id), says: vec![Piece::Words(says)], set: Set::Fact, area }
        });
    let texts = [
        prose("Key practice episodes", content.words.get(Word::Facts).unwrap_or_default()),
        prose("Why things were done or not done", content.words.get(Word::Analysis).unwrap_or_default()),
    ];
    asked.into_iter().chain(answered).chain(texts.into_iter().flatten()).collect()
}

fn criteria(entries: &Entries<'_>, content: &Content) -> Vec<Line> {
    let found = entries.last(|fact| matches!(fact, Fact::FoundNotifiable(_))).map(|(_, event)| event);
    let criteria = found.and_then(|event| {
        let Fact::FoundNotifiable(decision) = &event.fact else { return None };
        let says = format!(
            "{}. Abuse or neglect: {}. {}",
            capital(&decision.harm),
            decision.abuse,
            wrote(event, Word::Reason)
        );
        line("The criteria for notifying", says, Set::Fact, Area::Notification)
    });
    let recommended = match content.lcspr {
        Some(true) => "An LCSPR is recommended",
        Some(false) => "No LCSPR is recommended",
        None => "",
    };
    let scope = content.words.get(Word::Scope).filter(|_| content.lcspr == Some(true));
    let lines = [
        criteria,
        fact("Recommendation", recommended),
        prose("Why", content.words.get(Word::LcsprReason).unwrap_or_default()),
        prose("Scope and key lines of enquiry", scope.unwrap_or_default()),
    ];
    lines.into_iter().flatten().collect()
}

fn national(content: &Content) -> Vec<Line> {
    let lines = [
        fact("Is a national review needed?", content.national.as_ref().map(capital).unwrap_or_default()),
        prose("Why", content.words.get(Word::NationalSignificance).unwrap_or_default()),
    ];
    lines.into_iter().flatten().collect()
}

/// The section, and every action of the case that is not closed, with owner, date and measure.
fn actions(case: &Case, entries: &Entries<'_>, content: &Content) -> Vec<Line> {
    let section = prose(
        "What agencies and the partnership do now",
        content.words.get(Word::Actions).unwrap_or_default(),
    );
    let open = case.actions.open().map(|standing| {
        let action = &standing.action;
        let is_it =
            |fact: &Fact| matches!(fact, Fact::ActionOpened(opened) if opened.number == action.number);
        let event = entries.last(is_it).map(|(_, event)| event);
        let wrote = |word| event.map(|event| wrote(event, word)).unwrap_or_default();
        let measure = match wrote(Word::Measure) {
            measure if measure.is_empty() => measure,
            measure => format!("\nHow anyone will know that it worked: {measure}"),
        };
        let owners = owners(action.owner_organisation, action.owner.map(Piece::Person));
        let mut says = vec![Piece::Words(format!("{}\nOwner: ", wrote(Word::Text)))];
        says.extend(owners);
        says.push(Piece::Words(format!("\nDue: {}{measure}", date::weekday(action.due))));
        let name = Piece::Words(format!("Action {}", action.number));
        Line { name, says, set: Set::Fact, area: Area::Action(action.number) }
    });
    section.into_iter().chain(open).collect()
}

fn owners(organisation: Option<OrganisationId>, person: Option<Piece>) -> Vec<Piece> {
    match (person, organisation.map(Piece::Organisation)) {
        (Some(person), Some(organisation)) => vec![person, Piece::Words("; ".to_owned()), organisation],
        (Some(one), None) | (None, Some(one)) => vec![one],
        (None, None) => vec![Piece::Words("not named yet".to_owned())],
    }
}

/// The meeting, who came, who saw it differently, and what the scrutineer said.
fn part(case: &Case, entries: &Entries<'_>) -> Vec<Line> {
    let scrutineer = entries.all(|fact| matches!(fact, Fact::ScrutineerCommented));
    let scrutineer = scrutineer.filter_map(|event| {
        line("Independent scrutineer", wrote(event, Word::Comment), Set::Prose, Area::RapidReview)
    });
    let Some((_, event)) = entries.last(|fact| matches!(fact, Fact::MeetingHeld(_))) else {
        return scrutineer.collect();
    };
    let Fact::MeetingHeld(meeting) = &event.fact else { return scrutineer.collect() };
    let held = case.dates.get(KeyDate::MeetingHeld).unwrap_or(event.on);
    let there = |partner: &&Partner| meeting.present.contains(partner);
    let (present, absent): (Vec<_>, Vec<_>) = Partner::ALL.iter().partition(there);
    let the = |partners: &[&Partner]| {
        capital(&and(&partners.iter().map(|one| format!("the {one}")).collect::<Vec<_>>()))
    };
    let lines = [
        fact("Meeting", date::when(held)),
        fact(
            "Statutory partners who were there",
            if present.is_empty() { "None".to_owned() } else { the(&present) },
        ),
        fact("Statutory partners who were not", the(&absent)),
        fact("Why", wrote(event, Word::Comment)),
        listed("Other agencies that were there", &meeting.agencies),
        fact("Who saw it differently", wrote(event, Word::Dissent)),
    ];
    lines.into_iter().flatten().chain(scrutineer).collect()
}

fn listed(name: &str, organisations: &[OrganisationId]) -> Option<Line> {
    let mut says = Vec::new();
    for id in organisations {
        if !says.is_empty() {
            says.push(Piece::Words("\n".to_owned()));
        }
        says.push(Piece::Organisation(*id));
    }
    let name = Piece::Words(name.to_owned());
    (!says.is_empty()).then_some(Line { name, says, set: Set::Fact, area: Area::RapidReview })
}
