//! Puts the built assets into the program. It builds nothing itself: `scripts/assets.sh` does, with Node.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

#[derive(serde::Deserialize)]
struct Built {
    file: String,
    r#type: String,
}

/// The fields of `Names` and the logical names of their files.
const NAMES: [(&str, &str); 6] = [
    ("styles", "app.css"),
    ("govuk", "govuk-frontend.min.js"),
    ("app", "app.js"),
    ("favicon_svg", "favicon.svg"),
    ("favicon_ico", "favicon.ico"),
    ("touch_icon", "icon-180.png"),
];

fn main() {
    let dist = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../assets/dist");
    let manifest = dist.join("manifest.json");
    println!("cargo::rerun-if-changed={}", manifest.display());
    let table = fs::read(&manifest)
        .ok()
        .and_then(|text| serde_json::from_slice::<BTreeMap<String, Built>>(&text).ok())
        .and_then(|built| table(&dist, &built));
    let Some(table) = table else {
        println!(
            "cargo::error=the styles and scripts are not built yet: run scripts/assets.sh, then this again"
        );
        process::exit(0);
    };
    let out = PathBuf::from(env::var("OUT_DIR").unwrap_or_default()).join("assets.rs");
    if let Err(fault) = fs::write(&out, table) {
        println!("cargo::error=cannot write {}: {fault}", out.display());
    }
}

/// The source of the table, or nothing when a file that pages name is missing.
fn table(dist: &Path, built: &BTreeMap<String, Built>) -> Option<String> {
    let dist = dist.canonicalize().ok()?;
    let mut source =
        "/// The addresses of what was built.\npub(crate) static NAMES: Names = Names {\n".to_owned();
    for (field, logical) in NAMES {
        let file = &built.get(logical)?.file;
        writeln!(source, "    {field}: {:?},", format!("/assets/{file}")).ok()?;
    }
    source.push_str("};\npub(crate) static FILES: &[File] = &[\n");
    for Built { file, r#type } in built.values() {
        let bytes = |end: &str| {
            let path = dist.join(format!("{file}{end}"));
            path.is_file().then(|| format!("include_bytes!({:?})", path.display().to_string()))
        };
        let smaller = |end: &str| bytes(end).map_or("None".to_owned(), |bytes| format!("Some({bytes})"));
        writeln!(
            source,
            "    File {{ name: {file:?}, kind: {:?}, identity: {}, br: {}, gzip: {} }},",
            r#type,
            bytes("")?,
            smaller(".br"),
            smaller(".gz")
        )
        .ok()?;
    }
    source.push_str("];\n");
    Some(source)
}
