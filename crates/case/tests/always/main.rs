//! What always holds: for every case, every step and every entry, whatever people try to record.

mod anything;
mod diagram;
mod every;
mod properties;
mod walk;
