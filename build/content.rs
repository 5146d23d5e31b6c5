//! Puts everything below `content/` into the program, so that reading needs neither a disk nor a database.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Writes `content.rs`: every file's path below `content/` with its text, sorted by path.
pub fn embed_content() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR")).join("content");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let mut code = String::from("/// Path below `content/` and text of each supplied file.\n");
    code.push_str("pub static SUPPLIED: &[(&str, &str)] = &[\n");
    for file in files {
        let below = file.strip_prefix(&root).expect("collected below the root").to_string_lossy().replace('\\', "/");
        let _ = writeln!(code, "    ({below:?}, include_str!({:?})),", file.display().to_string());
    }
    code.push_str("];\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("content.rs"), code).expect("OUT_DIR is writable");
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.map(|entry| entry.expect("readable folder").path()) {
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "md" || extension == "toml") {
            files.push(path);
        }
    }
}
