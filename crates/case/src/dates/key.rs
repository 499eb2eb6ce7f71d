//! The dates a case turns on.

use serde::{Deserialize, Serialize};

use crate::terms::codes;

codes! {
    /// A date that clocks and reports are counted from.
    KeyDate {
        Incident = "the incident",
        /// The first agency knew of the incident.
        AgencyAware = "an agency knowing of it",
        /// The council became aware.
        Aware = "the council becoming aware",
        /// The council became aware that the criteria are met, where that was later.
        CriteriaAware = "the council becoming aware that the criteria are met",
        Referred = "the referral",
        /// The death of a looked-after child or a care leaver was notified.
        DeathNotified = "the notification of the death",
        /// The notification was sent.
        Notified = "the notification",
        /// The statutory partners were told of the incident.
        PartiesTold = "telling the partners",
        /// The notified incident was found not to meet the criteria.
        Reclassified = "the reclassification",
        /// The rapid review was opened.
        RapidReviewOpened = "the opening of the rapid review",
        /// The rapid review meeting was held.
        MeetingHeld = "the rapid review meeting",
        /// The report was put to the partners.
        PartnersAsked = "putting the report to the partners",
        /// The report went to the Panel.
        Submitted = "the submission to the Panel",
        /// The Panel’s first reply arrived.
        PanelResponded = "the Panel’s response",
        /// The Panel asked for more.
        QueryRaised = "the Panel’s query",
        /// The partners answered the Panel’s query.
        QueryAnswered = "the answer to the Panel",
        /// The partners decided to start an LCSPR.
        LcsprDecided = "the decision to start an LCSPR",
        /// The LCSPR began with its first meeting.
        LcsprBegun = "the beginning of the LCSPR",
        /// The partners stopped the LCSPR.
        LcsprDiscontinued = "the end of the LCSPR without a report",
        /// The final report was agreed.
        FinalReportAgreed = "the agreement of the final report",
        /// Both the Panel and the Secretary of State had their copies.
        CopiesSent = "sending the copies",
        /// The report or the improvements were published, or it was decided not to.
        Published = "the publication",
        /// The report was taken down.
        TakenDown = "the takedown",
    }
}
