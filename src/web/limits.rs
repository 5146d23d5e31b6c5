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

use crate::domain::ids::StaffId;
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
    passwords: DefaultKeyedRateLimiter<Account>,
    second_factors: DefaultKeyedRateLimiter<Account>,
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
            passwords: one_every(Duration::from_secs(6), 10),
            second_factors: one_every(Duration::from_secs(30), 10),
            clock: DefaultClock::default(),
        }
    }

    /// The source of an address: its /24 or /56, hashed.
    pub fn source(&self, address: IpAddr) -> Source {
        let mut mac = self.mac();
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

    /// Passwords tried for one account from one source. What strangers try elsewhere never makes its owner wait.
    pub fn check_password(&self, email: &str, source: Source) -> Result<(), Wait> {
        self.check_account(&self.passwords, &[email.trim().to_lowercase().as_bytes(), &source.0])
    }

    /// Second factors tried for one account, from anywhere: a million numbers would not last long against many
    /// sources. Only somebody who knows the password gets here, so nobody else can make the owner wait.
    pub fn check_second_factor(&self, staff: StaffId) -> Result<(), Wait> {
        self.check_account(&self.second_factors, &[staff.as_bytes()])
    }

    fn check_account(&self, limiter: &DefaultKeyedRateLimiter<Account>, parts: &[&[u8]]) -> Result<(), Wait> {
        let mut mac = self.mac();
        parts.iter().for_each(|part| mac.update(part));
        let account: Account = mac.finalize().into_bytes().into();
        limiter.check_key(&account).map_err(|not_until| Wait(not_until.wait_time_from(self.clock.now())))
    }

    fn mac(&self) -> Hmac<Sha256> {
        Hmac::new_from_slice(&self.key).expect("HMAC takes any key")
    }

    /// Forgets, every minute, who is back at rest, so that memory does not grow with a flood. Never ends.
    pub async fn keep_small(&self) {
        let mut minute = tokio::time::interval(Duration::from_secs(60));
        loop {
            minute.tick().await;
            self.forget_idle();
        }
    }

    fn forget_idle(&self) {
        for limiter in [&self.writing, &self.telling, &self.coming_back, &self.signing_in] {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
        for limiter in [&self.passwords, &self.second_factors] {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }
}

/// An account, or an account and a source, under the key of this process.
type Account = [u8; 32];

fn keyed(per_second: u32, at_once: u32) -> DefaultKeyedRateLimiter<Source> {
    RateLimiter::keyed(Quota::per_second(burst(per_second)).allow_burst(burst(at_once)))
}

fn one_every(period: Duration, at_once: u32) -> DefaultKeyedRateLimiter<Account> {
    let quota = Quota::with_period(period).unwrap_or(Quota::per_minute(NonZeroU32::MIN));
    RateLimiter::keyed(quota.allow_burst(burst(at_once)))
}

fn burst(n: u32) -> NonZeroU32 {
    NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::testing;

    #[tokio::test]
    async fn strangers_do_not_make_the_owner_of_an_account_wait() {
        let (ctx, _folder) = testing::context().await;
        let limits = Limits::new(&ctx);
        let [stranger, owner] = ["192.0.2.1", "198.51.100.1"].map(|address| limits.source(address.parse().unwrap()));
        while limits.check_password("Owner@council.test", stranger).is_ok() {}
        assert!(limits.check_password(" owner@council.test ", stranger).is_err(), "the same account");
        assert!(limits.check_password("owner@council.test", owner).is_ok());
    }

    #[tokio::test]
    async fn second_factors_are_slowed_wherever_they_are_tried() {
        let (ctx, _folder) = testing::context().await;
        let limits = Limits::new(&ctx);
        let [one, other] = [1, 2].map(|n| StaffId::from_random([n; 16]));
        let tried = (0..100).take_while(|_| limits.check_second_factor(one).is_ok()).count();
        assert_eq!(tried, 10);
        assert!(limits.check_second_factor(other).is_ok());
    }

    #[tokio::test]
    async fn who_is_back_at_rest_is_forgotten() {
        let (ctx, _folder) = testing::context().await;
        let limits = Limits { writing: keyed(u32::MAX, 1), ..Limits::new(&ctx) };
        for n in 0..1000_u32 {
            limits.check(Doing::Writing, limits.source(IpAddr::V4((n << 8).into()))).unwrap();
        }
        assert_eq!(limits.writing.len(), 1000);
        limits.forget_idle();
        assert!(limits.writing.len() < 1000, "{}", limits.writing.len());
    }
}
