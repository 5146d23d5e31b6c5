//! Reports accepted and on disk, through HTTP, from the last page of the form.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use quietdoor::crypto::random::Random;
use quietdoor::domain::clock::Clock;
use quietdoor::service::{Context, drafts};
use quietdoor::store::{Db, Tx};
use tempfile::TempDir;
use tokio::sync::Mutex;

use crate::client::Client;
use crate::databases::Fresh;
use crate::limits::{self, GroupWriter};
use crate::program::Program;
use crate::rows::{self, Sealer};
use crate::table::{Figures, Table, number, time};
use crate::{Plan, machine, team};

const SENDERS: usize = 32;
const EVERY: Duration = Duration::from_millis(10);

/// People who have answered everything and have not pressed "Send" yet.
pub struct Tellers {
    secrets: Vec<String>,
    next: AtomicUsize,
}

impl Tellers {
    /// Who sends next, or nobody beyond `end`.
    fn next(&self, end: usize) -> Option<usize> {
        let next = self.next.fetch_add(1, Ordering::Relaxed);
        (next < end).then_some(next)
    }

    fn sent(&self) -> usize {
        self.next.load(Ordering::Relaxed)
    }

    /// Presses "Send", from an address of their own.
    async fn send(&self, teller: usize, client: &mut Client) {
        let from = format!("10.{}.{}.1", teller / 256 % 256, teller % 256);
        let form = format!("step=check&draft={}&go=send", self.secrets[teller]);
        let answer = client.post("/en/tell", &from, &form).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
    }
}

/// A house with somebody in it who gets mail about every report, and drafts enough for everything that follows.
pub async fn prepare(plan: &Plan, fresh: &Fresh) -> Arc<Tellers> {
    let ctx = Arc::new(Context::new(fresh.open().await, Clock::System, Random::System));
    team::first_lead(&ctx).await;
    let steady = plan.steady.as_millis() / EVERY.as_millis() + 2;
    let total = plan.rounds * plan.reports + 2 * usize::try_from(steady).expect("a few thousand");
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..SENDERS {
        let ctx = Arc::clone(&ctx);
        writers.spawn(async move {
            let mut secrets = Vec::new();
            for _ in (writer..total).step_by(SENDERS) {
                let (secret, whereabouts) = drafts::keep(&ctx, &rows::draft()).await;
                assert_eq!(whereabouts, drafts::Whereabouts::Database);
                secrets.push(secret.reveal());
            }
            secrets
        });
    }
    let secrets = writers.join_all().await.concat();
    Arc::new(Tellers { secrets, next: AtomicUsize::new(0) })
}

pub async fn throughput(plan: &Plan, site: &Program, tellers: &Arc<Tellers>, table: &mut Table) {
    let folder = TempDir::new().expect("a temporary folder");
    let file = folder.path().join("bare.db");
    let ctx = Context::new(Db::open_sqlite(&file).await.expect("SQLite opens"), Clock::System, Random::System);
    team::first_lead(&ctx).await;
    let row = Sealer::new(&ctx).await.report(0);
    let bare = GroupWriter::open(&file).await;
    let [mut ours, mut groups, mut forced] = [Figures::default(), Figures::default(), Figures::default()];
    let [mut our_time, mut group_time] = [Figures::default(), Figures::default()];
    for _ in 0..plan.rounds {
        let (rate, spent) = timed(site.id(), plan.reports, turn(plan.reports, site, tellers)).await;
        ours.push(rate);
        our_time.push(spent);
        let (rate, spent) = timed(std::process::id(), plan.reports, bare.turn(&row, SENDERS, plan.reports)).await;
        groups.push(rate);
        group_time.push(spent);
        forced.push(limits::forced_writes(folder.path(), Duration::from_secs(1)));
    }
    let (ours, groups, forced) = (ours.median(), groups.median(), forced.median());
    let measured = format!("{} a second", number(ours));
    let what = "reports accepted and on disk, 32 senders";
    table.add(what, &measured, format!("bare rows in groups: {}", number(groups)), Some(ours / groups), "≥ 0.5");
    let (ours_spent, spent) = (our_time.median(), group_time.median());
    let time = format!("{ours_spent:.0} µs of processor");
    table.add("", time, format!("{spent:.0} µs, senders included"), Some(ours_spent / spent), "");
    table.add("", &measured, format!("4 KB forced to disk: {}", number(forced)), Some(ours / forced), "");
}

