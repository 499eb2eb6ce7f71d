//! One of everything, and bytes to choose by.

use case::{Fact, Step, Words};
use serde::de::DeserializeOwned;

use crate::anything::{Choices, variants};

/// One of each step, with the smallest of everything in it.
pub(crate) fn every_step() -> Vec<(&'static str, Step)> {
    every()
}

/// One of each kind of entry, with the smallest of everything in it.
pub(crate) fn every_fact() -> Vec<(&'static str, Fact)> {
    every()
}

fn every<T: DeserializeOwned>() -> Vec<(&'static str, T)> {
    let one = |number| Choices::from(&[number]).any();
    (0..).zip(variants::<T>()).map(|(number, name)| (*name, one(number))).collect()
}

/// One of each step, with anything in it.
pub(crate) fn each_step(bytes: &mut impl Iterator<Item = u8>) -> impl Iterator<Item = Step> {
    (0..).zip(variants::<Step>()).map(|(number, _)| {
        let chosen: Vec<u8> = std::iter::once(number).chain(bytes.take(60)).collect();
        Choices::from(&chosen).any()
    })
}

/// Something under every word there is.
pub(crate) fn every_word() -> Words {
    Choices::from(&[1]).any()
}

/// Bytes without a pattern, always the same and without end (Marsaglia's xorshift).
pub(crate) fn any_bytes() -> impl Iterator<Item = u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_be_bytes()[0]
    })
}
