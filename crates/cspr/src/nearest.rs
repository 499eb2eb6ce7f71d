//! The word somebody meant.

use anyhow::bail;

use crate::shape;

/// Whether a word of this name can be written with a step.
///
/// # Errors
/// When it cannot, with the nearest one that can, or else all of them.
pub(crate) fn check_word(word: &str) -> anyhow::Result<()> {
    let words = shape::words();
    if words.contains(&word) {
        return Ok(());
    }
    let nearest = words.iter().min_by_key(|known| distance(known, word));
    if let Some(nearest) = nearest.filter(|known| distance(known, word) <= 2) {
        bail!("there is no word “{word}”: did you mean {nearest}?");
    }
    bail!("there is no word “{word}”, only {}", words.join(", "))
}

/// How many letters have to be put in, left out or changed to make one word the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for letter in one.chars() {
        let mut diagonal = row[0];
        row[0] += 1;
        for (column, wanted) in (1..).zip(other.chars()) {
            let changed = diagonal + usize::from(letter != wanted);
            diagonal = row[column];
            row[column] = changed.min(row[column] + 1).min(row[column - 1] + 1);
        }
    }
    row[row.len() - 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_suggests_the_word_that_was_meant() {
        assert_eq!(distance("reason", "reson"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert!(check_word("reason").is_ok());
        assert!(check_word("reson").unwrap_err().to_string().ends_with("did you mean reason?"));
        let all = check_word("nothing_like_it").unwrap_err().to_string();
        assert!(all.contains("title, account, reason"), "{all}");
    }
}
