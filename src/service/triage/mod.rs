//! What colleagues do with what people tell us: see what is most urgent, take it, read it, answer it, end it.
//!
//! Every function asks for somebody signed in with both factors whose role reads reports. Whatever is read or changed is
//! written down in the same transaction. Who may do what with a case is [`Case::may`]'s to say; the conditions in
//! [`store::queue`] hold it true until commit.

mod conversation;
mod reading;
mod writing;

use std::collections::HashMap;

pub use conversation::{Said, THREAD};
pub use reading::{Noted, Words, read};
pub use writing::{Sent, answer, fresh_message_id, note};

use super::sign_in::SignedIn;
use super::{Context, ServiceError, audit, team_key};
use crate::crypto::envelope::ContentKey;
use crate::domain::audit::{Action, Entry};
use crate::domain::case::{Case, Cursor, Deed, Outcome, View};
use crate::domain::ids::{ReportId, StaffId};
use crate::domain::report::Head;
use crate::domain::staff::{Lead, Reviewer};
use crate::store::queue::Queued;
use crate::store::{self, StoreError, Tx};

pub use crate::store::queue::{COUNTED_AT_MOST, Waiting};

/// Cases on one page of the queue.
pub const PAGE: usize = 25;

/// One page of a view.
pub struct Queue {
    pub items: Vec<Item>,
    /// Where the next page begins, when there is one.
    pub next: Option<Cursor>,
}

/// A case as the queue shows it.
pub struct Item {
    pub case: Case,
    /// Why it is urgent and in which language.
    pub head: Result<Head, Shut>,
    /// The name of the colleague who has it.
    pub owner: Option<String>,
}

/// Why something stays shut. One that does is shown as such among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shut {
    /// No lead has given this colleague the key yet.
    NoKeyYet,
    /// What is stored was damaged or moved.
    Damaged,
}

pub async fn queue(ctx: &Context, who: &SignedIn, view: View, after: Option<Cursor>) -> Result<Queue, ServiceError> {
    let me = reviewer(who)?.id();
    let (mut rows, names) = ctx
        .db
        .read(move |tx| {
            Box::pin(async move {
                let rows = store::queue::list(tx, view, me, after, i64::try_from(PAGE).unwrap_or(i64::MAX) + 1).await?;
                Ok((rows, names(tx).await?))
            })
        })
        .await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|last| Cursor::after(&last.case));
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        items.push(item(ctx, who, row, &names).await?.0);
    }
    Ok(Queue { items, next })
}

/// How much waits for the team, for whoever looks after it.
pub async fn counts(ctx: &Context, _: Lead) -> Result<Vec<Waiting>, ServiceError> {
    let now = ctx.clock.now();
    Ok(ctx.db.read(move |tx| Box::pin(store::queue::counts(tx, now))).await?)
}

/// The case that colleagues call by this reference, however it was typed.
pub async fn find(ctx: &Context, who: &SignedIn, typed: &str) -> Result<Option<ReportId>, ServiceError> {
    reviewer(who)?;
    let letters: Vec<char> = typed.to_uppercase().chars().filter(char::is_ascii_alphanumeric).collect();
    let reference = letters.chunks(3).map(String::from_iter).collect::<Vec<_>>().join("-");
    let found = ctx.db.read(move |tx| Box::pin(async move { store::queue::by_reference(tx, &reference).await }));
    Ok(found.await?)
}

/// A case as its own page shows it before anything is read.
pub struct Folder {
    pub item: Item,
    /// Whether this colleague may read the words, and can.
    pub readable: bool,
    /// To whom it could be handed: those who can open it.
    pub colleagues: Vec<(StaffId, String)>,
}

pub async fn folder(ctx: &Context, who: &SignedIn, id: ReportId) -> Result<Folder, ServiceError> {
    let me = reviewer(who)?.id();
    let (row, names, readers) = ctx
        .db
        .read(move |tx| {
            Box::pin(async move {
                let Some(row) = store::queue::by_id(tx, id).await? else { return Ok(None) };
                let readers = store::staff::who_opens(tx, row.epoch).await?;
                Ok(Some((row, names(tx).await?, readers)))
            })
        })
        .await?
        .ok_or(ServiceError::NotFound)?;
    let (item, content) = item(ctx, who, row, &names).await?;
    let readable = content.is_ok() && item.case.may(Deed::Read, me, who.lead().is_some());
    let owner = item.case.owner();
    let colleagues = readers.into_iter().filter(|(reader, _)| Some(*reader) != owner).collect();
    Ok(Folder { item, readable, colleagues })
}

/// Takes a case. `Conflict` when a colleague was faster.
pub async fn claim(ctx: &Context, who: &SignedIn, id: ReportId) -> Result<(), ServiceError> {
    let row = allowed(ctx, who, id, Deed::Claim).await?;
    // Nobody takes what they cannot open.
    team_key::open(ctx, who, row.epoch).await?;
    let (me, now) = (who.id(), ctx.clock.now());
    change(ctx, Entry::new(now, Some(me), Action::ReportClaimed).about(id), move |tx| {
        Box::pin(store::queue::claim(tx, id, me, now))
    })
    .await
}

