//! What is recorded of the notification, as lines of a name and what it says.

use case::notification::Notification;
use case::terms::Partner;
use case::{Event, Fact, When, Word};

use super::authorities::OtherAuthorities;
use super::incident::Incident;
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::form::Form;
use crate::form::Said;
use crate::form::asked::capital;
use crate::form::common::named;
use crate::text::date;
use crate::text::grammar::and;

/// A name and what it says.
pub(super) type Line = (String, String);

/// The lines that say something.
pub(super) fn lines(said: Vec<Said>) -> Vec<Line> {
    let some = said.into_iter().filter(|said| !said.answer.trim().is_empty());
    some.map(|said| (said.label.into_owned(), said.answer)).collect()
}

/// One line, where there is something to say.
pub(super) fn line(name: &str, says: impl Into<String>) -> Option<Line> {
    Some((name.to_owned(), says.into())).filter(|(_, says)| !says.trim().is_empty())
}

/// A date, also one that is not known.
pub(super) fn on(when: When) -> String {
    if when == When::NotKnown { "Not known".to_owned() } else { when.to_string() }
}

/// The incident and the referral.
pub(super) fn incident(open: &OpenCase) -> Vec<Line> {
    recorded(&Incident, open)
}

/// The councils and partnerships concerned.
pub(super) fn authorities(open: &OpenCase) -> Vec<Line> {
    recorded(&OtherAuthorities, open)
}

/// What is recorded of that which a form changes.
fn recorded(form: &impl Form, open: &OpenCase) -> Vec<Line> {
    let answers = form.recorded(&open.case);
    answers.map(|answers| lines(form.questions(open, &answers).said(&answers))).unwrap_or_default()
}

/// What was sent, by whom and when: the notification, or that of a death.
pub(super) fn sent(open: &OpenCase, entries: &Entries<'_>) -> Vec<Line> {
    let is_sent = |fact: &Fact| {
        matches!(
            fact,
            Fact::Notified(_) | Fact::LookedAfterDeathNotified(_) | Fact::CareLeaverDeathNotified(_)
        )
    };
    entries.all(is_sent).flat_map(|event| sent_once(open, event)).collect()
}

fn sent_once(open: &OpenCase, event: &Event) -> Vec<Line> {
    let (what, more) = match &event.fact {
        Fact::Notified(sent) => ("Notification sent", copies(open, sent)),
        Fact::LookedAfterDeathNotified(of) => (
            "Death of a looked-after child notified",
            line("Abuse or neglect", capital(&of.abuse)).into_iter().collect(),
        ),
        Fact::CareLeaverDeathNotified(of) => {
            ("Death of a care leaver notified", line("Age", of.age.to_string()).into_iter().collect())
        }
        _ => return Vec::new(),
    };
    let lines = [
        line(what, on(event.on)),
        line("Number of the notification", wrote(event, Word::Reference)),
        line("Who sent it", wrote(event, Word::DecidedBy)),
        line("Why it was notified as a serious incident", wrote(event, Word::Reason)),
    ];
    lines.into_iter().flatten().chain(more).collect()
}

