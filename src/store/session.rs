//! Who is signed in, on which device. The cookie's token is here only as a hash.

use super::db::{StoreError, Tx, on};
use super::staff::staff_id;
use crate::crypto::token::HashedToken;
use crate::domain::clock::Moment;
use crate::domain::ids::{SessionId, StaffId};

pub struct Session {
    pub id: SessionId,
    pub staff: StaffId,
    pub second_factor: bool,
    pub created_at: Moment,
    pub last_seen_at: Moment,
    pub expires_at: Moment,
    /// The person's keys under a key that the cookie makes.
    pub sealed: Vec<u8>,
}

type Row = (Vec<u8>, Vec<u8>, i64, i64, i64, i64, Vec<u8>);

pub async fn insert(tx: &mut Tx<'_>, token: &HashedToken, session: &Session) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO session
        (token, id, staff_id, second_factor, created_at, last_seen_at, expires_at, sealed)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    on!(tx, c => sqlx::query(SQL)
        .bind(token.as_bytes().as_slice())
        .bind(session.id.as_bytes().as_slice())
        .bind(session.staff.as_bytes().as_slice())
        .bind(i64::from(session.second_factor))
        .bind(session.created_at.0)
        .bind(session.last_seen_at.0)
        .bind(session.expires_at.0)
        .bind(&session.sealed)
        .execute(&mut **c)
        .await
        .map(drop))?;
    Ok(())
}

/// The session as stored; whether it is still good is the caller's to judge.
pub async fn by_token(tx: &mut Tx<'_>, token: &HashedToken) -> Result<Option<Session>, StoreError> {
    const SQL: &str = "SELECT id, staff_id, second_factor, created_at, last_seen_at, expires_at, sealed
        FROM session WHERE token = $1";
    let row: Option<Row> =
        on!(tx, c => sqlx::query_as(SQL).bind(token.as_bytes().as_slice()).fetch_optional(&mut **c).await)?;
    row.map(session).transpose()
}

/// Somebody's sessions with both factors, newest first.
pub async fn list(tx: &mut Tx<'_>, of: StaffId) -> Result<Vec<Session>, StoreError> {
    const SQL: &str = "SELECT id, staff_id, second_factor, created_at, last_seen_at, expires_at, sealed
        FROM session WHERE staff_id = $1 AND second_factor = 1 ORDER BY created_at DESC, id";
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(SQL).bind(of.as_bytes().as_slice()).fetch_all(&mut **c).await)?;
    rows.into_iter().map(session).collect()
}

pub async fn touch(tx: &mut Tx<'_>, id: SessionId, now: Moment) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE session SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2";
    on!(tx, c => sqlx::query(SQL).bind(id.as_bytes().as_slice()).bind(now.0).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Returns false when it was over already: of two requests with one token, one wins.
pub async fn end(tx: &mut Tx<'_>, id: SessionId, of: StaffId) -> Result<bool, StoreError> {
    const SQL: &str = "DELETE FROM session WHERE id = $1 AND staff_id = $2";
    let changed = on!(tx, c => sqlx::query(SQL)
        .bind(id.as_bytes().as_slice())
        .bind(of.as_bytes().as_slice())
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

pub async fn end_all(tx: &mut Tx<'_>, of: StaffId) -> Result<(), StoreError> {
    const SQL: &str = "DELETE FROM session WHERE staff_id = $1";
    on!(tx, c => sqlx::query(SQL).bind(of.as_bytes().as_slice()).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Removes what is over. Returns how many there were.
pub async fn purge(tx: &mut Tx<'_>, now: Moment, idle_since: Moment) -> Result<u64, StoreError> {
    const SQL: &str = "DELETE FROM session WHERE expires_at <= $1 OR last_seen_at <= $2";
    let done = on!(tx, c => sqlx::query(SQL)
        .bind(now.0)
        .bind(idle_since.0)
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(done)
}

/// Leaves something, sealed, that the session's next page shows once.
pub async fn leave_to_show(tx: &mut Tx<'_>, id: SessionId, sealed: &[u8]) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE session SET to_show = $2 WHERE id = $1";
    on!(tx, c => sqlx::query(SQL).bind(id.as_bytes().as_slice()).bind(sealed).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Takes what was left, so that nobody is shown it again.
pub async fn take_to_show(tx: &mut Tx<'_>, id: SessionId) -> Result<Option<Vec<u8>>, StoreError> {
    const SELECT: &str = "SELECT to_show FROM session WHERE id = $1 AND to_show IS NOT NULL";
    const FORGET: &str = "UPDATE session SET to_show = NULL WHERE id = $1 AND to_show IS NOT NULL";
    let left: Option<Vec<u8>> =
        on!(tx, c => sqlx::query_scalar(SELECT).bind(id.as_bytes().as_slice()).fetch_optional(&mut **c).await)?;
    let mine = on!(tx, c => sqlx::query(FORGET)
        .bind(id.as_bytes().as_slice())
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected() == 1))?;
    Ok(left.filter(|_| mine))
}

fn session(
    (id, staff, second_factor, created_at, last_seen_at, expires_at, sealed): Row,
) -> Result<Session, StoreError> {
    Ok(Session {
        id: SessionId::from_slice(&id).ok_or(StoreError::Unreadable("session.id"))?,
        staff: staff_id(&staff)?,
        second_factor: second_factor == 1,
        created_at: Moment(created_at),
        last_seen_at: Moment(last_seen_at),
        expires_at: Moment(expires_at),
        sealed,
    })
}
