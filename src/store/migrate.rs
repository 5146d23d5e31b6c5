//! Brings a database to this version's tables. The two folders hold files of the same names, one per engine.

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{PgConnection, SqliteConnection};

use super::db::StoreError;

struct Pair {
    version: i64,
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! pair {
    ($version:literal, $name:literal) => {
        Pair {
            version: $version,
            name: $name,
            sqlite: include_str!(concat!("../../migrations/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("../../migrations/postgres/", $name, ".sql")),
        }
    };
}

const MIGRATIONS: [Pair; 1] = [pair!(1, "0001_first_house")];

/// Runs what has not run yet. A second process that starts at once waits for the file's lock.
pub(super) async fn sqlite(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    migrator(|pair| pair.sqlite).run_direct(None, connection, false).await.map_err(failed)
}

/// Several nodes may start at once: the migrator takes PostgreSQL's advisory lock.
pub(super) async fn postgres(connection: &mut PgConnection) -> Result<(), StoreError> {
    migrator(|pair| pair.postgres).run_direct(None, connection, false).await.map_err(failed)
}

fn migrator(text: impl Fn(&Pair) -> &'static str) -> Migrator {
    let migrations = MIGRATIONS
        .iter()
        .map(|pair| {
            let sql = sqlx::SqlStr::from_static(text(pair));
            Migration::new(pair.version, pair.name.into(), MigrationType::Simple, sql, false)
        })
        .collect();
    Migrator::with_migrations(migrations)
}

fn failed(error: sqlx::migrate::MigrateError) -> StoreError {
    tracing::error!(%error, "a migration failed");
    StoreError::Unavailable("a migration failed")
}
