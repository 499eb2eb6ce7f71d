//! `cspr record`: one step of a case's life.
