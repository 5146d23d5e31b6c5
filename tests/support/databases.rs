//! A fresh database for each test, of either kind.

use std::path::{Path, PathBuf};

use quietdoor::crypto::random::Random;
use quietdoor::store::Db;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use tempfile::TempDir;

/// Runs each test twice, on databases of its own: `second_claim_loses::sqlite` and `second_claim_loses::postgres`.
///
/// ```ignore
/// on_both_databases! {
///     async fn second_claim_loses(db: Db) { … }
///     async fn a_report_survives_a_restart(fresh: Fresh) { let db = fresh.open().await; … }
/// }
/// ```
macro_rules! on_both_databases {
    ($($(#[$meta:meta])* async fn $name:ident($argument:ident: $kind:ident) $body:block)*) => {$(
        $(#[$meta])*
        mod $name {
            use super::*;

            async fn story($argument: $kind) $body

            #[tokio::test]
            async fn sqlite() {
                let fresh = $crate::support::Fresh::sqlite();
                story($crate::support::on_both_databases!(@give $kind fresh)).await;
            }

            #[tokio::test]
            async fn postgres() {
                let fresh = $crate::support::Fresh::postgres().await;
                story($crate::support::on_both_databases!(@give $kind fresh)).await;
            }
        }
    )*};
    (@give Db $fresh:ident) => { $fresh.open().await };
    (@give Fresh $fresh:ident) => { $fresh };
}
pub(crate) use on_both_databases;

/// An empty database and a folder for everything else the program writes, both gone when this is dropped.
pub struct Fresh {
    folder: TempDir,
    postgres: Option<PostgresDatabase>,
}

impl Fresh {
    pub fn sqlite() -> Self {
        Self { folder: TempDir::new().expect("a temporary folder"), postgres: None }
    }

    pub async fn postgres() -> Self {
        Self { folder: TempDir::new().expect("a temporary folder"), postgres: Some(PostgresDatabase::create().await) }
    }

    /// Holds `data/`, `mail/` and `log`, and nothing that was not written by the program.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The folder for `--data`.
    pub fn data(&self) -> PathBuf {
        self.folder().join("data")
    }

    /// What `--database` takes.
    pub fn url(&self) -> String {
        self.postgres.as_ref().map_or_else(|| "sqlite".into(), PostgresDatabase::url)
    }

    /// The tables of this version, ready to use.
    pub async fn open(&self) -> Db {
        match &self.postgres {
            Some(database) => Db::open_postgres(&database.url()).await.expect("PostgreSQL opens"),
            None => {
                std::fs::create_dir_all(self.data()).expect("a data folder");
                Db::open_sqlite(&self.data().join("quietdoor.db")).await.expect("SQLite opens")
            }
        }
    }
}

struct PostgresDatabase {
    name: String,
}

impl PostgresDatabase {
    async fn create() -> Self {
        let name = format!("quietdoor_{:032x}", u128::from_le_bytes(Random::System.array()));
        let mut server = PgConnection::connect(&server()).await.expect("the PostgreSQL for tests answers");
        server.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.expect("a database can be made");
        Self { name }
    }

    fn url(&self) -> String {
        let server = server();
        let (server, _) = server.rsplit_once('/').expect("QUIETDOOR_TEST_POSTGRES ends in /DATABASE");
        format!("{server}/{}", self.name)
    }
}

impl Drop for PostgresDatabase {
    /// In a thread with a runtime of its own, so that a test that panics leaves nothing behind either.
    fn drop(&mut self) {
        let name = self.name.clone();
        let drop_it = async move {
            let mut server = PgConnection::connect(&server()).await?;
            server.execute(AssertSqlSafe(format!("DROP DATABASE {name} WITH (FORCE)"))).await
        };
        let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let outcome = std::thread::spawn(move || runtime().block_on(drop_it)).join();
        if !std::thread::panicking() {
            outcome.expect("the thread ends well").expect("the database is dropped");
        }
    }
}

fn server() -> String {
    std::env::var("QUIETDOOR_TEST_POSTGRES").expect(
        "QUIETDOOR_TEST_POSTGRES is not set: this test needs a PostgreSQL where it may make databases. \
         Run `make test`, or `end2end/with-postgres cargo test`",
    )
}
