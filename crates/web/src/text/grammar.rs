//! Small changes to texts.

/// With a capital at its beginning.
pub(crate) fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A title within a sentence. An abbreviation keeps its capitals.
pub(crate) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

/// Things in a sentence: “the council”, “the council and the police”, “names, dates and ages”.
pub(crate) fn and(things: &[impl ToString]) -> String {
    let things: Vec<_> = things.iter().map(ToString::to_string).collect();
    match things.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

/// “1 person”, “3 people”.
pub(crate) fn several(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// As much of a text as fits into a sentence: its first lines up to about `most` letters, ending at a word.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ':', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_ends_at_a_word() {
        assert_eq!(shortened("one two,\nthree", 20), "one two, three");
        assert_eq!(shortened("one two, three", 10), "one two…");
    }

    #[test]
    fn letters_change_where_a_sentence_wants_it() {
        assert_eq!(upper_first("éa b"), "Éa b");
        assert_eq!(lower_first("LCSPR begun"), "LCSPR begun");
        assert_eq!(lower_first("Case closed"), "case closed");
        assert_eq!(and(&["a", "b", "c"]), "a, b and c");
        assert_eq!(
            [several(1, "person", "people"), several(0, "person", "people")],
            ["1 person", "0 people"]
        );
    }
}
