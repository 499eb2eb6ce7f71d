//! The words by which a text is searched, in small letters.

use case::Words;

use crate::Tx;

/// How much of an entry’s words is searched, in bytes: PostgreSQL takes one mebibyte, and nobody writes that much.
const LONGEST: usize = 200_000;

/// The query with which the index of either database finds every one of these words.
pub(crate) fn query(tx: &Tx, tokens: &[String]) -> String {
    let each = |token: &String| match tx {
        Tx::Sqlite(_) => format!("\"{token}\"*"),
        Tx::Postgres(_) => format!("'{token}':*"),
    };
    let between = if matches!(tx, Tx::Sqlite(_)) { " " } else { " & " };
    tokens.iter().map(each).collect::<Vec<_>>().join(between)
}

/// The words of an entry as they are searched. The two databases divide a text differently, unless there is nothing
/// in it but words and spaces.
pub(super) fn plain(words: &Words) -> String {
    let mut plain = String::new();
    for token in words.iter().flat_map(|(_, text)| tokens(text).collect::<Vec<_>>()) {
        if plain.len() + token.len() > LONGEST {
            break;
        }
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(&token);
    }
    plain
}

/// The words of a text, in small letters.
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = String> {
    text.split(|character: char| !character.is_alphanumeric())
        .filter(|token| !token.is_empty())
        .map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use case::Word;

    use super::*;

    #[test]
    fn only_words_in_lower_case_are_searched() {
        let words =
            Words::none().and(Word::Title, "Infant, serious harm").and(Word::Text, "“O’Brien” 2026-014");
        assert_eq!(plain(&words), "infant serious harm o brien 2026 014");
    }
}
