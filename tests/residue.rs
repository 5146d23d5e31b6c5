//! Somebody takes the disk and looks for what was said. They find where it lies, and none of it.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use quietdoor::crypto::random::Random;

use crate::support::{Form, Fresh, Page, Site, Visitor, on_both_databases, sql, story};

const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");
const NUMBER: &str = "07700 900461";

/// Letters that occur nowhere else; every sentence holds them.
fn mark() -> String {
    format!("{:024x}", u128::from_le_bytes(Random::System.array()) >> 32)
}

/// A text as files may hold it: plain, in two bytes a letter, in hexadecimal, in base 64 from any place in a group.
fn guises(text: &str) -> Vec<String> {
    let hex = text.bytes().map(|byte| format!("{byte:02x}")).collect();
    let wide = text.chars().flat_map(|c| [c, '\0']).collect();
    let base64 = (0..3).map(|shift| {
        let shifted = STANDARD_NO_PAD.encode([&b"\0\0"[..shift], text.as_bytes()].concat());
        shifted[4..shifted.len() - 3].to_owned()
    });
    [text.to_owned(), wide, hex].into_iter().chain(base64).collect()
}

/// The files below these folders that hold one of the texts.
fn found_in(folders: &[PathBuf], texts: &[String]) -> Vec<PathBuf> {
    let needles: Vec<String> = texts.iter().flat_map(|text| guises(text)).collect();
    let mut found = Vec::new();
    let mut left = folders.to_vec();
    while let Some(path) = left.pop() {
        if let Ok(inside) = fs::read_dir(&path) {
            left.extend(inside.filter_map(|entry| Some(entry.ok()?.path())));
        } else if let Ok(bytes) = fs::read(&path) {
            let text = String::from_utf8_lossy(&bytes);
            found.extend(needles.iter().any(|needle| text.contains(needle.as_str())).then_some(path));
        }
    }
    found
}

fn question(page: &Page) -> Form {
    page.form("main form:not(#changes)")
}

/// The page that asks for own words.
async fn words_page(visitor: &Visitor) -> Page {
    let mut page = visitor.get("/en/tell").await;
    while !question(&page).names().contains(&"text") {
        page = visitor.submit_and_follow(&question(&page)).await;
    }
    page
}

/// Every way in which a text is not taken at first. The page shows it again each time.
async fn mistakes(visitor: &Visitor, said: &str) {
    let form = question(&words_page(visitor).await);
    let long = format!("{said} {}", "x".repeat(21_000));
    let cut = format!("{said} {}", "x".repeat(600_000));
    for text in [&long, &cut] {
        let again = visitor.submit_and_follow(&form.clone().set("text", text)).await;
        assert!(again.one("#text-error").contains("too long") && again.text().contains(said), "{again:?}");
    }
    let body = form.clone().set("text", said).encoded();
    let broken = body.replace("text=", "text=%E9");
    let broken = visitor.send("POST", form.action(), &[FORM], broken.as_bytes()).await;
    assert!(visitor.follow(&broken).await.text().contains(said));
    let elsewhere = [FORM, ("Sec-Fetch-Site", "cross-site")];
    let foreign = visitor.send("POST", form.action(), &elsewhere, body.as_bytes()).await;
    assert!(visitor.follow(&foreign).await.text().contains(said));
}

/// With a number to call, to the end; the words to come back with.
async fn tell(visitor: &Visitor, said: &str) -> Vec<String> {
    let mut page = words_page(visitor).await;
    while page.all("#code li").is_empty() {
        let answers = [
            ("text", said),
            ("way", "phone"),
            ("line", NUMBER),
            ("days", "mon"),
            ("from", "9"),
            ("to", "17"),
            ("ask", said),
        ];
        let form = question(&page);
        let fits: Vec<_> = answers.into_iter().filter(|(name, _)| form.names().contains(name)).collect();
        page =
            visitor.submit_and_follow(&fits.into_iter().fold(form, |form, (name, value)| form.set(name, value))).await;
    }
    page.all("#code li")
}

