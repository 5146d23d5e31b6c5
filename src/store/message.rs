//! Messages between a sender and the team.

use super::db::{StoreError, Tx, on};
use crate::crypto::Sealed;
use crate::domain::clock::Moment;
use crate::domain::ids::{MessageId, ReportId, StaffId};
use crate::domain::message::{Author, Message};

pub struct NewMessage {
    pub id: MessageId,
    pub report: ReportId,
    pub author: Author,
    /// Who of the team wrote it.
    pub staff: Option<StaffId>,
    pub sent_at: Moment,
    pub sealed: Sealed<Message>,
}

/// Returns false when it is there already: the same button, pressed twice.
pub async fn insert(tx: &mut Tx<'_>, new: &NewMessage) -> Result<bool, StoreError> {
    const SQL: &str = "INSERT INTO message (id, report_id, author, staff_id, sent_at, sealed)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING";
    let inserted = on!(tx, c => sqlx::query(SQL)
        .bind(new.id.as_bytes().as_slice())
        .bind(new.report.as_bytes().as_slice())
        .bind(new.author.id())
        .bind(new.staff.map(|staff| staff.as_bytes().to_vec()))
        .bind(new.sent_at.0)
        .bind(new.sealed.as_bytes())
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(inserted == 1)
}

/// How many messages of the sender other than this one came since then, and when the last of them did.
pub async fn others_of_sender(
    tx: &mut Tx<'_>,
    report: ReportId,
    this: MessageId,
    since: Moment,
) -> Result<(u64, Moment), StoreError> {
    const SQL: &str = "SELECT COUNT(*), COALESCE(MAX(sent_at), 0) FROM message
        WHERE report_id = $1 AND author = $2 AND sent_at > $3 AND id <> $4";
    let (count, last): (i64, i64) = on!(tx, c => sqlx::query_as(SQL)
        .bind(report.as_bytes().as_slice())
        .bind(Author::Sender.id())
        .bind(since.0)
        .bind(this.as_bytes().as_slice())
        .fetch_one(&mut **c)
        .await)?;
    Ok((u64::try_from(count).unwrap_or_default(), Moment(last)))
}

/// As stored.
pub struct Stored {
    pub id: MessageId,
    pub author: Author,
    pub staff: Option<StaffId>,
    pub sent_at: Moment,
    pub sealed: Sealed<Message>,
}

type Row = (Vec<u8>, String, Option<Vec<u8>>, i64, Vec<u8>);

/// The conversation from its beginning.
pub async fn of_report(tx: &mut Tx<'_>, report: ReportId) -> Result<Vec<Stored>, StoreError> {
    const SQL: &str =
        "SELECT id, author, staff_id, sent_at, sealed FROM message WHERE report_id = $1 ORDER BY sent_at, id";
    let rows: Vec<Row> =
        on!(tx, c => sqlx::query_as(SQL).bind(report.as_bytes().as_slice()).fetch_all(&mut **c).await)?;
    rows.into_iter().map(read).collect()
}

/// The newest of the conversation, or those before one message; the oldest first.
pub async fn page(
    tx: &mut Tx<'_>,
    report: ReportId,
    before: Option<MessageId>,
    at_most: i64,
) -> Result<Vec<Stored>, StoreError> {
    const NEWEST: &str = "SELECT id, author, staff_id, sent_at, sealed FROM message WHERE report_id = $1
        ORDER BY sent_at DESC, id DESC LIMIT $2";
    const BEFORE: &str = "SELECT id, author, staff_id, sent_at, sealed FROM message WHERE report_id = $1
        AND (sent_at, id) < (SELECT m.sent_at, m.id FROM message m WHERE m.id = $3 AND m.report_id = $1)
        ORDER BY sent_at DESC, id DESC LIMIT $2";
    let rows: Vec<Row> = on!(tx, c => {
        let query = sqlx::query_as(if before.is_some() { BEFORE } else { NEWEST });
        let query = query.bind(report.as_bytes().as_slice()).bind(at_most);
        let query = match before {
            Some(id) => query.bind(id.as_bytes().to_vec()),
            None => query,
        };
        query.fetch_all(&mut **c).await
    })?;
    rows.into_iter().rev().map(read).collect()
}

pub async fn by_id(tx: &mut Tx<'_>, report: ReportId, id: MessageId) -> Result<Option<Stored>, StoreError> {
    const SQL: &str = "SELECT id, author, staff_id, sent_at, sealed FROM message WHERE id = $1 AND report_id = $2";
    let row: Option<Row> = on!(tx, c => sqlx::query_as(SQL)
        .bind(id.as_bytes().as_slice())
        .bind(report.as_bytes().as_slice())
        .fetch_optional(&mut **c)
        .await)?;
    row.map(read).transpose()
}

fn read((id, author, staff, sent_at, sealed): Row) -> Result<Stored, StoreError> {
    Ok(Stored {
        id: MessageId::from_slice(&id).ok_or(StoreError::Unreadable("message.id"))?,
        author: Author::from_id(&author).ok_or(StoreError::Unreadable("message.author"))?,
        staff: staff
            .map(|id| StaffId::from_slice(&id).ok_or(StoreError::Unreadable("message.staff_id")))
            .transpose()?,
        sent_at: Moment(sent_at),
        sealed: Sealed::from_stored(sealed),
    })
}
