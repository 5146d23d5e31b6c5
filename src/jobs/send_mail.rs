//! Sends what the outbox owes.
//!
//! Every delivery is attempted by one process at a time: a lease in the database decides, and runs out by itself when
//! the process dies. Mail arrives **at least once**: between the server's "taken" and our note of it lies a moment in
//! which a crash sends the mail again, with the same Message-ID, and most mailboxes then keep one. The other order
//! could lose a mail, and with it somebody who waits.

use std::collections::HashMap;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::{sleep, timeout};

use crate::domain::clock::{Moment, Seconds};
use crate::domain::ids::{NoticeId, StaffId};
use crate::domain::notice::NoticeKind;
use crate::mail::{Failure, Post, Recipient};
use crate::service::Context;
use crate::store::outbox::{self, Delivery, Mailbox};
use crate::store::{StoreError, Tx};

/// How soon a notice written by another node, or a delivery that is due again, is seen. Our own notices ring the bell.
const POLL: Duration = Duration::from_secs(15);
/// How long a stop waits for mails on their way.
const LAST_ORDERS: Duration = Duration::from_secs(10);
/// Conversations with the mail server at once. That many mailboxes must hang before one more has to wait.
const AT_ONCE: usize = 32;
/// Up to so many notices are a mail each. A flood of reports becomes a few mails, not a flooded mailbox that the
/// provider blocks: they all say the same.
const APART: usize = 5;
/// Longer than [`APART`] mails of [`crate::mail::smtp::LONGEST`] each, so that a lease never ends under a living process.
const LEASE: Seconds = Seconds::minutes(6);

const FIRST_WAIT: Seconds = Seconds::minutes(1);
const LONGEST_WAIT: Seconds = Seconds::hours(4);
/// With the waits above, about a day after the first.
const LAST_ATTEMPT: i64 = 14;

/// Sends until `shutdown`.
pub async fn run(context: Context, post: Post, shutdown: impl Future<Output = ()> + Send) {
    let mut shutdown = pin!(shutdown);
    let bell = context.mail_bell.clone();
    let mut round = Round::new(context, post);
    loop {
        if let Err(error) = round.start().await {
            tracing::warn!(%error, "the outbox could not be read; mail waits");
        }
        tokio::select! {
            () = &mut shutdown => break,
            () = bell.notified() => {}
            () = round.finished() => {}
            () = sleep(POLL) => {}
        }
    }
    round.last_orders().await;
}

/// Sends what is due now, and waits until it is settled.
pub async fn once(context: &Context, post: &Post) -> Result<Counts, StoreError> {
    let mut round = Round::new(context.clone(), post.clone());
    let mut counts = Counts { notices: round.start().await?, ..Counts::default() };
    while let Some((_, done)) = round.join().await {
        counts.add(done?);
    }
    Ok(counts)
}

/// What a round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Notices that became deliveries.
    pub notices: u64,
    /// Mails that left.
    pub mails: u64,
    /// Deliveries that those mails settled.
    pub sent: u64,
    /// Deliveries that will be tried again.
    pub later: u64,
    /// Deliveries that will never arrive.
    pub dead: u64,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.notices += other.notices;
        self.mails += other.mails;
        self.sent += other.sent;
        self.later += other.later;
        self.dead += other.dead;
    }
}

/// One task for each mailbox to which something is due, so that a slow one holds up only itself.
struct Round {
    context: Context,
    post: Arc<Post>,
    at_work: JoinSet<Result<Counts, StoreError>>,
    busy: HashMap<Id, StaffId>,
    places: Arc<Semaphore>,
}