/// What some work returns, and the microseconds of processor time that each of its reports took.
async fn timed<T>(process: u32, reports: usize, work: impl Future<Output = T>) -> (T, f64) {
    let before = machine::processor_time(process);
    let outcome = work.await;
    (outcome, (machine::processor_time(process) - before) * 1e6 / reports as f64)
}

/// Reports a second.
async fn turn(reports: usize, site: &Program, tellers: &Arc<Tellers>) -> f64 {
    let end = tellers.sent() + reports;
    let mut senders = tokio::task::JoinSet::new();
    let began = Instant::now();
    for _ in 0..SENDERS {
        let (tellers, mut client) = (Arc::clone(tellers), Client::to(site.address).await);
        senders.spawn(async move {
            while let Some(teller) = tellers.next(end) {
                tellers.send(teller, &mut client).await;
            }
        });
    }
    senders.join_all().await;
    tellers.next.store(end, Ordering::Relaxed);
    reports as f64 / began.elapsed().as_secs_f64()
}

/// A hundred a second, whatever became of those before; beside it as many forced writes.
pub async fn steadily(plan: &Plan, site: &Program, tellers: &Arc<Tellers>, table: &mut Table) {
    let folder = TempDir::new().expect("a temporary folder");
    let mut clients = VecDeque::new();
    for _ in 0..SENDERS {
        clients.push_back(Client::to(site.address).await);
    }
    let clients = Arc::new(Mutex::new(clients));
    let [mut ours, mut disk] = [Figures::default(), Figures::default()];
    for _ in 0..2 {
        ours.append(
            limits::steadily(EVERY, plan.steady / 2, |due| {
                let (tellers, clients) = (Arc::clone(tellers), Arc::clone(&clients));
                let address = site.address;
                async move {
                    let idle = clients.lock().await.pop_front();
                    let mut client = match idle {
                        Some(client) => client,
                        None => Client::to(address).await,
                    };
                    let teller = tellers.next(tellers.secrets.len()).expect("drafts enough");
                    tellers.send(teller, &mut client).await;
                    let took = due.elapsed();
                    clients.lock().await.push_back(client);
                    took
                }
            })
            .await,
        );
        disk.append(limits::forced_writes_steadily(folder.path(), EVERY, plan.steady / 2).await);
    }
    for (percent, target) in [(50.0, ""), (99.0, "≤ 50 ms")] {
        let (ours, disk) = (ours.percentile(percent), disk.percentile(percent));
        let what = format!("a report at 100 a second, p{percent}");
        table.add(&what, time(ours), format!("4 KB forced to disk: {}", time(disk)), Some(ours / disk), target);
    }
}

/// After the program was killed: as many reports and notices as were answered with a redirect.
pub async fn nothing_is_lost(fresh: &Fresh, tellers: &Tellers) {
    let db = fresh.open().await;
    for sql in ["SELECT COUNT(*) FROM report", "SELECT COUNT(*) FROM outbox WHERE kind = 'told'"] {
        let found = db.read(move |tx| {
            Box::pin(async move {
                match tx {
                    Tx::Lite(c) => Ok(sqlx::query_scalar::<_, i64>(sql).fetch_one(&mut **c).await?),
                    Tx::Pg(c) => Ok(sqlx::query_scalar::<_, i64>(sql).fetch_one(&mut **c).await?),
                }
            })
        });
        assert_eq!(usize::try_from(found.await.expect("it counts")).ok(), Some(tellers.sent()), "lost: {sql}");
    }
}
