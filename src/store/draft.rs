//! Sealed drafts, and pages that are shown once. Their rows are found by the hash of a token that only a page knows.

use super::db::{StoreError, Tx, on};
use crate::crypto::token::HashedToken;
use crate::domain::clock::Moment;

/// Keeps a draft, in place of what was kept under the same token.
pub async fn keep(tx: &mut Tx<'_>, id: HashedToken, sealed: &[u8], until: Moment) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO draft (id, sealed, expires_at) VALUES ($1, $2, $3)
        ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed, expires_at = excluded.expires_at";
    on!(tx, c => sqlx::query(SQL)
        .bind(id.as_bytes().as_slice())
        .bind(sealed)
        .bind(until.0)
        .execute(&mut **c)
        .await
        .map(drop))?;
    Ok(())
}

pub async fn find(tx: &mut Tx<'_>, id: HashedToken, now: Moment) -> Result<Option<Vec<u8>>, StoreError> {
    const SQL: &str = "SELECT sealed FROM draft WHERE id = $1 AND expires_at > $2";
    Ok(on!(tx, c => sqlx::query_scalar(SQL)
        .bind(id.as_bytes().as_slice())
        .bind(now.0)
        .fetch_optional(&mut **c)
        .await)?)
}

pub async fn keep_showing(tx: &mut Tx<'_>, id: HashedToken, sealed: &[u8], until: Moment) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO showing (id, sealed, expires_at) VALUES ($1, $2, $3)";
    on!(tx, c => sqlx::query(SQL)
        .bind(id.as_bytes().as_slice())
        .bind(sealed)
        .bind(until.0)
        .execute(&mut **c)
        .await
        .map(drop))?;
    Ok(())
}

/// Takes what one page shows: of two who ask, on any node, one gets it. Back shows nothing.
pub async fn take_showing(tx: &mut Tx<'_>, id: HashedToken, now: Moment) -> Result<Option<Vec<u8>>, StoreError> {
    const SQL: &str = "DELETE FROM showing WHERE id = $1 RETURNING sealed, expires_at";
    let row: Option<(Vec<u8>, i64)> =
        on!(tx, c => sqlx::query_as(SQL).bind(id.as_bytes().as_slice()).fetch_optional(&mut **c).await)?;
    Ok(row.filter(|(_, expires_at)| *expires_at > now.0).map(|(sealed, _)| sealed))
}
