//! A sender comes back with the code: reads the team's answers and writes again.

use serde::{Deserialize, Serialize};

use super::drafts::{Kept, Secret, noted, reach};
use super::{Context, ServiceError};
pub use crate::crypto::code::WORDS;
use crate::crypto::code::{Code, NotACode};
use crate::crypto::envelope::ContentKey;
use crate::crypto::token::PlainToken;
use crate::domain::clock::Moment;
use crate::domain::draft::Wrong;
use crate::domain::ids::{MessageId, NoticeId, ReportId};
use crate::domain::message::{Author, Message};
use crate::domain::notice::NoticeKind;
use crate::domain::report::SafeNow;
use crate::domain::text;
use crate::store;
use crate::store::message::NewMessage;
use crate::store::report::{Found, Standing};

/// An opened conversation, and what is being written in it. Kept like a draft, sealed under its page's secret.
#[derive(Clone, Serialize, Deserialize)]
pub struct Visit {
    report: ReportId,
    key: String,
    /// As typed.
    pub text: String,
    pub safe_now: String,
}

impl Kept for Visit {
    const KIND: &'static str = "draft.reply";
}

impl Visit {
    fn new(key: &ContentKey) -> Self {
        let text = PlainToken::from_key(key.as_key().clone()).reveal();
        Self { report: key.report(), key: text, text: String::new(), safe_now: String::new() }
    }

    /// With what was typed; empty after it has been sent.
    pub fn with(self, text: &str, safe_now: &str) -> Self {
        Self { text: text.to_owned(), safe_now: safe_now.to_owned(), ..self }
    }

    fn content_key(&self) -> Result<ContentKey, ServiceError> {
        let key = PlainToken::parse(&self.key).ok_or(ServiceError::DoesNotOpen)?;
        Ok(ContentKey::from_key(self.report, key.into_key()))
    }

    /// What is typed, as a message; or what is wrong with it.
    pub fn message(&self) -> Result<Message, Wrong> {
        let words = text::tidy(&self.text);
        match text::length(&words) {
            0 => Err(Wrong::Missing),
            typed if typed > text::OWN_WORDS => Err(Wrong::TooLong { limit: text::OWN_WORDS, typed }),
            _ => Ok(Message { text: words, safe_now: SafeNow::from_id(&self.safe_now).unwrap_or(SafeNow::NotSaid) }),
        }
    }
}

/// Why no report was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoReport {
    /// Not as many words as a code has.
    Count(usize),
    /// The place of a word, from one, that is in no list.
    UnknownWord(usize),
    /// Eight words that lead nowhere.
    NotFound,
}

impl From<NotACode> for NoReport {
    fn from(error: NotACode) -> Self {
        match error {
            NotACode::Count(count) => Self::Count(count),
            NotACode::Unknown(place) => Self::UnknownWord(place),
        }
    }
}

/// Opens the report that belongs to the typed words.
pub async fn open(ctx: &Context, typed: &str) -> Result<Result<Visit, NoReport>, ServiceError> {
    let readings = match Code::parse(typed) {
        Ok(readings) => readings,
        Err(error) => return Ok(Err(error.into())),
    };
    for code in readings {
        let opened = code.open();
        if let Some(found) = find(ctx, opened.lookup).await? {
            let key = ContentKey::from_sender(found.id, &opened.key, &found.sender_key)?;
            // Not which: when somebody looks for an answer is nobody's business.
            tracing::info!("a sender came back");
            return Ok(Ok(Visit::new(&key)));
        }
    }
    Ok(Err(NoReport::NotFound))
}

async fn find(ctx: &Context, lookup: [u8; 16]) -> Result<Option<Found>, ServiceError> {
    reach(ctx)?;
    let found = ctx.db.read(move |tx| Box::pin(async move { store::report::find_by_lookup(tx, &lookup).await })).await;
    Ok(noted(ctx, found)?)
}

/// What a sender sees: who wrote, when, what. Never who of the team.
pub struct Conversation {
    pub messages: Vec<Line>,
    pub standing: Standing,
}

pub struct Line {
    pub author: Author,
    pub sent_at: Moment,
    pub text: String,
}

pub async fn conversation(ctx: &Context, visit: &Visit) -> Result<Conversation, ServiceError> {
    reach(ctx)?;
    let report = visit.report;
    let read = ctx.db.read(move |tx| {
        Box::pin(async move {
            Ok((store::report::standing(tx, report).await?, store::message::of_report(tx, report).await?))
        })
    });
    let (standing, stored) = noted(ctx, read.await)?;
    let key = visit.content_key()?;
    let messages = stored
        .into_iter()
        .map(|message| {
            let opened = key.open_message(message.id, &message.sealed)?;
            Ok(Line { author: message.author, sent_at: message.sent_at, text: opened.text })
        })
        .collect::<Result<_, ServiceError>>()?;
    Ok(Conversation { messages, standing: standing.ok_or(ServiceError::NotFound)? })
}

/// Sends a message. The page's secret makes its id: pressed twice, it is one message and one notice.
pub async fn write(ctx: &Context, secret: &Secret, visit: &Visit, message: &Message) -> Result<(), ServiceError> {
    reach(ctx)?;
    let (now, priority) = (ctx.clock.now(), message.priority());
    let id = MessageId::from_random(first_sixteen(secret.derive("message id").expose()));
    let new = NewMessage {
        id,
        report: visit.report,
        author: Author::Sender,
        staff: None,
        sent_at: now,
        sealed: visit.content_key()?.seal_message(id, message, &ctx.random),
    };
    let notice = NoticeId::from_random(ctx.random.array());
    let written = ctx.db.write(move |tx| {
        Box::pin(async move {
            let is_new = store::message::insert(tx, &new).await?;
            if is_new {
                store::report::sender_wrote(tx, new.report, priority, now + priority.due_within()).await?;
                store::outbox::owe(tx, notice, NoticeKind::Wrote, new.id.as_bytes(), now).await?;
            }
            Ok(is_new)
        })
    });
    if noted(ctx, written.await)? {
        ctx.mail_bell.notify_one();
        tracing::info!(report = %visit.report, "a sender wrote again");
    }
    Ok(())
}

fn first_sixteen(bytes: &[u8; 32]) -> [u8; 16] {
    let mut first = [0; 16];
    first.copy_from_slice(&bytes[..16]);
    first
}

#[cfg(test)]
mod tests;
