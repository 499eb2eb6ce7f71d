//! What differs between two texts, word by word.

/// Beyond this many comparisons everything between the first and the last difference counts as changed.
const MOST: usize = 1_000_000;

/// Stretches of a text, each with whether it differs from the other text.
pub(crate) type Marked<'t> = Vec<(&'t str, bool)>;

/// Both texts with their differences marked.
pub(crate) fn between<'t>(one: &'t str, other: &'t str) -> (Marked<'t>, Marked<'t>) {
    let (left, right): (Vec<_>, Vec<_>) = (words(one), words(other));
    let start = left.iter().zip(&right).take_while(|(a, b)| a == b).count();
    let rest = left[start..].iter().rev().zip(right[start..].iter().rev());
    let end = rest.take_while(|(a, b)| a == b).count();
    let (from, to) = (&left[start..left.len() - end], &right[start..right.len() - end]);
    let (kept_left, kept_right) = kept(from, to);
    let same = |count: usize| vec![true; count];
    let all = |middle: Vec<bool>| [same(start), middle, same(end)].concat();
    (marked(one, &left, &all(kept_left)), marked(other, &right, &all(kept_right)))
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
    let (left, right) = (paragraphs(one), paragraphs(other));
    let start = left.iter().zip(&right).take_while(|(a, b)| alike(a, b)).count();
    let rest = left[start..].iter().rev().zip(right[start..].iter().rev());
    let end = rest.take_while(|(a, b)| alike(a, b)).count();
    let (from, to) = (&left[start..left.len() - end], &right[start..right.len() - end]);
    let (kept_left, kept_right) = kept(from, to);
    let mut passages = Vec::new();
    let blank = |paragraph: &&&str| !paragraph.trim().is_empty();
    let mut same = left[..start].iter().filter(blank).count();
    let (mut at, mut to_at) = (0, 0);
    while at < from.len() || to_at < to.len() {
        let (was, is) = (run(&kept_left, at), run(&kept_right, to_at));
        if was == at && is == to_at {
            same += usize::from(from.get(at).is_some_and(|paragraph| blank(&paragraph)));
            (at, to_at) = (at + 1, to_at + 1);
            continue;
        }
        passages.extend((same > 0).then_some(Passage::Alike(same)));
        same = 0;
        passages.push(Passage::Differs(
            stretch(one, &left, start + at, start + was),
            stretch(other, &right, start + to_at, start + is),
        ));
        (at, to_at) = (was, is);
    }
    same += left[left.len() - end..].iter().filter(blank).count();
    passages.extend((same > 0).then_some(Passage::Alike(same)));
    passages
}

fn paragraphs(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// The end of the run of paragraphs from here on that the other text has not.
fn run(kept: &[bool], from: usize) -> usize {
    kept[from..].iter().position(|kept| *kept).map_or(kept.len(), |more| from + more)
}

/// The part of a text from one of its paragraphs to before another.
fn stretch<'t>(text: &'t str, paragraphs: &[&str], from: usize, to: usize) -> &'t str {
    let begin = |paragraph: usize| paragraphs[..paragraph].iter().map(|before| before.len()).sum::<usize>();
    text[begin(from)..begin(to)].trim_end()
}

/// Words with the space that follows them.
fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

/// Which words of each side belong to the longest sequence that both have.
fn kept(left: &[&str], right: &[&str]) -> (Vec<bool>, Vec<bool>) {
    let (mut in_left, mut in_right) = (vec![false; left.len()], vec![false; right.len()]);
    if left.len().saturating_mul(right.len()) > MOST {
        return (in_left, in_right);
    }
    let width = right.len() + 1;
    let mut longest = vec![0_u32; (left.len() + 1) * width];
    for at in (0..left.len()).rev() {
        for to in (0..right.len()).rev() {
            longest[at * width + to] = if alike(left[at], right[to]) {
                longest[(at + 1) * width + to + 1] + 1
            } else {
                longest[(at + 1) * width + to].max(longest[at * width + to + 1])
            };
        }
    }
    let (mut at, mut to) = (0, 0);
    while at < left.len() && to < right.len() {
        if alike(left[at], right[to]) {
            (in_left[at], in_right[to]) = (true, true);
            (at, to) = (at + 1, to + 1);
        } else if longest[(at + 1) * width + to] >= longest[at * width + to + 1] {
            at += 1;
        } else {
            to += 1;
        }
    }
    (in_left, in_right)
}

fn alike(one: &str, other: &str) -> bool {
    one.trim_end() == other.trim_end()
}

/// Joins neighbours that are alike kept or changed.
fn marked<'t>(text: &'t str, words: &[&'t str], kept: &[bool]) -> Marked<'t> {
    let mut stretches: Marked<'t> = Vec::new();
    let (mut begin, mut end) = (0, 0);
    for (nth, word) in words.iter().enumerate() {
        end += word.len();
        if kept.get(nth + 1) != kept.get(nth) {
            stretches.push((&text[begin..end], !kept[nth]));
            begin = end;
        }
    }
    stretches
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
}