/// Gives a case back to the queue: one's own, or as a lead anybody's.
pub async fn release(ctx: &Context, who: &SignedIn, id: ReportId) -> Result<(), ServiceError> {
    let owner = allowed(ctx, who, id, Deed::Release).await?.case.owner().ok_or(ServiceError::Conflict)?;
    let entry = Entry::new(ctx.clock.now(), Some(who.id()), Action::ReportReleased).about(id);
    change(ctx, entry, move |tx| Box::pin(store::queue::release(tx, id, owner))).await
}

/// Gives a case to a colleague who can open it: one's own, or as a lead anybody's.
pub async fn hand_over(ctx: &Context, who: &SignedIn, id: ReportId, to: StaffId) -> Result<(), ServiceError> {
    let owner = allowed(ctx, who, id, Deed::HandOver).await?.case.owner().ok_or(ServiceError::Conflict)?;
    let now = ctx.clock.now();
    let entry = Entry::new(now, Some(who.id()), Action::ReportHandedOver).about(id).detail(to);
    change(ctx, entry, move |tx| Box::pin(store::queue::hand_over(tx, id, owner, to, now))).await
}

/// Ends a case. `Conflict` when it was not read as it is now, or somebody else has it.
pub async fn close(ctx: &Context, who: &SignedIn, id: ReportId, outcome: Outcome) -> Result<(), ServiceError> {
    allowed(ctx, who, id, Deed::Close).await?;
    let (me, now) = (who.id(), ctx.clock.now());
    let entry = Entry::new(now, Some(me), Action::ReportClosed).about(id).detail(outcome.id());
    change(ctx, entry, move |tx| Box::pin(store::queue::close(tx, id, me, outcome, now))).await
}

/// A change and its audit entry, both or neither.
async fn change<F>(ctx: &Context, entry: Entry, work: F) -> Result<(), ServiceError>
where
    F: for<'t> FnOnce(&'t mut Tx<'_>) -> store::db::Work<'t, bool> + Send + 'static,
{
    let done = audit::deed(ctx, entry.by, move |tx| {
        Box::pin(async move {
            let done = work(tx).await?;
            if done {
                audit::record(tx, &entry).await?;
            }
            Ok(done)
        })
    })
    .await?;
    if done { Ok(()) } else { Err(ServiceError::Conflict) }
}

fn reviewer(who: &SignedIn) -> Result<Reviewer, ServiceError> {
    who.reviewer().ok_or(ServiceError::Forbidden)
}

/// The case, when this colleague may do this with it.
async fn allowed(ctx: &Context, who: &SignedIn, id: ReportId, deed: Deed) -> Result<Queued, ServiceError> {
    let me = reviewer(who)?.id();
    let row = ctx.db.read(move |tx| Box::pin(store::queue::by_id(tx, id))).await?.ok_or(ServiceError::NotFound)?;
    match row.case.may(deed, me, who.lead().is_some()) {
        true => Ok(row),
        false => Err(refused(&row.case, deed)),
    }
}

/// What was one's own a moment ago has moved on; what a colleague looks after is not one's own to read or give away.
fn refused(case: &Case, deed: Deed) -> ServiceError {
    match deed {
        Deed::Read => ServiceError::Forbidden,
        Deed::HandOver | Deed::Release if case.owner().is_some() => ServiceError::Forbidden,
        _ => ServiceError::Conflict,
    }
}

type Opened = Result<ContentKey, Shut>;

async fn item(
    ctx: &Context,
    who: &SignedIn,
    row: Queued,
    names: &HashMap<StaffId, String>,
) -> Result<(Item, Opened), ServiceError> {
    let content = match content_key(ctx, who, &row).await {
        Ok(content) => Ok(content),
        Err(ServiceError::NoKeyYet) => Err(Shut::NoKeyYet),
        Err(ServiceError::DoesNotOpen) => Err(Shut::Damaged),
        Err(other) => return Err(other),
    };
    let head = match &content {
        Ok(content) => content.open_head(&row.head).map_err(|_| Shut::Damaged),
        Err(shut) => Err(*shut),
    };
    let owner = row.case.owner().map(|owner| name_of(names, owner));
    Ok((Item { case: row.case, head, owner }, content))
}

async fn content_key(ctx: &Context, who: &SignedIn, row: &Queued) -> Result<ContentKey, ServiceError> {
    let team = team_key::open(ctx, who, row.epoch).await?;
    Ok(ContentKey::from_team(row.case.id, row.epoch, &team, &row.team_key)?)
}

async fn names(tx: &mut Tx<'_>) -> Result<HashMap<StaffId, String>, StoreError> {
    Ok(store::staff::names(tx).await?.into_iter().collect())
}

fn name_of(names: &HashMap<StaffId, String>, id: StaffId) -> String {
    names.get(&id).cloned().unwrap_or_else(|| id.to_string())
}

#[cfg(test)]
mod tests;
