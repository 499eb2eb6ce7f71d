//! An entry of a case's history, as a title in the past tense.

use case::decisions::Answer;
use case::publication::Recipient;
use case::terms::Partner;
use case::{Fact, decisions, lcspr, publication};

use crate::names::Names;
use crate::text::grammar::{and, lower_first};

/// What happened, in a few words. Every kind is listed, so that a new one has to be put into words.
#[expect(clippy::too_many_lines, reason = "a list of every kind of entry, read best in one place")]
pub(crate) fn title(fact: &Fact, names: &Names) -> String {
    match fact {
        Fact::Opened(opened) => format!("Case {} opened", opened.reference),
        Fact::RuleSetPinned(_) => "Rules fixed for this case".to_owned(),
        Fact::ClockJudged(judged) if judged.done <= judged.due => format!("Deadline met: {}", judged.clock),
        Fact::ClockJudged(judged) => format!("Deadline missed: {}", judged.clock),
        Fact::JudgementWithdrawn(withdrawn) => format!("Deadline open again: {}", withdrawn.clock),

        Fact::Referred(_) => "Incident referred".to_owned(),
        Fact::BroughtIn(_) => "Case brought in from elsewhere".to_owned(),
        Fact::Considered(_) => "Referral sent to the three leads".to_owned(),
        Fact::ViewGiven(view) => {
            let thinks = if view.notifiable { "criteria met" } else { "criteria not met" };
            format!("View recorded: {}, {thinks}", view.partner)
        }
        Fact::FoundNotifiable(_) => "Decided that the incident must be notified".to_owned(),
        Fact::FoundNotNotifiable(_) => "Decided that the criteria are not met".to_owned(),
        Fact::AlternativeReviewStarted(review) => format!("Other review started: {}", review.kind),
        Fact::AlternativeReviewFinished => "Other review finished".to_owned(),

        Fact::ChildAdded(child) => format!("Child {} added", child.number),
        Fact::ChildIdentified(child) => format!("Name of child {} recorded", child.child),
        Fact::AuthoritiesNamed(_) => "Other areas concerned were named".to_owned(),
        Fact::Notified(_) => "Notification sent".to_owned(),
        Fact::LookedAfterDeathNotified(_) => "Death of a looked-after child notified".to_owned(),
        Fact::CareLeaverDeathNotified(_) => "Death of a care leaver notified".to_owned(),
        Fact::Reclassified(_) => "Notification reclassified: criteria not met".to_owned(),
        Fact::PartiesTold(_) => "Partners and other areas told".to_owned(),

        Fact::RapidReviewOpened(_) => "Rapid review opened".to_owned(),
        Fact::AgencyAsked(asked) => format!("Summary asked for: {}", names.organisation(asked.agency)),
        Fact::RequestAcknowledged(answer) if answer.checking => {
            format!("Records being checked: {}", names.organisation(answer.agency))
        }
        Fact::RequestAcknowledged(answer) => {
            format!("Information held, summary to follow: {}", names.organisation(answer.agency))
        }
        Fact::SummaryReturned(answer) => format!("Summary received: {}", names.organisation(answer.agency)),
        Fact::AgencyChased(of) => format!("Reminder sent: {}", names.organisation(of.agency)),
        Fact::ReturnEscalated(of) => {
            format!("Late summary taken to a senior person: {}", names.organisation(of.agency))
        }
        Fact::ReturnReopened(of) => format!("Summary asked for again: {}", names.organisation(of.agency)),
        Fact::RequestWithdrawn(of) => format!("Request withdrawn: {}", names.organisation(of.agency)),
        Fact::SafetyActionTaken => "Immediate safety action taken".to_owned(),
        Fact::MeetingHeld(_) => "Rapid review meeting held".to_owned(),
        Fact::ScrutineerCommented => "Independent scrutineer commented".to_owned(),
        Fact::SectionWritten(written) => format!("Report section written: {}", written.section),
        Fact::ReportWritten(report) => format!("Rapid review report, version {}, written", report.version),
        Fact::PartnersAsked(_) => "Decisions requested from 3 partners".to_owned(),
        Fact::SentBack(back) => format!("Report sent back by the {}", back.partner),
        Fact::SubmittedToPanel(_) => "Rapid review sent to the National Panel".to_owned(),

        Fact::PartnerDecided(made) => decided(&made.decision),
        Fact::Escalated(taken) => format!("Disagreement taken to the {}", lower_first(taken.level.label())),
        Fact::EscalationEnded(end) if end.resolved => "Disagreement resolved".to_owned(),
        Fact::EscalationEnded(_) => "Escalation ended without agreement".to_owned(),

        Fact::PanelResponded(letter) => format!("National Panel replied: {}", letter.outcome),
        Fact::PanelQueried(_) => "National Panel asked for more information".to_owned(),
        Fact::PanelQueryAnswered => "National Panel’s question answered".to_owned(),
        Fact::AdvicePointRecorded(point) => format!("National Panel’s advice {} recorded", point.number),
        Fact::AdvicePointFinished(done) => format!("National Panel’s advice {} dealt with", done.number),
        Fact::ReconsiderationStarted => "Partners began to reconsider".to_owned(),
        Fact::NationalReviewCommissioned(review) => {
            format!("National Panel commissioned a {}", review.kind)
        }
        Fact::NationalReviewEnded => "National review ended".to_owned(),
        Fact::ClosedAtRapidReview => "Decided that no LCSPR is needed".to_owned(),

        Fact::LcsprDecided(_) => "Decided to start an LCSPR".to_owned(),
        Fact::KeyLineAdded(line) => format!("Key line of enquiry {} added", line.number),
        Fact::KeyLineTraced(line) => format!("Key line of enquiry {} answered", line.number),
        Fact::LcsprCommissioned(_) => "Reviewer appointed and LCSPR commissioned".to_owned(),
        Fact::TermsAgreed(terms) => format!("Terms of reference, version {}, agreed", terms.version),
        Fact::LcsprBegun(_) => "LCSPR begun".to_owned(),
        Fact::LcsprHeld(_) => "LCSPR put on hold".to_owned(),
        Fact::LcsprResumed => "LCSPR resumed".to_owned(),
        Fact::LcsprDiscontinued(_) => "LCSPR stopped".to_owned(),
        Fact::ReviewerReplaced(_) => "Reviewer replaced".to_owned(),
        Fact::MonitoringChecked(_) => "Progress of the LCSPR checked".to_owned(),
        Fact::RequestedInWriting => "Written request made to the reviewer".to_owned(),
        Fact::DraftWritten(draft) => format!("LCSPR draft {} written", draft.version),
        Fact::DraftCommented(comment) => commented(comment, names),
        Fact::FamilyContacted(contact) => format!("Contact with the family: {}", contact.contact),
        Fact::PractitionerEventHeld(_) => "Practitioner event held".to_owned(),
        Fact::FinalReportAgreed(_) => "Final report agreed by the 3 partners".to_owned(),

        Fact::PublicationPlanned(_) => "Publication planned".to_owned(),
        Fact::AnonymityChecked(_) => "Anonymity of the report checked".to_owned(),
        Fact::PublicationTold(told) => format!("Told before publication: {}", and(&told.who)),
        Fact::CopiesSent(copies) => sent(copies),
        Fact::Published(_) => "Report published".to_owned(),
        Fact::ImprovementsPublished(_) => "Improvements published instead of the report".to_owned(),
        Fact::PublicationHeld(_) => "Publication put on hold".to_owned(),
        Fact::PublicationReleased => "Hold on publication ended".to_owned(),
        Fact::PublicationDeclined(_) => "Decided to publish nothing".to_owned(),
        Fact::CopyDeposited => "Copy given to the national repository".to_owned(),
        Fact::TakenDown(_) => "Report taken offline".to_owned(),

        Fact::ProceedingOpened(proceeding) => format!("Proceeding opened: {}", proceeding.kind),
        Fact::ProceedingNews(news) if news.disclosure => {
            format!("Disclosure made to proceeding {}", news.number)
        }
        Fact::ProceedingNews(news) => format!("News of proceeding {} recorded", news.number),
        Fact::ProceedingEnded(end) => format!("Proceeding {} ended", end.number),
        Fact::ReviewLinked(review) => format!("Other review linked: {}", review.kind),
        Fact::DelayExplained(delay) => format!("Delay recorded: {}", delay.clock),

        Fact::RecommendationAdded(of) => format!("Recommendation {} added", of.number),
        Fact::RecommendationAnswered(of) if of.accepted => format!("Recommendation {} accepted", of.number),
        Fact::RecommendationAnswered(of) => format!("Recommendation {} not accepted", of.number),
        Fact::ActionOpened(action) => format!("Action {} opened", action.number),
        Fact::ActionUpdated(update) => format!("Action {} updated: {}", update.number, update.progress),
        Fact::ActionMoved(moved) => format!("Action {} given a new date", moved.number),
        Fact::ActionCompleted(done) => format!("Action {} completed", done.number),
        Fact::ImpactJudged(impact) => {
            format!("Impact of action {} judged: {}", impact.number, impact.judgement)
        }
        Fact::ActionClosed(closed) => format!("Action {} closed", closed.number),
        Fact::ActionSuperseded(old) => format!("Action {} replaced", old.number),
        Fact::LearningShared(learning) => format!("Learning shared: {}", learning.kind),
        Fact::ActionsOpened => "Turned to carrying out the actions".to_owned(),
        Fact::ImpactReviewStarted => "Turned to evidence of what difference the actions made".to_owned(),
        Fact::Closed => "Case closed".to_owned(),
        Fact::Reopened => "Case reopened".to_owned(),

        Fact::NoteAdded(note) if note.restricted => "Note added for the business unit only".to_owned(),
        Fact::NoteAdded(_) => "Note added".to_owned(),
        Fact::AccessGranted(access) => format!("Access given to {}", names.person(access.person)),
        Fact::AccessEnded(access) => format!("Access of {} ended", names.person(access.person)),
        Fact::LeadAssigned(lead) => format!("Lead changed to {}", names.person(lead.person)),
        Fact::Retitled => "Title changed".to_owned(),
        Fact::Corrected(corrected) => match &corrected.with {
            Some(with) => format!("Correction: {}", lower_first(&title(with, names))),
            None => format!("Entry {} struck out", corrected.entry),
        },
        Fact::WordsErased(_) => "Words erased".to_owned(),
        Fact::PersonErased(_) => "Name and date of birth erased".to_owned(),
    }
}

