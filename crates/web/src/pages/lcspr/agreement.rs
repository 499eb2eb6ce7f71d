//! Whether the three partners have decided what only they may decide about the LCSPR.

use case::decisions::{Answer, Question};
use case::terms::Partner;

use crate::case_view::OpenCase;
use crate::components::{Html, Inset};
use crate::form::asked::capital;
use crate::form::question::Own;

/// How many partners agree on a question as it stands.
pub(super) fn agreed(open: &OpenCase, question: Question) -> usize {
    open.case.decided(question).values().filter(|made| made.decision.answer == Answer::Agree).count()
}

/// What each partner decided, as one sentence each.
pub(super) fn sentences(open: &OpenCase, question: Question) -> Vec<String> {
    let decided = open.case.decided(question);
    let sentence = |partner: &Partner| {
        let says = match decided.get(partner) {
            Some(made) => made.decision.answer.label().to_owned(),
            None => "not recorded yet".to_owned(),
        };
        format!("{}: {says}.", capital(partner))
    };
    Partner::ALL.iter().map(sentence).collect()
}

/// The decisions on a question, with the way to the page where they are recorded.
pub(super) fn shown(open: &OpenCase, question: Question) -> Inset {
    let escalated = open.case.decisions.escalations.contains_key(&question);
    let escalated = escalated.then(|| "The disagreement was taken higher.".to_owned());
    let about = format!("The three partners on {question}.");
    let all: Vec<_> = [about].into_iter().chain(sentences(open, question)).chain(escalated).collect();
    Inset::new(all.join(" ")).link("See or record their decisions", open.address("/decisions"))
}

/// The same among the questions of a form, which asks nothing there.
pub(super) fn beside(open: &OpenCase, question: Question) -> Own<'_> {
    Own::new("agreement", "", move |_| Html::of(shown(open, question)))
}