/// What was typed waits in memory and on the page.
async fn while_the_database_is_away(fresh: &Fresh, visitor: &Visitor, said: &str) {
    let db = fresh.open().await;
    let (begun, fresh_page) = (question(&words_page(visitor).await), visitor.get("/en/tell").await);
    sql(&db, "ALTER TABLE draft RENAME TO draft_away").await.expect("it is taken away");
    let away = visitor.submit_and_follow(&begun.set("text", said)).await;
    assert!(away.status == 503 && away.text().contains(said), "{away:?}");
    let held = visitor.submit_and_follow(&question(&fresh_page)).await;
    assert!(held.one(".note").contains("does not answer"), "{held:?}");
    let mut page = held;
    while !question(&page).names().contains(&"text") {
        page = visitor.submit_and_follow(&question(&page)).await;
    }
    let held = visitor.submit_and_follow(&question(&page).set("text", said)).await;
    assert!(question(&held).value("step") == Some("way"), "{held:?}");
    sql(&db, "ALTER TABLE draft_away RENAME TO draft").await.expect("it is back");
}

async fn write_again(visitor: &Visitor, words: &[String], said: &str) {
    let talk = story::come_back(visitor, "en", words).await.expect("it answers");
    let sent = visitor.submit_and_follow(&question(&talk).set("text", said)).await;
    assert!(sent.all(".thread .text").contains(&said.to_owned()), "{sent:?}");
    visitor.submit_and_follow(&question(&sent).set("text", &format!("{said} {}", "x".repeat(21_000)))).await;
    let wrong = visitor.get("/en/reply").await.form("main form").set("list", &format!("{} {said}", words.join(" ")));
    assert!(visitor.submit_and_follow(&wrong).await.text().contains(said), "a code that is none");
}

/// Where anything of this site may lie: database, WAL, mail, log and temporary files.
fn disk(fresh: &Fresh) -> Vec<PathBuf> {
    let mut folders = vec![fresh.folder().to_owned()];
    if fresh.url() != "sqlite" {
        let data = std::env::var("QUIETDOOR_TEST_POSTGRES_DATA");
        folders.push(data.expect("QUIETDOOR_TEST_POSTGRES_DATA says where PostgreSQL keeps its files").into());
    }
    folders
}

on_both_databases! {
    async fn nothing_that_was_said_is_on_the_disk(fresh: Fresh) {
        let (mark, control) = (mark(), mark());
        let said = format!("He waits at the corner {mark}");
        let site = Site::start(&fresh);
        let visitor = Visitor::of(&site);
        mistakes(&visitor, &said).await;
        let words = tell(&visitor, &said).await;
        write_again(&visitor, &words, &said).await;
        while_the_database_is_away(&fresh, &visitor, &said).await;
        let email = format!("{control}@team.test");
        Site::run(&fresh, &["staff", "invite", "--name", "Bo", "--email", &email, "--role", "reviewer"]);
        drop(site);

        let joined = [" ", "\n", ",", "+", "%20", "\",\""].map(|between| words.join(between));
        let planted: Vec<String> = joined.into_iter().chain([mark, NUMBER.to_owned()]).collect();
        assert_eq!(found_in(&disk(&fresh), &planted), [""; 0].map(PathBuf::from), "what was said is on the disk");
        // What does stand there in the clear is found, so the search itself works; and the WAL was part of it.
        assert!(!found_in(&disk(&fresh), &[control]).is_empty());
        assert!(fresh.url() != "sqlite" || fresh.data().join("quietdoor.db-wal").exists());
        assert_eq!(fs::read_dir(Site::temporary(&fresh)).expect("it is there").count(), 0, "no temporary file");
    }
}

#[test]
fn every_guise_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = mark();
    for guise in guises(&text) {
        let file: &Path = &folder.path().join("file");
        fs::write(file, [&[0xff, 0xfe][..], guise.as_bytes(), b"\n"].concat()).expect("it is written");
        assert_eq!(found_in(&[folder.path().to_owned()], std::slice::from_ref(&text)), [file.to_owned()]);
    }
}
