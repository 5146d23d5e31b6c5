//! Pages a second, against nginx with the same bytes in a file.

use std::net::SocketAddr;

use crate::client::{Answer, Client};
use crate::nginx::Nginx;
use crate::program::Program;
use crate::table::{Figures, Table, number};
use crate::{Plan, machine, wrk};

const CONNECTIONS: usize = 32;

pub async fn throughput(plan: &Plan, site: &Program, table: &mut Table) {
    for coding in ["br", "gzip"] {
        let answer = ask(site.address, "/en/", coding).await;
        assert_eq!((answer.status, answer.header("content-encoding")), (200, Some(coding)));
        let [ours, same, bare] = take_turns(plan, site, "/en/", &answer).await;
        let what = format!("first page, {coding}, {} bytes", number(answer.body.len() as f64));
        compare(&what, &ours, "nginx, same bytes and headers", &same, "≥ 0.95", table);
        compare(&what, &ours, "nginx, same bytes, no header of ours", &bare, "≥ 0.95", table);
    }
    let answer = ask(site.address, "/en/tell", "identity").await;
    assert_eq!(answer.status, 203);
    let [ours, same, _] = take_turns(plan, site, "/en/tell", &answer).await;
    let what = format!("first question, rendered each time, {} bytes", number(answer.body.len() as f64));
    compare(&what, &ours, "nginx, a file of it", &same, "", table);
}

/// What came of several turns.
#[derive(Default)]
struct Turns {
    pages_a_second: Figures,
    /// Microseconds.
    processor_time: Figures,
}

fn compare(what: &str, ours: &Turns, who: &str, theirs: &Turns, target: &str, table: &mut Table) {
    let [measured, beside] = [ours, theirs].map(|turns| turns.pages_a_second.median());
    let rate = format!("{} a second", number(measured));
    table.add(what, rate, format!("{who}: {}", number(beside)), Some(measured / beside), target);
    let [measured, beside] = [ours, theirs].map(|turns| turns.processor_time.median());
    let time = format!("{measured:.1} µs of processor");
    table.add("", time, format!("{beside:.1} µs"), Some(measured / beside), "");
}

/// Ours, nginx with our headers, nginx without, and again: what else the machine does falls on all three.
async fn take_turns(plan: &Plan, site: &Program, path: &str, answer: &Answer) -> [Turns; 3] {
    let coding = answer.header("content-encoding").unwrap_or("identity");
    let (same, bare) = (Nginx::serving(answer, true), Nginx::serving(answer, false));
    for nginx in [&same, &bare] {
        let theirs = ask(nginx.address, "/page", coding).await;
        assert!(theirs.status == 200 && theirs.body == answer.body, "nginx serves something else: {theirs:?}");
    }
    let servers = [(site.url(path), site.id()), (same.url(), same.id()), (bare.url(), bare.id())];
    let mut turns: [Turns; 3] = Default::default();
    for _ in 0..plan.rounds {
        for ((url, process), turns) in servers.iter().zip(&mut turns) {
            let before = machine::processor_time(*process);
            let rate = wrk::run(url, coding, CONNECTIONS, plan.seconds);
            let spent = machine::processor_time(*process) - before;
            turns.pages_a_second.push(rate);
            turns.processor_time.push(spent * 1e6 / (rate * f64::from(plan.seconds)));
        }
    }
    turns
}

async fn ask(site: SocketAddr, path: &str, coding: &str) -> Answer {
    Client::to(site).await.with("Accept-Encoding", coding).get(path).await
}
