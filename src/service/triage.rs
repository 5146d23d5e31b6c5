//! What colleagues do with what people tell us: see what is most urgent, take it, read it, answer it, end it.
//!
//! Every function asks for somebody signed in with both factors whose role reads reports. Whatever is read or changed is
//! written down in the same transaction.

use std::collections::HashMap;

use super::sign_in::SignedIn;
use super::{Context, ServiceError, audit, team_key};
use crate::crypto::envelope::{ContentKey, open_note, seal_note};
use crate::domain::audit::{Action, Entry};
use crate::domain::case::{Case, Cursor, Outcome, View};
use crate::domain::clock::Moment;
use crate::domain::ids::{MessageId, NoteId, ReportId, StaffId};
use crate::domain::message::{Author, Message};
use crate::domain::report::{Head, SafeNow, Told};
use crate::domain::staff::Reviewer;
use crate::store::queue::Queued;
use crate::store::{self, StoreError, Tx};

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
    /// Why it is urgent and in which language. `None` for a colleague who has no key yet.
    pub head: Option<Head>,
    /// The name of the colleague who has it.
    pub owner: Option<String>,
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

/// A case as its own page shows it before anything is read.
pub struct Folder {
    pub item: Item,
    /// Whether this colleague may read the words.
    pub readable: bool,
    /// To whom it could be handed.
    pub colleagues: Vec<(StaffId, String)>,
}

pub async fn folder(ctx: &Context, who: &SignedIn, id: ReportId) -> Result<Folder, ServiceError> {
    let me = reviewer(who)?.id();
    let (row, names, readers) = ctx
        .db
        .read(move |tx| {
            Box::pin(async move {
                let row = store::queue::by_id(tx, id).await?;
                Ok((row, names(tx).await?, store::staff::who_reads_reports(tx).await?))
            })
        })
        .await?;
    let (item, content) = item(ctx, who, row.ok_or(ServiceError::NotFound)?, &names).await?;
    let readable = content.is_some() && item.case.may_be_read_by(me, who.lead().is_some());
    let owner = item.case.owner();
    let colleagues =
        readers.into_iter().filter(|reader| Some(reader.id) != owner).map(|reader| (reader.id, reader.name)).collect();
    Ok(Folder { item, readable, colleagues })
}

/// Everything that was said.
pub struct Words {
    pub told: Told,
    pub messages: Vec<Said>,
    pub notes: Vec<Noted>,
}

/// One message of the conversation.
pub struct Said {
    pub author: Author,
    /// The colleague's name, for the team's messages.
    pub by: Option<String>,
    pub at: Moment,
    pub message: Message,
}

pub struct Noted {
    pub by: String,
    pub at: Moment,
    pub text: String,
}

/// Opens the words. That somebody read is written down first: what cannot be written down is not shown.
pub async fn read(ctx: &Context, who: &SignedIn, id: ReportId) -> Result<Words, ServiceError> {
    let me = reviewer(who)?.id();
    let is_lead = who.lead().is_some();
    let now = ctx.clock.now();
    let (row, body, messages, notes, names) = ctx
        .db
        .write(move |tx| {
            Box::pin(async move {
                let Some(row) = store::queue::by_id(tx, id).await? else { return Ok(Err(ServiceError::NotFound)) };
                if !row.case.may_be_read_by(me, is_lead) {
                    return Ok(Err(ServiceError::Forbidden));
                }
                if row.case.owner() == Some(me) {
                    store::queue::opened(tx, id, now).await?;
                }
                audit::record(tx, &Entry::new(now, Some(me), Action::ReportOpened).about(id)).await?;
                let Some(body) = store::queue::body(tx, id).await? else { return Ok(Err(ServiceError::NotFound)) };
                let messages = store::message::of_report(tx, id).await?;
                let notes = store::note::of_report(tx, id).await?;
                Ok(Ok((row, body, messages, notes, names(tx).await?)))
            })
        })
        .await??;
    let content = content_key(ctx, who, &row).await?;
    let messages = messages
        .into_iter()
        .map(|stored| {
            let message = content.open_message(stored.id, &stored.sealed)?;
            let by = stored.staff.map(|staff| name_of(&names, staff));
            Ok(Said { author: stored.author, by, at: stored.sent_at, message })
        })
        .collect::<Result<_, ServiceError>>()?;
    Ok(Words { told: content.open_body(&body)?, messages, notes: open_notes(ctx, who, notes, &names).await? })
}

async fn open_notes(
    ctx: &Context,
    who: &SignedIn,
    stored: Vec<store::note::Stored>,
    names: &HashMap<StaffId, String>,
) -> Result<Vec<Noted>, ServiceError> {
    let mut notes = Vec::with_capacity(stored.len());
    for note in stored {
        let team = team_key::open(ctx, who, note.epoch).await?;
        let text = open_note(&team, note.report, note.id, &note.sealed)?;
        notes.push(Noted { by: name_of(names, note.by), at: note.written_at, text });
    }
    Ok(notes)
}

/// Takes a case. `Conflict` when a colleague was faster.
pub async fn claim(ctx: &Context, who: &SignedIn, id: ReportId) -> Result<(), ServiceError> {
    let (me, now) = (reviewer(who)?.id(), ctx.clock.now());
    change(ctx, Entry::new(now, Some(me), Action::ReportClaimed).about(id), move |tx| {
        Box::pin(store::queue::claim(tx, id, me, now))
    })
    .await
}

/// Gives a case back to the queue: one's own, or as a lead anybody's.
pub async fn release(ctx: &Context, who: &SignedIn, id: ReportId) -> Result<(), ServiceError> {
    let owner = owner_for(ctx, who, id).await?;
    let entry = Entry::new(ctx.clock.now(), Some(who.id()), Action::ReportReleased).about(id);
    change(ctx, entry, move |tx| Box::pin(store::queue::release(tx, id, owner))).await
}

