//! What a person is writing, and what a page shows once.
//!
//! A draft waits on the server, sealed under a secret that only the page knows, for thirty minutes. Each step seals it
//! under a fresh secret: whoever saw one page, or made somebody open a page of theirs, cannot read the next. A page that
//! follows a POST is found by a ticket that works once, so that Back shows nothing; only a reload may see it again.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Context, ServiceError};
use crate::crypto::token::{HashedToken, PlainToken};
use crate::crypto::{Key, Place, Sealed};
use crate::domain::clock::{Moment, Seconds};
use crate::store::{self, StoreError};

/// From the last step on.
pub const DRAFT_LIFE: Seconds = Seconds::minutes(30);
/// From a redirect to the page it leads to, on a slow phone in a tunnel.
const SHOWING_LIFE: Seconds = Seconds::minutes(5);
/// From the first look on, for whom the page did not arrive whole (docs/decisions/0002).
const SEEN_AGAIN: Seconds = Seconds::minutes(2);

/// What a page's hidden field holds: finds its draft and opens it.
#[derive(Clone, Debug)]
pub struct Secret(PlainToken);

impl Secret {
    pub fn parse(text: &str) -> Option<Self> {
        PlainToken::parse(text).map(Self)
    }

    pub fn reveal(&self) -> String {
        self.0.reveal()
    }

    pub(super) fn derive(&self, purpose: &str) -> Key {
        self.0.derive(purpose)
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.reveal())
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not a secret"))
    }
}

/// A kind of draft: one kind's secret opens no other's.
pub trait Kept: Serialize + DeserializeOwned {
    const KIND: &'static str;
}

impl Kept for crate::domain::draft::Draft {
    const KIND: &'static str = "draft.tell";
}

/// Where something ended up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    Database,
    /// The database is away: this process holds it.
    Memory,
    /// There is no room: it is on the sender's page only.
    Nowhere,
}

/// How somebody comes to a page's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// By pressing something, or by a reload of what did not arrive.
    Onward,
    /// By the browser's Back or from its address bar; or it does not say.
    Back,
}

/// Keeps a draft under a fresh secret.
pub async fn keep<T: Kept>(ctx: &Context, value: &T) -> (Secret, Whereabouts) {
    let (secret, row) = seal(ctx, value);
    if !ctx.room.take(row.sealed.len()) {
        tracing::warn!("there is no room for drafts; they stay on their pages");
        return (secret, Whereabouts::Nowhere);
    }
    let whereabouts = row.store(ctx, Table::Draft).await;
    (secret, whereabouts)
}

/// The same for what a colleague typed: strangers may not take that room away.
pub(super) async fn keep_for_staff<T: Kept>(ctx: &Context, value: &T) -> Secret {
    let (secret, row) = seal(ctx, value);
    row.store(ctx, Table::Draft).await;
    secret
}

fn seal<T: Kept>(ctx: &Context, value: &T) -> (Secret, Row) {
    let secret = Secret(PlainToken::random(&ctx.random));
    let sealed = Sealed::seal(&secret.derive("draft"), &Place::new(T::KIND, ""), value, &ctx.random).into_bytes();
    let row = Row::new(ctx, &secret.0, sealed, DRAFT_LIFE);
    (secret, row)
}

/// The draft of a page. None when it has expired, was never there or is of another kind.
pub async fn find<T: Kept>(ctx: &Context, secret: &Secret) -> Result<Option<T>, ServiceError> {
    let (id, now) = (secret.0.hashed(), ctx.clock.now());
    let sealed = match ctx.held.get(id, now) {
        Some(sealed) => Some(sealed),
        None => {
            reach(ctx)?;
            noted(ctx, ctx.db.read(move |tx| Box::pin(store::draft::find(tx, id, now))).await)?
        }
    };
    let open = |sealed| Sealed::from_stored(sealed).open(&secret.derive("draft"), &Place::new(T::KIND, ""));
    Ok(sealed.and_then(|sealed| open(sealed).ok()))
}

