//! Links that let somebody set a password and a second factor, each good once.

use super::db::{StoreError, Tx, on};
use super::staff::staff_id;
use crate::crypto::token::HashedToken;
use crate::domain::clock::Moment;
use crate::domain::ids::StaffId;

pub struct Invitation {
    pub staff: StaffId,
    pub created_at: Moment,
    pub expires_at: Moment,
    pub used_at: Option<Moment>,
    /// Gone once used.
    pub sealed_totp: Option<Vec<u8>>,
    pub grants: Option<Vec<u8>>,
}

type Row = (Vec<u8>, i64, i64, Option<i64>, Option<Vec<u8>>, Option<Vec<u8>>);

/// A new invitation ends the ones before it.
pub async fn replace(tx: &mut Tx<'_>, token: &HashedToken, invitation: &Invitation) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO invitation (token, staff_id, created_at, expires_at, sealed_totp, grants)
        VALUES ($1, $2, $3, $4, $5, $6)";
    forget(tx, invitation.staff).await?;
    on!(tx, c => sqlx::query(SQL)
        .bind(token.as_bytes().as_slice())
        .bind(invitation.staff.as_bytes().as_slice())
        .bind(invitation.created_at.0)
        .bind(invitation.expires_at.0)
        .bind(invitation.sealed_totp.as_deref())
        .bind(invitation.grants.as_deref())
        .execute(&mut **c)
        .await
        .map(drop))?;
    Ok(())
}

pub async fn by_token(tx: &mut Tx<'_>, token: &HashedToken) -> Result<Option<Invitation>, StoreError> {
    const SQL: &str =
        "SELECT staff_id, created_at, expires_at, used_at, sealed_totp, grants FROM invitation WHERE token = $1";
    let row: Option<Row> =
        on!(tx, c => sqlx::query_as(SQL).bind(token.as_bytes().as_slice()).fetch_optional(&mut **c).await)?;
    row.map(|(staff, created_at, expires_at, used_at, sealed_totp, grants)| {
        Ok(Invitation {
            staff: staff_id(&staff)?,
            created_at: Moment(created_at),
            expires_at: Moment(expires_at),
            used_at: used_at.map(Moment),
            sealed_totp,
            grants,
        })
    })
    .transpose()
}

/// Uses it up and leaves the recovery codes, sealed, for the page that shows them. Returns false when it was used
/// already: of two people with one link, one wins.
pub async fn use_up(tx: &mut Tx<'_>, token: &HashedToken, at: Moment, codes: &[u8]) -> Result<bool, StoreError> {
    const SQL: &str = "UPDATE invitation SET used_at = $2, sealed_totp = NULL, grants = NULL, codes = $3
        WHERE token = $1 AND used_at IS NULL AND expires_at > $2";
    let changed = on!(tx, c => sqlx::query(SQL)
        .bind(token.as_bytes().as_slice())
        .bind(at.0)
        .bind(codes)
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Takes the recovery codes that wait to be shown, so that nobody is shown them again.
pub async fn take_codes(tx: &mut Tx<'_>, token: &HashedToken) -> Result<Option<Vec<u8>>, StoreError> {
    const SELECT: &str = "SELECT codes FROM invitation WHERE token = $1 AND codes IS NOT NULL";
    const FORGET: &str = "UPDATE invitation SET codes = NULL WHERE token = $1 AND codes IS NOT NULL";
    let left: Option<Vec<u8>> =
        on!(tx, c => sqlx::query_scalar(SELECT).bind(token.as_bytes().as_slice()).fetch_optional(&mut **c).await)?;
    let mine = on!(tx, c => sqlx::query(FORGET)
        .bind(token.as_bytes().as_slice())
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected() == 1))?;
    Ok(left.filter(|_| mine))
}

pub async fn forget(tx: &mut Tx<'_>, of: StaffId) -> Result<(), StoreError> {
    const SQL: &str = "DELETE FROM invitation WHERE staff_id = $1";
    on!(tx, c => sqlx::query(SQL).bind(of.as_bytes().as_slice()).execute(&mut **c).await.map(drop))?;
    Ok(())
}
