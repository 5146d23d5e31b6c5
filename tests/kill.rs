//! The program is killed in the middle of many reports, again and again. Whoever saw a code is not lost.

use std::collections::HashSet;
use std::sync::Arc;

use quietdoor::store::{Db, Tx};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use crate::support::{Fresh, Site, Visitor, on_both_databases, story};

const ROUNDS: usize = 10;
const SENDERS: usize = 200;

/// People at addresses of their own, so that the limits for one source say nothing here.
fn sender(site: &Site, round: usize, number: usize) -> Visitor {
    Visitor::of(site).with("X-Forwarded-For", &format!("198.{}.{number}.7", 18 + round))
}

async fn numbers(db: &Db, sql: &'static str) -> i64 {
    db.read(move |tx| {
        Box::pin(async move {
            let number = match tx {
                Tx::Lite(c) => sqlx::query_scalar(sql).fetch_one(&mut **c).await,
                Tx::Pg(c) => sqlx::query_scalar(sql).fetch_one(&mut **c).await,
            };
            Ok(number?)
        })
    })
    .await
    .expect("it counts")
}

/// Two hundred people tell at once; the program is killed when `enough` of them have seen their code.
async fn a_round(fresh: &Fresh, round: usize, enough: usize) -> Vec<Vec<String>> {
    let site = Arc::new(Site::start_with(fresh, &["--trusted-proxy", "127.0.0.1"]));
    let (saw, mut seen) = mpsc::unbounded_channel();
    let mut people = JoinSet::new();
    for number in 0..SENDERS {
        let (visitor, saw) = (sender(&site, round, number), saw.clone());
        people.spawn(async move {
            let text = format!("sender {number} of round {round}");
            loop {
                match story::tell(&visitor, "en", &text).await {
                    Ok(words) => break drop(saw.send(words)),
                    // Told to try again: the machine is busy with two hundred others.
                    Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
                    // Whoever is cut off has seen nothing, and tries again another day.
                    Err(_) => break,
                }
            }
        });
    }
    drop(saw);
    let mut codes = Vec::new();
    while codes.len() < enough {
        let words = seen.recv().await;
        codes
            .push(words.unwrap_or_else(|| panic!("round {round}: {} codes, then:\n{}", codes.len(), Site::log(fresh))));
    }
    drop(site);
    people.join_all().await;
    while let Some(words) = seen.recv().await {
        codes.push(words);
    }
    codes
}

on_both_databases! {
    async fn whoever_saw_a_code_is_not_lost(fresh: Fresh) {
        let mut codes = Vec::new();
        for round in 0..ROUNDS {
            let seen = a_round(&fresh, round, 1 + round * 19).await;
            assert!(seen.len() < SENDERS, "round {round}: killed too late to say anything");
            codes.extend(seen);
        }
        assert_eq!(codes.iter().collect::<HashSet<_>>().len(), codes.len(), "no code twice");

        let site = Site::start_with(&fresh, &["--trusted-proxy", "127.0.0.1"]);
        for (number, words) in codes.iter().enumerate() {
            let visitor = sender(&site, 0, number % 256);
            let page = story::come_back(&visitor, "en", words).await.expect("an answer");
            assert_eq!(page.one("h1"), "Messages", "{words:?}");
        }
        drop(site);
        let db = fresh.open().await;
        let reports = numbers(&db, "SELECT COUNT(*) FROM report").await;
        assert!(reports >= i64::try_from(codes.len()).unwrap(), "{reports} reports for {} codes", codes.len());
        let without_one_notice = "SELECT COUNT(*) FROM report WHERE
            (SELECT COUNT(*) FROM outbox WHERE outbox.kind = 'told' AND outbox.subject = report.id) <> 1";
        assert_eq!(numbers(&db, without_one_notice).await, 0);
        assert_eq!(numbers(&db, "SELECT COUNT(*) FROM outbox WHERE kind = 'told'").await, reports);
        println!("killed {ROUNDS} times: {} codes seen, {reports} reports found, 0 lost", codes.len());
    }
}
