//! Who did what, and whether anybody tampered with the answer.

use std::collections::HashMap;

use super::sign_in::{SignedIn, ToShow, leave_to_show};
use super::{Context, ServiceError};
use crate::crypto::chain;
use crate::domain::audit::{Action, Entry, Recorded, Verdict, Which};
use crate::domain::ids::{ReportId, StaffId};
use crate::domain::staff::Lead;
use crate::store::db::Work;
use crate::store::{self, StoreError, Tx};

/// Rows read at once while checking.
const CHUNK: i64 = 1_000;
/// Entries on one page of the audit.
const PAGE: i64 = 50;

/// A change that is written down. It takes its place in the chain first (see [`store::audit::hold`]), so that it finds
/// everything as those before left it. Somebody who no longer works here changes nothing, however fast they press.
/// `Conflict` for them, and for work that takes itself back with [`StoreError::AlreadyThere`].
pub async fn deed<T, F>(ctx: &Context, by: Option<StaffId>, work: F) -> Result<T, ServiceError>
where
    T: Send + 'static,
    F: for<'t> FnOnce(&'t mut Tx<'_>) -> Work<'t, T> + Send + 'static,
{
    let done = ctx.db.write(move |tx| {
        Box::pin(async move {
            store::audit::hold(tx).await?;
            match by {
                Some(by) if !store::staff::is_active(tx, by).await? => Err(StoreError::AlreadyThere),
                _ => work(tx).await,
            }
        })
    });
    match done.await {
        Err(StoreError::AlreadyThere) => Err(ServiceError::Conflict),
        done => Ok(done?),
    }
}

/// Writes one entry in the transaction of the deed itself: what is not written down did not happen.
pub async fn record(tx: &mut Tx<'_>, entry: &Entry) -> Result<(), StoreError> {
    store::audit::append(tx, entry).await
}

/// One entry with the names behind its ids.
pub struct Line {
    pub recorded: Recorded,
    /// Nobody: the machine, the command line, or a sender.
    pub who: Option<String>,
    /// When it was done to a colleague.
    pub whom: Option<String>,
    /// What colleagues call the case, while it is kept.
    pub reference: Option<String>,
}

/// One page of the audit.
pub struct Trail {
    /// Newest first.
    pub lines: Vec<Line>,
    /// Where the next page begins, when there is one.
    pub older: Option<i64>,
    /// The name or reference of what was asked for.
    pub of: Option<String>,
    /// How many entries there are, and the seal over the last: kept elsewhere, it shows a chain that was rewritten whole.
    pub entries: i64,
    pub seal: Vec<u8>,
}

/// One page, newest first: the entries before `seq`, or the newest.
pub async fn page(ctx: &Context, _: Lead, which: Which, before: Option<i64>) -> Result<Trail, ServiceError> {
    let before = before.unwrap_or(i64::MAX);
    let trail = ctx.db.read(move |tx| {
        Box::pin(async move {
            let names: HashMap<StaffId, String> = store::staff::names(tx).await?.into_iter().collect();
            let mut recorded = store::audit::before(tx, which, before, PAGE + 1).await?;
            let more = recorded.len() > PAGE as usize;
            recorded.truncate(PAGE as usize);
            let older = recorded.last().filter(|_| more).map(|last| last.seq);
            let mut lines = Vec::with_capacity(recorded.len());
            for recorded in recorded {
                lines.push(line(tx, &names, recorded).await?);
            }
            let of = match which {
                Which::All => None,
                Which::By(person) => names.get(&person).cloned(),
                Which::About(report) => reference(tx, report).await?,
            };
            let store::audit::Head { seq, hash } = store::audit::head(tx).await?;
            Ok(Trail { lines, older, of, entries: seq, seal: hash })
        })
    });
    Ok(trail.await?)
}

async fn line(tx: &mut Tx<'_>, names: &HashMap<StaffId, String>, recorded: Recorded) -> Result<Line, StoreError> {
    let reference = match recorded.report {
        Some(report) => reference(tx, report).await?,
        None => None,
    };
    let who = recorded.by.and_then(|id| names.get(&id).cloned());
    let whom = recorded.detail.parse().ok().and_then(|id: StaffId| names.get(&id).cloned());
    Ok(Line { recorded, who, whom, reference })
}

async fn reference(tx: &mut Tx<'_>, report: ReportId) -> Result<Option<String>, StoreError> {
    Ok(store::queue::by_id(tx, report).await?.map(|queued| queued.case.reference))
}

/// Walks the chain from the first entry, writes down that somebody looked, and leaves the outcome for their next page.
pub async fn verify(ctx: &Context, who: &SignedIn) -> Result<Verdict, ServiceError> {
    let by = who.lead().ok_or(ServiceError::Forbidden)?.id();
    let verdict = check(ctx).await?;
    let outcome = if verdict.first_bad.is_none() { "sound" } else { "broken" };
    let entry = Entry::new(ctx.clock.now(), Some(by), Action::AuditVerified).detail(outcome);
    deed(ctx, Some(by), move |tx| Box::pin(async move { record(tx, &entry).await })).await?;
    leave_to_show(ctx, who, &ToShow::Verdict(verdict)).await?;
    Ok(verdict)
}

/// Walks the chain from the first entry to where its head was when this began.
pub async fn check(ctx: &Context) -> Result<Verdict, ServiceError> {
    let head = ctx.db.read(|tx| Box::pin(store::audit::head(tx))).await?;
    let mut sound = 0;
    let mut previous = chain::START.to_vec();
    while sound < head.seq {
        let entries = ctx.db.read(move |tx| Box::pin(store::audit::after(tx, sound, CHUNK))).await?;
        if entries.is_empty() {
            return Ok(broken_after(sound));
        }
        for entry in entries {
            if entry.recorded.seq > head.seq {
                break;
            }
            let hash = chain::link(&previous, &entry.recorded);
            let holds = entry.recorded.seq == sound + 1 && entry.previous == previous && entry.hash == hash;
            if !holds {
                return Ok(broken_after(sound));
            }
            sound += 1;
            previous = hash.to_vec();
        }
    }
    let head_holds = head.seq == 0 || head.hash == previous;
    Ok(if head_holds { Verdict { sound, first_bad: None } } else { broken_after(sound - 1) })
}

fn broken_after(sound: i64) -> Verdict {
    Verdict { sound, first_bad: Some(sound + 1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::testing;

    #[tokio::test]
    async fn a_deed_that_fails_is_not_written_down() {
        let (ctx, _folder) = testing::context().await;
        let before = check(&ctx).await.unwrap();
        let entry = Entry::new(ctx.clock.now(), None, Action::StaffInvited);
        let outcome: Result<(), ServiceError> = deed(&ctx, None, move |tx| {
            Box::pin(async move {
                record(tx, &entry).await?;
                Err(StoreError::AlreadyThere)
            })
        })
        .await;
        assert!(matches!(outcome, Err(ServiceError::Conflict)));
        assert_eq!(check(&ctx).await.unwrap(), before);
    }
}
