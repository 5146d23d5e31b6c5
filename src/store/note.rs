//! Notes that only the team sees.

use super::db::{StoreError, Tx, on};
use crate::domain::clock::Moment;
use crate::domain::ids::{Epoch, NoteId, ReportId, StaffId};

/// A note as stored: sealed to the team's key of its epoch.
pub struct Stored {
    pub id: NoteId,
    pub report: ReportId,
    pub by: StaffId,
    pub written_at: Moment,
    pub epoch: Epoch,
    pub sealed: Vec<u8>,
}

pub async fn insert(tx: &mut Tx<'_>, note: &Stored) -> Result<(), StoreError> {
    const SQL: &str =
        "INSERT INTO note (id, report_id, staff_id, written_at, epoch, sealed) VALUES ($1, $2, $3, $4, $5, $6)";
    on!(tx, c => sqlx::query(SQL)
        .bind(note.id.as_bytes().as_slice())
        .bind(note.report.as_bytes().as_slice())
        .bind(note.by.as_bytes().as_slice())
        .bind(note.written_at.0)
        .bind(note.epoch.0)
        .bind(&note.sealed)
        .execute(&mut **c)
        .await
        .map(drop))?;
    Ok(())
}

type Row = (Vec<u8>, Vec<u8>, i64, i64, Vec<u8>);

pub async fn of_report(tx: &mut Tx<'_>, report: ReportId) -> Result<Vec<Stored>, StoreError> {
    const SQL: &str =
        "SELECT id, staff_id, written_at, epoch, sealed FROM note WHERE report_id = $1 ORDER BY written_at, id";
    let rows: Vec<Row> =
        on!(tx, c => sqlx::query_as(SQL).bind(report.as_bytes().as_slice()).fetch_all(&mut **c).await)?;
    rows.into_iter()
        .map(|(id, by, written_at, epoch, sealed)| {
            Ok(Stored {
                id: NoteId::from_slice(&id).ok_or(StoreError::Unreadable("note.id"))?,
                report,
                by: StaffId::from_slice(&by).ok_or(StoreError::Unreadable("note.staff_id"))?,
                written_at: Moment(written_at),
                epoch: Epoch(epoch),
                sealed,
            })
        })
        .collect()
}
