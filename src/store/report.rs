//! Reports as they arrive, and as their senders find them again. The queue's side is in `queue`.

use super::db::{StoreError, Tx, on};
use crate::crypto::Sealed;
use crate::domain::clock::Moment;
use crate::domain::ids::{Epoch, ReportId};
use crate::domain::report::{Head, Told};
use crate::domain::urgency::Priority;

/// A complete report, sealed.
#[derive(Clone)]
pub struct NewReport {
    pub id: ReportId,
    pub reference: String,
    pub received_at: Moment,
    pub priority: Priority,
    pub due_at: Moment,
    pub epoch: Epoch,
    pub team_key: Vec<u8>,
    pub sender_key: Vec<u8>,
    pub lookup: [u8; 16],
    pub head: Sealed<Head>,
    pub body: Sealed<Told>,
}

/// Returns false when a report with this code is there already: the same telling, sent twice. Fails with
/// `AlreadyThere` when the reference is taken.
pub async fn insert(tx: &mut Tx<'_>, new: &NewReport) -> Result<bool, StoreError> {
    const SQL: &str = "INSERT INTO report (id, reference, received_at, priority, due_at, state, sender_waits, epoch,
            team_key, sender_key, lookup, head, body)
        VALUES ($1, $2, $3, $4, $5, 'waiting', 1, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (lookup) DO NOTHING";
    let inserted = on!(tx, c => sqlx::query(SQL)
        .bind(new.id.as_bytes().as_slice())
        .bind(new.reference.as_str())
        .bind(new.received_at.0)
        .bind(i64::from(new.priority.number()))
        .bind(new.due_at.0)
        .bind(new.epoch.0)
        .bind(new.team_key.as_slice())
        .bind(new.sender_key.as_slice())
        .bind(new.lookup.as_slice())
        .bind(new.head.as_bytes())
        .bind(new.body.as_bytes())
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(inserted == 1)
}

/// What the bearer of a code needs to open their report.
pub struct Found {
    pub id: ReportId,
    pub received_at: Moment,
    pub due_at: Moment,
    pub priority: Priority,
    pub sender_key: Vec<u8>,
}

type FoundRow = (Vec<u8>, i64, i64, i64, Vec<u8>);

pub async fn find_by_lookup(tx: &mut Tx<'_>, lookup: &[u8; 16]) -> Result<Option<Found>, StoreError> {
    const SQL: &str = "SELECT id, received_at, due_at, priority, sender_key FROM report WHERE lookup = $1";
    let row: Option<FoundRow> =
        on!(tx, c => sqlx::query_as(SQL).bind(lookup.as_slice()).fetch_optional(&mut **c).await)?;
    row.map(|(id, received_at, due_at, priority, sender_key)| {
        Ok(Found {
            id: ReportId::from_slice(&id).ok_or(StoreError::Unreadable("report.id"))?,
            received_at: Moment(received_at),
            due_at: Moment(due_at),
            priority: Priority::from_number(priority).ok_or(StoreError::Unreadable("report.priority"))?,
            sender_key,
        })
    })
    .transpose()
}

/// Where a report stands for its sender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub priority: Priority,
    pub due_at: Moment,
    /// The sender wrote after the team last answered.
    pub sender_waits: bool,
    pub closed: bool,
}

pub async fn standing(tx: &mut Tx<'_>, id: ReportId) -> Result<Option<Standing>, StoreError> {
    const SQL: &str = "SELECT priority, due_at, sender_waits, state FROM report WHERE id = $1";
    let row: Option<(i64, i64, i64, String)> =
        on!(tx, c => sqlx::query_as(SQL).bind(id.as_bytes().as_slice()).fetch_optional(&mut **c).await)?;
    row.map(|(priority, due_at, sender_waits, state)| {
        Ok(Standing {
            priority: Priority::from_number(priority).ok_or(StoreError::Unreadable("report.priority"))?,
            due_at: Moment(due_at),
            sender_waits: sender_waits != 0,
            closed: state == "closed",
        })
    })
    .transpose()
}

/// Notes that the sender wrote again. It never becomes less urgent or due later than it was while the sender waited. It
/// counts as unread: neither an answer nor closing buries the new message. Returns false for a closed report.
pub async fn sender_wrote(
    tx: &mut Tx<'_>,
    id: ReportId,
    priority: Priority,
    due_at: Moment,
) -> Result<bool, StoreError> {
    const SQL: &str = "UPDATE report SET
            priority = CASE WHEN priority < $2 THEN priority ELSE $2 END,
            due_at = CASE WHEN sender_waits = 1 AND due_at < $3 THEN due_at ELSE $3 END,
            sender_waits = 1,
            opened_at = NULL
        WHERE id = $1 AND state <> 'closed'";
    waits_again(tx, SQL, id, priority, due_at).await
}

/// The same for a closed report, which is open again: otherwise nobody would see what was written. Returns false for one
/// that is not closed.
pub async fn reopen(tx: &mut Tx<'_>, id: ReportId, priority: Priority, due_at: Moment) -> Result<bool, StoreError> {
    const SQL: &str = "UPDATE report SET
            priority = CASE WHEN priority < $2 THEN priority ELSE $2 END,
            due_at = $3,
            sender_waits = 1,
            opened_at = NULL,
            state = 'waiting', claimed_by = NULL, claimed_at = NULL, outcome = NULL, closed_at = NULL
        WHERE id = $1 AND state = 'closed'";
    waits_again(tx, SQL, id, priority, due_at).await
}

async fn waits_again(
    tx: &mut Tx<'_>,
    sql: &'static str,
    id: ReportId,
    priority: Priority,
    due_at: Moment,
) -> Result<bool, StoreError> {
    let changed = on!(tx, c => sqlx::query(sql)
        .bind(id.as_bytes().as_slice())
        .bind(i64::from(priority.number()))
        .bind(due_at.0)
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

pub async fn head(tx: &mut Tx<'_>, id: ReportId) -> Result<Option<Sealed<Head>>, StoreError> {
    const SQL: &str = "SELECT head FROM report WHERE id = $1";
    let head: Option<Vec<u8>> =
        on!(tx, c => sqlx::query_scalar(SQL).bind(id.as_bytes().as_slice()).fetch_optional(&mut **c).await)?;
    Ok(head.map(Sealed::from_stored))
}

/// The caller has changed the row before in this transaction, so that nobody else's head is lost.
pub async fn change_head(tx: &mut Tx<'_>, id: ReportId, head: &Sealed<Head>) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE report SET head = $2 WHERE id = $1";
    on!(tx, c => sqlx::query(SQL)
        .bind(id.as_bytes().as_slice())
        .bind(head.as_bytes())
        .execute(&mut **c)
        .await
        .map(drop))?;
    Ok(())
}
