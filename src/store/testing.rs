//! For unit tests: what only SQL can do to a database.

use std::path::Path;

use sqlx::{AssertSqlSafe, Connection, Executor, SqliteConnection};

use super::Db;
use super::db::on;

const TABLES: [&str; 3] = ["draft", "showing", "report"];

/// From now on every statement that touches one of these tables fails.
pub(crate) async fn take_away(file: &Path) {
    run(file, TABLES.map(|table| format!("ALTER TABLE {table} RENAME TO {table}_away"))).await;
}

pub(crate) async fn bring_back(file: &Path) {
    run(file, TABLES.map(|table| format!("ALTER TABLE {table}_away RENAME TO {table}"))).await;
}

pub(crate) async fn count(db: &Db, table: &'static str) -> i64 {
    let sql = format!("SELECT COUNT(*) FROM {table}");
    db.read(|tx| {
        Box::pin(async move { Ok(on!(tx, c => sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut **c).await)?) })
    })
    .await
    .unwrap()
}

/// What only somebody with the database's own password does.
pub(crate) async fn tamper(db: &Db, sql: &'static str) {
    db.write(move |tx| Box::pin(async move { Ok(on!(tx, c => sqlx::query(sql).execute(&mut **c).await.map(drop))?) }))
        .await
        .unwrap();
}

async fn run(file: &Path, statements: [String; 3]) {
    let mut connection = SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.unwrap();
    for statement in statements {
        connection.execute(AssertSqlSafe(statement)).await.unwrap();
    }
}
