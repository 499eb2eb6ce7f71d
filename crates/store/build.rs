//! Builds again when a migration is added: the compiler sees only the files it already knows.

fn main() {
    println!("cargo:rerun-if-changed=../../migrations");
}
