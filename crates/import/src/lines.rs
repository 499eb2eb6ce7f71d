//! Reading a file line by line, without ever holding more than one line.

use std::io::{BufRead, Read};

use crate::fault::Fault;

/// How long a line may be. A case of a thousand long entries has a tenth of it.
pub(crate) const LONGEST: usize = 16 * 1024 * 1024;

/// The lines of a file, numbered from 1.
pub(crate) struct Lines<R> {
    reader: R,
    number: usize,
    read: u64,
    buffer: Vec<u8>,
}

impl<R: BufRead> Lines<R> {
    /// Begins before the first line.
    pub(crate) fn new(reader: R) -> Self {
        Self { reader, number: 0, read: 0, buffer: Vec::new() }
    }

    /// How many bytes were read so far.
    pub(crate) fn bytes_read(&self) -> u64 {
        self.read
    }

    /// The next line that is not empty, with its number.
    ///
    /// # Errors
    /// When the line is too long, is not UTF-8 or cannot be read. Nothing after it can be read then.
    pub(crate) fn next(&mut self) -> Result<Option<(usize, &str)>, Fault> {
        while self.fill()? {
            if !self.buffer.trim_ascii().is_empty() {
                let text = str::from_utf8(&self.buffer).map_err(|error| not_utf8(self.number, error))?;
                // Some programs begin a file with a mark that says it is UTF-8.
                return Ok(Some((self.number, text.trim().trim_start_matches('\u{feff}').trim_start())));
            }
        }
        Ok(None)
    }

    /// Reads one line; false at the end of the file.
    fn fill(&mut self) -> Result<bool, Fault> {
        self.buffer.clear();
        self.number += 1;
        let mut bounded = self.reader.by_ref().take(LONGEST as u64 + 1);
        let length = bounded
            .read_until(b'\n', &mut self.buffer)
            .map_err(|error| Fault::at(self.number, format!("the file cannot be read: {error}")))?;
        self.read += length as u64;
        if length > LONGEST {
            let mebibytes = LONGEST / 1024 / 1024;
            let message = format!("the line is longer than {mebibytes} MiB: write one record on each line");
            return Err(Fault::at(self.number, message));
        }
        Ok(length > 0)
    }
}

fn not_utf8(line: usize, error: std::str::Utf8Error) -> Fault {
    let column = error.valid_up_to() + 1;
    Fault::at(line, format!("byte {column} of the line is not UTF-8: save the file as UTF-8 and try again"))
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, repeat};

    use super::*;

    #[test]
    fn empty_lines_are_counted_and_passed_over() {
        let mut lines = Lines::new("\n \u{feff}one \r\n\n\ntwo".as_bytes());
        assert_eq!(lines.next().unwrap(), Some((2, "one")));
        assert_eq!(lines.next().unwrap(), Some((5, "two")));
        assert_eq!(lines.next().unwrap(), None);
    }

    #[test]
    fn a_line_without_end_is_refused_before_it_is_held() {
        let mut lines = Lines::new(BufReader::new(repeat(b'x')));
        let fault = lines.next().unwrap_err();
        assert!(fault.to_string().contains("longer than 16 MiB"), "{fault}");
        assert!(lines.buffer.capacity() <= 4 * LONGEST);
    }

    #[test]
    fn bytes_that_are_not_utf8_are_named() {
        let mut lines = Lines::new(&b"fine\nab\xff"[..]);
        lines.next().unwrap();
        let fault = lines.next().unwrap_err().to_string();
        assert!(fault.starts_with("line 2: byte 3 of the line is not UTF-8"), "{fault}");
    }
}
