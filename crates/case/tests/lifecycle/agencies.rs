//! What agencies are asked, and what they return.
