//! The way back on paper: the team's keys, sealed to a public key whose private half is printed.

use super::db::{StoreError, Tx, on};
use super::team_key::public_key;
use crate::crypto::keyring::PublicKey;
use crate::domain::clock::Moment;
use crate::domain::ids::Epoch;

pub async fn current(tx: &mut Tx<'_>) -> Result<Option<(PublicKey, Moment)>, StoreError> {
    const SQL: &str = "SELECT public_key, made_at FROM recovery_kit WHERE one = 1";
    let row: Option<(Vec<u8>, i64)> = on!(tx, c => sqlx::query_as(SQL).fetch_optional(&mut **c).await)?;
    row.map(|(key, at)| Ok((public_key(&key)?, Moment(at)))).transpose()
}

/// A new kit ends the one before.
pub async fn replace(tx: &mut Tx<'_>, key: &PublicKey, at: Moment) -> Result<(), StoreError> {
    const FORGET: &str = "DELETE FROM recovery_grant";
    const SQL: &str = "INSERT INTO recovery_kit (one, public_key, made_at) VALUES (1, $1, $2)
        ON CONFLICT (one) DO UPDATE SET public_key = excluded.public_key, made_at = excluded.made_at";
    on!(tx, c => {
        sqlx::query(FORGET).execute(&mut **c).await?;
        sqlx::query(SQL).bind(key.as_bytes().as_slice()).bind(at.0).execute(&mut **c).await?;
    });
    Ok(())
}

pub async fn grant(tx: &mut Tx<'_>, epoch: Epoch, sealed: &[u8]) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO recovery_grant (epoch, sealed) VALUES ($1, $2) ON CONFLICT (epoch) DO NOTHING";
    on!(tx, c => sqlx::query(SQL).bind(epoch.0).bind(sealed).execute(&mut **c).await.map(drop))?;
    Ok(())
}

pub async fn granted(tx: &mut Tx<'_>) -> Result<Vec<(Epoch, Vec<u8>)>, StoreError> {
    const SQL: &str = "SELECT epoch, sealed FROM recovery_grant ORDER BY epoch";
    let rows: Vec<(i64, Vec<u8>)> = on!(tx, c => sqlx::query_as(SQL).fetch_all(&mut **c).await)?;
    Ok(rows.into_iter().map(|(epoch, sealed)| (Epoch(epoch), sealed)).collect())
}
