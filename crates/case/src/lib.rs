//! The life of a case: commands, events, rules, clocks and who may do what.
