//! SQLite connections to read with.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, SqliteConnection};
use tokio::sync::Semaphore;

use super::db::{StoreError, Tx, Work, in_time};

/// A few connections, each with one piece of work at a time; whoever comes while all are busy waits for a turn. Not
/// sqlx's pool: it asks a connection how it is before and after each use, and with SQLite every question is two changes
/// of threads. That was most of what a short read cost (docs/BENCHMARKS.md).
#[derive(Clone)]
pub struct Readers(Arc<Inside>);

struct Inside {
    options: SqliteConnectOptions,
    turns: Semaphore,
    idle: Mutex<Vec<SqliteConnection>>,
}

impl Readers {
    pub(super) fn new(options: SqliteConnectOptions, connections: usize) -> Self {
        Self(Arc::new(Inside { options, turns: Semaphore::new(connections), idle: Mutex::default() }))
    }

    pub(super) async fn read<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        F: for<'t> FnOnce(&'t mut Tx<'_>) -> Work<'t, T>,
    {
        let _turn = self.0.turns.acquire().await.map_err(|_| StoreError::Unavailable("closed"))?;
        let idle = self.idle().pop();
        let mut connection = match idle {
            Some(connection) => connection,
            None => self.0.options.connect().await?,
        };
        let outcome = in_time(work(&mut Tx::Lite(&mut connection))).await;
        // One that failed, or whose work was dropped half-way, is closed: the next reader gets a fresh one.
        if !matches!(outcome, Err(StoreError::Unavailable(_))) {
            self.idle().push(connection);
        }
        outcome
    }

    fn idle(&self) -> MutexGuard<'_, Vec<SqliteConnection>> {
        self.0.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