impl Round {
    fn new(context: Context, post: Post) -> Self {
        Self {
            context,
            post: Arc::new(post),
            at_work: JoinSet::new(),
            busy: HashMap::new(),
            places: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }

    /// Turns new notices into deliveries and sets to work on every mailbox that is not being worked on.
    async fn start(&mut self) -> Result<u64, StoreError> {
        let now = self.context.clock.now();
        let notices = expand_all(&self.context, now).await?;
        let due = self.context.db.read(move |tx| Box::pin(outbox::due_mailboxes(tx, now))).await?;
        for mailbox in due {
            if !self.busy.values().any(|staff| *staff == mailbox.staff) {
                let staff = mailbox.staff;
                let work = serve(self.context.clone(), self.post.clone(), mailbox, self.places.clone());
                self.busy.insert(self.at_work.spawn(work).id(), staff);
            }
        }
        Ok(notices)
    }

    /// Ends when a mailbox was served and may have more by now. After a failure the next look is left to the timer:
    /// a database that reads but does not write must not be asked without pause.
    async fn finished(&mut self) {
        loop {
            match self.join().await {
                Some((_, Ok(_))) => return,
                Some((staff, Err(error))) => tracing::warn!(?staff, %error, "a mailbox was not served to the end"),
                None => std::future::pending().await,
            }
        }
    }

    async fn join(&mut self) -> Option<(Option<StaffId>, Result<Counts, StoreError>)> {
        let joined = self.at_work.join_next_with_id().await?;
        let id = joined.as_ref().map_or_else(JoinError::id, |(id, _)| *id);
        let outcome = joined.map_or(Err(StoreError::Unavailable("the task ended early")), |(_, outcome)| outcome);
        Some((self.busy.remove(&id), outcome))
    }

    /// Mails that are still on their way after that come due again when their lease ends.
    async fn last_orders(mut self) {
        let all = async { while self.join().await.is_some() {} };
        if timeout(LAST_ORDERS, all).await.is_err() {
            tracing::info!("stopped while mails were on their way; they will go again");
        }
    }
}

async fn expand_all(context: &Context, now: Moment) -> Result<u64, StoreError> {
    let mut notices = 0;
    loop {
        let expanded = context.db.write(move |tx| Box::pin(outbox::expand(tx, now))).await?;
        notices += expanded.notices;
        if !expanded.more {
            return Ok(notices);
        }
    }
}

async fn serve(
    context: Context,
    post: Arc<Post>,
    mailbox: Mailbox,
    places: Arc<Semaphore>,
) -> Result<Counts, StoreError> {
    let Ok(_place) = places.acquire().await else { return Ok(Counts::default()) };
    let (staff, now) = (mailbox.staff, context.clock.now());
    let leased = context.db.write(move |tx| Box::pin(outbox::lease(tx, staff, now, LEASE))).await?;
    let mut counts = Counts::default();
    for letter in letters(leased) {
        let to = Recipient { notice: letter.notice, staff, email: &mailbox.email };
        let outcome = post.send(letter.kind, &to, context.clock.now()).await;
        counts.add(settle(&context, staff, letter, outcome).await?);
    }
    Ok(counts)
}

/// One mail and what it settles.
struct Letter {
    kind: NoticeKind,
    /// The oldest: the mail is named after it.
    notice: NoticeId,
    settles: Vec<Delivery>,
}

fn letters(leased: Vec<Delivery>) -> Vec<Letter> {
    let groups: Vec<Vec<Delivery>> = if leased.len() <= APART {
        leased.into_iter().map(|delivery| vec![delivery]).collect()
    } else {
        NoticeKind::ALL.map(|kind| leased.iter().copied().filter(|delivery| delivery.kind == kind).collect()).into()
    };
    groups
        .into_iter()
        .filter_map(|settles| {
            let first = settles.first()?;
            Some(Letter { kind: first.kind, notice: first.notice, settles })
        })
        .collect()
}

async fn settle(
    context: &Context,
    staff: StaffId,
    letter: Letter,
    outcome: Result<(), Failure>,
) -> Result<Counts, StoreError> {
    let settlement = Settlement {
        staff,
        outcome,
        now: context.clock.now(),
        alarm: NoticeId::from_random(context.random.array()),
        letter,
    };
    if let Err(failure) = outcome {
        let Letter { notice, settles, .. } = &settlement.letter;
        tracing::warn!(?staff, ?notice, deliveries = settles.len(), %failure, "a mail did not leave");
    }
    context.db.write(move |tx| Box::pin(settlement.write(tx))).await
}

struct Settlement {
    staff: StaffId,
    letter: Letter,
    outcome: Result<(), Failure>,
    now: Moment,
    alarm: NoticeId,
}

impl Settlement {
    async fn write(self, tx: &mut Tx<'_>) -> Result<Counts, StoreError> {
        let mut counts = Counts { mails: u64::from(self.outcome.is_ok()), ..Counts::default() };
        for delivery in &self.letter.settles {
            match next(self.outcome, delivery.attempt) {
                Next::Sent => {
                    outbox::sent(tx, delivery.notice, self.staff).await?;
                    counts.sent += 1;
                }
                Next::Later(wait) => {
                    outbox::retry(tx, delivery.notice, self.staff, delivery.attempt, self.now + wait).await?;
                    counts.later += 1;
                }
                Next::Dead => counts.dead += u64::from(outbox::dead(tx, delivery.notice, self.staff).await?),
            }
        }
        if counts.dead > 0 {
            self.raise_alarm(tx, counts.dead).await?;
        }
        Ok(counts)
    }

