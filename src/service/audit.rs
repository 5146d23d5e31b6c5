//! Who did what, and whether anybody tampered with the answer.

use std::collections::HashMap;

use super::sign_in::{SignedIn, ToShow, leave_to_show};
use super::{Context, ServiceError};
use crate::crypto::chain;
use crate::domain::audit::{Action, Entry, Recorded, Verdict};
use crate::domain::ids::StaffId;
use crate::domain::staff::Lead;
use crate::store::{self, StoreError, Tx};

/// Rows read at once while checking.
const CHUNK: i64 = 1_000;
/// Entries on one page of the audit.
pub const PAGE: i64 = 50;

/// Writes one entry in the transaction of the deed itself: what is not written down did not happen.
pub async fn record(tx: &mut Tx<'_>, entry: &Entry) -> Result<(), StoreError> {
    store::audit::append(tx, entry).await
}

/// One entry with the names behind its ids.
pub struct Line {
    pub recorded: Recorded,
    /// Nobody: the machine or the command line.
    pub who: Option<String>,
    /// When it was done to a colleague.
    pub whom: Option<String>,
    /// What colleagues call the case, while it is kept.
    pub reference: Option<String>,
}

/// One page, newest first: the entries before `seq`, or the newest.
pub async fn page(ctx: &Context, _: Lead, before: Option<i64>) -> Result<Vec<Line>, ServiceError> {
    let before = before.unwrap_or(i64::MAX);
    let lines = ctx
        .db
        .read(move |tx| {
            Box::pin(async move {
                let names: HashMap<StaffId, String> = store::staff::names(tx).await?.into_iter().collect();
                let mut lines = Vec::new();
                for recorded in store::audit::before(tx, before, PAGE).await? {
                    let reference = match recorded.report {
                        Some(report) => store::queue::by_id(tx, report).await?.map(|queued| queued.case.reference),
                        None => None,
                    };
                    let who = recorded.by.and_then(|id| names.get(&id).cloned());
                    let whom = recorded.detail.parse().ok().and_then(|id: StaffId| names.get(&id).cloned());
                    lines.push(Line { recorded, who, whom, reference });
                }
                Ok(lines)
            })
        })
        .await?;
    Ok(lines)
}

/// Walks the chain from the first entry, writes down that somebody looked, and leaves the outcome for their next page.
pub async fn verify(ctx: &Context, who: &SignedIn) -> Result<Verdict, ServiceError> {
    let by = who.lead().ok_or(ServiceError::Forbidden)?.id();
    let verdict = check(ctx).await?;
    let outcome = if verdict.first_bad.is_none() { "sound" } else { "broken" };
    let entry = Entry::new(ctx.clock.now(), Some(by), Action::AuditVerified).detail(outcome);
    ctx.db.write(move |tx| Box::pin(async move { record(tx, &entry).await })).await?;
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
        let outcome: Result<(), StoreError> = ctx
            .db
            .write(move |tx| {
                Box::pin(async move {
                    record(tx, &entry).await?;
                    Err(StoreError::AlreadyThere)
                })
            })
            .await;
        assert!(outcome.is_err());
        assert_eq!(check(&ctx).await.unwrap(), before);
    }
}
