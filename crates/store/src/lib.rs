//! The record: events, rows made from them, people and search, on SQLite and PostgreSQL.
