//! Use cases: what a visitor or a colleague can do, one function each. The web calls these and nothing below.

use std::sync::Arc;

use tokio::sync::Notify;

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
}

impl Context {
    pub fn new(db: Db, clock: Clock, random: Random) -> Self {
        Self { db, clock, random, mail_bell: Arc::new(Notify::new()) }
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