fn copies(open: &OpenCase, sent: &Notification) -> Vec<Line> {
    let partners = sent.told.iter().map(|partner| format!("the {partner}"));
    let others = sent.told_others.iter().map(|id| open.names().organisation(*id));
    let told: Vec<_> = partners.chain(others).collect();
    [
        line("Time", sent.time.map(date::time_of_day).unwrap_or_default()),
        line("Who got a copy", capital(&and(&told))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Who was told, each time.
pub(super) fn told(open: &OpenCase, entries: &Entries<'_>) -> Vec<Line> {
    let each = entries.all(|fact| matches!(fact, Fact::PartiesTold(_)));
    each.filter_map(|event| {
        let Fact::PartiesTold(told) = &event.fact else { return None };
        let partners = told.partners.iter().map(|partner| format!("the {partner}"));
        let others = told.others.iter().map(|id| open.names().organisation(*id));
        line(&on(event.on), capital(&and(&partners.chain(others).collect::<Vec<_>>())))
    })
    .collect()
}

/// When the referral went to the leads, and who else was asked.
pub(super) fn considered(open: &OpenCase, entries: &Entries<'_>) -> Vec<Line> {
    let Some((_, event)) = entries.last(|fact| matches!(fact, Fact::Considered(_))) else {
        return Vec::new();
    };
    let Fact::Considered(sent) = &event.fact else { return Vec::new() };
    let asked = line("Other agencies asked", named(open, &sent.asked));
    line("Sent to the three leads", on(event.on)).into_iter().chain(asked).collect()
}

/// What a partner thinks about notifying.
pub(super) fn view(entries: &Entries<'_>, of: Partner) -> Option<String> {
    let event = entries.view(of)?;
    let Fact::ViewGiven(view) = &event.fact else { return None };
    let thinks =
        if view.notifiable { "Thinks the criteria are met" } else { "Thinks the criteria are not met" };
    let capacity = view.capacity.map(|capacity| capacity.label().to_owned()).unwrap_or_default();
    let by = [wrote(event, Word::DecidedBy), capacity, on(event.on)];
    let by: Vec<_> = by.into_iter().filter(|part| !part.is_empty()).collect();
    let said = [thinks.to_owned(), by.join(", "), wrote(event, Word::Reason)];
    Some(said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n"))
}

/// What the council decided, with both criteria.
pub(super) fn decision(open: &OpenCase, entries: &Entries<'_>) -> Vec<Line> {
    let is_decision = |fact: &Fact| matches!(fact, Fact::FoundNotifiable(_) | Fact::FoundNotNotifiable(_));
    let Some((_, event)) = entries.last(is_decision) else { return Vec::new() };
    let mut said = match &event.fact {
        Fact::FoundNotifiable(decision) => vec![
            line("Decision of the council", "The incident must be notified"),
            line("What happened", capital(&decision.harm)),
            line("Abuse or neglect", capital(&decision.abuse)),
            line("Where", capital(&decision.locus)),
            line("Aware that the criteria are met", decision.aware.map(on).unwrap_or_default()),
        ],
        Fact::FoundNotNotifiable(decision) => vec![
            line("Decision of the council", "The incident need not be notified"),
            line("What happened", capital(&decision.harm)),
            line("Abuse or neglect", capital(&decision.abuse)),
            line("Falls to another council", if decision.elsewhere { "Yes" } else { "" }),
            line("Organisations told", named(open, &decision.told)),
            line("Who else was told", wrote(event, Word::Who)),
        ],
        _ => Vec::new(),
    };
    said.extend([
        line("Why", wrote(event, Word::Reason)),
        line("Who decided", wrote(event, Word::DecidedBy)),
        line("Why a view is missing", wrote(event, Word::Comment)),
        line("Who saw it differently", wrote(event, Word::Dissent)),
        line("Date of the decision", on(event.on)),
    ]);
    said.into_iter().flatten().collect()
}

/// The review that takes the place of the statutory one.
pub(super) fn alternative(open: &OpenCase, entries: &Entries<'_>) -> Vec<Line> {
    let started = entries.last(|fact| matches!(fact, Fact::AlternativeReviewStarted(_)));
    let Some((_, event)) = started else { return Vec::new() };
    let Fact::AlternativeReviewStarted(review) = &event.fact else { return Vec::new() };
    let ended = entries.last(|fact| matches!(fact, Fact::AlternativeReviewFinished)).map(|(_, event)| event);
    let owner = review.owner.map(|owner| open.names().person_and_post(owner)).unwrap_or_default();
    let lines = [
        line("Other review", capital(&review.kind)),
        line("Why", wrote(event, Word::Reason)),
        line(
            "Who owns it",
            [owner, wrote(event, Word::Who)].into_iter().find(|who| !who.is_empty()).unwrap_or_default(),
        ),
        line("Started", on(event.on)),
        line("Due", review.due.map(date::weekday).unwrap_or_default()),
        line("Finished", ended.map(|event| on(event.on)).unwrap_or_default()),
        line("What was learnt", ended.map(|event| wrote(event, Word::Learning)).unwrap_or_default()),
    ];
    lines.into_iter().flatten().collect()
}

/// Why the notified incident does not meet the criteria after all.
pub(super) fn reclassified(entries: &Entries<'_>) -> Vec<Line> {
    let found = entries.last(|fact| matches!(fact, Fact::Reclassified(_)));
    let Some((_, event)) = found else { return Vec::new() };
    let Fact::Reclassified(of) = &event.fact else { return Vec::new() };
    let lines = [
        line("Found not to meet the criteria", on(event.on)),
        line("Why", wrote(event, Word::Reason)),
        line("Who decided", wrote(event, Word::DecidedBy)),
        line("Panel told", on(of.panel_told)),
        line("Panel acknowledged it", of.panel_acknowledged.map(on).unwrap_or_default()),
    ];
    lines.into_iter().flatten().collect()
}
