//! Keeps what somebody wrote from steering the terminal it is read at.

use std::fmt::Write as _;
use std::io::{self, Write};

/// Passes text on with characters that move the cursor, colour, or turn the direction of writing made visible.
///
/// They become escapes such as `\u001b`, which mean the same character inside JSON.
pub(crate) struct Visible<W>(pub(crate) W);

impl<W: Write> Write for Visible<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(bytes);
        if text.contains(steers) {
            self.0.write_all(visible(&text).as_bytes())?;
        } else {
            self.0.write_all(bytes)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The text with everything that steers a terminal made visible.
pub(crate) fn visible(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    for letter in text.chars() {
        if steers(letter) {
            write!(visible, "\\u{:04x}", u32::from(letter)).expect("a string takes everything");
        } else {
            visible.push(letter);
        }
    }
    visible
}

/// Control characters other than the end of a line, and the marks that turn the direction of writing.
fn steers(letter: char) -> bool {
    let turns = matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || (letter.is_control() && letter != '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_steer_the_terminal_is_shown_instead() {
        let mut out = Visible(Vec::new());
        write!(out, "Infant\u{1b}[2J \u{202e}desrever\r\né").unwrap();
        assert_eq!(String::from_utf8(out.0).unwrap(), "Infant\\u001b[2J \\u202edesrever\\u000d\né");
    }

    #[test]
    fn json_still_means_the_same() {
        let mut out = Visible(Vec::new());
        let title = "a \u{202e}title\u{7f}";
        serde_json::to_writer(&mut out, title).unwrap();
        assert_eq!(serde_json::from_slice::<String>(&out.0).unwrap(), title);
    }
}
