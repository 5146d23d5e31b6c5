//! What the log holds after a panic that quotes a secret, and what it never holds.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::routing::post;
use quietdoor::content::Library;
use quietdoor::crypto::random::Random;
use quietdoor::domain::clock::Clock;
use quietdoor::service::Context;
use quietdoor::telemetry::{self, Format};
use quietdoor::web::extract::form::Form;
use quietdoor::web::limits::Limits;
use quietdoor::web::shelf::Shelf;
use quietdoor::web::{self, App, Site};
use tower::ServiceExt;

use crate::support::Fresh;

const PLANTED: &str = "planted-marmalade";

/// Logging belongs to a whole process: the test below runs this one in a process of its own.
#[test]
#[ignore = "run by `a_panic_is_one_line_without_its_message`"]
fn a_process_that_panics() {
    let format = if std::env::var("FORMAT").is_ok_and(|format| format == "json") { Format::Json } else { Format::Text };
    telemetry::init(tracing::Level::DEBUG, format);
    tracing::error!(target: "some_library", "a library quotes {PLANTED}");
    let panicked = std::thread::spawn(|| panic!("it was {PLANTED}")).join();
    assert!(panicked.is_err());
}

/// The same with a request.
#[tokio::test]
#[ignore = "run by `a_handler_that_panics_is_one_line_without_what_was_sent`"]
async fn a_handler_that_panics() {
    telemetry::init(tracing::Level::DEBUG, Format::Text);
    let fresh = Fresh::sqlite();
    let ctx = Context::new(fresh.open().await, Clock::System, Random::System);
    let site = Site { public_url: "http://site.test".into(), exit_url: "https://exit.test".into(), ..Site::default() };
    let shelf = Arc::new(Shelf::new(&site, &Library::from_files(&[]).0));
    let app = App { limits: Arc::new(Limits::new(&ctx)), shelf, site: Arc::new(site), ctx };
    let routes = Router::new().route("/{locale}/tell", post(|form: Form| async move { quote(form.get("text")) }));
    let routes = web::middleware::wrap(routes, &app).with_state(app);
    let request = Request::post(format!("/en/tell?{PLANTED}")).body(Body::from(format!("step=words&text={PLANTED}")));
    let answer = routes.oneshot(request.expect("a request")).await.expect("an answer");
    assert_eq!(answer.status(), 303);
}

fn quote(text: &str) {
    panic!("it was {text}")
}

#[test]
fn a_handler_that_panics_is_one_line_without_what_was_sent() {
    let log = log_of("a_handler_that_panics", "text");
    assert_eq!(log.lines().count(), 1, "{log}");
    assert!(!log.contains(PLANTED) && log.contains("tests/telemetry.rs:"), "{log}");
}

fn log(format: &str) -> String {
    log_of("a_process_that_panics", format)
}

fn log_of(test: &str, format: &str) -> String {
    let output = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", &format!("telemetry::{test}"), "--ignored", "--nocapture"])
        .env("FORMAT", format)
        .env("RUST_LOG", "trace")
        .env("RUST_BACKTRACE", "full")
        .output()
        .expect("it runs");
    assert!(output.status.success());
    String::from_utf8(output.stderr).expect("text")
}

#[test]
fn a_panic_is_one_line_without_its_message() {
    for format in ["text", "json"] {
        let log = log(format);
        assert_eq!(log.lines().count(), 1, "{log}");
        assert!(!log.contains(PLANTED), "{log}");
        assert!(log.contains("tests/telemetry.rs:"), "{log}");
    }
}

#[test]
fn a_line_of_json_is_an_object_with_a_time_to_the_second() {
    let line: serde_json::Value = serde_json::from_str(&log("json")).expect("JSON");
    assert_eq!(line["level"], "ERROR");
    assert_eq!(line["timestamp"].as_str().expect("a time").len(), "2026-11-02T12:00:00Z".len());
}

/// Names of the fields of one `tracing::…!(` and its message, from the text after the bracket.
fn parts(call: &str) -> (Vec<String>, &str) {
    let (fields, rest) = call.split_once('"').expect("a message");
    let (message, _) = rest.split_once('"').expect("the end of the message");
    let name = |field: &str| {
        let name = field.split('=').next().unwrap_or_default().trim().trim_start_matches(['%', '?']);
        name.to_owned()
    };
    (fields.split(',').map(name).filter(|name| !name.is_empty()).collect(), message)
}

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else {
            found.push((path.display().to_string(), std::fs::read_to_string(&path).expect("text")));
        }
    }
}

#[test]
fn every_field_is_explained_and_no_message_is_put_together() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = std::fs::read_to_string(root.join("docs/LOGGING.md")).expect("the table is there");
    let explained: BTreeSet<&str> = table
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split(" |").next())
        .flat_map(|cell| cell.split(['`', ',', ' ']))
        .collect();
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    let mut seen = 0;
    for (file, text) in &files {
        for macro_name in ["error", "warn", "info", "debug", "trace"] {
            for call in text.split(&format!("tracing::{macro_name}!(")).skip(1) {
                let (fields, message) = parts(call);
                assert!(!message.contains('{'), "{file}: {message}: values belong into fields");
                for field in fields {
                    assert!(explained.contains(field.as_str()), "{file}: `{field}` is not in docs/LOGGING.md");
                }
                seen += 1;
            }
        }
        assert!(!text.contains("tracing::instrument"), "{file}: it would log arguments");
    }
    assert!(seen > 10, "the test looks in the right place");
}
