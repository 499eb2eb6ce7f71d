//! How partners and questions are named on these pages.

use case::decisions::{Answer, Question};
use case::terms::Partner;

/// What follows for a partner as it is named: the police are many, and the others one.
fn many<T>(partner: Partner, many: T, one: T) -> T {
    if partner == Partner::Police { many } else { one }
}

/// “the police agree”, “the council agrees” and the like, after the name.
pub(super) fn says(partner: Partner, answer: Answer) -> &'static str {
    match answer {
        Answer::Agree => many(partner, "agree", "agrees"),
        Answer::Disagree => many(partner, "do not agree", "does not agree"),
        Answer::NeedsMoreInformation => many(partner, "need more information", "needs more information"),
    }
}

/// “the police decision”.
pub(super) fn decision(partner: Partner) -> &'static str {
    match partner {
        Partner::Council => "the council’s decision",
        Partner::Icb => "the integrated care board’s decision",
        Partner::Police => "the police decision",
    }
}

/// The question as a heading.
pub(super) fn asks(partner: Partner, question: Question) -> String {
    format!("{} the {partner} {}?", many(partner, "Do", "Does"), to_what(question))
}

/// The same within a sentence that says what to select.
pub(super) fn whether(partner: Partner, question: Question) -> String {
    let (verb, rest) = to_what(question).split_once(' ').unwrap_or_default();
    let verb = many(partner, verb.to_owned(), format!("{verb}s"));
    format!("Select whether the {partner} {verb} {rest}")
}

fn to_what(question: Question) -> &'static str {
    match question {
        Question::RapidReview => "agree with the rapid review recommendations",
        Question::Reconsideration => "agree with the recommendations, now that the National Panel disagrees",
        Question::SignOff => "sign off the final report of the LCSPR",
        Question::ImprovementsOnly => "agree to publish only the improvements",
        Question::HoldPublication => "agree to hold publication",
        Question::NotPublish => "agree to publish nothing",
        Question::Discontinue => "agree to stop the LCSPR",
    }
}

/// The question in an address.
pub(super) fn slug(question: Question) -> String {
    crate::form::asked::code(&question).replace('_', "-")
}

/// The words of the first answer.
pub(super) fn agree(question: Question, recommendations: Option<u8>) -> String {
    match (question, recommendations) {
        (Question::SignOff, _) => "Sign it off".to_owned(),
        (_, Some(1)) => "Agree with the recommendation".to_owned(),
        (_, Some(count)) => format!("Agree with all {count}"),
        (_, None) => "Agree".to_owned(),
    }
}

/// “recommendation 2”, “recommendations 1 and 2”.
pub(super) fn numbered(numbers: &[u8]) -> String {
    match numbers {
        [one] => format!("recommendation {one}"),
        several => format!("recommendations {}", crate::text::grammar::and(several)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_police_are_many_and_the_others_one() {
        assert_eq!(
            asks(Partner::Police, Question::RapidReview),
            "Do the police agree with the rapid review recommendations?"
        );
        assert_eq!(
            asks(Partner::Council, Question::NotPublish),
            "Does the council agree to publish nothing?"
        );
        assert_eq!(
            whether(Partner::Council, Question::SignOff),
            "Select whether the council signs off the final report of the LCSPR"
        );
        assert_eq!(numbered(&[1, 3]), "recommendations 1 and 3");
    }
}
