//! The orders of the list, in statements and in memory.

use std::cmp::{Ordering, Reverse};

use super::{Sort, Wanted};
use crate::CaseRow;

/// The order as a statement says it of the row `{of}`. Each order has an index of its own.
pub(super) fn clause(wanted: &Wanted, of: char) -> String {
    let columns: &[(&str, bool)] = match (wanted.sort, wanted.due) {
        (Sort::NextDeadline, None) => &[
            ("main_due is null", false),
            ("main_due", false),
            ("year", true),
            ("serial", true),
            ("case_id", true),
        ],
        // A case that is due within some time has a due date.
        (Sort::NextDeadline, Some(_)) => {
            &[("main_due", false), ("year", true), ("serial", true), ("case_id", true)]
        }
        (Sort::Reference, _) => &[("year", false), ("serial", false), ("case_id", false)],
        (Sort::Updated, _) => {
            &[("updated_at", false), ("year", false), ("serial", false), ("case_id", false)]
        }
    };
    let column = |(column, backwards): &(&str, bool)| {
        let direction = if *backwards == wanted.descending { "" } else { " desc" };
        format!("({of}.{column}){direction}")
    };
    columns.iter().map(column).collect::<Vec<_>>().join(", ")
}

/// Puts cases from several scopes into the same order.
pub(super) fn sort(rows: &mut [CaseRow], wanted: &Wanted) {
    rows.sort_by(|one, other| {
        let order = compare(one, other, wanted.sort);
        if wanted.descending { order.reverse() } else { order }
    });
}

fn compare(one: &CaseRow, other: &CaseRow, sort: Sort) -> Ordering {
    let reference = |row: &CaseRow| (row.reference, row.case);
    match sort {
        Sort::NextDeadline => {
            let key = |row: &CaseRow| (row.main_due.is_none(), row.main_due, Reverse(reference(row)));
            key(one).cmp(&key(other))
        }
        Sort::Reference => reference(one).cmp(&reference(other)),
        Sort::Updated => (one.updated_at, reference(one)).cmp(&(other.updated_at, reference(other))),
    }
}
