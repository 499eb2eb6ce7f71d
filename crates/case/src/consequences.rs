//! What follows from an entry without anyone asking: the rule set that holds, and judgements on time limits.

use crate::Setting;
use crate::case::Position;
use crate::fact::Event;

/// Adds the entries that follow from `events`, which take the case from `before` to `after`.
pub(crate) fn follow(_before: &Position, _after: Position, _setting: &Setting<'_>, _events: &mut Vec<Event>) {
}
