//! What this disk and SQLite can do with nothing of ours around them.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::time::{Duration, Instant};

use quietdoor::crypto::random::Random;
use quietdoor::domain::ids::ReportId;
use quietdoor::store::report::{NewReport, insert};
use quietdoor::store::{StoreError, Tx};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Executor, SqliteConnection};
use tokio::sync::{mpsc, oneshot};

use crate::table::Figures;

/// What SQLite writes at the least.
const BLOCK: [u8; 4096] = [7; 4096];
const GROUP: usize = 256;

/// Forced writes a second, one after the other.
pub fn forced_writes(folder: &Path, length: Duration) -> f64 {
    let file = File::create(folder.join("forced")).expect("a file");
    let (began, mut written) = (Instant::now(), 0_u32);
    while began.elapsed() < length {
        force(&file);
        written += 1;
    }
    f64::from(written) / began.elapsed().as_secs_f64()
}

/// How long each forced write takes when one is due every so often.
pub async fn forced_writes_steadily(folder: &Path, every: Duration, length: Duration) -> Figures {
    let file = std::sync::Arc::new(File::create(folder.join("forced")).expect("a file"));
    steadily(every, length, |due| {
        let file = std::sync::Arc::clone(&file);
        async move {
            tokio::task::spawn_blocking(move || force(&file)).await.expect("a forced write");
            due.elapsed()
        }
    })
    .await
}

/// Starts something at its time whatever became of the one before; each says how long it took from when it was due.
pub async fn steadily<F>(every: Duration, length: Duration, start: impl Fn(Instant) -> F) -> Figures
where
    F: Future<Output = Duration> + Send + 'static,
{
    let mut under_way = tokio::task::JoinSet::new();
    let mut clock = tokio::time::interval(every);
    let began = Instant::now();
    while began.elapsed() < length {
        let due = clock.tick().await.into_std();
        under_way.spawn(start(due));
    }
    let mut figures = Figures::default();
    under_way.join_all().await.iter().for_each(|took| figures.push(took.as_secs_f64()));
    figures
}

fn force(file: &File) {
    file.write_all_at(&BLOCK, 0).and_then(|()| file.sync_data()).expect("a disk that takes it");
}

/// One row to be written, and whom to tell that it is on disk.
type Row = (NewReport, oneshot::Sender<()>);

/// The plainest group commit there is, into a table that is ours: rows that wait share one forced write.
pub struct GroupWriter(mpsc::Sender<Row>);

impl GroupWriter {
    pub async fn open(file: &Path) -> Self {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full);
        let connection = options.connect().await.expect("SQLite opens");
        let (writer, rows) = mpsc::channel(4 * GROUP);
        tokio::spawn(async move { write_in_groups(connection, rows).await.expect("SQLite takes every row") });
        Self(writer)
    }

    /// Rows a second, from so many who each wait for theirs.
    pub async fn turn(&self, row: &NewReport, senders: usize, rows: usize) -> f64 {
        let mut waiting = tokio::task::JoinSet::new();
        let began = Instant::now();
        for _ in 0..senders {
            let (writer, row) = (self.0.clone(), row.clone());
            waiting.spawn(async move {
                for _ in 0..rows / senders {
                    let (reply, written) = oneshot::channel();
                    writer.send((another(&row), reply)).await.unwrap_or_else(|_| panic!("the writer goes on"));
                    written.await.expect("the writer goes on");
                }
            });
        }
        waiting.join_all().await;
        rows as f64 / began.elapsed().as_secs_f64()
    }
}

/// The same bytes under an id of its own.
pub fn another(row: &NewReport) -> NewReport {
    let id = ReportId::from_random(Random::System.array());
    NewReport { id, reference: id.to_string(), lookup: *id.as_bytes(), ..row.clone() }
}

async fn write_in_groups(mut connection: SqliteConnection, mut rows: mpsc::Receiver<Row>) -> Result<(), StoreError> {
    let mut group = Vec::with_capacity(GROUP);
    while rows.recv_many(&mut group, GROUP).await > 0 {
        connection.execute("BEGIN IMMEDIATE").await?;
        for (row, _) in &group {
            insert(&mut Tx::Lite(&mut connection), row).await?;
        }
        connection.execute("COMMIT").await?;
        for (_, reply) in group.drain(..) {
            reply.send(()).expect("whoever sent it waits for it");
        }
    }
    Ok(())
}
