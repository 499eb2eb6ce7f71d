//! How near a date is, as an edge beside the words that say it.

/// How a date stands. The words beside it say so too: shape and colour only repeat them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Urgency {
    /// The date has passed, and it is not done.
    Overdue,
    /// Due on the day itself.
    Today,
    /// 2 or fewer working days left.
    Soon,
    /// Running, with more than 2 working days left.
    #[default]
    Normal,
    /// The clock has not started.
    NotStarted,
    /// A local milestone on hold.
    Paused,
    /// It was done in time.
    Met,
    /// It was done late, which nobody can change any more.
    History,
    /// Missed, with an explanation on the record.
    Explained,
    /// Nothing has to be done.
    NotNeeded,
}

impl Urgency {
    /// The end of the class that draws the edge.
    pub fn edge(self) -> &'static str {
        match self {
            Self::Overdue | Self::Explained => "overdue",
            Self::Today | Self::Soon => "soon",
            Self::Normal | Self::History => "normal",
            Self::NotStarted | Self::Paused => "dashed",
            Self::Met => "met",
            Self::NotNeeded => "none",
        }
    }
}
