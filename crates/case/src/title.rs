//! The local working title of a case, which must not identify anyone.

use crate::rejection::Problems;
use crate::{Word, Words};

/// Requires a title that does not look like a name.
///
/// Two words with a capital letter are a name or a place more often than anything else, and a title is read by
/// everyone who is told of the case.
pub(crate) fn require(words: &Words, problems: &mut Problems) {
    match words.get(Word::Title) {
        None => problems
            .refuse("title", "Enter a title that identifies nobody, such as “Infant, serious harm at home”"),
        Some(title) => problems.require(
            !looks_like_a_name(title),
            "title",
            "Title must not include a name: use one capital letter, as in “Infant, serious harm at home”",
        ),
    }
}

fn looks_like_a_name(title: &str) -> bool {
    let words = title.split(|letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '’');
    words.filter(|word| is_capitalised(word)).nth(1).is_some()
}

/// Whether a word begins with a capital and goes on in small letters; abbreviations such as ICB do not.
fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::looks_like_a_name;

    #[test]
    fn two_capitalised_words_look_like_a_name() {
        for title in
            ["Jane Smith", "Smith, Jane", "Infant O’Brien", "Harm at Élan’s home by Uncle", "Jones-Taylor"]
        {
            assert!(looks_like_a_name(title), "{title}");
        }
    }

    #[test]
    fn one_capital_letter_and_abbreviations_do_not() {
        for title in ["Infant, serious harm at home", "Child Q", "Teenager, NHS and ICB involved", "baby", ""]
        {
            assert!(!looks_like_a_name(title), "{title}");
        }
    }
}
