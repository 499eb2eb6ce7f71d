//! Lists the migrations of each database, in their order, for the program to carry. sqlx's own macro would compile the
//! whole of sqlx a second time, for the machine that builds.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=../../migrations");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    for database in ["sqlite", "postgres"] {
        let folder = fs::canonicalize(Path::new("../../migrations").join(database))?;
        fs::write(Path::new(&out).join(database).with_extension("rs"), list(&folder)?)?;
    }
    Ok(())
}

/// A slice of `(version, name, text)` as Rust writes it: `0005_web.sql` is the fifth, called “web”.
fn list(folder: &Path) -> io::Result<String> {
    let mut files: Vec<_> = fs::read_dir(folder)?.map(|file| Ok(file?.path())).collect::<io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "sql"));
    files.sort();
    let mut text = String::from("&[\n");
    for file in files {
        let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let numbered =
            stem.split_once('_').and_then(|(number, name)| Some((number.parse::<i64>().ok()?, name)));
        let Some((version, name)) = numbered else {
            return Err(io::Error::other(format!("{} is not called NNNN_name.sql", file.display())));
        };
        let (name, file) = (name.replace('_', " "), file.display().to_string());
        writeln!(text, "({version}, {name:?}, include_str!({file:?})),").map_err(io::Error::other)?;
    }
    text.push(']');
    Ok(text)
}
