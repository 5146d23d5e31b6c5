//! Who did what: append-only, each entry chained to the one before.

use super::db::{StoreError, Tx, on};
use crate::crypto::chain;
use crate::domain::audit::{Entry, Recorded, Which};
use crate::domain::clock::Moment;
use crate::domain::ids::{ReportId, StaffId};

type Row = (i64, i64, Option<Vec<u8>>, String, Option<Vec<u8>>, String, Vec<u8>, Vec<u8>);

/// An entry with its place in the chain.
pub struct Linked {
    pub recorded: Recorded,
    pub previous: Vec<u8>,
    pub hash: Vec<u8>,
}

/// Where the chain ends.
pub struct Head {
    pub seq: i64,
    pub hash: Vec<u8>,
}

/// Takes the end of the chain until commit. The one rule of locks: whoever is going to append takes it before touching
/// any other row. Then no two wait for each other in a circle; what is written down happens one after the other, on
/// every node; and a condition that held after this holds at commit.
pub async fn hold(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE audit_head SET seq = seq WHERE one = 1";
    on!(tx, c => sqlx::query(SQL).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Appends in the caller's transaction, which holds the chain's end.
pub async fn append(tx: &mut Tx<'_>, entry: &Entry) -> Result<(), StoreError> {
    const NEXT: &str = "UPDATE audit_head SET seq = seq + 1 WHERE one = 1 RETURNING seq, hash";
    const INSERT: &str = "INSERT INTO audit (seq, at, staff_id, action, report_id, detail, previous, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    const HEAD: &str = "UPDATE audit_head SET hash = $1 WHERE one = 1";
    let (seq, head): (i64, Vec<u8>) = on!(tx, c => sqlx::query_as(NEXT).fetch_one(&mut **c).await)?;
    let previous = if seq == 1 { chain::START.to_vec() } else { head };
    let recorded = Recorded {
        seq,
        at: entry.at,
        by: entry.by,
        action: entry.action.tag().to_owned(),
        report: entry.report,
        detail: entry.detail.clone(),
    };
    let hash = chain::link(&previous, &recorded);
    on!(tx, c => {
        sqlx::query(INSERT)
            .bind(seq)
            .bind(recorded.at.0)
            .bind(recorded.by.as_ref().map(|id| id.as_bytes().as_slice()))
            .bind(&recorded.action)
            .bind(recorded.report.as_ref().map(|id| id.as_bytes().as_slice()))
            .bind(&recorded.detail)
            .bind(&previous)
            .bind(hash.as_slice())
            .execute(&mut **c)
            .await?;
        sqlx::query(HEAD).bind(hash.as_slice()).execute(&mut **c).await?;
    });
    Ok(())
}

pub async fn head(tx: &mut Tx<'_>) -> Result<Head, StoreError> {
    const SQL: &str = "SELECT seq, hash FROM audit_head WHERE one = 1";
    let (seq, hash): (i64, Vec<u8>) = on!(tx, c => sqlx::query_as(SQL).fetch_one(&mut **c).await)?;
    Ok(Head { seq, hash })
}

/// Entries after `seq`, oldest first.
pub async fn after(tx: &mut Tx<'_>, seq: i64, at_most: i64) -> Result<Vec<Linked>, StoreError> {
    const SQL: &str = "SELECT seq, at, staff_id, action, report_id, detail, previous, hash FROM audit
        WHERE seq > $1 ORDER BY seq LIMIT $2";
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(SQL).bind(seq).bind(at_most).fetch_all(&mut **c).await)?;
    Ok(rows.into_iter().map(linked).collect())
}

/// Entries before `seq`, newest first.
pub async fn before(tx: &mut Tx<'_>, which: Which, seq: i64, at_most: i64) -> Result<Vec<Recorded>, StoreError> {
    const ALL: &str = "SELECT seq, at, staff_id, action, report_id, detail, previous, hash FROM audit
        WHERE seq < $1 ORDER BY seq DESC LIMIT $2";
    const BY: &str = "SELECT seq, at, staff_id, action, report_id, detail, previous, hash FROM audit
        WHERE seq < $1 AND staff_id = $3 ORDER BY seq DESC LIMIT $2";
    const ABOUT: &str = "SELECT seq, at, staff_id, action, report_id, detail, previous, hash FROM audit
        WHERE seq < $1 AND report_id = $3 ORDER BY seq DESC LIMIT $2";
    let (sql, id) = match which {
        Which::All => (ALL, None),
        Which::By(person) => (BY, Some(person.as_bytes().to_vec())),
        Which::About(report) => (ABOUT, Some(report.as_bytes().to_vec())),
    };
    let rows: Vec<Row> = on!(tx, c => {
        let query = sqlx::query_as(sql).bind(seq).bind(at_most);
        let query = if id.is_some() { query.bind(id) } else { query };
        query.fetch_all(&mut **c).await
    })?;
    Ok(rows.into_iter().map(|row| linked(row).recorded).collect())
}

/// An id that is none shows as absent, and its hash as empty, so that the chain breaks there.
fn linked((seq, at, by, action, report, detail, previous, hash): Row) -> Linked {
    let staff = by.as_deref().map(StaffId::from_slice);
    let about = report.as_deref().map(ReportId::from_slice);
    let readable = staff != Some(None) && about != Some(None);
    let recorded = Recorded { seq, at: Moment(at), by: staff.flatten(), action, report: about.flatten(), detail };
    Linked { recorded, previous, hash: if readable { hash } else { Vec::new() } }
}
