//! Hundreds of thousands of reports that nobody will open, in seconds: one statement, the real table, every index.

use std::path::Path;
use std::time::{Duration, Instant};

use quietdoor::domain::ids::StaffId;
use quietdoor::store::report::NewReport;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, Executor, PgConnection, SqliteConnection};

use crate::databases::Fresh;

const PATIENCE: Duration = Duration::from_secs(20);

/// Of twenty reports fourteen are closed, three answered, two claimed and one waits, all less urgent than the real ones
/// at the head of the queue. Sealed values are those of `pattern`.
macro_rules! fill {
    ($numbers:literal, $id:literal, $reference:literal) => {
        concat!(
            $numbers,
            " INSERT INTO report (id, reference, received_at, priority, due_at, state, claimed_by, claimed_at, opened_at,
                sender_waits, outcome, closed_at, epoch, team_key, sender_key, lookup, head, body)
            SELECT ", $id, ", ", $reference, ", $2 - 1000000 + i, 2 + i % 3, $2 + i,
                CASE WHEN i % 20 < 14 THEN 'closed' WHEN i % 20 < 19 THEN 'claimed' ELSE 'waiting' END,
                CASE WHEN i % 20 < 19 THEN $3 END,
                CASE WHEN i % 20 < 19 THEN $2 END,
                CASE WHEN i % 20 < 19 THEN $2 END,
                CASE WHEN i % 20 < 17 THEN 0 ELSE 1 END,
                CASE WHEN i % 20 < 14 THEN 'supported' END,
                CASE WHEN i % 20 < 14 THEN $2 END,
                $4, $5, $6, ", $id, ", $7, $8
            FROM n"
        )
    };
}

/// Answered reports have their answer.
const MESSAGES: &str = "INSERT INTO message (id, report_id, author, staff_id, sent_at, sealed)
    SELECT id, id, 'team', claimed_by, claimed_at, head FROM report WHERE state = 'claimed' AND sender_waits = 0";

pub async fn fill(fresh: &Fresh, reports: i64, pattern: &NewReport, owner: StaffId) {
    let began = Instant::now();
    match fresh.url().as_str() {
        "sqlite" => sqlite(&fresh.data().join("quietdoor.db"), reports, pattern, owner).await,
        url => postgres(url, reports, pattern, owner).await,
    }
    .expect("the rows fit");
    eprintln!("bench: {reports} reports written in {:.0} s", began.elapsed().as_secs_f64());
}

macro_rules! run {
    ($connection:expr, $sql:expr, $reports:expr, $pattern:expr, $owner:expr) => {
        sqlx::query($sql)
            .bind($reports)
            .bind($pattern.due_at.0)
            .bind($owner.as_bytes().as_slice())
            .bind($pattern.epoch.0)
            .bind($pattern.team_key.as_slice())
            .bind($pattern.sender_key.as_slice())
            .bind($pattern.head.as_bytes())
            .bind($pattern.body.as_bytes())
            .execute(&mut $connection)
            .await
    };
}

/// Without a journal and without forcing anything to disk; the program turns both on again when it opens the file.
async fn sqlite(file: &Path, reports: i64, pattern: &NewReport, owner: StaffId) -> Result<(), sqlx::Error> {
    const SQL: &str = fill!(
        "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $1)",
        "CAST(printf('%016d', i) AS BLOB)",
        "printf('%016d', i)"
    );
    let mut connection = alone(file).await?;
    connection.execute("BEGIN").await?;
    run!(connection, SQL, reports, pattern, owner)?;
    connection.execute(MESSAGES).await?;
    connection.execute("COMMIT").await?;
    connection.close().await
}

/// A journal is turned off only by whoever has the file alone: those who had it before close it in their own time.
async fn alone(file: &Path) -> Result<SqliteConnection, sqlx::Error> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .journal_mode(SqliteJournalMode::Off)
        .synchronous(SqliteSynchronous::Off)
        .foreign_keys(false)
        .pragma("cache_size", "-200000");
    let began = Instant::now();
    loop {
        match options.connect().await {
            Err(error) if began.elapsed() > PATIENCE => return Err(error),
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            opened => return opened,
        }
    }
}

/// Swept, counted and written out afterwards, as a server does by itself in the nights before.
async fn postgres(url: &str, reports: i64, pattern: &NewReport, owner: StaffId) -> Result<(), sqlx::Error> {
    const SQL: &str = fill!(
        "WITH n AS (SELECT generate_series(0, CAST($1 AS BIGINT) - 1) AS i)",
        "convert_to(lpad(CAST(i AS TEXT), 16, '0'), 'UTF8')",
        "lpad(CAST(i AS TEXT), 16, '0')"
    );
    let mut connection = PgConnection::connect(url).await?;
    // References are right by construction; checking a million of them one by one is most of the time.
    connection.execute("SET session_replication_role = replica").await?;
    run!(connection, SQL, reports, pattern, owner)?;
    connection.execute(MESSAGES).await?;
    connection.execute("VACUUM (ANALYZE) report").await?;
    connection.execute("VACUUM (ANALYZE) message").await?;
    connection.execute("CHECKPOINT").await?;
    connection.close().await
}
