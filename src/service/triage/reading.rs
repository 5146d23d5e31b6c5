//! Opening what was said.

use std::collections::HashMap;

use super::conversation::{self, Said};
use super::{content_key, name_of, names, refused, reviewer};
use crate::crypto::envelope::open_note;
use crate::domain::audit::{Action, Entry};
use crate::domain::case::Deed;
use crate::domain::clock::Moment;
use crate::domain::ids::{MessageId, ReportId, StaffId};
use crate::domain::message::Author;
use crate::domain::report::Told;
use crate::service::sign_in::SignedIn;
use crate::service::{Context, ServiceError, audit, team_key};
use crate::store;
use crate::store::queue::Queued;

/// What was said. What does not open is `None`; the rest is shown all the same.
pub struct Words {
    pub told: Option<Told>,
    /// A part of the conversation, the oldest first.
    pub messages: Vec<Said>,
    pub notes: Vec<Noted>,
    /// The message before which there are more.
    pub older: Option<MessageId>,
    /// The sender wrote while the last answer was written, and nobody has answered that yet.
    pub crossed: bool,
}

pub struct Noted {
    pub by: String,
    pub at: Moment,
    /// `None` for one that does not open.
    pub text: Option<String>,
}

/// Opens the words: the newest messages, or those before one. That somebody read is written down first: what cannot be
/// written down is not shown. Opening happens outside that transaction, for which everybody else waits.
pub async fn read(
    ctx: &Context,
    who: &SignedIn,
    id: ReportId,
    before: Option<MessageId>,
) -> Result<Words, ServiceError> {
    let row = write_down(ctx, who, id, before.is_none()).await?;
    let content = content_key(ctx, who, &row).await?;
    let (body, thread, notes, names) = ctx
        .db
        .read(move |tx| {
            Box::pin(async move {
                let body = store::queue::body(tx, id).await?;
                let thread = conversation::part(tx, id, before).await?;
                Ok((body, thread, store::note::of_report(tx, id).await?, names(tx).await?))
            })
        })
        .await?;
    let has_older = thread.has_older;
    let messages = conversation::open(&content, thread, &names);
    let ours_is_last = messages.last().is_some_and(|last| last.author == Author::Team);
    Ok(Words {
        told: body.and_then(|body| content.open_body(&body).ok()),
        older: messages.first().filter(|_| has_older).map(|first| first.id),
        crossed: before.is_none() && row.case.sender_waits && ours_is_last,
        notes: open_notes(ctx, who, notes, &names).await?,
        messages,
    })
}

/// Its owner has seen it only when the newest part is shown.
async fn write_down(ctx: &Context, who: &SignedIn, id: ReportId, newest: bool) -> Result<Queued, ServiceError> {
    let me = reviewer(who)?.id();
    let is_lead = who.lead().is_some();
    let now = ctx.clock.now();
    audit::deed(ctx, Some(me), move |tx| {
        Box::pin(async move {
            let Some(row) = store::queue::by_id(tx, id).await? else { return Ok(Err(ServiceError::NotFound)) };
            if !row.case.may(Deed::Read, me, is_lead) {
                return Ok(Err(refused(&row.case, Deed::Read)));
            }
            if newest {
                store::queue::opened(tx, id, me, now).await?;
            }
            audit::record(tx, &Entry::new(now, Some(me), Action::ReportOpened).about(id)).await?;
            Ok(Ok(row))
        })
    })
    .await?
}

async fn open_notes(
    ctx: &Context,
    who: &SignedIn,
    stored: Vec<store::note::Stored>,
    names: &HashMap<StaffId, String>,
) -> Result<Vec<Noted>, ServiceError> {
    let mut notes = Vec::with_capacity(stored.len());
    for note in stored {
        let text = match team_key::open(ctx, who, note.epoch).await {
            Ok(team) => open_note(&team, note.report, note.id, &note.sealed).ok(),
            Err(ServiceError::NoKeyYet | ServiceError::DoesNotOpen) => None,
            Err(other) => return Err(other),
        };
        notes.push(Noted { by: name_of(names, note.by), at: note.written_at, text });
    }
    Ok(notes)
}
