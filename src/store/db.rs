//! One database of two kinds, chosen by its URL: SQLite beside the program, or a PostgreSQL that several nodes share.
//!
//! Store functions take a [`Tx`] and hold one portable SQL text each: `$1` placeholders, `BIGINT` seconds, `BYTEA`/`BLOB`,
//! conditional updates and their row counts instead of locks, a total `ORDER BY`. [`Db::read`] and [`Db::write`] are the
//! only ways to a `Tx`.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, Executor, PgConnection, PgPool, SqliteConnection};
use tokio::sync::{Semaphore, SemaphorePermit, mpsc, oneshot};

use super::migrate;
use super::readers::Readers;

/// What can go wrong, without a word of what was in the query: database errors quote values.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database is away, full, read-only or too slow. Nothing was written, except where the answer was only too
    /// late: whoever tries again must be able to do so twice.
    #[error("the database does not answer ({0})")]
    Unavailable(&'static str),
    /// A row that should be unique exists already.
    #[error("already there")]
    AlreadyThere,
    /// A stored value is not what this version writes.
    #[error("unreadable row in {0}")]
    Unreadable(&'static str),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(database) if database.is_unique_violation() => Self::AlreadyThere,
            sqlx::Error::Database(_) => Self::Unavailable("refused"),
            sqlx::Error::PoolTimedOut => Self::Unavailable("no connection in time"),
            sqlx::Error::Io(_) => Self::Unavailable("connection lost"),
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => Self::Unreadable("a column"),
            _ => Self::Unavailable("other"),
        }
    }
}

/// Work inside one transaction.
pub type Work<'t, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 't>>;

/// One transaction on either database.
pub enum Tx<'c> {
    Lite(&'c mut SqliteConnection),
    Pg(&'c mut PgConnection),
}

/// Runs the same expression on whichever connection a [`Tx`] holds.
macro_rules! on {
    ($tx:expr, $connection:ident => $expression:expr) => {
        match $tx {
            $crate::store::Tx::Lite($connection) => $expression,
            $crate::store::Tx::Pg($connection) => $expression,
        }
    };
}
pub(crate) use on;

#[derive(Clone)]
pub enum Db {
    Lite { readers: Readers, writer: mpsc::Sender<Box<dyn Job>> },
    Pg(Turns),
}

/// A pool with a queue in front of it. The pool's own time limit then says that the database is away, and never that
/// many people came at once.
#[derive(Clone)]
pub struct Turns {
    pool: PgPool,
    turns: Arc<Semaphore>,
}

impl Turns {
    fn new(pool: PgPool, connections: u32) -> Self {
        Self { pool, turns: Arc::new(Semaphore::new(connections as usize)) }
    }

    /// Waits until there is a connection for this work; the server's patience with an answer bounds it.
    async fn turn(&self) -> Result<(&PgPool, SemaphorePermit<'_>), StoreError> {
        let permit = self.turns.acquire().await.map_err(|_| StoreError::Unavailable("closed"))?;
        Ok((&self.pool, permit))
    }
}

/// Waiting writes that share one commit at most.
const GROUP: usize = 256;
const READERS: usize = 4;
const PG_CONNECTIONS: u32 = 16;
/// Longer than a checkpoint or a backup's lock, or than a busy PostgreSQL takes to accept somebody; shorter than a
/// person's patience. A database that takes longer is away.
const PATIENCE: Duration = Duration::from_secs(5);
/// A statement that nobody waits for any more must not wait for a lock for ever, with its connection.
const PG_SESSION: &str = "SET lock_timeout = '5s'";

impl Db {
    /// Opens or makes the SQLite file and brings its tables up to date. An acknowledged write survives a power cut:
    /// WAL with `synchronous=FULL`.
    pub async fn open_sqlite(file: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(PATIENCE)
            // Deleted drafts and keys are overwritten, and nothing spills into a temporary file.
            .pragma("secure_delete", "ON")
            .pragma("temp_store", "MEMORY");
        let mut connection = SqliteConnection::connect_with(&options).await?;
        migrate::sqlite(&mut connection).await?;
        let readers = Readers::new(options.clone().pragma("query_only", "ON"), READERS);
        let (writer, jobs) = mpsc::channel(4 * GROUP);
        writer_thread(write_in_groups(connection, options, jobs))?;
        Ok(Self::Lite { readers, writer })
    }

    pub async fn open_postgres(url: &str) -> Result<Self, StoreError> {
        migrate::postgres(&mut PgConnection::connect(url).await?).await?;
        let pool = sqlx::postgres::PgPoolOptions::new()
            .max_connections(PG_CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .after_connect(|connection, _| Box::pin(async move { connection.execute(PG_SESSION).await.map(drop) }))
            .connect(url)
            .await?;
        Ok(Self::Pg(Turns::new(pool, PG_CONNECTIONS)))
    }

    /// Reads: `db.read(|tx| Box::pin(async move { … })).await`.
    pub async fn read<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        F: for<'t> FnOnce(&'t mut Tx<'_>) -> Work<'t, T> + Send,
    {
        match self {
            Self::Lite { readers, .. } => readers.read(work).await,
            Self::Pg(pool) => {
                let (pool, _turn) = pool.turn().await?;
                in_time(async { work(&mut Tx::Pg(&mut *pool.acquire().await?)).await }).await
            }
        }
    }

    /// Writes, all or nothing. When it returns, the work is on disk.
    pub async fn write<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'t> FnOnce(&'t mut Tx<'_>) -> Work<'t, T> + Send + 'static,
    {
        match self {
            Self::Lite { writer, .. } => {
                let (reply, answer) = oneshot::channel();
                let job = Box::new(Waiting { work: Some(work), outcome: None, reply });
                writer.send(job).await.map_err(|_| StoreError::Unavailable("the writer has stopped"))?;
                in_time(async { answer.await.unwrap_or(Err(StoreError::Unavailable("the writer has stopped"))) }).await
            }
            // PostgreSQL groups commits by itself; grouping on top was measured to halve its rate.
            Self::Pg(pool) => {
                let (pool, _turn) = pool.turn().await?;
                in_time(async {
                    let mut transaction = pool.begin().await?;
                    let value = work(&mut Tx::Pg(&mut transaction)).await?;
                    transaction.commit().await?;
                    Ok(value)
                })
                .await
            }
        }
    }

    /// Makes sure that SQLite's log holds nothing of what was overwritten before. PostgreSQL's files are its own.
    pub async fn empty_log(&self) -> Result<(), StoreError> {
        self.read(|tx| {
            Box::pin(async move {
                if let Tx::Lite(connection) = tx {
                    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").await?;
                }
                Ok(())
            })
        })
        .await
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.read(|tx| {
            Box::pin(async move {
                on!(tx, c => sqlx::query("SELECT 1").execute(&mut **c).await.map(drop))?;
                Ok(())
            })
        })
        .await
    }
}

pub(super) async fn in_time<T>(work: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
    tokio::time::timeout(PATIENCE, work).await.unwrap_or(Err(StoreError::Unavailable("no answer in time")))
}

/// A write that waits for its group.
pub trait Job: Send {
    /// Returns whether the group may keep what was written.
    fn run<'t>(&'t mut self, tx: &'t mut Tx<'_>) -> Pin<Box<dyn Future<Output = bool> + Send + 't>>;
    fn finish(self: Box<Self>, committed: bool);
}

struct Waiting<T, F> {
    work: Option<F>,
    outcome: Option<Result<T, StoreError>>,
    reply: oneshot::Sender<Result<T, StoreError>>,
}

impl<T, F> Job for Waiting<T, F>
where
    T: Send,
    F: for<'t> FnOnce(&'t mut Tx<'_>) -> Work<'t, T> + Send,
{
    fn run<'t>(&'t mut self, tx: &'t mut Tx<'_>) -> Pin<Box<dyn Future<Output = bool> + Send + 't>> {
        Box::pin(async move {
            let Some(work) = self.work.take() else { return false };
            // A panic here is one piece's, not everybody's.
            let outcome = AssertUnwindSafe(work(tx)).catch_unwind().await;
            self.outcome.insert(outcome.unwrap_or(Err(StoreError::Unavailable("broke off")))).is_ok()
        })
    }

    fn finish(self: Box<Self>, committed: bool) {
        let outcome = match self.outcome {
            Some(Ok(_)) | None if !committed => Err(StoreError::Unavailable("the commit failed")),
            Some(outcome) => outcome,
            None => Err(StoreError::Unavailable("not run")),
        };
        // Nobody waits any more when the request was dropped; the work is committed all the same.
        drop(self.reply.send(outcome));
    }
}

