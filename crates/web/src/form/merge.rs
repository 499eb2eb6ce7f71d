//! When two people change the same thing: only what really collides is asked about, the rest is merged.

use crate::form::data::Answers;

/// What comes of two people changing the same answers.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Merged {
    /// Nothing collides. These are the answers with both changes in them, and the names of the fields that the other
    /// person changed.
    Fits {
        answers: Answers,
        /// The labels of what the other person changed.
        theirs: Vec<String>,
    },
    /// These fields were changed by both, and differently.
    Collides(Vec<String>),
}

/// The inputs that one answer is made of: a date is in three boxes, and half of one is no date.
fn inputs(field: &str) -> [String; 5] {
    ["", "-day", "-month", "-year", "-unknown"].map(|part| format!("{field}{part}"))
}

/// What was answered in one field, by its inputs. What was left empty is as if it had not been there.
fn answer(answers: &Answers, field: &str) -> Vec<(String, String)> {
    let of = |input: String| -> Vec<_> {
        let values =
            answers.many(&input).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        values.map(|value| (input.clone(), value)).collect()
    };
    inputs(field).into_iter().flat_map(of).collect()
}

/// Merges `mine` with `theirs`: `base` is how the answers stood when I opened the form.
pub(crate) fn merge(base: &Answers, theirs: &Answers, mine: &Answers, fields: &[&str]) -> Merged {
    let mut collides = Vec::new();
    let mut changed = Vec::new();
    let mut merged = mine.clone();
    for field in fields {
        let (before, now, wanted) = (answer(base, field), answer(theirs, field), answer(mine, field));
        if now == before || now == wanted {
            continue;
        }
        if wanted == before {
            merged = inputs(field).iter().fold(merged, |answers, input| answers.without(input));
            merged = now.into_iter().fold(merged, |answers, (input, value)| answers.and(&input, value));
            changed.push((*field).to_owned());
        } else {
            collides.push((*field).to_owned());
        }
    }
    if collides.is_empty() {
        Merged::Fits { answers: merged, theirs: changed }
    } else {
        Merged::Collides(collides)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(text: &str) -> Answers {
        Answers::read(text.as_bytes())
    }

    #[test]
    fn what_only_one_person_changed_is_merged() {
        let (base, theirs, mine) = (answers("a=1&b=1"), answers("a=2&b=1"), answers("a=1&b=2"));
        let Merged::Fits { answers, theirs } = merge(&base, &theirs, &mine, &["a", "b"]) else { panic!() };
        assert_eq!((answers.one("a"), answers.one("b")), ("2", "2"));
        assert_eq!(theirs, ["a"]);
    }

    #[test]
    fn a_date_is_taken_whole_or_not_at_all() {
        let base = answers("on-day=1&on-month=3&on-year=2026");
        let theirs = answers("on-day=2&on-month=3&on-year=2026");
        let mine = answers("on-day=1&on-month=4&on-year=2026");
        assert_eq!(merge(&base, &theirs, &mine, &["on"]), Merged::Collides(vec!["on".to_owned()]));
        let Merged::Fits { answers, .. } = merge(&base, &theirs, &base, &["on"]) else { panic!() };
        assert_eq!(["on-day", "on-month", "on-year"].map(|part| answers.one(part)), ["2", "3", "2026"]);
    }

    #[test]
    fn what_both_changed_differently_collides() {
        let (base, theirs, mine) = (answers("a=1&b=1"), answers("a=2&b=9"), answers("a=3&b=9"));
        assert_eq!(merge(&base, &theirs, &mine, &["a", "b"]), Merged::Collides(vec!["a".to_owned()]));
    }
}