    /// Once a day for each mailbox: a dead one must not fill the others.
    async fn raise_alarm(&self, tx: &mut Tx<'_>, deliveries: u64) -> Result<(), StoreError> {
        let subject = alarm_subject(self.staff, self.now);
        let staff = self.staff;
        match outbox::owe_alarm(tx, self.alarm, &subject, staff, self.now).await? {
            Some(0) => {
                tracing::error!(?staff, deliveries, "a mailbox takes no mail, and there is no other lead to tell")
            }
            Some(leads) => tracing::error!(?staff, deliveries, leads, "a mailbox takes no mail; other leads are told"),
            None => tracing::warn!(?staff, deliveries, "a mailbox takes no mail; said so today already"),
        }
        Ok(())
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Next {
    Sent,
    Later(Seconds),
    Dead,
}

fn next(outcome: Result<(), Failure>, attempt: i64) -> Next {
    match outcome {
        Ok(()) => Next::Sent,
        Err(failure) if failure.is_final() || attempt >= LAST_ATTEMPT => Next::Dead,
        Err(_) => Next::Later(wait_after(attempt)),
    }
}

fn wait_after(attempt: i64) -> Seconds {
    let doublings = u32::try_from(attempt - 1).unwrap_or(0);
    let wait = FIRST_WAIT.0.saturating_mul(2_i64.saturating_pow(doublings));
    Seconds(wait.min(LONGEST_WAIT.0))
}

fn alarm_subject(staff: StaffId, now: Moment) -> [u8; 16] {
    let mut subject = *staff.as_bytes();
    let day = now.0.div_euclid(Seconds::days(1).0);
    for (byte, day) in subject.iter_mut().zip(day.to_be_bytes()) {
        *byte ^= day;
    }
    subject
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::Step;

    fn delivery(notice: u8, kind: NoticeKind) -> Delivery {
        Delivery { notice: NoticeId::from_random([notice; 16]), kind, attempt: 1 }
    }

    #[test]
    fn a_delivery_is_tried_for_about_a_day() {
        let refused = Err(Failure::Refused(Step::Recipient, 451));
        let mut waits = Vec::new();
        while let Next::Later(wait) = next(refused, i64::try_from(waits.len()).unwrap() + 1) {
            waits.push(wait.0 / 60);
        }
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240, 240, 240]);
        assert_eq!(waits.iter().sum::<i64>() / 60, 24);
    }

    #[test]
    fn only_a_refusal_of_the_mailbox_or_the_text_is_final() {
        for (failure, expected) in [
            (Failure::BadAddress, true),
            (Failure::Refused(Step::Recipient, 550), true),
            (Failure::Refused(Step::Text, 554), true),
            (Failure::Refused(Step::Recipient, 451), false),
            (Failure::Refused(Step::SignIn, 535), false),
            (Failure::Refused(Step::Sender, 550), false),
            (Failure::Refused(Step::Connect, 554), false),
            (Failure::NoAnswer(Step::Text), false),
            (Failure::Misunderstood(Step::Encrypt), false),
        ] {
            assert_eq!(failure.is_final(), expected, "{failure}");
        }
    }

    #[test]
    fn a_few_notices_are_a_mail_each_and_a_flood_is_one_of_each_kind() {
        let few: Vec<_> = (0..5).map(|n| delivery(n, NoticeKind::Told)).collect();
        assert_eq!(letters(few).len(), 5);
        let mut flood: Vec<_> = (0..200).map(|n| delivery(n, NoticeKind::Told)).collect();
        flood.push(delivery(201, NoticeKind::MailboxDead));
        let letters = letters(flood);
        assert_eq!(letters.iter().map(|letter| letter.settles.len()).collect::<Vec<_>>(), [200, 1]);
        assert_eq!(letters[0].notice, NoticeId::from_random([0; 16]));
    }

    #[test]
    fn an_alarm_is_raised_once_a_day_for_each_mailbox() {
        let (one, other) = (StaffId::from_random([1; 16]), StaffId::from_random([2; 16]));
        let morning = Moment(1_763_800_000);
        assert_eq!(alarm_subject(one, morning), alarm_subject(one, morning + Seconds::hours(1)));
        assert_ne!(alarm_subject(one, morning), alarm_subject(one, morning + Seconds::days(1)));
        assert_ne!(alarm_subject(one, morning), alarm_subject(other, morning));
    }
}
