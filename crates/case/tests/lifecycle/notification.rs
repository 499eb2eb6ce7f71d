//! The notification, and the deaths that need no rapid review.
