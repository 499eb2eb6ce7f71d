//! What differs between two texts, word by word.

use std::ops::Range;
use std::time::{Duration, Instant};

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices_by_key_deadline};

/// For how long two texts are compared. What is not compared by then counts as changed.
const LONGEST: Duration = Duration::from_millis(200);

/// Stretches of a text, each with whether it differs from the other text.
pub(crate) type Marked<'t> = Vec<(&'t str, bool)>;

/// Both texts with their differences marked.
pub(crate) fn between<'t>(one: &'t str, other: &'t str) -> (Marked<'t>, Marked<'t>) {
    let (left, right) = (Pieces::words(one), Pieces::words(other));
    let (mut marked_left, mut marked_right) = (Vec::new(), Vec::new());
    for change in left.compare(&right) {
        let (tag, was, is) = change.as_tag_tuple();
        let differs = tag != DiffTag::Equal;
        marked_left.extend(left.stretch(was).map(|stretch| (stretch, differs)));
        marked_right.extend(right.stretch(is).map(|stretch| (stretch, differs)));
    }
    (marked_left, marked_right)
}

/// A stretch of paragraphs of two versions of a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Passage<'t> {
    /// So many paragraphs that are the same in both.
    Alike(usize),
    /// Paragraphs that one has and the other has differently, or not.
    Differs(&'t str, &'t str),
}

/// Two long texts, paragraph by paragraph, so that what they have in common need not be shown.
pub(crate) fn passages<'t>(one: &'t str, other: &'t str) -> Vec<Passage<'t>> {
    let (left, right) = (Pieces::paragraphs(one), Pieces::paragraphs(other));
    let passage = |change: DiffOp| {
        let (tag, was, is) = change.as_tag_tuple();
        let in_either = |pieces: &Pieces<'t>, range| pieces.stretch(range).unwrap_or_default().trim_end();
        match tag {
            DiffTag::Equal => Passage::Alike(left.count(was)),
            _ => Passage::Differs(in_either(&left, was), in_either(&right, is)),
        }
    };
    let all = left.compare(&right).into_iter().map(passage);
    all.filter(|passage| *passage != Passage::Alike(0)).collect()
}

/// A text in pieces that are compared one by one, each with the space that follows it.
struct Pieces<'t> {
    text: &'t str,
    each: Vec<&'t str>,
    /// Where each piece begins, and where the last ends.
    bounds: Vec<usize>,
}

impl<'t> Pieces<'t> {
    fn words(text: &'t str) -> Self {
        Self::new(text, text.split_inclusive(char::is_whitespace))
    }

    fn paragraphs(text: &'t str) -> Self {
        Self::new(text, text.split_inclusive('\n'))
    }

    fn new(text: &'t str, pieces: impl Iterator<Item = &'t str>) -> Self {
        let each: Vec<_> = pieces.collect();
        let ends = each.iter().scan(0, |end, piece| {
            *end += piece.len();
            Some(*end)
        });
        let bounds = std::iter::once(0).chain(ends).collect();
        Self { text, each, bounds }
    }

    /// The changes that lead from this text to another. Space at the end of a piece is no difference.
    fn compare(&self, to: &Self) -> Vec<DiffOp> {
        let deadline = Some(Instant::now() + LONGEST);
        let key = |piece: &&'t str| piece.trim_end();
        capture_diff_slices_by_key_deadline(Algorithm::Myers, &self.each, &to.each, key, deadline)
    }

    /// The text of some pieces in a row; none where there are none.
    fn stretch(&self, range: Range<usize>) -> Option<&'t str> {
        let text = &self.text[self.bounds[range.start]..self.bounds[range.end]];
        (!text.is_empty()).then_some(text)
    }

    /// How many of some pieces have anything in them.
    fn count(&self, range: Range<usize>) -> usize {
        self.each[range].iter().filter(|piece| !piece.trim().is_empty()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::{Passage, between, passages};

    #[test]
    fn only_words_that_differ_are_marked() {
        let saved = "July 2024 to March 2026, with health records from birth.";
        let written = "March 2024 to March 2026.";
        let (left, right) = between(saved, written);
        assert_eq!(right, [("March ", true), ("2024 to March ", false), ("2026.", true)]);
        assert_eq!(left[..2], [("July ", true), ("2024 to March ", false)]);
        assert_eq!(left.iter().map(|(text, _)| *text).collect::<String>(), saved);
    }

    #[test]
    fn texts_that_are_alike_or_have_nothing_in_common_are_told_so() {
        assert_eq!(between("a b", "a b"), (vec![("a b", false)], vec![("a b", false)]));
        assert_eq!(between("a", "b"), (vec![("a", true)], vec![("b", true)]));
        assert_eq!(between("", "b"), (vec![], vec![("b", true)]));
    }

    #[test]
    fn what_two_long_texts_have_in_common_is_counted() {
        let (was, is) = ("a\n\nb one\n\nc\nd\n", "a\n\nb two\n\nc\nnew\nd\n");
        let all = [Passage::Alike(1), Passage::Differs("b one", "b two"), Passage::Alike(1)];
        let rest = [Passage::Differs("", "new"), Passage::Alike(1)];
        assert_eq!(passages(was, is), all.into_iter().chain(rest).collect::<Vec<_>>());
        assert_eq!(passages("a\nb", "a\nb"), [Passage::Alike(2)]);
        assert_eq!(passages("", "b"), [Passage::Differs("", "b")]);
        assert_eq!(passages("a\nb", "a"), [Passage::Alike(1), Passage::Differs("b", "")]);
    }

    #[test]
    fn very_long_texts_are_compared_without_end() {
        let (one, other) = ("a ".repeat(5_000) + "x", "b ".repeat(5_000) + "x");
        let (left, _) = between(&one, &other);
        assert_eq!(left, [("a ".repeat(5_000).as_str(), true), ("x", false)]);
    }

    #[test]
    fn a_long_text_with_a_change_at_each_end_is_alike_between_them() {
        let middle = (0..5_000).map(|word| word.to_string()).collect::<Vec<_>>().join(" ") + " ";
        let (one, other) = (format!("a {middle}x"), format!("b {middle}y"));
        let (left, right) = between(&one, &other);
        assert_eq!(left, [("a ", true), (middle.as_str(), false), ("x", true)]);
        assert_eq!(right, [("b ", true), (middle.as_str(), false), ("y", true)]);
    }
}