/// Gives a case to a colleague: one's own, or as a lead anybody's.
pub async fn hand_over(ctx: &Context, who: &SignedIn, id: ReportId, to: StaffId) -> Result<(), ServiceError> {
    let owner = owner_for(ctx, who, id).await?;
    let now = ctx.clock.now();
    let readers = ctx.db.read(|tx| Box::pin(store::staff::who_reads_reports(tx))).await?;
    if !readers.iter().any(|reader| reader.id == to) {
        return Err(ServiceError::NotFound);
    }
    let entry = Entry::new(now, Some(who.id()), Action::ReportHandedOver).about(id).detail(to);
    change(ctx, entry, move |tx| Box::pin(store::queue::hand_over(tx, id, owner, to, now))).await
}

/// Answers the sender. `once` comes from the page, so that the button pressed twice sends one answer.
pub async fn answer(
    ctx: &Context,
    who: &SignedIn,
    id: ReportId,
    once: MessageId,
    text: String,
) -> Result<(), ServiceError> {
    let (me, now) = (reviewer(who)?.id(), ctx.clock.now());
    let row = mine(ctx, who, id).await?;
    let content = content_key(ctx, who, &row).await?;
    let sealed = content.seal_message(once, &Message { text, safe_now: SafeNow::NotSaid }, &ctx.random);
    let message = store::message::NewMessage {
        id: once,
        report: id,
        author: Author::Team,
        staff: Some(me),
        sent_at: now,
        sealed,
    };
    let entry = Entry::new(now, Some(me), Action::ReportAnswered).about(id).detail(once);
    let done = ctx
        .db
        .write(move |tx| {
            Box::pin(async move {
                if !store::message::insert(tx, &message).await? {
                    return Ok(true);
                }
                let mine = store::queue::answered(tx, id, me).await?;
                audit::record(tx, &entry).await?;
                // Rolls the message back: a case that was lost meanwhile is not answered by two.
                if mine { Ok(true) } else { Err(StoreError::AlreadyThere) }
            })
        })
        .await;
    match done {
        Ok(_) => Ok(()),
        Err(StoreError::AlreadyThere) => Err(ServiceError::Conflict),
        Err(other) => Err(other.into()),
    }
}

/// For the hidden field of a page with an answer on it.
pub fn fresh_message_id(ctx: &Context) -> MessageId {
    MessageId::from_random(ctx.random.array())
}

/// Writes a note that the sender's code does not open.
pub async fn note(ctx: &Context, who: &SignedIn, id: ReportId, text: &str) -> Result<(), ServiceError> {
    let (me, now) = (reviewer(who)?.id(), ctx.clock.now());
    drop(mine(ctx, who, id).await?);
    let (epoch, team) = team_key::current_public(ctx).await?;
    let note_id = NoteId::from_random(ctx.random.array());
    let sealed = seal_note(&team, id, note_id, text);
    let note = store::note::Stored { id: note_id, report: id, by: me, written_at: now, epoch, sealed };
    let entry = Entry::new(now, Some(me), Action::NoteWritten).about(id);
    change(ctx, entry, move |tx| Box::pin(async move { store::note::insert(tx, &note).await.map(|()| true) })).await
}

/// Ends a case. `Conflict` when it was not read, or somebody else has it.
pub async fn close(ctx: &Context, who: &SignedIn, id: ReportId, outcome: Outcome) -> Result<(), ServiceError> {
    let (me, now) = (reviewer(who)?.id(), ctx.clock.now());
    let entry = Entry::new(now, Some(me), Action::ReportClosed).about(id).detail(outcome.id());
    change(ctx, entry, move |tx| Box::pin(store::queue::close(tx, id, me, outcome, now))).await
}

/// A change and its audit entry, both or neither.
async fn change<F>(ctx: &Context, entry: Entry, work: F) -> Result<(), ServiceError>
where
    F: for<'t> FnOnce(&'t mut Tx<'_>) -> store::db::Work<'t, bool> + Send + 'static,
{
    let done = ctx
        .db
        .write(move |tx| {
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

/// The case, when this colleague looks after it.
async fn mine(ctx: &Context, who: &SignedIn, id: ReportId) -> Result<Queued, ServiceError> {
    let me = reviewer(who)?.id();
    let row = ctx.db.read(move |tx| Box::pin(store::queue::by_id(tx, id))).await?.ok_or(ServiceError::NotFound)?;
    if row.case.owner() == Some(me) { Ok(row) } else { Err(ServiceError::Conflict) }
}

/// Whose case it is, for somebody who may take it from them.
async fn owner_for(ctx: &Context, who: &SignedIn, id: ReportId) -> Result<StaffId, ServiceError> {
    let me = reviewer(who)?.id();
    let row = ctx.db.read(move |tx| Box::pin(store::queue::by_id(tx, id))).await?.ok_or(ServiceError::NotFound)?;
    match row.case.owner() {
        Some(owner) if owner == me || who.lead().is_some() => Ok(owner),
        Some(_) => Err(ServiceError::Forbidden),
        None => Err(ServiceError::Conflict),
    }
}

async fn item(
    ctx: &Context,
    who: &SignedIn,
    row: Queued,
    names: &HashMap<StaffId, String>,
) -> Result<(Item, Option<ContentKey>), ServiceError> {
    let content = match content_key(ctx, who, &row).await {
        Ok(content) => Some(content),
        Err(ServiceError::NoKeyYet) => None,
        Err(other) => return Err(other),
    };
    let head = content.as_ref().map(|content| content.open_head(&row.head)).transpose()?;
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
