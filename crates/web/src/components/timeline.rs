//! What happened in a case, newest first.

use askama::Template;

/// An entry of the timeline.
#[derive(Clone, Debug, Default)]
pub struct TimelineEntry {
    /// In the past tense: "Decision recorded: council agrees".
    pub title: String,
    /// Person and organisation; empty when nobody is to be named.
    pub by: String,
    /// "25 March 2026 at 4:12pm", or the date alone.
    pub at: String,
    /// The same date as machines read it.
    pub datetime: String,
    /// What else there is to say, in one sentence.
    pub text: Option<String>,
    /// Words, address and what the words leave out.
    pub link: Option<(String, String, String)>,
    /// This reader may not see it: only that there is something.
    pub restricted: bool,
    /// "Corrected by entry 12".
    pub note: Option<String>,
    /// The id that links to this entry use.
    pub anchor: Option<String>,
}

/// Entries of a case, one below the other.
#[derive(Clone, Debug, Template)]
#[template(path = "components/timeline.html")]
#[must_use]
pub struct Timeline {
    entries: Vec<TimelineEntry>,
    level: u8,
}

impl Default for Timeline {
    fn default() -> Self {
        Self { entries: Vec::new(), level: 3 }
    }
}

impl Timeline {
    /// None yet. Each entry's title is a heading of level 3.
    pub fn new() -> Self {
        Self::default()
    }

    /// Another level, so that headings skip none.
    pub fn level(mut self, level: u8) -> Self {
        self.level = level;
        self
    }

    /// The next entry, older than those before.
    pub fn entry(mut self, entry: TimelineEntry) -> Self {
        self.entries.push(entry);
        self
    }
}
