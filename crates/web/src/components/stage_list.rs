//! The nine stages of a case, as information.

use askama::Template;

/// How far a stage is. The line beside it says so too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Done, shown by a tick.
    Done,
    /// A ring with a dot.
    Current,
    /// Waiting for somebody else, shown by a dashed ring.
    Waiting,
    /// A dash in a ring.
    NotNeeded,
}

/// A line of the list.
#[derive(Clone, Debug)]
pub struct StageLine {
    /// "Partner decisions".
    pub name: String,
    /// "In progress. 2 of 3 recorded".
    pub line: String,
    /// The shape that shows how far the stage is.
    pub shape: Shape,
    /// The page on which it takes place.
    pub href: Option<String>,
}

/// All stages in their order.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/stage_list.html")]
#[must_use]
pub struct StageList {
    stages: Vec<StageLine>,
}

impl StageList {
    /// A list without stages.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a stage below the others.
    pub fn stage(mut self, stage: StageLine) -> Self {
        self.stages.push(stage);
        self
    }
}
