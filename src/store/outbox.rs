//! Mail owed to the team. A notice is written in the transaction of what it tells of, so that neither exists without
//! the other; later it becomes one delivery for each person. No row says what happened to whom.

use super::db::{StoreError, Tx, on};
use super::staff::staff_id;
use crate::domain::clock::{Moment, Seconds};
use crate::domain::ids::{NoticeId, StaffId};
use crate::domain::notice::NoticeKind;

/// Notices turned into deliveries in one transaction: a flood must not hold the only writer for long.
const EXPANDED_AT_ONCE: i64 = 500;

/// Owes the team one notice. The same thing told twice is one notice: a second call adds nothing.
pub async fn owe(
    tx: &mut Tx<'_>,
    id: NoticeId,
    kind: NoticeKind,
    subject: &[u8; 16],
    now: Moment,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO outbox (id, kind, subject, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (kind, subject) DO NOTHING";
    on!(tx, c => sqlx::query(SQL)
        .bind(id.as_bytes().as_slice())
        .bind(kind.name())
        .bind(subject.as_slice())
        .bind(now.0)
        .execute(&mut **c)
        .await
        .map(drop))?;
    Ok(())
}

/// Turns waiting notices into one delivery for each person who answers reports. While there is nobody yet they stay
/// as they are, so that the first person hears of what came before. Returns how many were turned; a full batch means
/// that more may wait.
pub async fn expand(tx: &mut Tx<'_>, now: Moment) -> Result<Expanded, StoreError> {
    // Nodes that expand at once write the same rows: one of each pair wins, in the same order, so neither waits for
    // the other in a circle.
    const DELIVER: &str = "INSERT INTO delivery (notice_id, staff_id, state, attempts, next_at)
         SELECT o.id, s.id, 'owed', 0, CAST($1 AS BIGINT)
         FROM (SELECT id FROM outbox WHERE expanded_at IS NULL ORDER BY created_at, id LIMIT $2) o, staff s
         WHERE s.state = 'active' AND s.role IN ('reviewer', 'lead')
         ORDER BY o.id, s.id
         ON CONFLICT (notice_id, staff_id) DO NOTHING";
    const MARK: &str = "UPDATE outbox SET expanded_at = $1 WHERE expanded_at IS NULL
         AND EXISTS (SELECT 1 FROM delivery d WHERE d.notice_id = outbox.id)";
    on!(tx, c => sqlx::query(DELIVER)
        .bind(now.0)
        .bind(EXPANDED_AT_ONCE)
        .execute(&mut **c)
        .await
        .map(drop))?;
    let notices = on!(tx, c => sqlx::query(MARK).bind(now.0).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(Expanded { notices, more: notices >= EXPANDED_AT_ONCE.unsigned_abs() })
}

/// What one round of [`expand`] did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expanded {
    pub notices: u64,
    pub more: bool,
}

/// Owes a notice about a mailbox that takes no mail to the leads who can still be reached. Returns how many there
/// are, or nothing when the same `subject` was raised before.
pub async fn owe_alarm(
    tx: &mut Tx<'_>,
    id: NoticeId,
    subject: &[u8; 16],
    dead: StaffId,
    now: Moment,
) -> Result<Option<u64>, StoreError> {
    const NOTICE: &str = "INSERT INTO outbox (id, kind, subject, created_at, expanded_at) VALUES ($1, $2, $3, $4, $4)
         ON CONFLICT (kind, subject) DO NOTHING";
    const DELIVER: &str = "INSERT INTO delivery (notice_id, staff_id, state, attempts, next_at)
         SELECT o.id, s.id, 'owed', 0, CAST($2 AS BIGINT) FROM outbox o, staff s
         WHERE o.id = $1 AND s.state = 'active' AND s.role = 'lead' AND s.id <> $3
         ORDER BY s.id
         ON CONFLICT (notice_id, staff_id) DO NOTHING";
    let raised = on!(tx, c => sqlx::query(NOTICE)
        .bind(id.as_bytes().as_slice())
        .bind(NoticeKind::MailboxDead.name())
        .bind(subject.as_slice())
        .bind(now.0)
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    if raised == 0 {
        return Ok(None);
    }
    let told = on!(tx, c => sqlx::query(DELIVER)
        .bind(id.as_bytes().as_slice())
        .bind(now.0)
        .bind(dead.as_bytes().as_slice())
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(Some(told))
}

/// A person to whom something is due.
#[derive(Clone, PartialEq, Eq)]
pub struct Mailbox {
    pub staff: StaffId,
    pub email: String,
}

/// Who is owed something that is due. People who have left are owed nothing any more.
pub async fn due_mailboxes(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<Mailbox>, StoreError> {
    const SQL: &str = "SELECT s.id, s.email FROM staff s WHERE s.state = 'active' AND s.id IN
         (SELECT staff_id FROM delivery WHERE state = 'owed' AND next_at <= $1) ORDER BY s.id";
    let rows: Vec<(Vec<u8>, String)> = on!(tx, c => sqlx::query_as(SQL).bind(now.0).fetch_all(&mut **c).await)?;
    rows.into_iter().map(|(id, email)| Ok(Mailbox { staff: staff_id(&id)?, email })).collect()
}

/// One delivery that this process alone may attempt until its lease ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delivery {
    pub notice: NoticeId,
    pub kind: NoticeKind,
    /// Counts this one. A process that dies in the middle has used its attempt.
    pub attempt: i64,
}

/// Takes all that is due to one mailbox, oldest first. Until the lease ends no other process gets any of it: the
/// condition on `next_at` lets one update win. After a crash it comes due again by itself.
pub async fn lease(
    tx: &mut Tx<'_>,
    mailbox: StaffId,
    now: Moment,
    length: Seconds,
) -> Result<Vec<Delivery>, StoreError> {
    const SQL: &str = "UPDATE delivery SET attempts = attempts + 1, next_at = $1
         WHERE staff_id = $2 AND state = 'owed' AND next_at <= $3
         RETURNING notice_id, attempts,
             (SELECT o.kind FROM outbox o WHERE o.id = notice_id),
             (SELECT o.created_at FROM outbox o WHERE o.id = notice_id)";
    let mut rows: Vec<(Vec<u8>, i64, String, i64)> = on!(tx, c => sqlx::query_as(SQL)
        .bind((now + length).0)
        .bind(mailbox.as_bytes().as_slice())
        .bind(now.0)
        .fetch_all(&mut **c)
        .await)?;
    rows.sort_unstable_by(|a, b| (a.3, &a.0).cmp(&(b.3, &b.0)));
    rows.into_iter()
        .map(|(notice, attempt, kind, _)| {
            let kind = NoticeKind::from_name(&kind).ok_or(StoreError::Unreadable("outbox.kind"))?;
            Ok(Delivery { notice: notice_id(&notice)?, kind, attempt })
        })
        .collect()
}

/// It was taken by the mail server. Says so even when the lease has ended meanwhile: it need not go again.
pub async fn sent(tx: &mut Tx<'_>, notice: NoticeId, mailbox: StaffId) -> Result<(), StoreError> {
    settle(tx, notice, mailbox, "sent").await.map(drop)
}

/// It will never arrive. Returns false when it was settled before.
pub async fn dead(tx: &mut Tx<'_>, notice: NoticeId, mailbox: StaffId) -> Result<bool, StoreError> {
    settle(tx, notice, mailbox, "dead").await
}

async fn settle(tx: &mut Tx<'_>, notice: NoticeId, mailbox: StaffId, state: &str) -> Result<bool, StoreError> {
    const SQL: &str = "UPDATE delivery SET state = $1 WHERE notice_id = $2 AND staff_id = $3 AND state = 'owed'";
    let rows = on!(tx, c => sqlx::query(SQL)
        .bind(state)
        .bind(notice.as_bytes().as_slice())
        .bind(mailbox.as_bytes().as_slice())
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// It did not leave this time. `attempt` is the one that failed: a newer lease is not touched.
pub async fn retry(
    tx: &mut Tx<'_>,
    notice: NoticeId,
    mailbox: StaffId,
    attempt: i64,
    at: Moment,
) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE delivery SET next_at = $1
         WHERE notice_id = $2 AND staff_id = $3 AND state = 'owed' AND attempts = $4";
    on!(tx, c => sqlx::query(SQL)
        .bind(at.0)
        .bind(notice.as_bytes().as_slice())
        .bind(mailbox.as_bytes().as_slice())
        .bind(attempt)
        .execute(&mut **c)
        .await
        .map(drop))?;
    Ok(())
}

/// Whose mailbox took no mail when it was last tried, for the list of staff.
pub async fn dead_mailboxes(tx: &mut Tx<'_>) -> Result<Vec<StaffId>, StoreError> {
    const SQL: &str = "SELECT DISTINCT d.staff_id FROM delivery d JOIN outbox o ON o.id = d.notice_id
         WHERE d.state = 'dead' AND NOT EXISTS (
             SELECT 1 FROM delivery later JOIN outbox l ON l.id = later.notice_id
             WHERE later.staff_id = d.staff_id AND later.state = 'sent' AND l.created_at > o.created_at)
         ORDER BY d.staff_id";
    let rows: Vec<Vec<u8>> = on!(tx, c => sqlx::query_scalar(SQL).fetch_all(&mut **c).await)?;
    rows.iter().map(|id| staff_id(id)).collect()
}

fn notice_id(bytes: &[u8]) -> Result<NoticeId, StoreError> {
    NoticeId::from_slice(bytes).ok_or(StoreError::Unreadable("outbox.id"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Db;

    const NOW: Moment = Moment(1_700_000_000);

    async fn fresh() -> (tempfile::TempDir, Db) {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open_sqlite(&folder.path().join("t.db")).await.unwrap();
        (folder, db)
    }

    #[tokio::test]
    async fn the_same_thing_told_twice_is_one_notice() {
        let (_folder, db) = fresh().await;
        let notices: i64 = db
            .write(|tx| {
                Box::pin(async move {
                    owe(tx, NoticeId::from_random([1; 16]), NoticeKind::Told, &[7; 16], NOW).await?;
                    owe(tx, NoticeId::from_random([2; 16]), NoticeKind::Told, &[7; 16], NOW).await?;
                    owe(tx, NoticeId::from_random([3; 16]), NoticeKind::Wrote, &[7; 16], NOW).await?;
                    Ok(on!(tx, c => sqlx::query_scalar("SELECT COUNT(*) FROM outbox").fetch_one(&mut **c).await)?)
                })
            })
            .await
            .unwrap();
        assert_eq!(notices, 2);
    }

    #[tokio::test]
    async fn notices_wait_while_there_is_nobody() {
        let (_folder, db) = fresh().await;
        let expanded = db
            .write(|tx| {
                Box::pin(async move {
                    owe(tx, NoticeId::from_random([1; 16]), NoticeKind::Told, &[7; 16], NOW).await?;
                    expand(tx, NOW).await
                })
            })
            .await
            .unwrap();
        assert_eq!(expanded, Expanded { notices: 0, more: false });
    }
}
