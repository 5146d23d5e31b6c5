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

/// What a page shows, to the first who asks, on any node; and once `again`, until `until`. Whoever comes second uses it up,
/// shown or not.
pub async fn take_showing(
    tx: &mut Tx<'_>,
    id: HashedToken,
    now: Moment,
    again: bool,
    until: Moment,
) -> Result<Option<Vec<u8>>, StoreError> {
    const FIRST: &str =
        "UPDATE showing SET shown = 1, expires_at = CASE WHEN expires_at > $3 THEN $3 ELSE expires_at END
        WHERE id = $1 AND expires_at > $2 AND shown = 0
        RETURNING sealed";
    const LAST: &str = "DELETE FROM showing WHERE id = $1 RETURNING sealed, expires_at";
    let first = on!(tx, c => sqlx::query_scalar(FIRST)
        .bind(id.as_bytes().as_slice())
        .bind(now.0)
        .bind(until.0)
        .fetch_optional(&mut **c)
        .await)?;
    if first.is_some() {
        return Ok(first);
    }
    let last: Option<(Vec<u8>, i64)> =
        on!(tx, c => sqlx::query_as(LAST).bind(id.as_bytes().as_slice()).fetch_optional(&mut **c).await)?;
    Ok(last.filter(|(_, expires_at)| again && *expires_at > now.0).map(|(sealed, _)| sealed))
}

/// How many bytes wait in both tables.
pub async fn bytes_waiting(tx: &mut Tx<'_>) -> Result<u64, StoreError> {
    const SQL: &str = "SELECT CAST(
            (SELECT COALESCE(SUM(LENGTH(sealed)), 0) FROM draft) + (SELECT COALESCE(SUM(LENGTH(sealed)), 0) FROM showing)
        AS BIGINT)";
    let bytes: i64 = on!(tx, c => sqlx::query_scalar(SQL).fetch_one(&mut **c).await)?;
    u64::try_from(bytes).map_err(|_| StoreError::Unreadable("draft.sealed"))
}