fn decided(decision: &decisions::Decision) -> String {
    // The police are many.
    let many = decision.partner == Partner::Police;
    let answer = match (decision.answer, many) {
        (Answer::Agree, true) => "agree",
        (Answer::Agree, false) => "agrees",
        (Answer::Disagree, true) => "do not agree",
        (Answer::Disagree, false) => "does not agree",
        (Answer::NeedsMoreInformation, true) => "need more information",
        (Answer::NeedsMoreInformation, false) => "needs more information",
    };
    if decision.on_behalf.is_some() {
        return format!("Decision recorded for the {0}: {0} {answer}", decision.partner);
    }
    format!("Decision recorded: {} {answer}", decision.partner)
}

fn commented(comment: &lcspr::DraftComment, names: &Names) -> String {
    let what = if comment.fact_check { "Facts checked" } else { "Comments received" };
    let by = comment.agency.map(|agency| format!(": {}", names.organisation(agency))).unwrap_or_default();
    format!("{what} on LCSPR draft {}{by}", comment.version)
}

fn sent(copies: &publication::Copies) -> String {
    let name = |to: &Recipient| match to {
        Recipient::Panel => "the National Panel",
        Recipient::SecretaryOfState => "the Secretary of State",
        Recipient::Ofsted => "Ofsted",
    };
    let to: Vec<_> = copies.to.iter().map(name).collect();
    if to.is_empty() {
        "Copies sent before publication".to_owned()
    } else {
        format!("Copies sent to {}", and(&to))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use case::{Event, Fact, When, Words};

    use super::title;
    use crate::names::Names;
    use crate::tests::harness::{example, service, stands};
    use crate::text::entry_text::sentence;

    /// Examples that between them hold most kinds of entries.
    const TOLD: [&str; 8] = [
        "off-ramp-publication-held-then-published",
        "off-ramp-improvements-only",
        "off-ramp-taken-down",
        "off-ramp-panel-query",
        "off-ramp-partners-differ",
        "off-ramp-national-review-beside",
        "off-ramp-reclassified",
        "toddler-neglect",
    ];

    #[tokio::test]
    async fn entries_are_told_in_plain_words() {
        let service = service().await;
        let known = service.app.known();
        let mut told = BTreeMap::new();
        for key in TOLD {
            for entry in stands(&service, &example(&service, key).await).await.history() {
                let (title, text) =
                    (title(&entry.event.fact, &known.names), sentence(&entry.event, &known.names));
                assert!(
                    !title.contains(['_', '{', '\n']) && title.starts_with(char::is_uppercase),
                    "{title}"
                );
                assert!(title.len() < 120, "{title}");
                told.entry(entry.event.fact.kind())
                    .or_insert_with(|| format!("{title} | {}", text.unwrap_or_default()));
            }
        }
        insta::assert_snapshot!(told.into_values().collect::<Vec<_>>().join("\n"));
    }

    #[test]
    fn a_sentence_holds_no_more_than_a_sentence() {
        let words = Words::none().and(case::Word::Text, "word ".repeat(500));
        let note = Fact::NoteAdded(case::keeping::Note { restricted: false });
        let event = Event { on: When::NotKnown, fact: note, words };
        let text = sentence(&event, &Names::default()).unwrap();
        assert!(text.chars().count() <= 221 && text.ends_with("word…"), "{text}");
    }
}
