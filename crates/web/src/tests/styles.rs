//! What the built styles and scripts may and may not contain, and whether people can read the colours.

use crate::http::assets::{FILES, File, NAMES};

const TOKENS: &str = include_str!("../../../../assets/styles/_tokens.scss");
const WHITE: &str = "#ffffff";

/// The value of a token of our own styles.
fn token(name: &str) -> &'static str {
    let start = format!("$app-{name}: ");
    TOKENS.lines().find_map(|line| line.strip_prefix(start.as_str())).unwrap().trim_end_matches(';')
}

/// Relative luminance as WCAG defines it.
fn luminance(colour: &str) -> f64 {
    let part = |from: usize| {
        let value = f64::from(u8::from_str_radix(&colour[from..from + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn contrast_is_computed_as_wcag_says() {
    assert!((contrast("#000000", WHITE) - 21.0).abs() < 0.001);
    assert!((contrast("#0b5f66", WHITE) - 7.39).abs() < 0.01);
}

#[test]
fn text_can_be_read_on_what_is_behind_it() {
    let (text, quieter, link) = ("#0b0c0c", "#484949", "#1a65a6");
    for (front, behind) in [
        (WHITE, token("brand")),
        (WHITE, token("met")),
        (text, WHITE),
        (quieter, WHITE),
        (link, WHITE),
        (token("overdue"), WHITE),
        (text, token("panel")),
        (link, token("panel")),
        (text, "#eef5f5"),
        (link, "#eef5f5"),
        (text, "#fff4cc"),
    ] {
        assert!(contrast(front, behind) >= 4.5, "{front} on {behind}: {:.2}", contrast(front, behind));
    }
}

#[test]
fn edges_and_drawings_can_be_seen() {
    for edge in ["brand", "overdue", "soon", "quiet", "met"] {
        for behind in [WHITE, token("panel")] {
            assert!(contrast(token(edge), behind) >= 3.0, "{edge} on {behind}");
        }
    }
}

#[test]
fn nothing_of_the_government_s_own_brand_is_built_in() {
    for (name, content) in FILES.iter().filter_map(|file| Some((file.name(), file.text()?.to_lowercase()))) {
        for never in ["gds transport", "@font-face", "crest", "crown", "#1d70b8", "sourcemappingurl"] {
            assert!(!content.contains(never), "{name} contains {never}");
        }
    }
}

#[test]
fn a_first_visit_loads_little() {
    let first: usize = FILES.iter().filter(|file| file.text().is_some()).map(File::smallest).sum();
    assert!(first < 40_000, "{first} bytes");
    let own = FILES.iter().find(|file| NAMES.app.ends_with(file.name())).unwrap();
    assert!(own.text().unwrap().len() < 5_000);
}
