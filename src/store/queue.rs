//! The queue: reports as work. Each change is one conditional `UPDATE`; the row count says who was faster.

use super::db::{StoreError, Tx, on};
use crate::crypto::Sealed;
use crate::domain::case::{Case, Cursor, Outcome, State, View};
use crate::domain::clock::Moment;
use crate::domain::ids::{Epoch, ReportId, StaffId};
use crate::domain::report::{Head, Told};
use crate::domain::urgency::Priority;

/// A case and what opens its head.
pub struct Queued {
    pub case: Case,
    pub epoch: Epoch,
    pub team_key: Vec<u8>,
    pub head: Sealed<Head>,
}

/// How much waits at one urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub priority: Priority,
    pub waiting: i64,
    pub overdue: i64,
}

macro_rules! columns {
    () => {
        "SELECT id, reference, received_at, priority, due_at, state, claimed_by, claimed_at, opened_at, sender_waits,
            outcome, closed_at, epoch, team_key, head FROM report"
    };
}

/// The new owner is here and can open the case: nothing lies with somebody who left, or who has no key to it.
macro_rules! for_a_reader {
    ($who:literal) => {
        concat!(
            " AND EXISTS (SELECT 1 FROM staff s JOIN team_grant g ON g.staff_id = s.id WHERE s.id = ",
            $who,
            " AND s.state = 'active' AND s.role IN ('reviewer', 'lead') AND g.epoch = report.epoch)"
        )
    };
}

/// One page of a view, the most urgent and first due first.
pub async fn list(
    tx: &mut Tx<'_>,
    view: View,
    me: StaffId,
    after: Option<Cursor>,
    at_most: i64,
) -> Result<Vec<Queued>, StoreError> {
    // Each view has an index in this order; the literals let both engines see that it fits.
    const NEEDED: &str = concat!(
        columns!(),
        " WHERE state <> 'closed' AND sender_waits = 1 AND (priority, due_at, id) > ($1, $2, $3)
        ORDER BY priority, due_at, id LIMIT $4"
    );
    const ANSWERED: &str = concat!(
        columns!(),
        " WHERE state <> 'closed' AND sender_waits = 0 AND (priority, due_at, id) > ($1, $2, $3)
        ORDER BY priority, due_at, id LIMIT $4"
    );
    const CLOSED: &str = concat!(
        columns!(),
        " WHERE state = 'closed' AND (priority, due_at, id) > ($1, $2, $3) ORDER BY priority, due_at, id LIMIT $4"
    );
    const MINE: &str = concat!(
        columns!(),
        " WHERE state = 'claimed' AND claimed_by = $5 AND (priority, due_at, id) > ($1, $2, $3)
        ORDER BY priority, due_at, id LIMIT $4"
    );
    let sql = match view {
        View::Needed => NEEDED,
        View::Answered => ANSWERED,
        View::Closed => CLOSED,
        View::Mine => MINE,
    };
    let (priority, due_at, id) = match after {
        Some(cursor) => (i64::from(cursor.priority.number()), cursor.due_at.0, cursor.id.as_bytes().to_vec()),
        None => (0, i64::MIN, Vec::new()),
    };
    let rows: Vec<Row> = on!(tx, c => {
        let query = sqlx::query_as(sql).bind(priority).bind(due_at).bind(id).bind(at_most);
        let query = if view == View::Mine { query.bind(me.as_bytes().as_slice()) } else { query };
        query.fetch_all(&mut **c).await
    })?;
    rows.into_iter().map(Row::read).collect()
}

pub async fn by_id(tx: &mut Tx<'_>, id: ReportId) -> Result<Option<Queued>, StoreError> {
    const SQL: &str = concat!(columns!(), " WHERE id = $1");
    let row: Option<Row> =
        on!(tx, c => sqlx::query_as(SQL).bind(id.as_bytes().as_slice()).fetch_optional(&mut **c).await)?;
    row.map(Row::read).transpose()
}

pub async fn by_reference(tx: &mut Tx<'_>, reference: &str) -> Result<Option<ReportId>, StoreError> {
    const SQL: &str = "SELECT id FROM report WHERE reference = $1";
    let id: Option<Vec<u8>> = on!(tx, c => sqlx::query_scalar(SQL).bind(reference).fetch_optional(&mut **c).await)?;
    id.map(|id| ReportId::from_slice(&id).ok_or(StoreError::Unreadable("report.id"))).transpose()
}

/// Nobody needs to know more exactly, and counting a flood would take as long as the flood is large.
pub const COUNTED_AT_MOST: i64 = 1_000;

