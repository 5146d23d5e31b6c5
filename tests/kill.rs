//! The program is killed in the middle of many reports, again and again. Whoever saw a code is not lost.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use quietdoor::crypto::code::Code;
use quietdoor::crypto::envelope::ContentKey;
use quietdoor::crypto::keyring::PrivateKey;
use quietdoor::domain::ids::{Epoch, ReportId};
use quietdoor::store::{Db, Tx, queue, team_key};
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

/// What the team reads in each report, by how its sender finds it again. Nobody has signed in yet, so the team's key
/// still lies where the first colleague will find it.
async fn as_the_team_reads_them(db: &Db) -> HashMap<Vec<u8>, String> {
    const ALL: &str = "SELECT id, lookup FROM report";
    let keys = db.read(|tx| Box::pin(team_key::setup_keys(tx))).await.expect("it reads");
    let [(Epoch::FIRST, key)] = keys.as_slice() else { panic!("one key, of the first epoch") };
    let team = PrivateKey::from_key(key.clone()).expect("a key");
    let rows = db.read(|tx| {
        Box::pin(async move {
            let rows: Vec<(Vec<u8>, Vec<u8>)> = match tx {
                Tx::Lite(c) => sqlx::query_as(ALL).fetch_all(&mut **c).await?,
                Tx::Pg(c) => sqlx::query_as(ALL).fetch_all(&mut **c).await?,
            };
            Ok(rows)
        })
    });
    let mut read = HashMap::new();
    for (id, lookup) in rows.await.expect("it reads") {
        let id = ReportId::from_slice(&id).expect("an id");
        let sealed =
            db.read(move |tx| Box::pin(async move { Ok((queue::by_id(tx, id).await?, queue::body(tx, id).await?)) }));
        let (Some(queued), Some(body)) = sealed.await.expect("it reads") else { panic!("half a report") };
        let key = ContentKey::from_team(id, queued.epoch, &team, &queued.team_key).expect("sealed to the team");
        read.insert(lookup, key.open_body(&body).expect("sealed with its key").words);
    }
    read
}

/// Somebody's words to come back with, and what they told.
type Teller = (Vec<String>, String);

/// Two hundred people tell at once; the program is killed when `enough` of them have seen their code.
async fn a_round(fresh: &Fresh, round: usize, enough: usize) -> Vec<Teller> {
    let site = Arc::new(Site::start_with(fresh, &["--trusted-proxy", "127.0.0.1"]));
    let (saw, mut seen) = mpsc::unbounded_channel();
    let mut people = JoinSet::new();
    for number in 0..SENDERS {
        let (visitor, saw) = (sender(&site, round, number), saw.clone());
        people.spawn(async move {
            let text = format!("sender {number} of round {round}");
            loop {
                match story::tell(&visitor, "en", &text).await {
                    Ok(words) => break drop(saw.send((words, text))),
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
        let teller = seen.recv().await;
        codes.push(
            teller.unwrap_or_else(|| panic!("round {round}: {} codes, then:\n{}", codes.len(), Site::log(fresh))),
        );
    }
    drop(site);
    people.join_all().await;
    while let Some(teller) = seen.recv().await {
        codes.push(teller);
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
        assert_eq!(codes.iter().map(|(words, _)| words).collect::<HashSet<_>>().len(), codes.len(), "no code twice");

        let site = Site::start_with(&fresh, &["--trusted-proxy", "127.0.0.1"]);
        for (number, (words, _)) in codes.iter().enumerate() {
            let visitor = sender(&site, 0, number % 256);
            let page = story::come_back(&visitor, "en", words).await.expect("an answer");
            assert_eq!((page.status, page.one("h1").as_str()), (203, "Messages"), "{words:?}");
        }
        drop(site);
        let db = fresh.open().await;
        let read = as_the_team_reads_them(&db).await;
        for (words, text) in &codes {
            let readings = Code::parse(&words.join(" ")).expect("words of the list");
            let told = readings.iter().find_map(|code| read.get(code.open().lookup.as_slice()));
            assert_eq!(told, Some(text), "{words:?}");
        }
        let reports = numbers(&db, "SELECT COUNT(*) FROM report").await;
        assert!(reports >= i64::try_from(codes.len()).unwrap(), "{reports} reports for {} codes", codes.len());
        let without_one_notice = "SELECT COUNT(*) FROM report WHERE
            (SELECT COUNT(*) FROM outbox WHERE outbox.kind = 'told' AND outbox.subject = report.id) <> 1";
        assert_eq!(numbers(&db, without_one_notice).await, 0);
        assert_eq!(numbers(&db, "SELECT COUNT(*) FROM outbox WHERE kind = 'told'").await, reports);
        println!("killed {ROUNDS} times: {} codes seen, {reports} reports found, 0 lost", codes.len());
    }
}
