//! The nine stages of a case, as information.

use askama::Template;

/// How far a stage is. The line beside it says so too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A tick.
    Done,
    /// A ring with a dot.
    Current,
    /// A dashed ring.
    Waiting,
    /// A dash in a ring.
    NotNeeded,
}

/// One stage.
#[derive(Clone, Debug)]
pub struct StageLine {
    /// "Partner decisions".
    pub name: String,
    /// "In progress. 2 of 3 recorded".
    pub line: String,
    /// How far it is.
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
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The next stage.
    pub fn stage(mut self, stage: StageLine) -> Self {
        self.stages.push(stage);
        self
    }
}