/// A thread of its own: among the others the writer would wait behind whoever is just sealing something, once for each
/// statement, and everybody waits for the writer. It ends when the last [`Db`] is gone.
fn writer_thread(work: impl Future<Output = ()> + Send + 'static) -> Result<(), StoreError> {
    let no_thread = |_| StoreError::Unavailable("no thread for the writer");
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(no_thread)?;
    let thread = std::thread::Builder::new().name("writer".to_owned());
    thread.spawn(move || runtime.block_on(work)).map(drop).map_err(no_thread)
}

/// The one writer: takes what is waiting, runs each piece in its own savepoint, commits all with one fsync, then
/// answers. A piece that fails takes only itself back.
async fn write_in_groups(
    mut connection: SqliteConnection,
    options: SqliteConnectOptions,
    mut jobs: mpsc::Receiver<Box<dyn Job>>,
) {
    let mut group = Vec::with_capacity(GROUP);
    while jobs.recv_many(&mut group, GROUP).await > 0 {
        let committed = run_group(&mut connection, &mut group).await;
        if let Err(error) = &committed {
            let error = StoreError::Unavailable(class(error));
            tracing::error!(%error, writes = group.len(), "a group of writes was not committed");
            if let Ok(fresh) = SqliteConnection::connect_with(&options).await {
                connection = fresh;
            }
        }
        group.drain(..).for_each(|job| job.finish(committed.is_ok()));
    }
}

/// Each of these goes to SQLite's thread and back, so that what can go together does.
async fn run_group(connection: &mut SqliteConnection, group: &mut [Box<dyn Job>]) -> Result<(), sqlx::Error> {
    let mut before = "BEGIN IMMEDIATE; SAVEPOINT one";
    for job in group {
        connection.execute(before).await?;
        let kept = job.run(&mut Tx::Lite(&mut *connection)).await;
        before = if kept { "RELEASE one; SAVEPOINT one" } else { "ROLLBACK TO one" };
    }
    // What the last piece leaves open ends with the transaction; one that failed has to be taken back first.
    connection.execute(if before == "ROLLBACK TO one" { "ROLLBACK TO one; COMMIT" } else { "COMMIT" }).await?;
    Ok(())
}

fn class(error: &sqlx::Error) -> &'static str {
    match error {
        sqlx::Error::Database(_) => "refused",
        sqlx::Error::Io(_) => "input/output",
        _ => "other",
    }
}
