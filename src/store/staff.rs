//! People who work here.

use super::db::{StoreError, Tx, on};
use crate::domain::clock::Moment;
use crate::domain::ids::{Epoch, StaffId};
use crate::domain::staff::{Role, StaffMember, Standing};

type Row = (Vec<u8>, String, String, String, String, i64);

/// What somebody's password and second factor open and prove.
pub struct Locks {
    /// The private key under the password.
    pub locked_key: Vec<u8>,
    /// The second factor's secret under the person's own key.
    pub sealed_totp: Vec<u8>,
    /// The last time step whose digits were used.
    pub totp_last_step: Option<i64>,
}

/// What is stored when somebody accepts an invitation.
pub struct Credentials {
    pub public_key: [u8; 32],
    pub locked_key: Vec<u8>,
    pub sealed_totp: Vec<u8>,
    pub totp_last_step: i64,
}

pub async fn insert(tx: &mut Tx<'_>, member: &StaffMember) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO staff (id, name, email, role, state, created_at) VALUES ($1, $2, $3, $4, $5, $6)";
    on!(tx, c => sqlx::query(SQL)
        .bind(member.id.as_bytes().as_slice())
        .bind(&member.name)
        .bind(&member.email)
        .bind(member.role.tag())
        .bind(member.standing.tag())
        .bind(member.since.0)
        .execute(&mut **c)
        .await
        .map(drop))?;
    Ok(())
}

/// Whether anybody was ever asked to work here.
pub async fn is_empty(tx: &mut Tx<'_>) -> Result<bool, StoreError> {
    const SQL: &str = "SELECT COUNT(*) FROM staff";
    let count: i64 = on!(tx, c => sqlx::query_scalar(SQL).fetch_one(&mut **c).await)?;
    Ok(count == 0)
}

pub async fn by_id(tx: &mut Tx<'_>, id: StaffId) -> Result<Option<StaffMember>, StoreError> {
    const SQL: &str = "SELECT id, name, email, role, state, created_at FROM staff WHERE id = $1";
    let row: Option<Row> =
        on!(tx, c => sqlx::query_as(SQL).bind(id.as_bytes().as_slice()).fetch_optional(&mut **c).await)?;
    row.map(member).transpose()
}

pub async fn by_email(tx: &mut Tx<'_>, email: &str) -> Result<Option<StaffMember>, StoreError> {
    const SQL: &str = "SELECT id, name, email, role, state, created_at FROM staff WHERE email = $1 AND email <> ''";
    let row: Option<Row> = on!(tx, c => sqlx::query_as(SQL).bind(email).fetch_optional(&mut **c).await)?;
    row.map(member).transpose()
}

/// Everybody who is here or was asked, by name.
pub async fn list(tx: &mut Tx<'_>) -> Result<Vec<StaffMember>, StoreError> {
    const SQL: &str =
        "SELECT id, name, email, role, state, created_at FROM staff WHERE state <> 'gone' ORDER BY name, id";
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(SQL).fetch_all(&mut **c).await)?;
    rows.into_iter().map(member).collect()
}

pub async fn is_active(tx: &mut Tx<'_>, id: StaffId) -> Result<bool, StoreError> {
    Ok(by_id(tx, id).await?.is_some_and(|member| member.standing == Standing::Active))
}

/// The names behind ids, of those who left too: what they did stays theirs.
pub async fn names(tx: &mut Tx<'_>) -> Result<Vec<(StaffId, String)>, StoreError> {
    const SQL: &str = "SELECT id, name FROM staff ORDER BY id";
    let rows: Vec<(Vec<u8>, String)> = on!(tx, c => sqlx::query_as(SQL).fetch_all(&mut **c).await)?;
    rows.into_iter().map(|(id, name)| Ok((staff_id(&id)?, name))).collect()
}

/// Where the mail of everybody who reads reports goes.
pub async fn who_reads_reports(tx: &mut Tx<'_>) -> Result<Vec<StaffMember>, StoreError> {
    let everybody = list(tx).await?;
    let reads = |member: &StaffMember| member.standing == Standing::Active && member.role.reads_reports();
    Ok(everybody.into_iter().filter(reads).collect())
}

