//! Time is a parameter: whoever needs "now" is given a [`Clock`].

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use serde::{Deserialize, Serialize};

/// Seconds since 1970-01-01T00:00:00Z, the only form in which a moment is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

/// A length of time in whole seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seconds(pub i64);

impl Seconds {
    pub const fn minutes(n: i64) -> Self {
        Self(n * 60)
    }

    pub const fn hours(n: i64) -> Self {
        Self(n * 3600)
    }

    pub const fn days(n: i64) -> Self {
        Self(n * 86_400)
    }
}

impl std::ops::Add<Seconds> for Moment {
    type Output = Self;

    fn add(self, length: Seconds) -> Self {
        Self(self.0.saturating_add(length.0))
    }
}

impl std::ops::Sub<Seconds> for Moment {
    type Output = Self;

    fn sub(self, length: Seconds) -> Self {
        Self(self.0.saturating_sub(length.0))
    }
}

impl std::ops::Sub for Moment {
    type Output = Seconds;

    fn sub(self, earlier: Self) -> Seconds {
        Seconds(self.0.saturating_sub(earlier.0))
    }
}

/// The clock of this process, or a hand that a test moves.
#[derive(Clone, Debug)]
pub enum Clock {
    System,
    Manual(Arc<AtomicI64>),
}

impl Clock {
    pub fn manual(start: Moment) -> Self {
        Self::Manual(Arc::new(AtomicI64::new(start.0)))
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    pub fn now(&self) -> Moment {
        match self {
            Self::System => Moment(jiff::Timestamp::now().as_second()),
            Self::Manual(hand) => Moment(hand.load(Ordering::Relaxed)),
        }
    }

    /// Moves a manual clock; the system's clock moves by itself.
    pub fn advance(&self, by: Seconds) {
        if let Self::Manual(hand) = self {
            hand.fetch_add(by.0, Ordering::Relaxed);
        }
    }
}
