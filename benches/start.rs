//! How large the program is, how soon it answers, how much memory it takes.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use quietdoor::domain::locale::Locale;
use quietdoor::web::shelf;

use crate::client::Client;
use crate::databases::Fresh;
use crate::program::Program;
use crate::table::{Figures, Table, number, time};
use crate::{Plan, team, wrk};

const MANY_CONNECTIONS: usize = 1000;

pub fn size(program: &Path, table: &mut Table) {
    let size = std::fs::metadata(program).expect("it was built").len() as f64 / 1e6;
    table.add("the program, everything inside", format!("{size:.1} MB"), "", None, "");
}

/// From the start of the process to the line that says where it listens.
pub fn times(plan: &Plan, program: &Path, table: &mut Table) {
    let [mut first, mut again, mut nothing] = [Figures::default(), Figures::default(), Figures::default()];
    for _ in 0..plan.starts {
        let fresh = Fresh::sqlite();
        first.push(Program::start(program, &fresh).took.as_secs_f64());
        again.push(Program::start(program, &fresh).took.as_secs_f64());
        let began = Instant::now();
        let out = Command::new(program).arg("version").output().expect("the program runs");
        assert!(out.status.success());
        nothing.push(began.elapsed().as_secs_f64());
    }
    let nothing = format!("a process that only says its version: {}", time(nothing.median()));
    table.add("from start to listening", time(again.median()), &nothing, None, "≤ 200 ms");
    table.add("from first start to listening, tables made", time(first.median()), &nothing, None, "≤ 200 ms");
}

/// Asks once for every page in every language and coding, so that every copy there can be is in memory.
pub async fn memory_at_rest(site: &Program, table: &mut Table) {
    table.add("memory at rest, nothing asked yet", megabytes(site.resident()), "", None, "≤ 25 MB");
    let (mut largest, mut which) = (0, String::new());
    for coding in ["identity", "gzip", "br"] {
        let mut client = Client::to(site.address).await.with("Accept-Encoding", coding);
        for path in pages() {
            let answer = client.get(&path).await;
            assert_eq!(answer.status, 200, "{path}");
            if coding == "br" && answer.bytes() > largest {
                (largest, which) = (answer.bytes(), path);
            }
        }
    }
    table.add("memory at rest, every page asked for", megabytes(site.resident()), "", None, "≤ 25 MB");
    let what = format!("largest first visit ({which}), head and body, brotli");
    table.add(&what, format!("{} bytes", number(largest as f64)), "", None, "≤ 14,000");
}

/// Call it last: it tells the worst moment of everything before, then of what is worse than that.
pub async fn memory_under_load(site: &Program, table: &mut Table) {
    table.add("memory at the worst moment of all of the above", megabytes(site.peak()), "", None, "≤ 100 MB");
    wrk::run(&site.url("/en/"), "br", MANY_CONNECTIONS, 2);
    let what = format!("… and of {MANY_CONNECTIONS} connections at once");
    table.add(&what, megabytes(site.peak()), "", None, "≤ 100 MB");
    let mut attempts = tokio::task::JoinSet::new();
    for attempt in 0..8 {
        let mut client = Client::to(site.address).await;
        attempts.spawn(async move {
            let form = format!("email={}&password=not+the+password", team::EMAIL.replace('@', "%40"));
            client.post("/desk/sign-in", &format!("10.1.{attempt}.1"), &form).await.status
        });
    }
    assert!(attempts.join_all().await.iter().all(|status| *status == 422), "wrong passwords are refused");
    let beside = "argon2id: 64 MB for each core";
    table.add("… and of 8 passwords tried at once", megabytes(site.peak()), beside, None, "");
}

fn pages() -> impl Iterator<Item = String> {
    Locale::ALL.into_iter().flat_map(|locale| shelf::names().map(move |name| format!("/{}/{name}", locale.tag())))
}

fn megabytes(figure: f64) -> String {
    format!("{figure:.1} MB")
}
