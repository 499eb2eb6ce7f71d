//! Tests that cross crates: the harness, both databases, survival.
