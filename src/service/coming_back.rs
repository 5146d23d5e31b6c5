//! A sender comes back with the code: reads the team's answers and writes again.

use serde::{Deserialize, Serialize};

use super::drafts::{Kept, Secret, noted, reach};
use super::{Context, ServiceError, audit};
pub use crate::crypto::code::WORDS;
use crate::crypto::code::{Code, NotACode};
use crate::crypto::envelope::ContentKey;
use crate::crypto::random::Random;
use crate::crypto::token::PlainToken;
use crate::domain::audit::{Action, Entry};
use crate::domain::clock::{Moment, Seconds};
use crate::domain::draft::Wrong;
use crate::domain::ids::{MessageId, NoticeId, ReportId};
use crate::domain::message::{Author, Message};
use crate::domain::notice::NoticeKind;
use crate::domain::report::SafeNow;
use crate::domain::text;
use crate::domain::urgency::Priority;
use crate::store::message::NewMessage;
use crate::store::report::{Found, Standing};
use crate::store::{self, StoreError, Tx};

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

/// What came of pressing "Send".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// It is on disk.
    Sent,
    /// So much was written today that it has to wait.
    TooOften,
}

/// Messages in a day after which each has to wait: more than anybody has to say, and not enough to bury a case.
const FREELY: u64 = 30;
const DAY: Seconds = Seconds::hours(24);
pub const WAIT: Seconds = Seconds::minutes(15);

/// Sends a message. The same text from the same page is one message and one notice, however often it is pressed;
/// another text is another message.
pub async fn write(ctx: &Context, secret: &Secret, visit: &Visit, message: &Message) -> Result<Writing, ServiceError> {
    reach(ctx)?;
    let (now, priority) = (ctx.clock.now(), message.priority());
    let id = message_id(secret, message);
    let new = NewMessage {
        id,
        report: visit.report,
        author: Author::Sender,
        staff: None,
        sent_at: now,
        sealed: visit.content_key()?.seal_message(id, message, &ctx.random),
    };
    let notice = NoticeId::from_random(ctx.random.array());
    let (key, safe_now, random) = (visit.content_key()?, message.safe_now, ctx.random.clone());
    let written = ctx.db.write(move |tx| {
        Box::pin(async move {
            let (count, last) = store::message::others_of_sender(tx, new.report, new.id, now - DAY).await?;
            if count >= FREELY && last + WAIT > now {
                return Ok(None);
            }
            let is_new = store::message::insert(tx, &new).await?;
            if is_new {
                wait_again(tx, new.report, priority, now).await?;
                say_why(tx, &key, safe_now, &random).await?;
                store::outbox::owe(tx, notice, NoticeKind::Wrote, new.id.as_bytes(), now).await?;
            }
            Ok(Some(is_new))
        })
    });
    let written = noted(ctx, written.await)?;
    if written == Some(true) {
        ctx.mail_bell.notify_one();
        tracing::info!(report = %visit.report, "a sender wrote again");
    }
    Ok(if written.is_some() { Writing::Sent } else { Writing::TooOften })
}

fn message_id(secret: &Secret, message: &Message) -> MessageId {
    let purpose = format!("message id {} {}", message.safe_now.id(), message.text);
    MessageId::from_random(first_sixteen(secret.derive(&purpose).expose()))
}

/// The case waits for the team. A closed one is open again, which is written down: the chain's end is taken before the
/// report, as everybody does, and meanwhile it may have been opened by another message.
async fn wait_again(tx: &mut Tx<'_>, report: ReportId, priority: Priority, now: Moment) -> Result<(), StoreError> {
    let due_at = now + priority.due_within();
    if store::report::sender_wrote(tx, report, priority, due_at).await? {
        return Ok(());
    }
    store::audit::hold(tx).await?;
    if store::report::reopen(tx, report, priority, due_at).await? {
        return audit::record(tx, &Entry::new(now, None, Action::ReportReopened).about(report)).await;
    }
    store::report::sender_wrote(tx, report, priority, due_at).await.map(drop)
}

/// Why the case stands where it stands now, sealed like the reasons before it.
async fn say_why(tx: &mut Tx<'_>, key: &ContentKey, safe_now: SafeNow, random: &Random) -> Result<(), StoreError> {
    let head = store::report::head(tx, key.report()).await?;
    // One that is damaged stays as it is: the desk says so, and the message counts all the same.
    let Some(mut head) = head.and_then(|sealed| key.open_head(&sealed).ok()) else { return Ok(()) };
    head.wrote(safe_now);
    store::report::change_head(tx, key.report(), &key.seal_head(&head, random)).await
}

fn first_sixteen(bytes: &[u8; 32]) -> [u8; 16] {
    let mut first = [0; 16];
    first.copy_from_slice(&bytes[..16]);
    first
}

#[cfg(test)]
mod tests;
