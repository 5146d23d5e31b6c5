//! What a test does to a database behind the program's back.

use quietdoor::store::{Db, StoreError, Tx};

/// What only somebody with the database's own password does.
pub async fn sql(db: &Db, text: &'static str) -> Result<(), StoreError> {
    db.write(move |tx| {
        Box::pin(async move {
            match tx {
                Tx::Lite(c) => sqlx::raw_sql(text).execute(&mut **c).await.map(drop)?,
                Tx::Pg(c) => sqlx::raw_sql(text).execute(&mut **c).await.map(drop)?,
            }
            Ok(())
        })
    })
    .await
}
