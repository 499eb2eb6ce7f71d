//! What would come of recording a step, so that a page can say so before anybody does it.

use case::{Case, Command, Recorded, Reference, Rejection, Setting};

use crate::app::App;
use crate::session::SignedIn;

/// The case as it would stand after these steps, or why the rules do not allow them. Nothing is recorded.
pub(crate) fn dry_run(
    app: &App,
    visitor: &SignedIn,
    case: &Case,
    commands: &[Command],
) -> Result<Case, Rejection> {
    let known = app.known();
    let partnership = case.partnership().or(match commands.first().map(|command| &command.step) {
        Some(case::Step::Refer(referral)) => Some(referral.partnership),
        _ => None,
    });
    let setting = Setting {
        today: app.clock().today(),
        calendar: known.basis.calendar(),
        rules: known.basis.rules(partnership),
        by: visitor.actor.person,
        operator: false,
        // A new case gets its own when it is started; none of its dates depends on it.
        reference: Some(Reference { year: 2000, serial: 1 }),
    };
    let events = case::decide_all(case, commands.iter().cloned(), &setting)?;
    let (mut after, at, by) = (case.clone(), app.clock().now(), visitor.actor.person);
    for event in events {
        let seq = after.version() + 1;
        after.apply(Recorded { seq, at, by, event });
    }
    Ok(after)
}
