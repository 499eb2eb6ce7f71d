//! An entry of a case's history in one sentence, where its title leaves something out.

use case::terms::Partner;
use case::{Event, Fact, When, Word, Words, actions};
use chrono::NaiveDate;

use crate::names::Names;
use crate::text::date::day;
use crate::text::grammar::{and, shortened, upper_first};

/// How much of what somebody wrote is shown in the timeline.
const MOST: usize = 220;

/// One sentence on an entry; none where the title says it all. Every kind is listed, so that a new one has to be placed.
#[expect(clippy::too_many_lines, reason = "a list of every kind of entry, read best in one place")]
#[expect(clippy::match_same_arms, reason = "the list is in the order of a case's life")]
pub(crate) fn sentence(event: &Event, names: &Names) -> Option<String> {
    let words = &event.words;
    let wrote = |word| written(words, word);
    match &event.fact {
        Fact::Opened(opened) => Some(format!("{}.", upper_first(opened.kind.label()))),
        Fact::RuleSetPinned(pinned) => Some(format!(
            "Rule set {}. The rapid review counts from {}.",
            pinned.rule_set, pinned.rapid_review_from
        )),
        Fact::ClockJudged(judged) => Some(format!("Done {}, due {}.", day(judged.done), day(judged.due))),
        Fact::JudgementWithdrawn(_) => Some("A correction undid its end.".to_owned()),

        Fact::Referred(referral) => Some(match referral.aware {
            When::NotKnown => "When the council became aware is not known.".to_owned(),
            aware => format!("The council became aware: {aware}."),
        }),
        Fact::BroughtIn(case) => Some(format!("Taken over at the stage “{}”.", case.stage)),
        Fact::Considered(asked) => {
            others("Also asked for information", asked.asked.iter().map(|of| names.organisation(*of)))
        }
        Fact::ViewGiven(_) => by("Given by", words),
        Fact::FoundNotifiable(_) | Fact::FoundNotNotifiable(_) | Fact::Reclassified(_) => {
            by("Decided by", words)
        }
        Fact::LookedAfterDeathNotified(_) | Fact::CareLeaverDeathNotified(_) => by("Notified by", words),
        Fact::AlternativeReviewStarted(review) => dated("Due", review.due).or_else(|| wrote(Word::Reason)),
        Fact::AlternativeReviewFinished => wrote(Word::Learning),

        Fact::ChildAdded(_) => wrote(Word::Pseudonym).map(|name| format!("Known here as “{name}”.")),
        Fact::ChildIdentified(_) => Some("The name is held apart from the history.".to_owned()),
        Fact::AuthoritiesNamed(areas) => {
            let councils = [areas.incident, areas.home, areas.placing].into_iter().flatten();
            others("Councils", councils.map(|of| names.organisation(of)))
        }
        Fact::Notified(sent) => told(&sent.told, sent.told_others.iter().map(|of| names.organisation(*of))),
        Fact::PartiesTold(sent) => told(&sent.partners, sent.others.iter().map(|of| names.organisation(*of))),

        Fact::RapidReviewOpened(review) => dated("Summaries are wanted by", review.returns_due),
        Fact::AgencyAsked(asked) => dated("Wanted by", Some(asked.due)),
        Fact::RequestAcknowledged(_) => wrote(Word::Comment),
        Fact::SummaryReturned(answer) => Some(format!("{}.", upper_first(answer.holds.label()))),
        Fact::AgencyChased(_) => None,
        Fact::ReturnEscalated(_) => wrote(Word::Who),
        Fact::ReturnReopened(of) => dated("Wanted by", Some(of.due)),
        Fact::RequestWithdrawn(_) => wrote(Word::Reason),
        Fact::SafetyActionTaken => wrote(Word::Text),
        Fact::MeetingHeld(meeting) => Some(match meeting.agencies.len() + meeting.present.len() {
            1 => "1 partner or agency took part.".to_owned(),
            count => format!("{count} partners and agencies took part."),
        }),
        Fact::ScrutineerCommented => wrote(Word::Comment),
        Fact::SectionWritten(written) if written.complete => Some("Marked as complete.".to_owned()),
        Fact::SectionWritten(_) => Some("Not complete yet.".to_owned()),
        Fact::ReportWritten(report) => Some(format!(
            "National review: {}. LCSPR: {}.",
            report.national,
            if report.lcspr { "recommended" } else { "not recommended" }
        )),
        Fact::PartnersAsked(asked) => dated("Decisions asked for by", asked.decide_by),
        Fact::SentBack(_) => wrote(Word::Reason),
        Fact::SubmittedToPanel(sent) if sent.without_all_partners => {
            Some("Sent although not all partners had decided.".to_owned())
        }
        Fact::SubmittedToPanel(_) => wrote(Word::Reason),

        Fact::PartnerDecided(made) => Some(partner_decided(&made.decision, words)),
        Fact::Escalated(_) => wrote(Word::Reason),
        Fact::EscalationEnded(_) => wrote(Word::Outcome),

        Fact::PanelResponded(letter) => {
            wrote(Word::Summary).or_else(|| dated("A reply is due by", letter.reply_due))
        }
        Fact::PanelQueried(query) => wrote(Word::Text).or_else(|| dated("A reply is due by", query.due)),
        Fact::PanelQueryAnswered => wrote(Word::Text),
        Fact::AdvicePointRecorded(_) => wrote(Word::Text),
        Fact::AdvicePointFinished(_) => wrote(Word::Outcome),
        Fact::ReconsiderationStarted => wrote(Word::Reason),
        Fact::NationalReviewCommissioned(review) => Some(
            if review.local_continues { "Local work goes on beside it." } else { "Local work waits for it." }
                .to_owned(),
        ),
        Fact::NationalReviewEnded => wrote(Word::Outcome),
        Fact::ClosedAtRapidReview => wrote(Word::Reason),

        Fact::LcsprDecided(decision) => {
            wrote(Word::Reason).or_else(|| others("Criteria", decision.criteria.iter()))
        }
        Fact::KeyLineAdded(_) => wrote(Word::Text),
        Fact::KeyLineTraced(_) => wrote(Word::Outcome),
        Fact::LcsprCommissioned(_) | Fact::ReviewerReplaced(_) => {
            wrote(Word::Who).map(|who| format!("Reviewer: {who}."))
        }
        Fact::TermsAgreed(_) => wrote(Word::Text),
        Fact::LcsprBegun(_) => None,
        Fact::LcsprHeld(hold) => {
            wrote(Word::Reason).or_else(|| dated("To be looked at again on", hold.review_on))
        }
        Fact::LcsprResumed => wrote(Word::Reason),
        Fact::LcsprDiscontinued(_) => wrote(Word::Reason),
        Fact::MonitoringChecked(check) => Some(format!(
            "{}; quality {}.",
            if check.on_time { "On time" } else { "Not on time" },
            if check.good_quality { "satisfactory" } else { "not satisfactory" }
        )),
        Fact::RequestedInWriting => wrote(Word::Text),
        Fact::DraftWritten(draft) => dated("Comments are wanted by", draft.comments_due),
        Fact::DraftCommented(_) => wrote(Word::Comment),
        // How a family was approached is read in the entry itself, and not in passing.
        Fact::FamilyContacted(contact) => dated("To be looked at again on", contact.review_on),
        Fact::PractitionerEventHeld(event) => Some(match event.attended {
            1 => "1 person came.".to_owned(),
            count => format!("{count} people came."),
        }),
        Fact::FinalReportAgreed(report) => Some(format!("Version {}.", report.version)),

        Fact::PublicationPlanned(plan) => dated("Planned for", Some(plan.planned)),
        Fact::AnonymityChecked(check) => others("Checked", check.checked.iter()),
        Fact::PublicationTold(_) => None,
        Fact::CopiesSent(copies) => dated("Publication is planned for", Some(copies.planned)),
        Fact::Published(_) => wrote(Word::Address),
        Fact::ImprovementsPublished(_) | Fact::PublicationDeclined(_) => wrote(Word::Reason),
        Fact::PublicationHeld(hold) => {
            wrote(Word::Reason).or_else(|| dated("To be looked at again on", Some(hold.review_on)))
        }
        Fact::PublicationReleased => wrote(Word::Reason),
        Fact::CopyDeposited => wrote(Word::Reference),
        Fact::TakenDown(down) if down.legal_order => Some("A legal order requires it.".to_owned()),
        Fact::TakenDown(_) => wrote(Word::Reason),

        Fact::ProceedingOpened(_) => wrote(Word::Reference),
        Fact::ProceedingNews(_) => wrote(Word::Text),
        Fact::ProceedingEnded(_) => wrote(Word::Outcome),
        Fact::ReviewLinked(_) => wrote(Word::Reference).or_else(|| wrote(Word::Comment)),
        Fact::DelayExplained(delay) => Some(match delay.expected {
            When::NotKnown => "No new date is expected yet. The first due date stays.".to_owned(),
            expected => format!("Expected {expected}. The first due date stays."),
        }),

        Fact::RecommendationAdded(_) => wrote(Word::Text),
        Fact::RecommendationAnswered(_) => wrote(Word::Reason),
        Fact::ActionOpened(action) => Some(opened(action, words, names)),
        Fact::ActionUpdated(_) => wrote(Word::Comment),
        Fact::ActionMoved(moved) => dated("Now due", Some(moved.due)),
        Fact::ActionCompleted(_) | Fact::ImpactJudged(_) => wrote(Word::Evidence),
        Fact::ActionClosed(_) => wrote(Word::Reason),
        Fact::ActionSuperseded(old) => {
            old.by.map(|by| format!("By action {by}.")).or_else(|| wrote(Word::Reason))
        }
        Fact::LearningShared(_) => wrote(Word::Text),
        Fact::ActionsOpened => None,
        Fact::ImpactReviewStarted => wrote(Word::Reason),
        Fact::Closed => by("Evidence accepted by", words),
        Fact::Reopened => wrote(Word::Reason),

        Fact::NoteAdded(_) => wrote(Word::Text),
        Fact::AccessGranted(access) => Some(format!("As {}.", access.as_role)),
        Fact::AccessEnded(_) | Fact::LeadAssigned(_) => None,
        Fact::Retitled => wrote(Word::Title).map(|title| format!("Now “{title}”.")),
        Fact::Corrected(_) => wrote(Word::Correction),
        Fact::WordsErased(erased) => others("Entries", erased.entries.iter()),
        Fact::PersonErased(_) => wrote(Word::Reason),
    }
}

