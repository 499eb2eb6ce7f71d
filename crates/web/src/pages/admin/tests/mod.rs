//! Who is reminded when, as managers and administrators set it.

mod plan;
mod reminder_plan;
mod who_opens_cases;
