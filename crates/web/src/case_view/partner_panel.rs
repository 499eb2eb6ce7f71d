//! What the three statutory partners have decided, as cards.

use case::decisions::{Answer, Question};
use case::terms::Partner;
use case::{Area, Fact, Recorded, Stage, When, Word};

use crate::case_view::OpenCase;
use crate::components::{PartnerCard, PartnerPanel, PartnerState};
use crate::pages::partner_decisions;
use crate::text::date;
use crate::text::grammar::upper_first;

impl OpenCase {
    /// The question that the partners decide now or decided last; none before they were asked one, and after the end.
    pub(crate) fn question(&self) -> Option<Question> {
        let case = &self.case;
        let signs_off = case.decisions.made.iter().any(|made| made.decision.question == Question::SignOff);
        match case.stage {
            Stage::PartnersReconsidering => Some(Question::Reconsideration),
            _ if case.has_ended() => None,
            _ if signs_off => Some(Question::SignOff),
            _ => case.rapid_review.asked.as_ref().map(|_| Question::RapidReview),
        }
    }

    /// A card for each partner, where the visitor may see what they decided.
    pub(crate) fn partner_panel(&self) -> Option<PartnerPanel> {
        let question = self.question().filter(|_| self.shows(Area::Decisions))?;
        Some(Partner::ALL.iter().fold(PartnerPanel::new(), |panel, of| panel.card(self.card(question, *of))))
    }

    /// What the rapid review recommends, in a sentence.
    pub(crate) fn recommendation(&self) -> Option<String> {
        let report = self.case.rapid_review.put().filter(|_| self.shows(Area::RapidReview))?;
        self.question()?;
        let national = match report.national {
            case::rapid_review::Significance::Yes => "a national review",
            case::rapid_review::Significance::No => "no national review",
            case::rapid_review::Significance::Unsure => "unsure about a national review",
        };
        let local = if report.lcspr { "carry out an LCSPR" } else { "no LCSPR" };
        Some(format!("Recommendation: {national}, {local}."))
    }

    fn card(&self, question: Question, partner: Partner) -> PartnerCard {
        let name = upper_first(partner.label());
        let standing = self.case.decided(question);
        let Some(made) = standing.get(&partner) else {
            let lines = if question == Question::RapidReview { self.asked() } else { Vec::new() };
            let now = partner_decisions::now(&self.case) == Some(question);
            let link = now.then(|| partner_decisions::where_to_record(self, partner)).flatten();
            return PartnerCard { name, state: PartnerState::NotRecorded, lines, link };
        };
        let state = match made.decision.answer {
            Answer::Agree => PartnerState::Agrees,
            Answer::Disagree => PartnerState::DoesNotAgree,
            Answer::NeedsMoreInformation => PartnerState::NeedsMore,
        };
        let entry = self.case.history().iter().rev().find(|entry| is(entry, question, partner));
        let lines = entry.map(who_and_when).unwrap_or_default();
        let link =
            entry.map(|entry| ("View decision".to_owned(), self.address(&format!("/history/{}", entry.seq))));
        PartnerCard { name, state, lines, link }
    }

    /// When a partner who has not decided was asked, and by when.
    fn asked(&self) -> Vec<String> {
        let review = &self.case.rapid_review;
        let asked = match review.asked_on {
            When::Day(day) => Some(format!("Asked {}", date::day(day))),
            _ => None,
        };
        let due = review.asked.as_ref().and_then(|asked| asked.decide_by).map(|by| {
            match (by - self.today).num_days() {
                0 => format!("Due today, {}", date::day(by)),
                1 => format!("Due tomorrow, {}", date::day(by)),
                days if days < 0 => format!("Was due {}", date::day(by)),
                _ => format!("Due {}", date::weekday(by)),
            }
        });
        asked.into_iter().chain(due).collect()
    }
}

fn is(entry: &Recorded, question: Question, partner: Partner) -> bool {
    match &entry.event.fact {
        Fact::PartnerDecided(made) => made.decision.question == question && made.decision.partner == partner,
        _ => false,
    }
}

fn who_and_when(entry: &Recorded) -> Vec<String> {
    let words = &entry.event.words;
    let comment = if words.get(Word::Comment).is_some() { ", with a comment" } else { "" };
    let who = words.get(Word::DecidedBy).map(|who| format!("{who}{comment}"));
    who.into_iter().chain([entry.event.on.to_string()]).collect()
}
