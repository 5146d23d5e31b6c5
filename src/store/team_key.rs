//! The team's key pairs, and the copies of their private halves, each sealed to one person.

use super::db::{StoreError, Tx, on};
use super::staff::staff_id;
use crate::crypto::Key;
use crate::crypto::keyring::PublicKey;
use crate::domain::clock::Moment;
use crate::domain::ids::{Epoch, StaffId};

/// Somebody who can be given a key.
pub struct Holder {
    pub id: StaffId,
    pub public_key: PublicKey,
}

/// The key that reports are sealed to now.
pub async fn current(tx: &mut Tx<'_>) -> Result<Option<(Epoch, PublicKey)>, StoreError> {
    const SQL: &str = "SELECT epoch, public_key FROM team_epoch ORDER BY epoch DESC LIMIT 1";
    let row: Option<(i64, Vec<u8>)> = on!(tx, c => sqlx::query_as(SQL).fetch_optional(&mut **c).await)?;
    row.map(|(epoch, key)| Ok((Epoch(epoch), public_key(&key)?))).transpose()
}

/// Fails with `AlreadyThere` when another node started the same epoch.
pub async fn start_epoch(
    tx: &mut Tx<'_>,
    epoch: Epoch,
    key: &PublicKey,
    at: Moment,
    setup_key: Option<&Key>,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO team_epoch (epoch, public_key, started_at, setup_key) VALUES ($1, $2, $3, $4)";
    on!(tx, c => sqlx::query(SQL)
        .bind(epoch.0)
        .bind(key.as_bytes().as_slice())
        .bind(at.0)
        .bind(setup_key.map(|key| key.expose().as_slice()))
        .execute(&mut **c)
        .await
        .map(drop))?;
    Ok(())
}

/// The private halves that still lie open because set-up is not finished.
pub async fn setup_keys(tx: &mut Tx<'_>) -> Result<Vec<(Epoch, Key)>, StoreError> {
    const SQL: &str = "SELECT epoch, setup_key FROM team_epoch WHERE setup_key IS NOT NULL ORDER BY epoch";
    let rows: Vec<(i64, Vec<u8>)> = on!(tx, c => sqlx::query_as(SQL).fetch_all(&mut **c).await)?;
    let unreadable = |_| StoreError::Unreadable("team_epoch.setup_key");
    rows.into_iter().map(|(epoch, key)| Ok((Epoch(epoch), Key::from_slice(&key).map_err(unreadable)?))).collect()
}

/// Returns true for the one caller that closed set-up.
pub async fn forget_setup_keys(tx: &mut Tx<'_>) -> Result<bool, StoreError> {
    const SQL: &str = "UPDATE team_epoch SET setup_key = NULL WHERE setup_key IS NOT NULL";
    let changed = on!(tx, c => sqlx::query(SQL).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed > 0)
}

/// What the house still lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct House {
    /// No lead has signed in yet: a key of the team lies in the clear.
    pub setup_is_open: bool,
    /// Nothing is in the safe for the day when everybody has forgotten.
    pub has_no_kit: bool,
}

pub async fn house(tx: &mut Tx<'_>) -> Result<House, StoreError> {
    const SQL: &str = "SELECT (SELECT COUNT(*) FROM team_epoch WHERE setup_key IS NOT NULL),
        (SELECT COUNT(*) FROM recovery_kit)";
    let (open, kits): (i64, i64) = on!(tx, c => sqlx::query_as(SQL).fetch_one(&mut **c).await)?;
    Ok(House { setup_is_open: open > 0, has_no_kit: kits == 0 })
}

pub async fn epochs(tx: &mut Tx<'_>) -> Result<Vec<Epoch>, StoreError> {
    const SQL: &str = "SELECT epoch FROM team_epoch ORDER BY epoch";
    let rows: Vec<i64> = on!(tx, c => sqlx::query_scalar(SQL).fetch_all(&mut **c).await)?;
    Ok(rows.into_iter().map(Epoch).collect())
}

/// Everybody who reads reports and has a key pair.
pub async fn holders(tx: &mut Tx<'_>) -> Result<Vec<Holder>, StoreError> {
    const SQL: &str = "SELECT id, public_key FROM staff
        WHERE state = 'active' AND role IN ('reviewer', 'lead') AND public_key IS NOT NULL ORDER BY id";
    let rows: Vec<(Vec<u8>, Vec<u8>)> = on!(tx, c => sqlx::query_as(SQL).fetch_all(&mut **c).await)?;
    rows.into_iter().map(|(id, key)| Ok(Holder { id: staff_id(&id)?, public_key: public_key(&key)? })).collect()
}

/// Gives somebody a key; a key they have already stays as it is.
pub async fn grant(tx: &mut Tx<'_>, epoch: Epoch, to: StaffId, sealed: &[u8]) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO team_grant (epoch, staff_id, sealed) VALUES ($1, $2, $3)
        ON CONFLICT (epoch, staff_id) DO NOTHING";
    on!(tx, c => sqlx::query(SQL)
        .bind(epoch.0)
        .bind(to.as_bytes().as_slice())
        .bind(sealed)
        .execute(&mut **c)
        .await
        .map(drop))?;
    Ok(())
}

pub async fn granted(tx: &mut Tx<'_>, epoch: Epoch, to: StaffId) -> Result<Option<Vec<u8>>, StoreError> {
    const SQL: &str = "SELECT sealed FROM team_grant WHERE epoch = $1 AND staff_id = $2";
    Ok(on!(tx, c => sqlx::query_scalar(SQL)
        .bind(epoch.0)
        .bind(to.as_bytes().as_slice())
        .fetch_optional(&mut **c)
        .await)?)
}

pub async fn all_granted(tx: &mut Tx<'_>, to: StaffId) -> Result<Vec<(Epoch, Vec<u8>)>, StoreError> {
    const SQL: &str = "SELECT epoch, sealed FROM team_grant WHERE staff_id = $1 ORDER BY epoch";
    let rows: Vec<(i64, Vec<u8>)> =
        on!(tx, c => sqlx::query_as(SQL).bind(to.as_bytes().as_slice()).fetch_all(&mut **c).await)?;
    Ok(rows.into_iter().map(|(epoch, sealed)| (Epoch(epoch), sealed)).collect())
}

/// Those who read reports, have a key pair, and lack the key of some epoch.
pub async fn who_lacks_keys(tx: &mut Tx<'_>) -> Result<Vec<StaffId>, StoreError> {
    const SQL: &str = "SELECT id FROM staff
        WHERE state = 'active' AND role IN ('reviewer', 'lead') AND public_key IS NOT NULL
        AND (SELECT COUNT(*) FROM team_grant WHERE staff_id = staff.id) < (SELECT COUNT(*) FROM team_epoch)
        ORDER BY id";
    let rows: Vec<Vec<u8>> = on!(tx, c => sqlx::query_scalar(SQL).fetch_all(&mut **c).await)?;
    rows.iter().map(|id| staff_id(id)).collect()
}

pub async fn revoke(tx: &mut Tx<'_>, from: StaffId) -> Result<(), StoreError> {
    const SQL: &str = "DELETE FROM team_grant WHERE staff_id = $1";
    on!(tx, c => sqlx::query(SQL).bind(from.as_bytes().as_slice()).execute(&mut **c).await.map(drop))?;
    Ok(())
}

pub(super) fn public_key(bytes: &[u8]) -> Result<PublicKey, StoreError> {
    PublicKey::from_slice(bytes).map_err(|_| StoreError::Unreadable("a public key"))
}
