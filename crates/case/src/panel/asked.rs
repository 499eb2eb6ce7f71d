//! What the Panel asked for and has not been given.

use crate::{Case, Clock, ClockKey};

/// Something that the Panel asked the partners for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// An answer to its question.
    Question,
    /// A reply to its letter.
    Letter,
    /// Something to be done about a point of its advice, by the number of the point.
    Advice(u16),
}

/// All that the Panel asked for in a case and has not been given, each with the clock that runs where it named a
/// date.
pub fn asked<'a, 'r>(case: &Case, clocks: &'a [Clock<'r>]) -> Vec<(Asked, Option<&'a Clock<'r>>)> {
    let running = |key: ClockKey| clocks.iter().find(|clock| clock.key == key && clock.is_open());
    let by = running(ClockKey::PanelQueryReply);
    let reply = match (case.panel.query.is_some(), by.is_some()) {
        (true, _) => Some((Asked::Question, by)),
        (false, true) => Some((Asked::Letter, by)),
        (false, false) => None,
    };
    let open = case.panel.open_advice().filter(|_| !case.is_closed());
    let advice =
        open.map(|point| (Asked::Advice(point.number), running(ClockKey::AdvicePoint(point.number))));
    reply.into_iter().chain(advice).collect()
}
