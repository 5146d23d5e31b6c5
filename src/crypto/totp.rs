//! The second factor: six digits from an app (RFC 6238: SHA-1, 30 seconds, as every authenticator app has it).

use totp_rs::{Algorithm, Builder, Totp};

use super::sealed::Key;
use crate::domain::clock::Moment;

const STEP_SECONDS: u64 = 30;
/// One step either way, for clocks that are a little off.
const SKEW_STEPS: u16 = 1;
const SECRET: usize = 20;

/// A shared secret with an authenticator app.
#[derive(Clone)]
pub struct TotpSecret(Totp);

impl TotpSecret {
    /// `account` and `issuer` are what the app shows: keep them neutral, the phone may be shared.
    pub fn new(key: &Key, account: &str, issuer: &str) -> Self {
        let plain = |text: &str| text.replace(':', " ");
        Self(
            Builder::new()
                .with_algorithm(Algorithm::SHA1)
                .with_digits(6)
                .with_skew(SKEW_STEPS)
                .with_step_duration(STEP_SECONDS)
                .with_secret(key.expose()[..SECRET].to_vec())
                .with_account_name(plain(account))
                .with_issuer(Some(plain(issuer)))
                .build_noncompliant(),
        )
    }

    pub fn base32(&self) -> String {
        self.0.secret().to_base32()
    }

    pub fn url(&self) -> String {
        self.0.to_url().unwrap_or_default()
    }

    pub fn digits_at(&self, now: Moment) -> String {
        self.0.generate(now.0.unsigned_abs()).to_string()
    }

    /// The step that `digits` belong to, when they are right now and later than the last step used: each code works
    /// once (RFC 6238, 5.2).
    pub fn check(&self, digits: &str, now: Moment, last_used: Option<i64>) -> Option<i64> {
        let digits: String = digits.chars().filter(|c| !c.is_whitespace()).collect();
        let at = now.0.unsigned_abs();
        let steps = (0..=2 * u64::from(SKEW_STEPS)).map(|n| at / STEP_SECONDS + n - u64::from(SKEW_STEPS));
        steps
            .filter(|step| self.0.generate(step * STEP_SECONDS).to_string() == digits)
            .map(u64::cast_signed)
            .find(|step| last_used.is_none_or(|last| *step > last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::clock::Seconds;

    #[test]
    fn matches_the_test_vector_of_rfc_6238() {
        let mut bytes = [0; 32];
        bytes[..20].copy_from_slice(b"12345678901234567890");
        let secret = TotpSecret::new(&Key::from_bytes(bytes), "a", "b");
        assert_eq!(secret.digits_at(Moment(59)), "287082");
        assert_eq!(secret.digits_at(Moment(1_111_111_109)), "081804");
    }

    #[test]
    fn a_code_works_once_and_one_step_late() {
        let secret = TotpSecret::new(&Key::from_bytes([9; 32]), "a", "b");
        let now = Moment(1_800_000_000);
        let digits = secret.digits_at(now);
        let step = secret.check(&digits, now, None).unwrap();
        assert_eq!(secret.check(&digits, now, Some(step)), None);
        assert_eq!(secret.check(&digits, now + Seconds(30), None), Some(step));
        assert_eq!(secret.check(&digits, now + Seconds(90), None), None);
        assert_eq!(secret.check("", now, None), None);
    }
}
