//! The rapid review, as the people of a case see it and record it.