/// Id and name of everybody who can open what is sealed to this epoch, by name.
pub async fn who_opens(tx: &mut Tx<'_>, epoch: Epoch) -> Result<Vec<(StaffId, String)>, StoreError> {
    const SQL: &str = "SELECT s.id, s.name FROM staff s JOIN team_grant g ON g.staff_id = s.id
        WHERE g.epoch = $1 AND s.state = 'active' AND s.role IN ('reviewer', 'lead') ORDER BY s.name, s.id";
    let rows: Vec<(Vec<u8>, String)> = on!(tx, c => sqlx::query_as(SQL).bind(epoch.0).fetch_all(&mut **c).await)?;
    rows.into_iter().map(|(id, name)| Ok((staff_id(&id)?, name))).collect()
}

pub async fn locks(tx: &mut Tx<'_>, id: StaffId) -> Result<Option<Locks>, StoreError> {
    const SQL: &str = "SELECT locked_key, sealed_totp, totp_last_step FROM staff
        WHERE id = $1 AND state = 'active' AND locked_key IS NOT NULL AND sealed_totp IS NOT NULL";
    let row: Option<(Vec<u8>, Vec<u8>, Option<i64>)> =
        on!(tx, c => sqlx::query_as(SQL).bind(id.as_bytes().as_slice()).fetch_optional(&mut **c).await)?;
    Ok(row.map(|(locked_key, sealed_totp, totp_last_step)| Locks { locked_key, sealed_totp, totp_last_step }))
}

/// Returns false when the person is no longer invited: somebody accepted first.
pub async fn activate(tx: &mut Tx<'_>, member: &StaffMember, with: &Credentials) -> Result<bool, StoreError> {
    const SQL: &str = "UPDATE staff SET state = 'active', name = $2, email = $3, public_key = $4, locked_key = $5,
        sealed_totp = $6, totp_last_step = $7 WHERE id = $1 AND state = 'invited'";
    let changed = on!(tx, c => sqlx::query(SQL)
        .bind(member.id.as_bytes().as_slice())
        .bind(&member.name)
        .bind(&member.email)
        .bind(with.public_key.as_slice())
        .bind(&with.locked_key)
        .bind(&with.sealed_totp)
        .bind(with.totp_last_step)
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Returns false when these digits, or later ones, were used already, on this node or another.
pub async fn use_totp_step(tx: &mut Tx<'_>, id: StaffId, step: i64) -> Result<bool, StoreError> {
    const SQL: &str = "UPDATE staff SET totp_last_step = $2
        WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2)";
    let changed = on!(tx, c => sqlx::query(SQL)
        .bind(id.as_bytes().as_slice())
        .bind(step)
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Changes who is invited before they have accepted: a second invitation replaces the first.
pub async fn change_invited(tx: &mut Tx<'_>, member: &StaffMember) -> Result<bool, StoreError> {
    const SQL: &str = "UPDATE staff SET name = $2, role = $3 WHERE id = $1 AND state = 'invited'";
    let changed = on!(tx, c => sqlx::query(SQL)
        .bind(member.id.as_bytes().as_slice())
        .bind(&member.name)
        .bind(member.role.tag())
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Forgets all about somebody but the name. Returns false when they had left already.
pub async fn dismiss(tx: &mut Tx<'_>, id: StaffId) -> Result<bool, StoreError> {
    const SQL: &str = "UPDATE staff SET state = 'gone', email = '', public_key = NULL, locked_key = NULL,
        sealed_totp = NULL, totp_last_step = NULL WHERE id = $1 AND state <> 'gone'";
    let changed = on!(tx, c => sqlx::query(SQL)
        .bind(id.as_bytes().as_slice())
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

pub(super) fn staff_id(bytes: &[u8]) -> Result<StaffId, StoreError> {
    StaffId::from_slice(bytes).ok_or(StoreError::Unreadable("staff.id"))
}

fn member((id, name, email, role, standing, since): Row) -> Result<StaffMember, StoreError> {
    Ok(StaffMember {
        id: staff_id(&id)?,
        name,
        email,
        role: Role::from_tag(&role).ok_or(StoreError::Unreadable("staff.role"))?,
        standing: Standing::from_tag(&standing).ok_or(StoreError::Unreadable("staff.state"))?,
        since: Moment(since),
    })
}
