//! From the first call to the decision whether the incident must be notified.
