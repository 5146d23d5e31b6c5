//! Every integration test, in one program: linking is the slow part, and it happens once.
//!
//! A new file in this folder needs its line below (a test says so). Run one with `cargo test --test all FILE::`.
//! Tests that need PostgreSQL find it in `QUIETDOOR_TEST_POSTGRES`; `make test` starts one, and
//! `end2end/with-postgres cargo test` does too.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod architecture;
mod desk_cases;
mod desk_staff;
mod every_form;
mod harness;
mod hostile;
mod kill;
mod mail_delivery;
mod pages;
mod residue;
mod store_outbox;
mod store_purge;
mod store_queue;
mod store_staff;
mod store_telling;
mod support;
mod telemetry;
mod telling;

#[test]
fn every_file_in_this_folder_is_part_of_this_program() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let listed = std::fs::read_to_string(folder.join("all.rs")).expect("this file is there");
    for entry in std::fs::read_dir(folder).expect("this folder is there") {
        let name = entry.expect("an entry").file_name().into_string().expect("a plain name");
        let module = name.strip_suffix(".rs").unwrap_or(&name);
        assert!(
            module == "all" || listed.lines().any(|line| line == format!("mod {module};")),
            "tests/{name} never runs: add `mod {module};` to tests/all.rs"
        );
    }
}
