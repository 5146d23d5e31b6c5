//! How fast one source may act, in the words of what it does. Over the limit a person waits a few seconds with their
//! words kept; nobody is refused.
//!
//! Per node by design: the limits protect this machine. A source is a network prefix under a key of this process, in
//! memory only (docs/LOGGING.md).

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::service::Context;

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// One step of the form. Generous: a refuge or a library shares one address.
    Writing,
    /// Sending a report.
    Telling,
    /// Trying a code.
    ComingBack,
    /// Trying a password or a second factor, counted by source.
    SigningIn,
}

/// How long to wait before trying again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait(pub Duration);

impl Wait {
    /// Whole seconds for `Retry-After`, at least one.
    pub fn seconds(self) -> u64 {
        self.0.as_secs_f64().ceil().max(1.0) as u64
    }
}

/// A network prefix that cannot be turned back into an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Source([u8; 8]);

pub struct Limits {
    key: [u8; 32],
    writing: DefaultKeyedRateLimiter<Source>,
    telling: DefaultKeyedRateLimiter<Source>,
    coming_back: DefaultKeyedRateLimiter<Source>,
    signing_in: DefaultKeyedRateLimiter<Source>,
    accounts: DefaultKeyedRateLimiter<[u8; 32]>,
    clock: DefaultClock,
}

impl Limits {
    pub fn new(ctx: &Context) -> Self {
        Self {
            key: ctx.random.array(),
            writing: keyed(50, 3000),
            telling: keyed(10, 400),
            coming_back: keyed(1, 60),
            signing_in: keyed(1, 30),
            accounts: RateLimiter::keyed(
                Quota::with_period(Duration::from_secs(6)).unwrap_or(Quota::per_minute(one())).allow_burst(burst(10)),
            ),
            clock: DefaultClock::default(),
        }
    }

    /// The source of an address: its /24 or /56, hashed.
    pub fn source(&self, address: IpAddr) -> Source {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).expect("HMAC takes any key");
        match address.to_canonical() {
            IpAddr::V4(v4) => mac.update(&v4.octets()[..3]),
            IpAddr::V6(v6) => mac.update(&Ipv6Addr::octets(&v6)[..7]),
        }
        let mut source = [0; 8];
        source.copy_from_slice(&mac.finalize().into_bytes()[..8]);
        Source(source)
    }

    pub fn check(&self, doing: Doing, source: Source) -> Result<(), Wait> {
        let limiter = match doing {
            Doing::Writing => &self.writing,
            Doing::Telling => &self.telling,
            Doing::ComingBack => &self.coming_back,
            Doing::SigningIn => &self.signing_in,
        };
        limiter.check_key(&source).map_err(|not_until| Wait(not_until.wait_time_from(self.clock.now())))
    }

    /// Sign-in attempts against one account, from anywhere. Slows guessing; never locks the owner out.
    pub fn check_account(&self, email: &str) -> Result<(), Wait> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).expect("HMAC takes any key");
        mac.update(email.trim().to_lowercase().as_bytes());
        let account: [u8; 32] = mac.finalize().into_bytes().into();
        self.accounts.check_key(&account).map_err(|not_until| Wait(not_until.wait_time_from(self.clock.now())))
    }

    /// Forgets sources that are back at rest, so that memory does not grow with a flood.
    pub fn forget_idle(&self) {
        for limiter in [&self.writing, &self.telling, &self.coming_back, &self.signing_in] {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
        self.accounts.retain_recent();
        self.accounts.shrink_to_fit();
    }
}

fn keyed(per_second: u32, at_once: u32) -> DefaultKeyedRateLimiter<Source> {
    RateLimiter::keyed(Quota::per_second(burst(per_second)).allow_burst(burst(at_once)))
}

fn burst(n: u32) -> NonZeroU32 {
    NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN)
}

fn one() -> NonZeroU32 {
    NonZeroU32::MIN
}
