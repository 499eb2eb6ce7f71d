//! Working days, bank holidays and counting, with the working of every count.
