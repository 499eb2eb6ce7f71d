//! The local working title of a case, which must not identify anyone.

use crate::rejection::Problems;
use crate::{Word, Words};

/// Requires a title that does not look like a name.
///
/// Two words with a capital letter are a name or a place more often than anything else, and everyone who hears of
/// the case reads its title.
pub(crate) fn require(words: &Words, problems: &mut Problems) {
    match words.get(Word::Title) {
        None => problems
            .refuse("title", "Enter a title that identifies nobody, such as “Infant, serious harm at home”"),
        Some(title) => {
            problems.require(
                !title.chars().any(is_invisible),
                "title",
                "Title must not hold invisible characters: type it again instead of pasting it",
            );
            problems.require(
                !looks_like_a_name(title),
                "title",
                "Title must not include a name: use one capital letter, as in “Infant, serious harm at home”",
            );
        }
    }
}

/// Whether a character shows nothing or changes how others show, and so could hide what a title says.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn looks_like_a_name(title: &str) -> bool {
    let words: Vec<_> = title
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '’')
        .filter(|word| !word.is_empty())
        .collect();
    words.iter().filter(|word| is_capitalised(word)).nth(1).is_some()
        || words.windows(2).any(|pair| pair.iter().all(|word| is_in_capitals(word)))
}

/// Whether a word begins with a capital and goes on in small letters; abbreviations such as ICB do not.
fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase)
}

/// Whether a word is all in capitals. One such word may be an abbreviation; two side by side are a name in
/// capitals.
fn is_in_capitals(word: &str) -> bool {
    word.chars().nth(1).is_some()
        && word.chars().all(|letter| letter.is_uppercase() || !letter.is_alphabetic())
        && word.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::{is_invisible, looks_like_a_name};

    #[test]
    fn what_hides_letters_is_invisible() {
        assert!("Jane\u{200b}Smith".chars().any(is_invisible) && "harm\n".chars().any(is_invisible));
        assert!(!"Infant, serious harm – “at home”".chars().any(is_invisible));
    }

    #[test]
    fn two_capitalised_words_look_like_a_name() {
        for title in [
            "Jane Smith",
            "Smith, Jane",
            "JANE SMITH",
            "harm, O’BRIEN JO",
            "Infant O’Brien",
            "Harm at Élan’s home by Uncle",
            "Jones-Taylor",
        ] {
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
