use case::panel::{PanelOutcome, PanelResponse};
use case::{Stage, Step, When, Word, Words};

use crate::testing::{Service, service};

const SENT: &str = "2026-001";

/// The Panel answers a case that was sent to it.
async fn responds(service: &Service, outcome: PanelOutcome, more: &str) {
    let letter = PanelResponse {
        letter: When::NotKnown,
        outcome,
        agrees_with_local_decision: None,
        praises_quality: false,
        quality_concern: false,
        late_submission_noted: false,
        asks_for_updates: false,
        reply_due: None,
        recommendations: Vec::new(),
    };
    let words = Words::none().and(Word::Summary, "As it wrote").and(Word::Text, more);
    service.record_with(SENT, Step::RecordPanelResponse(letter), words).await;
}

fn at(page: &str) -> String {
    format!("/cases/{SENT}/panel{page}")
}
