//! The tasks of a piece of work that many people do over weeks.

use askama::Template;

use super::{Tag, Tone};

/// How far a task is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaskStatus {
    /// Nobody has begun it.
    NotStarted,
    /// Somebody has begun it.
    InProgress,
    /// It waits for other people.
    Waiting,
    /// It is done.
    Completed,
    /// Something has to happen first; says what. Has no link.
    CannotStart(String),
}

/// A task, with the page on which it is done.
#[derive(Clone, Debug)]
#[must_use]
pub struct Task {
    name: String,
    href: String,
    status: TaskStatus,
    hint: Option<String>,
}

impl Task {
    /// A task and the page where it is done.
    pub fn new(name: impl Into<String>, href: impl Into<String>, status: TaskStatus) -> Self {
        Self { name: name.into(), href: href.into(), status, hint: None }
    }

    /// One line under the name.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    fn is_open(&self) -> bool {
        !matches!(self.status, TaskStatus::CannotStart(_))
    }

    /// The hint given, or why the task cannot start.
    fn below(&self) -> Option<&str> {
        match &self.status {
            TaskStatus::CannotStart(reason) if !reason.is_empty() => Some(reason),
            _ => self.hint.as_deref(),
        }
    }

    /// Only what still needs somebody has a tag; what is done is plain text.
    fn tag(&self) -> Option<Tag> {
        match self.status {
            TaskStatus::NotStarted => Some(Tag::new("Not started").tone(Tone::Blue)),
            TaskStatus::InProgress => Some(Tag::new("In progress").tone(Tone::Yellow)),
            TaskStatus::Waiting => Some(Tag::new("Waiting for others")),
            TaskStatus::Completed | TaskStatus::CannotStart(_) => None,
        }
    }

    fn plain(&self) -> &'static str {
        if self.is_open() { "Completed" } else { "Cannot start yet" }
    }
}

/// Tasks one below the other, each with how far it has come.
#[derive(Clone, Debug, Template)]
#[template(path = "components/task_list.html")]
#[must_use]
pub struct TaskList {
    id: String,
    tasks: Vec<Task>,
}

impl Default for TaskList {
    fn default() -> Self {
        Self { id: "task".to_owned(), tasks: Vec::new() }
    }
}

impl TaskList {
    /// A list without tasks.
    pub fn new() -> Self {
        Self::default()
    }

    /// What the ids in this list start with, when a page has more than one list.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Adds a task below the others.
    pub fn task(mut self, task: Task) -> Self {
        self.tasks.push(task);
        self
    }
}