/// For each urgency: how many wait for the team, and how many of them longer than they should.
pub async fn counts(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<Waiting>, StoreError> {
    const SQL: &str = "SELECT
        (SELECT COUNT(*) FROM (SELECT 1 AS one FROM report
            WHERE state <> 'closed' AND sender_waits = 1 AND priority = $1 LIMIT $3) w),
        (SELECT COUNT(*) FROM (SELECT 1 AS one FROM report
            WHERE state <> 'closed' AND sender_waits = 1 AND priority = $1 AND due_at < $2 LIMIT $3) o)";
    let mut counts = Vec::with_capacity(Priority::ALL.len());
    for priority in Priority::ALL {
        let (waiting, overdue): (i64, i64) = on!(tx, c => sqlx::query_as(SQL)
            .bind(i64::from(priority.number()))
            .bind(now.0)
            .bind(COUNTED_AT_MOST)
            .fetch_one(&mut **c)
            .await)?;
        counts.push(Waiting { priority, waiting, overdue });
    }
    Ok(counts.into_iter().filter(|count| count.waiting > 0).collect())
}

pub async fn body(tx: &mut Tx<'_>, id: ReportId) -> Result<Option<Sealed<Told>>, StoreError> {
    const SQL: &str = "SELECT body FROM report WHERE id = $1";
    let body: Option<Vec<u8>> =
        on!(tx, c => sqlx::query_scalar(SQL).bind(id.as_bytes().as_slice()).fetch_optional(&mut **c).await)?;
    Ok(body.map(Sealed::from_stored))
}

/// Returns false when a colleague was faster, or `by` cannot open it. A new owner has read nothing yet.
pub async fn claim(tx: &mut Tx<'_>, id: ReportId, by: StaffId, at: Moment) -> Result<bool, StoreError> {
    const SQL: &str = concat!(
        "UPDATE report SET state = 'claimed', claimed_by = $2, claimed_at = $3, opened_at = NULL
        WHERE id = $1 AND state = 'waiting'",
        for_a_reader!("$2")
    );
    changed_by(tx, SQL, id, by, at).await
}

/// Returns false when somebody else has it by now.
pub async fn release(tx: &mut Tx<'_>, id: ReportId, from: StaffId) -> Result<bool, StoreError> {
    const SQL: &str = "UPDATE report SET state = 'waiting', claimed_by = NULL, claimed_at = NULL, opened_at = NULL
        WHERE id = $1 AND state = 'claimed' AND claimed_by = $2";
    let done = on!(tx, c => sqlx::query(SQL)
        .bind(id.as_bytes().as_slice())
        .bind(from.as_bytes().as_slice())
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Puts back what somebody who leaves had claimed. Returns which reports that were.
pub async fn release_all(tx: &mut Tx<'_>, from: StaffId) -> Result<Vec<ReportId>, StoreError> {
    const SQL: &str = "UPDATE report SET state = 'waiting', claimed_by = NULL, claimed_at = NULL, opened_at = NULL
        WHERE state = 'claimed' AND claimed_by = $1 RETURNING id";
    let rows: Vec<Vec<u8>> =
        on!(tx, c => sqlx::query_scalar(SQL).bind(from.as_bytes().as_slice()).fetch_all(&mut **c).await)?;
    rows.iter().map(|id| ReportId::from_slice(id).ok_or(StoreError::Unreadable("report.id"))).collect()
}

/// Returns false when `from` no longer has it, or `to` cannot open it.
pub async fn hand_over(
    tx: &mut Tx<'_>,
    id: ReportId,
    from: StaffId,
    to: StaffId,
    at: Moment,
) -> Result<bool, StoreError> {
    const SQL: &str = concat!(
        "UPDATE report SET claimed_by = $4, claimed_at = $3, opened_at = NULL
        WHERE id = $1 AND state = 'claimed' AND claimed_by = $2",
        for_a_reader!("$4")
    );
    let done = on!(tx, c => sqlx::query(SQL)
        .bind(id.as_bytes().as_slice())
        .bind(from.as_bytes().as_slice())
        .bind(at.0)
        .bind(to.as_bytes().as_slice())
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Notes that its owner has seen all that there is by now.
pub async fn opened(tx: &mut Tx<'_>, id: ReportId, by: StaffId, at: Moment) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE report SET opened_at = $3
        WHERE id = $1 AND state = 'claimed' AND claimed_by = $2 AND opened_at IS NULL";
    changed_by(tx, SQL, id, by, at).await.map(drop)
}

/// It is the sender's turn, unless they wrote something that the owner has not seen: an answer buries no newer message.
/// Returns false when somebody else has it by now.
pub async fn answered(tx: &mut Tx<'_>, id: ReportId, by: StaffId) -> Result<bool, StoreError> {
    const SQL: &str = "UPDATE report SET sender_waits = CASE WHEN opened_at IS NULL THEN sender_waits ELSE 0 END
        WHERE id = $1 AND state = 'claimed' AND claimed_by = $2";
    let done = on!(tx, c => sqlx::query(SQL)
        .bind(id.as_bytes().as_slice())
        .bind(by.as_bytes().as_slice())
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Returns false when it was not read, or somebody else has it.
pub async fn close(
    tx: &mut Tx<'_>,
    id: ReportId,
    by: StaffId,
    outcome: Outcome,
    at: Moment,
) -> Result<bool, StoreError> {
    const SQL: &str = "UPDATE report SET state = 'closed', closed_at = $3, outcome = $4, sender_waits = 0
        WHERE id = $1 AND state = 'claimed' AND claimed_by = $2 AND opened_at IS NOT NULL";
    let done = on!(tx, c => sqlx::query(SQL)
        .bind(id.as_bytes().as_slice())
        .bind(by.as_bytes().as_slice())
        .bind(at.0)
        .bind(outcome.id())
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

async fn changed_by(
    tx: &mut Tx<'_>,
    sql: &'static str,
    id: ReportId,
    by: StaffId,
    at: Moment,
) -> Result<bool, StoreError> {
    let done = on!(tx, c => sqlx::query(sql)
        .bind(id.as_bytes().as_slice())
        .bind(by.as_bytes().as_slice())
        .bind(at.0)
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

struct Row {
    id: Vec<u8>,
    reference: String,
    received_at: i64,
    priority: i64,
    due_at: i64,
    state: String,
    claimed_by: Option<Vec<u8>>,
    claimed_at: Option<i64>,
    opened_at: Option<i64>,
    sender_waits: i64,
    outcome: Option<String>,
    closed_at: Option<i64>,
    epoch: i64,
    team_key: Vec<u8>,
    head: Vec<u8>,
}

impl<'r, R> sqlx::FromRow<'r, R> for Row
where
    R: sqlx::Row,
    &'static str: sqlx::ColumnIndex<R>,
    Vec<u8>: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
    String: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
    i64: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
    Option<Vec<u8>>: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
    Option<String>: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
    Option<i64>: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
{
    fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            reference: row.try_get("reference")?,
            received_at: row.try_get("received_at")?,
            priority: row.try_get("priority")?,
            due_at: row.try_get("due_at")?,
            state: row.try_get("state")?,
            claimed_by: row.try_get("claimed_by")?,
            claimed_at: row.try_get("claimed_at")?,
            opened_at: row.try_get("opened_at")?,
            sender_waits: row.try_get("sender_waits")?,
            outcome: row.try_get("outcome")?,
            closed_at: row.try_get("closed_at")?,
            epoch: row.try_get("epoch")?,
            team_key: row.try_get("team_key")?,
            head: row.try_get("head")?,
        })
    }
}

impl Row {
    fn read(self) -> Result<Queued, StoreError> {
        let state = self.state()?;
        let case = Case {
            id: ReportId::from_slice(&self.id).ok_or(StoreError::Unreadable("report.id"))?,
            reference: self.reference,
            received_at: Moment(self.received_at),
            priority: Priority::from_number(self.priority).ok_or(StoreError::Unreadable("report.priority"))?,
            due_at: Moment(self.due_at),
            state,
            opened_at: self.opened_at.map(Moment),
            sender_waits: self.sender_waits != 0,
        };
        Ok(Queued { case, epoch: Epoch(self.epoch), team_key: self.team_key, head: Sealed::from_stored(self.head) })
    }

    fn state(&self) -> Result<State, StoreError> {
        let unreadable = StoreError::Unreadable("report.state");
        match (self.state.as_str(), &self.claimed_by, self.claimed_at, &self.outcome, self.closed_at) {
            ("waiting", ..) => Ok(State::Waiting),
            ("claimed", Some(by), Some(at), ..) => {
                let by = StaffId::from_slice(by).ok_or(unreadable)?;
                Ok(State::Claimed { by, at: Moment(at) })
            }
            ("closed", _, _, Some(outcome), Some(at)) => {
                let outcome = Outcome::from_id(outcome).ok_or(unreadable)?;
                Ok(State::Closed { outcome, at: Moment(at) })
            }
            _ => Err(unreadable),
        }
    }
}