fn written(words: &Words, word: Word) -> Option<String> {
    words.get(word).map(|text| shortened(text, MOST))
}

fn by(how: &str, words: &Words) -> Option<String> {
    written(words, Word::DecidedBy).map(|who| format!("{how}: {who}."))
}

fn dated(what: &str, on: Option<NaiveDate>) -> Option<String> {
    on.map(|on| format!("{what} {}.", day(on)))
}

fn others(what: &str, things: impl Iterator<Item = impl ToString>) -> Option<String> {
    let mut things: Vec<_> = things.map(|thing| thing.to_string()).collect();
    things.dedup();
    (!things.is_empty()).then(|| format!("{what}: {}.", and(&things)))
}

fn told(partners: &[Partner], others: impl Iterator<Item = String>) -> Option<String> {
    let who: Vec<_> = partners.iter().map(|partner| format!("the {partner}")).chain(others).collect();
    (!who.is_empty()).then(|| format!("Told: {}.", and(&who)))
}

fn partner_decided(decision: &case::decisions::Decision, words: &Words) -> String {
    let who = words.get(Word::DecidedBy).map_or_else(|| "Made".to_owned(), |who| format!("Made by {who}"));
    let on_behalf = decision.on_behalf.map(|how| format!(", recorded for them from an account by {how}"));
    let comment = words.get(Word::Comment).map(|_| ", with a comment".to_owned());
    let about = format!(", on {}", decision.question);
    format!("{who}{about}{}{}.", on_behalf.unwrap_or_default(), comment.unwrap_or_default())
}

fn opened(action: &actions::Action, words: &Words, names: &Names) -> String {
    let owner = action.owner.map(|owner| names.person(owner));
    let owner = owner.or_else(|| action.owner_organisation.map(|owner| names.organisation(owner)));
    let text = written(words, Word::Text);
    let due = format!("Due {}", day(action.due));
    match (text, owner) {
        (Some(text), Some(owner)) => format!("{}. {due}, {owner}.", text.trim_end_matches('.')),
        (Some(text), None) => format!("{}. {due}.", text.trim_end_matches('.')),
        (None, Some(owner)) => format!("{due}, {owner}."),
        (None, None) => format!("{due}."),
    }
}
