//! A day that may be left out, as several of these forms ask for one.

use calendar::NaiveDate;
use case::When;

use crate::form::parse::Fields;

/// The day in the boxes of a question; none where they are empty. It cannot lie before what it follows from.
pub(super) fn read(fields: &mut Fields<'_>, name: &str, what: &str, after: When) -> Option<NaiveDate> {
    let day = fields.optional_day(name, what)?;
    if When::Day(day).certainly_before(after) {
        fields.problems.add_at(
            name,
            &format!("{name}-day"),
            format!("{what} must not be before {after}, and {} is", When::Day(day)),
        );
    }
    Some(day)
}
