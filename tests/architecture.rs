//! The house has rules about which room may know which. This test is the rule; docs/ARCHITECTURE.md explains it.

use std::fs;
use std::path::{Path, PathBuf};

/// Room, and the rooms of ours that it may name. A room may always name itself.
const MAY_NAME: [(&str, &[&str]); 10] = [
    ("domain", &[]),
    ("crypto", &["domain"]),
    ("store", &["domain", "crypto"]),
    ("content", &["domain"]),
    ("i18n", &["domain"]),
    ("mail", &["domain", "i18n"]),
    ("service", &["domain", "crypto", "store", "mail", "i18n", "content"]),
    ("jobs", &["domain", "store", "mail", "service"]),
    ("web", &["domain", "service", "content", "i18n"]),
    ("telemetry", &["domain"]),
];

/// Libraries that belong to some rooms only.
const LIBRARIES: [(&str, &[&str]); 8] = [
    ("axum", &["web", "config", "lib"]),
    ("leptos", &["web"]),
    ("sqlx", &["store"]),
    ("hpke", &["crypto"]),
    ("argon2", &["crypto"]),
    ("chacha20poly1305", &["crypto"]),
    ("lettre", &["mail", "config"]),
    ("pulldown_cmark", &["content"]),
];

/// Markup that Leptos does not escape, or escapes wrongly, and the one file that may write it.
const ONE_PLACE: [(&str, &[&str]); 3] = [
    ("<textarea", &["web/components/form.rs"]),
    ("<title>", &["web/layout.rs"]),
    ("inner_html", &["web/components/prose.rs", "web/layout.rs"]),
];

/// A longer file holds more than one idea.
const MOST_LINES: usize = 500;

struct Source {
    /// Relative to `src`, with `/`.
    path: String,
    room: String,
    /// Without comments and without the unit tests at the end.
    code: String,
    lines: usize,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &mut found);
    assert!(found.len() > 20, "the test looks in the right place");
    found.into_iter().map(|file| read(&root, &file)).collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn read(root: &Path, file: &Path) -> Source {
    let path = file.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
    let text = fs::read_to_string(file).unwrap();
    let room = path.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
    let without_tests = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let code = without_tests.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    Source { path, room, code, lines: text.lines().count() }
}

/// Every `crate::room` that the code names, however it is written: `crate::room::x` or `use crate::{room, …}`.
fn rooms_named(code: &str) -> Vec<String> {
    let mut named = Vec::new();
    for (_, rest) in code.match_indices("crate::").map(|(at, _)| (at, &code[at + "crate::".len()..])) {
        match rest.strip_prefix('{') {
            Some(group) => {
                let mut depth = 0;
                let group: String = group
                    .chars()
                    .take_while(|c| {
                        depth += i32::from(*c == '{') - i32::from(*c == '}');
                        depth >= 0
                    })
                    .collect();
                let mut depth = 0;
                let mut word = String::new();
                for c in group.chars().chain([',']) {
                    match c {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' if depth == 0 => named.push(std::mem::take(&mut word)),
                        _ if depth == 0 => word.push(c),
                        _ => {}
                    }
                }
            }
            None => named.push(rest.to_owned()),
        }
    }
    let first_word = |path: String| -> String {
        path.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    named.into_iter().map(first_word).filter(|room| !room.is_empty()).collect()
}

#[test]
fn rooms_name_only_the_rooms_below_them() {
    let mut faults = Vec::new();
    for source in sources() {
        let Some((_, allowed)) = MAY_NAME.iter().find(|(room, _)| *room == source.room) else { continue };
        for named in rooms_named(&source.code) {
            let is_room = MAY_NAME.iter().any(|(room, _)| *room == named);
            if is_room && named != source.room && !allowed.contains(&named.as_str()) {
                faults.push(format!("{} names crate::{named}", source.path));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_rule_sees_every_way_to_name_a_room() {
    let code = "use crate::store::Db;\nuse crate::{web::{App, Site}, mail};\nfn f() { crate::jobs::run() }\npub(crate) fn g() {}";
    assert_eq!(rooms_named(code), ["store", "web", "mail", "jobs"]);
}

#[test]
fn libraries_stay_in_their_rooms() {
    let mut faults = Vec::new();
    for source in sources() {
        for (library, rooms) in LIBRARIES {
            let named =
                source.code.contains(&format!("{library}::")) || source.code.contains(&format!("use {library};"));
            if named && !rooms.contains(&source.room.as_str()) {
                faults.push(format!("{} names {library}", source.path));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn markup_that_is_not_escaped_is_written_in_one_place() {
    let mut faults = Vec::new();
    for source in sources() {
        for (markup, files) in ONE_PLACE {
            if source.code.contains(markup) && !files.contains(&source.path.as_str()) {
                faults.push(format!("{} writes {markup}", source.path));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Both answer what they cannot read with bare words in English; ours with a page in the person's language.
#[test]
fn addresses_are_read_by_our_own_extractors() {
    let mut faults = Vec::new();
    for source in sources() {
        let statements = source.code.split(';').filter(|statement| statement.contains("axum::extract"));
        let words = statements.flat_map(|statement| statement.split(|c: char| !c.is_alphanumeric()));
        faults.extend(
            words.filter(|word| ["Path", "Query"].contains(word)).map(|word| (source.path.clone(), word.to_owned())),
        );
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_file_is_a_room_with_one_purpose() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|source| source.lines > MOST_LINES)
        .map(|source| format!("{}: {}", source.path, source.lines))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn migrations_come_in_pairs() {
    let names = |engine: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(engine);
        let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    assert_eq!(names("sqlite"), names("postgres"));
}
