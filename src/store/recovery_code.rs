//! Ten ways in for somebody whose phone is lost, each good once.

use super::db::{StoreError, Tx, on};
use crate::domain::clock::Moment;
use crate::domain::ids::StaffId;

/// New codes end the old ones.
pub async fn replace(tx: &mut Tx<'_>, of: StaffId, hashes: &[[u8; 32]]) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO recovery_code (staff_id, hashed) VALUES ($1, $2)";
    forget(tx, of).await?;
    for hash in hashes {
        on!(tx, c => sqlx::query(SQL)
            .bind(of.as_bytes().as_slice())
            .bind(hash.as_slice())
            .execute(&mut **c)
            .await
            .map(drop))?;
    }
    Ok(())
}

/// Returns false for a code that is not there or was used.
pub async fn use_up(tx: &mut Tx<'_>, of: StaffId, hash: &[u8; 32], at: Moment) -> Result<bool, StoreError> {
    const SQL: &str = "UPDATE recovery_code SET used_at = $3 WHERE staff_id = $1 AND hashed = $2 AND used_at IS NULL";
    let changed = on!(tx, c => sqlx::query(SQL)
        .bind(of.as_bytes().as_slice())
        .bind(hash.as_slice())
        .bind(at.0)
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

pub async fn left(tx: &mut Tx<'_>, of: StaffId) -> Result<i64, StoreError> {
    const SQL: &str = "SELECT COUNT(*) FROM recovery_code WHERE staff_id = $1 AND used_at IS NULL";
    Ok(on!(tx, c => sqlx::query_scalar(SQL).bind(of.as_bytes().as_slice()).fetch_one(&mut **c).await)?)
}

pub async fn forget(tx: &mut Tx<'_>, of: StaffId) -> Result<(), StoreError> {
    const SQL: &str = "DELETE FROM recovery_code WHERE staff_id = $1";
    on!(tx, c => sqlx::query(SQL).bind(of.as_bytes().as_slice()).execute(&mut **c).await.map(drop))?;
    Ok(())
}
