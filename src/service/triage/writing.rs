//! Answers, which the sender reads, and notes, which the team keeps to itself.

use super::{allowed, change, content_key};
use crate::crypto::envelope::{ContentKey, seal_note};
use crate::domain::audit::{Action, Entry};
use crate::domain::case::Deed;
use crate::domain::ids::{MessageId, NoteId, ReportId};
use crate::domain::message::{Author, Message};
use crate::domain::report::SafeNow;
use crate::service::sign_in::SignedIn;
use crate::service::{Context, ServiceError, audit, team_key};
use crate::store::message::NewMessage;
use crate::store::{self, StoreError};

/// What became of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// Now, or by the first of two clicks.
    Yes,
    /// This page has sent another text before; this one was not sent.
    Another,
}

/// Answers the sender. `once` comes from the page, so that the button pressed twice sends one answer.
pub async fn answer(
    ctx: &Context,
    who: &SignedIn,
    id: ReportId,
    once: MessageId,
    text: String,
) -> Result<Sent, ServiceError> {
    let row = allowed(ctx, who, id, Deed::Answer).await?;
    let content = content_key(ctx, who, &row).await?;
    let message = Message { text, safe_now: SafeNow::NotSaid };
    if insert(ctx, who, &content, once, &message).await? {
        return Ok(Sent::Yes);
    }
    let before = ctx.db.read(move |tx| Box::pin(store::message::by_id(tx, id, once))).await?;
    let before = before.and_then(|stored| content.open_message(once, &stored.sealed).ok());
    Ok(if before.is_some_and(|before| before == message) { Sent::Yes } else { Sent::Another })
}

/// Returns false when this page's answer is there already.
async fn insert(
    ctx: &Context,
    who: &SignedIn,
    content: &ContentKey,
    once: MessageId,
    message: &Message,
) -> Result<bool, ServiceError> {
    let (me, id, now) = (who.id(), content.report(), ctx.clock.now());
    let new = NewMessage {
        id: once,
        report: id,
        author: Author::Team,
        staff: Some(me),
        sent_at: now,
        sealed: content.seal_message(once, message, &ctx.random),
    };
    let entry = Entry::new(now, Some(me), Action::ReportAnswered).about(id).detail(once);
    audit::deed(ctx, Some(me), move |tx| {
        Box::pin(async move {
            if !store::message::insert(tx, &new).await? {
                return Ok(false);
            }
            if !store::queue::answered(tx, id, me).await? {
                // Takes the message back: a case that was lost meanwhile is not answered by two.
                return Err(StoreError::AlreadyThere);
            }
            audit::record(tx, &entry).await?;
            Ok(true)
        })
    })
    .await
}

/// For the hidden field of a page with an answer on it.
pub fn fresh_message_id(ctx: &Context) -> MessageId {
    MessageId::from_random(ctx.random.array())
}

/// Writes a note that the sender's code does not open.
pub async fn note(ctx: &Context, who: &SignedIn, id: ReportId, text: &str) -> Result<(), ServiceError> {
    drop(allowed(ctx, who, id, Deed::Answer).await?);
    let (me, now) = (who.id(), ctx.clock.now());
    let (epoch, team) = team_key::current_public(ctx).await?;
    let note_id = NoteId::from_random(ctx.random.array());
    let sealed = seal_note(&team, id, note_id, text);
    let note = store::note::Stored { id: note_id, report: id, by: me, written_at: now, epoch, sealed };
    let entry = Entry::new(now, Some(me), Action::NoteWritten).about(id);
    change(ctx, entry, move |tx| Box::pin(async move { store::note::insert(tx, &note).await.map(|()| true) })).await
}