/// Lays a page ready to be shown once. Returns the last part of its address. Without room it waits in memory: a page with
/// what somebody typed is there or lost.
pub async fn show<T: Serialize + DeserializeOwned>(ctx: &Context, view: &T) -> String {
    let ticket = PlainToken::random(&ctx.random);
    let sealed = Sealed::seal(&ticket.derive("showing"), &Place::new("showing", ""), view, &ctx.random).into_bytes();
    let row = Row::new(ctx, &ticket, sealed, SHOWING_LIFE);
    if ctx.room.take(row.sealed.len()) {
        row.store(ctx, Table::Showing).await;
    } else {
        row.hold(ctx);
    }
    ticket.reveal()
}

/// What the page at this address shows, to the first who asks, and once more, for a short time, to who goes on from there.
/// Going back shows nothing and uses it up.
pub async fn take<T: Serialize + DeserializeOwned>(
    ctx: &Context,
    ticket: &str,
    arrival: Arrival,
) -> Result<Option<T>, ServiceError> {
    let Some(ticket) = PlainToken::parse(ticket) else { return Ok(None) };
    let (id, now, again) = (ticket.hashed(), ctx.clock.now(), arrival == Arrival::Onward);
    let until = now + SEEN_AGAIN;
    let sealed = match ctx.held.take(id, now, again, until) {
        Some(sealed) => Some(sealed),
        None => {
            reach(ctx)?;
            noted(ctx, ctx.db.write(move |tx| Box::pin(store::draft::take_showing(tx, id, now, again, until))).await)?
        }
    };
    let open = |sealed| Sealed::from_stored(sealed).open(&ticket.derive("showing"), &Place::new("showing", ""));
    Ok(sealed.and_then(|sealed| open(sealed).ok()))
}

/// Fails at once while the database is left alone.
pub(super) fn reach(ctx: &Context) -> Result<(), StoreError> {
    if ctx.held.leaves_database_alone(ctx.clock.now()) {
        return Err(StoreError::Unavailable("left alone for a moment"));
    }
    Ok(())
}

/// Remembers that the database is away.
pub(super) fn noted<T>(ctx: &Context, outcome: Result<T, StoreError>) -> Result<T, StoreError> {
    if let Err(error @ StoreError::Unavailable(_)) = &outcome {
        tracing::warn!(%error, "the database is away; drafts are held in memory");
        ctx.held.database_failed(ctx.clock.now());
    }
    outcome
}

enum Table {
    Draft,
    Showing,
}

struct Row {
    id: HashedToken,
    sealed: Vec<u8>,
    until: Moment,
}

impl Row {
    fn new(ctx: &Context, token: &PlainToken, sealed: Vec<u8>, life: Seconds) -> Self {
        Self { id: token.hashed(), sealed, until: ctx.clock.now() + life }
    }

    async fn store(self, ctx: &Context, table: Table) -> Whereabouts {
        match self.write(ctx, table).await {
            Ok(()) => Whereabouts::Database,
            Err(_) => self.hold(ctx),
        }
    }

    fn hold(self, ctx: &Context) -> Whereabouts {
        ctx.held.put(self.id, self.sealed, self.until, ctx.clock.now());
        Whereabouts::Memory
    }

