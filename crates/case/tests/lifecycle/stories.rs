//! Beginnings that many stories share. Each takes up where the one before it ends.

use case::agencies::AgencyRequest;
use case::consideration::{CaseKind, Consideration, Locus, NotifiableDecision, Referral, View};
use case::notification::{AgeBand, Child, Ethnicity, Notification, Sex};
use case::rapid_review::RapidReview;
use case::terms::{Abuse, Harm, Partner, YesNo};
use case::{Step, When, Word, Words};

use crate::given::{Given, day, organisation, partnership, when, words};

/// A referral of an incident on 7 March 2024 of which the council became aware a day later.
pub(crate) fn referral(kind: CaseKind) -> Referral {
    Referral {
        partnership: partnership(),
        kind,
        incident: when("2024-03-07"),
        aware: when("2024-03-08"),
        aware_time: None,
        agency_aware: When::NotKnown,
        locus: None,
        referred_by: Some(organisation(1)),
    }
}

/// A title that names nobody.
pub(crate) fn title() -> Words {
    words(Word::Title, "Infant, serious harm at home")
}

/// Who decided, and why.
pub(crate) fn decided() -> Words {
    words(Word::DecidedBy, "Director of children’s services").and(Word::Reason, "Unexplained fractures")
}

/// A decision that both limbs are met.
pub(crate) fn both_limbs_met() -> NotifiableDecision {
    NotifiableDecision {
        harm: Harm::SeriousHarm,
        abuse: Abuse::Suspected,
        locus: Locus::InArea,
        kind: None,
        aware: None,
    }
}

/// What one partner thinks.
pub(crate) fn view(partner: Partner, notifiable: bool) -> Step {
    Step::GiveView(View { partner, notifiable, capacity: None })
}

/// A child about whom little is known.
pub(crate) fn child(number: u8) -> Child {
    Child {
        number,
        age_band: AgeBand::UnderOne,
        sex: Sex::NotKnown,
        ethnicity: Ethnicity::NotKnown,
        disability: YesNo::NotKnown,
        looked_after: YesNo::No,
        care_leaver: false,
        child_in_need: YesNo::No,
        protection_plan: YesNo::No,
        known_to_agencies: YesNo::Yes,
        harm: Harm::SeriousHarm,
    }
}

/// The notification, sent to both other partners.
pub(crate) fn notification() -> Step {
    Step::Notify(Notification {
        time: None,
        told: vec![Partner::Icb, Partner::Police],
        told_others: Vec::new(),
    })
}

/// The number of the notification, and who sent it.
pub(crate) fn sent() -> Words {
    words(Word::Reference, "SIN 1234").and(Word::DecidedBy, "Notifier of the council")
}

/// A rapid review that asks for everything from the child’s birth.
pub(crate) fn rapid_review() -> RapidReview {
    RapidReview {
        scope_from: when("2023-11"),
        scope_to: when("2024-03-07"),
        returns_due: Some(day("2024-03-22")),
        executives_told: true,
    }
}

/// A request to an agency.
pub(crate) fn request(number: u128, due: &str) -> AgencyRequest {
    AgencyRequest { agency: organisation(number), due: day(due), chronology: true }
}

/// Somebody asked the partnership to consider an incident.
pub(crate) fn a_referred_case_of(kind: CaseKind) -> Given {
    Given::nothing().and("2024-03-08", Step::Refer(referral(kind)), title())
}

/// Somebody asked the partnership to consider a serious incident.
pub(crate) fn a_referred_case() -> Given {
    a_referred_case_of(CaseKind::SeriousIncident)
}

/// The three leads consider a case of this kind.
pub(crate) fn a_case_under_consideration_of(kind: CaseKind) -> Given {
    a_referred_case_of(kind).and(
        "2024-03-08",
        Step::Consider(Consideration { asked: Vec::new() }),
        Words::none(),
    )
}

/// The three leads consider a serious incident; board and police have said what they think.
pub(crate) fn a_considered_case() -> Given {
    a_case_under_consideration_of(CaseKind::SeriousIncident)
        .and("2024-03-11", view(Partner::Icb, true), decided())
        .and("2024-03-11", view(Partner::Police, true), decided())
}

/// The council decided that the incident must be notified.
pub(crate) fn a_case_awaiting_notification() -> Given {
    a_considered_case().and("2024-03-11", Step::DecideNotifiable(both_limbs_met()), decided())
}

/// The notification was sent on Tuesday 12 March 2024. The rapid review is due on 4 April.
pub(crate) fn a_notified_case() -> Given {
    a_case_awaiting_notification()
        .and("2024-03-11", Step::AddChild(child(1)), words(Word::Pseudonym, "Aspen"))
        .and("2024-03-12", notification(), sent())
}

/// The rapid review was opened a day later, and one agency was asked.
pub(crate) fn a_case_with_an_open_rapid_review() -> Given {
    a_notified_case()
        .and("2024-03-13", Step::OpenRapidReview(rapid_review()), words(Word::Scope, "From birth"))
        .and("2024-03-13", Step::AskAgency(request(2, "2024-03-22")), Words::none())
}
