//! Notes, the named list, corrections and erasure.
