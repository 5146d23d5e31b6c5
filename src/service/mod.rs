//! Use cases: what a visitor or a colleague can do, one function each. The web calls these and nothing below.

pub mod audit;
pub mod coming_back;
pub mod drafts;
pub mod held;
pub mod reporting;
pub mod room;
pub mod sign_in;
pub mod staff;
pub mod team_key;
#[cfg(test)]
pub(crate) mod testing;
pub mod triage;
pub mod unsent;

use std::sync::Arc;

use tokio::sync::{Notify, Semaphore};

use crate::crypto::random::Random;
use crate::domain::clock::Clock;
use crate::store::{Db, StoreError};

/// What every use case needs.
#[derive(Clone)]
pub struct Context {
    pub db: Db,
    pub clock: Clock,
    pub random: Random,
    /// Rung when a notice was written, so that mail leaves at once.
    pub mail_bell: Arc<Notify>,
    /// What the database could not take.
    pub held: Arc<held::Held>,
    /// For drafts, in the database.
    pub room: Arc<room::Room>,
    /// Passwords tried at once: each takes a core and 64 MiB, and a flood of them must not take the machine from those
    /// who tell.
    password_turns: Arc<Semaphore>,
}

impl Context {
    pub fn new(db: Db, clock: Clock, random: Random) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let password_turns = Arc::new(Semaphore::new(cores.div_ceil(2)));
        Self {
            db,
            clock,
            random,
            mail_bell: Arc::new(Notify::new()),
            held: Arc::default(),
            room: Arc::default(),
            password_turns,
        }
    }

    /// Stretches a password off the async threads, when it is its turn.
    async fn with_password_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, ServiceError> {
        let _turn = self.password_turns.acquire().await.map_err(|_| ServiceError::Conflict)?;
        tokio::task::spawn_blocking(work).await.map_err(|_| ServiceError::DoesNotOpen)
    }
}

/// Why a use case could not be done. The web turns each into a page in the person's language.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// The database is away. What was typed must be kept.
    #[error(transparent)]
    Store(StoreError),
    /// There is no such thing, or not for this person: the two are never told apart.
    #[error("not found")]
    NotFound,
    /// A colleague was faster, or it has moved on.
    #[error("no longer possible")]
    Conflict,
    /// This person may not.
    #[error("not allowed")]
    Forbidden,
    /// This person may, but no lead has given them the team's key of that epoch yet.
    #[error("has no key yet")]
    NoKeyYet,
    /// A sealed value that should open did not: wrong key, or damaged.
    #[error("does not open")]
    DoesNotOpen,
}

impl From<StoreError> for ServiceError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<crate::crypto::DoesNotOpen> for ServiceError {
    fn from(_: crate::crypto::DoesNotOpen) -> Self {
        Self::DoesNotOpen
    }
}
