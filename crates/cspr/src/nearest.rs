//! The word somebody meant.

use anyhow::bail;
use strsim::levenshtein;

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
    let near = words.iter().map(|known| (levenshtein(known, word), known));
    if let Some((_, nearest)) = near.filter(|(slips, _)| *slips <= 2).min() {
        bail!("there is no word “{word}”: did you mean {nearest}?");
    }
    bail!("there is no word “{word}”, only {}", words.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_suggests_the_word_that_was_meant() {
        assert!(check_word("reason").is_ok());
        assert!(check_word("reson").unwrap_err().to_string().ends_with("did you mean reason?"));
        let all = check_word("nothing_like_it").unwrap_err().to_string();
        assert!(all.contains("title, account, reason"), "{all}");
    }
}