    async fn write(&self, ctx: &Context, table: Table) -> Result<(), StoreError> {
        reach(ctx)?;
        let (id, sealed, until) = (self.id, self.sealed.clone(), self.until);
        let written = ctx.db.write(move |tx| {
            Box::pin(async move {
                match table {
                    Table::Draft => store::draft::keep(tx, id, &sealed, until).await,
                    Table::Showing => store::draft::keep_showing(tx, id, &sealed, until).await,
                }
            })
        });
        noted(ctx, written.await)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::{Draft, Field};
    use crate::service::testing;

    fn draft(words: &str) -> Draft {
        let mut draft = Draft::default();
        draft.put(Field::Words, [words.to_owned()]);
        draft
    }

    #[tokio::test]
    async fn a_draft_is_found_by_its_secret_for_half_an_hour() {
        let (ctx, _folder) = testing::context().await;
        let (secret, whereabouts) = keep(&ctx, &draft("words")).await;
        assert_eq!(whereabouts, Whereabouts::Database);
        assert!(find::<Draft>(&ctx, &secret).await.unwrap() == Some(draft("words")));

        let other = Secret(PlainToken::random(&ctx.random));
        assert!(find::<Draft>(&ctx, &other).await.unwrap().is_none());
        ctx.clock.advance(DRAFT_LIFE);
        assert!(find::<Draft>(&ctx, &secret).await.unwrap().is_none());
    }

    #[tokio::test]
    async fn the_secret_of_one_kind_opens_no_other() {
        let (ctx, _folder) = testing::context().await;
        let (secret, _) = keep(&ctx, &draft("words")).await;
        assert!(find::<crate::service::coming_back::Visit>(&ctx, &secret).await.unwrap().is_none());
    }

    #[tokio::test]
    async fn a_page_is_shown_once_and_not_after_five_minutes() {
        let (ctx, _folder) = testing::context().await;
        let ticket = show(&ctx, &"page".to_owned()).await;
        assert!(shows(&ctx, &ticket, Arrival::Back).await, "the first look, whatever the browser says");
        assert!(!shows(&ctx, &ticket, Arrival::Back).await);
        assert!(!shows(&ctx, &ticket, Arrival::Onward).await, "going back has used it up");
        assert!(!shows(&ctx, "not a ticket", Arrival::Onward).await);

        let late = show(&ctx, &"page".to_owned()).await;
        ctx.clock.advance(SHOWING_LIFE);
        assert!(!shows(&ctx, &late, Arrival::Onward).await);
    }

    #[tokio::test]
    async fn a_page_that_did_not_arrive_is_shown_again_for_two_minutes() {
        let (ctx, folder) = testing::context().await;
        for away in [false, true] {
            if away {
                testing::take_database_away(&folder).await;
            }
            let ticket = show(&ctx, &"page".to_owned()).await;
            assert!(shows(&ctx, &ticket, Arrival::Onward).await);
            ctx.clock.advance(Seconds(SEEN_AGAIN.0 - 1));
            assert!(shows(&ctx, &ticket, Arrival::Onward).await);
            ctx.clock.advance(Seconds(1));
            assert!(!shows(&ctx, &ticket, Arrival::Onward).await, "from the first look on, not from the last");
        }
    }

    #[tokio::test]
    async fn without_room_nothing_more_is_kept_on_disk() {
        let (ctx, _folder) = testing::context().await;
        ctx.room.fill();
        let (secret, whereabouts) = keep(&ctx, &draft("words")).await;
        assert_eq!(whereabouts, Whereabouts::Nowhere);
        assert!(find::<Draft>(&ctx, &secret).await.unwrap().is_none());
        let ticket = show(&ctx, &"page".to_owned()).await;
        assert_eq!((testing::count(&ctx, "draft").await, testing::count(&ctx, "showing").await), (0, 0));
        assert!(shows(&ctx, &ticket, Arrival::Back).await, "the page that says so is there");

        ctx.room.measured(0);
        assert_eq!(keep(&ctx, &draft("words")).await.1, Whereabouts::Database);
    }

    async fn shows(ctx: &Context, ticket: &str, arrival: Arrival) -> bool {
        take::<String>(ctx, ticket, arrival).await.ok().flatten().as_deref() == Some("page")
    }

    #[tokio::test]
    async fn while_the_database_is_away_nothing_typed_is_lost() {
        let (ctx, folder) = testing::context().await;
        let (before, _) = keep(&ctx, &draft("before")).await;
        testing::take_database_away(&folder).await;

        let (secret, whereabouts) = keep(&ctx, &draft("words")).await;
        assert_eq!(whereabouts, Whereabouts::Memory);
        let ticket = show(&ctx, &"page".to_owned()).await;
        assert!(shows(&ctx, &ticket, Arrival::Back).await);
        assert!(find::<Draft>(&ctx, &before).await.is_err(), "not the same as expired");

        testing::bring_database_back(&folder).await;
        ctx.clock.advance(Seconds::minutes(1));
        assert!(find::<Draft>(&ctx, &secret).await.unwrap() == Some(draft("words")));
        assert!(find::<Draft>(&ctx, &before).await.unwrap() == Some(draft("before")));
    }
}
