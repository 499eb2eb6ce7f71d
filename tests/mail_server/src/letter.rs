//! Letters that were taken.

/// A letter that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Its recipient.
    pub to: String,
    /// As it came, without the line that ends it.
    pub text: String,
}

impl Taken {
    /// What a header says; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        let headers = self.text.lines().take_while(|line| !line.is_empty());
        let found = headers.filter_map(|line| line.split_once(": ")).find(|(header, _)| *header == name);
        found.map(|(_, value)| value).unwrap_or_default()
    }

    /// By what the letter is known.
    pub fn message_id(&self) -> &str {
        self.header("Message-ID").trim_matches(['<', '>'])
    }

    /// The report of a mail server that it could not deliver the letter, as RFC 3464 lays it out.
    pub(crate) fn returned(&self) -> Vec<u8> {
        let report = include_str!("returned.eml");
        report.replace("{to}", &self.to).replace("{message_id}", self.message_id()).into_bytes()
    }
}
