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

/// What a page shows that nobody has seen, or that somebody may see `again`; from now on until `until` at the longest.
/// Anybody else uses it up: of two who ask, on any node, one gets it.
pub async fn take_showing(
    tx: &mut Tx<'_>,
    id: HashedToken,
    now: Moment,
    again: bool,
    until: Moment,
) -> Result<Option<Vec<u8>>, StoreError> {
    const SEE: &str = "UPDATE showing SET
            expires_at = CASE WHEN shown = 0 AND expires_at > $4 THEN $4 ELSE expires_at END,
            shown = 1
        WHERE id = $1 AND expires_at > $2 AND (shown = 0 OR $3 = 1)
        RETURNING sealed";
    const USE_UP: &str = "DELETE FROM showing WHERE id = $1";
    let sealed = on!(tx, c => sqlx::query_scalar(SEE)
        .bind(id.as_bytes().as_slice())
        .bind(now.0)
        .bind(i64::from(again))
        .bind(until.0)
        .fetch_optional(&mut **c)
        .await)?;
    if sealed.is_none() {
        on!(tx, c => sqlx::query(USE_UP).bind(id.as_bytes().as_slice()).execute(&mut **c).await.map(drop))?;
    }
    Ok(sealed)
}

/// How many bytes wait in both tables.
pub async fn bytes_waiting(tx: &mut Tx<'_>) -> Result<u64, StoreError> {
    const SQL: &str = "SELECT CAST(
            (SELECT COALESCE(SUM(LENGTH(sealed)), 0) FROM draft) + (SELECT COALESCE(SUM(LENGTH(sealed)), 0) FROM showing)
        AS BIGINT)";
    let bytes: i64 = on!(tx, c => sqlx::query_scalar(SQL).fetch_one(&mut **c).await)?;
    u64::try_from(bytes).map_err(|_| StoreError::Unreadable("draft.sealed"))
}
