//! The messages of a case, some at a time: a long conversation is no page that a phone cannot hold.

use std::collections::HashMap;

use super::name_of;
use crate::crypto::envelope::ContentKey;
use crate::domain::clock::Moment;
use crate::domain::ids::{MessageId, ReportId, StaffId};
use crate::domain::message::{Author, Message};
use crate::store::{self, StoreError, Tx};

/// Messages on one page.
pub const THREAD: usize = 10;

/// One message of the conversation.
pub struct Said {
    pub id: MessageId,
    pub author: Author,
    /// The colleague's name, for the team's messages.
    pub by: Option<String>,
    pub at: Moment,
    /// `None` for one that does not open.
    pub message: Option<Message>,
}

/// Part of a conversation, as stored.
pub(super) struct Stored {
    messages: Vec<store::message::Stored>,
    pub(super) has_older: bool,
}

/// The newest, or those before one message.
pub(super) async fn part(tx: &mut Tx<'_>, report: ReportId, before: Option<MessageId>) -> Result<Stored, StoreError> {
    let one_more = i64::try_from(THREAD).unwrap_or(i64::MAX).saturating_add(1);
    let mut messages = store::message::page(tx, report, before, one_more).await?;
    let has_older = messages.len() > THREAD;
    messages.drain(..messages.len().saturating_sub(THREAD));
    Ok(Stored { messages, has_older })
}

pub(super) fn open(content: &ContentKey, stored: Stored, names: &HashMap<StaffId, String>) -> Vec<Said> {
    let said = |stored: store::message::Stored| Said {
        id: stored.id,
        author: stored.author,
        by: stored.staff.map(|staff| name_of(names, staff)),
        at: stored.sent_at,
        message: content.open_message(stored.id, &stored.sealed).ok(),
    };
    stored.messages.into_iter().map(said).collect()
}
