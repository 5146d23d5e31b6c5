//! Deletes rows whose time is over. SQLite overwrites what it deletes (`secure_delete`).

use super::db::{StoreError, Tx, on};
use crate::domain::clock::{Moment, Seconds};

/// How long a colleague who opens an old invitation is told that it was used, rather than that it never was.
const INVITATIONS_KEPT: Seconds = Seconds::days(30);
/// When mail went out says when somebody wrote.
const NOTICES_KEPT: Seconds = Seconds::days(30);

/// How much was deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    pub drafts: u64,
    pub showings: u64,
    pub sessions: u64,
    pub invitations: u64,
    pub notices: u64,
}

pub async fn expired(tx: &mut Tx<'_>, now: Moment) -> Result<Purged, StoreError> {
    const GRANTS: &str = "UPDATE invitation SET grants = NULL
         WHERE grants IS NOT NULL AND (used_at IS NOT NULL OR expires_at <= $1)";
    const INVITATIONS: &str = "DELETE FROM invitation WHERE used_at <= $1 OR expires_at <= $1";
    // People who have left are sent nothing; what was owed to them does not keep a notice.
    const DELIVERIES: &str = "DELETE FROM delivery WHERE notice_id IN (SELECT id FROM outbox WHERE created_at <= $1)
         AND (state <> 'owed' OR staff_id NOT IN (SELECT id FROM staff WHERE state = 'active'))";
    const NOTICES: &str = "DELETE FROM outbox WHERE created_at <= $1 AND expanded_at IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.notice_id = outbox.id)";
    execute(tx, GRANTS, now).await?;
    let purged = Purged {
        drafts: execute(tx, "DELETE FROM draft WHERE expires_at <= $1", now).await?,
        showings: execute(tx, "DELETE FROM showing WHERE expires_at <= $1", now).await?,
        sessions: execute(tx, "DELETE FROM session WHERE expires_at <= $1", now).await?,
        invitations: execute(tx, INVITATIONS, now - INVITATIONS_KEPT).await?,
        notices: {
            execute(tx, DELIVERIES, now - NOTICES_KEPT).await?;
            execute(tx, NOTICES, now - NOTICES_KEPT).await?
        },
    };
    Ok(purged)
}

async fn execute(tx: &mut Tx<'_>, sql: &'static str, until: Moment) -> Result<u64, StoreError> {
    Ok(on!(tx, c => sqlx::query(sql).bind(until.0).execute(&mut **c).await.map(|done| done.rows_affected()))?)
}
