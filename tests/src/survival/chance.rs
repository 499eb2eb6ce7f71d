//! Chance that can be had again: the same seed gives the same numbers.

/// Numbers from a seed, by the `splitmix64` recipe.
pub(super) struct Chance(u64);

impl Chance {
    /// From `CSPR_TEST_SEED`, or else from the number of this process; prints which, so that it can be had again.
    pub(super) fn new() -> Self {
        let given =
            std::env::var("CSPR_TEST_SEED").ok().map(|seed| seed.parse().expect("a seed is a number"));
        let seed = given.unwrap_or(u64::from(std::process::id()));
        println!("CSPR_TEST_SEED={seed}");
        Self(seed)
    }

    /// A number from `least` up to, but not, `end`.
    pub(super) fn between(&mut self, least: usize, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        least + usize::try_from((mixed ^ (mixed >> 31)) >> 33).expect("31 bits fit") % (end - least)
    }
}
