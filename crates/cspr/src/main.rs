//! The `cspr` program: settings, wiring and operator commands.

fn main() {}
