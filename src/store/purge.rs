//! Deletes rows whose time is over. SQLite overwrites what it deletes (`secure_delete`).

use super::db::{StoreError, Tx, on};
use super::session;
use crate::domain::clock::{Moment, Seconds};

/// How long recovery codes wait for the page that shows them.
const CODES_WAIT: Seconds = Seconds::hours(1);
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

/// Sessions end after `idle` without a request, or when their day is over.
pub async fn expired(tx: &mut Tx<'_>, now: Moment, idle: Seconds) -> Result<Purged, StoreError> {
    // A link that was not used in time opens nothing any more; using one empties it.
    const KEYS: &str = "UPDATE invitation SET sealed_totp = NULL, grants = NULL
         WHERE expires_at <= $1 AND (sealed_totp IS NOT NULL OR grants IS NOT NULL)";
    const CODES: &str = "UPDATE invitation SET codes = NULL WHERE codes IS NOT NULL AND used_at <= $1";
    const INVITATIONS: &str = "DELETE FROM invitation WHERE used_at <= $1 OR expires_at <= $1";
    // People who have left are sent nothing; what was owed to them does not keep a notice.
    const DELIVERIES: &str = "DELETE FROM delivery WHERE notice_id IN (SELECT id FROM outbox WHERE created_at <= $1)
         AND (state <> 'owed' OR staff_id NOT IN (SELECT id FROM staff WHERE state = 'active'))";
    const NOTICES: &str = "DELETE FROM outbox WHERE created_at <= $1 AND expanded_at IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.notice_id = outbox.id)";
    execute(tx, KEYS, now).await?;
    execute(tx, CODES, now - CODES_WAIT).await?;
    let purged = Purged {
        drafts: execute(tx, "DELETE FROM draft WHERE expires_at <= $1", now).await?,
        showings: execute(tx, "DELETE FROM showing WHERE expires_at <= $1", now).await?,
        sessions: session::purge(tx, now, now - idle).await?,
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
