//! Somebody tells: from a complete draft to a sealed report and a notice to the team, in one transaction.

use super::drafts::{self, DRAFT_LIFE, Secret, noted, reach};
use super::{Context, ServiceError, team_key};
use crate::crypto::code::{Code, Opened};
use crate::crypto::envelope::ContentKey;
use crate::crypto::keyring::PublicKey;
use crate::crypto::random::Random;
use crate::domain::draft::{Draft, Problem};
use crate::domain::ids::{Epoch, NoticeId, ReportId};
use crate::domain::locale::Locale;
use crate::domain::notice::NoticeKind;
use crate::domain::report::{Head, SafeContact, Told};
use crate::domain::urgency::{self, Priority};
use crate::store::report::NewReport;
use crate::store::{self, StoreError};

/// What came of pressing "Send".
#[derive(Debug)]
pub enum Sending {
    /// It is on disk. Sent a second time, it is the same report.
    Sent(Receipt),
    /// Something has to be put right first.
    Incomplete(Vec<Problem>),
    /// Nothing is left of the draft.
    Expired,
}

/// What the sender is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Says by when somebody looks.
    pub priority: Priority,
    /// How they wish to be answered. None when the draft that said it has expired.
    pub contact: Option<SafeContact>,
}

/// The words to come back with that belong to a draft: the same however often it is sent.
pub fn words_to_keep(secret: &Secret, locale: Locale) -> Vec<&'static str> {
    code(secret).words(locale).to_vec()
}

pub async fn send(ctx: &Context, secret: &Secret, locale: Locale) -> Result<Sending, ServiceError> {
    let Some(draft) = drafts::find::<Draft>(ctx, secret).await? else { return sent_before(ctx, secret).await };
    let told = match draft.complete() {
        Ok(told) => told,
        Err(problems) => return Ok(Sending::Incomplete(problems)),
    };
    let (epoch, team) = team_key::current_public(ctx).await?;
    let report = seal(ctx, &told, &code(secret).open(), locale, epoch, &team);
    let priority = report.priority;
    if insert(ctx, report).await? {
        ctx.mail_bell.notify_one();
        tracing::info!(priority = priority.number(), "a report arrived");
    }
    Ok(Sending::Sent(Receipt { priority, contact: Some(told.contact) }))
}

fn code(secret: &Secret) -> Code {
    Code::derive(&secret.derive("code"))
}

/// A second click when the draft has just expired. Only for as long as a draft lives: after that nobody gets to see the
/// words again.
async fn sent_before(ctx: &Context, secret: &Secret) -> Result<Sending, ServiceError> {
    reach(ctx)?;
    let lookup = code(secret).open().lookup;
    let found = ctx.db.read(move |tx| Box::pin(async move { store::report::find_by_lookup(tx, &lookup).await })).await;
    let found = noted(ctx, found)?;
    let recent = found.filter(|found| found.received_at + DRAFT_LIFE > ctx.clock.now());
    Ok(recent.map_or(Sending::Expired, |found| Sending::Sent(Receipt { priority: found.priority, contact: None })))
}

fn seal(ctx: &Context, told: &Told, opened: &Opened, locale: Locale, epoch: Epoch, team: &PublicKey) -> NewReport {
    let now = ctx.clock.now();
    let urgency = urgency::assess(told);
    let id = ReportId::from_random(ctx.random.array());
    let key = ContentKey::random(id, &ctx.random);
    NewReport {
        id,
        reference: reference(&ctx.random),
        received_at: now,
        priority: urgency.priority,
        due_at: now + urgency.priority.due_within(),
        epoch,
        team_key: key.for_team(epoch, team),
        sender_key: key.for_sender(&opened.key, &ctx.random),
        lookup: opened.lookup,
        head: key.seal_head(&Head::new(told, &urgency, locale), &ctx.random),
        body: key.seal_body(told, &ctx.random),
    }
}

/// Returns false when the other one of two clicks was faster.
async fn insert(ctx: &Context, mut report: NewReport) -> Result<bool, ServiceError> {
    const TRIES: usize = 4;
    let notice = NoticeId::from_random(ctx.random.array());
    let mut outcome = Err(StoreError::AlreadyThere);
    for _ in 0..TRIES {
        report.reference = reference(&ctx.random);
        let row = report.clone();
        outcome = noted(
            ctx,
            ctx.db.write(move |tx| Box::pin(async move { insert_with_notice(tx, &row, notice).await })).await,
        );
        // A reference that is taken, once in thousands of millions: another one.
        if !matches!(outcome, Err(StoreError::AlreadyThere)) {
            break;
        }
    }
    Ok(outcome?)
}

async fn insert_with_notice(tx: &mut store::Tx<'_>, report: &NewReport, notice: NoticeId) -> Result<bool, StoreError> {
    let new = store::report::insert(tx, report).await?;
    if new {
        store::outbox::owe(tx, notice, NoticeKind::Told, report.id.as_bytes(), report.received_at).await?;
    }
    Ok(new)
}

/// What colleagues call a report: nine letters and digits that nobody mishears. Says nothing about it.
fn reference(random: &Random) -> String {
    const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let letters = random.array::<9>().map(|byte| char::from(LETTERS[usize::from(byte % 32)]));
    let groups: Vec<String> = letters.chunks(3).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

#[cfg(test)]
mod tests;
