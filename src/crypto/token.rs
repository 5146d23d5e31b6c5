//! Secrets that travel: what the bearer holds, and what is stored of it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::random::Random;
use super::sealed::Key;

/// Thirty-two random bytes in the bearer's hands: a session cookie, an invitation link, a draft's hidden field.
/// The database holds its [`HashedToken`], and values sealed under keys that derive from it.
#[derive(Clone)]
pub struct PlainToken(Key);

impl PlainToken {
    pub fn random(random: &Random) -> Self {
        Self(Key::random(random))
    }

    pub fn from_key(key: Key) -> Self {
        Self(key)
    }

    pub fn into_key(self) -> Key {
        self.0
    }

    /// As text in a cookie, a link or a hidden field: 43 characters of base64url.
    pub fn reveal(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0.expose())
    }

    pub fn parse(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        Key::from_slice(&bytes).ok().map(Self)
    }

    pub fn hashed(&self) -> HashedToken {
        HashedToken(Sha256::digest(self.0.derive("stored").expose()).into())
    }

    pub fn derive(&self, purpose: &str) -> Key {
        self.0.derive(purpose)
    }
}

impl std::fmt::Debug for PlainToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PlainToken(…)")
    }
}

/// What is stored: enough to find the row, useless to whoever steals it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct HashedToken([u8; 32]);

impl HashedToken {
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub fn matches(&self, stored: &[u8]) -> bool {
        self.0.ct_eq(stored).into()
    }
}

impl std::fmt::Debug for HashedToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HashedToken(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_goes_there_and_back_and_has_one_spelling() {
        let random = Random::repeatable(1);
        for _ in 0..200 {
            let token = PlainToken::random(&random);
            let text = token.reveal();
            assert_eq!(PlainToken::parse(&text).unwrap().hashed(), token.hashed());
        }
        let text = PlainToken::from_key(Key::from_bytes([0; 32])).reveal();
        assert!(PlainToken::parse(&format!("{}B", &text[..42])).is_none());
        assert!(PlainToken::parse("short").is_none());
        assert!(PlainToken::parse(&"é".repeat(22)).is_none());
    }

    #[test]
    fn what_is_stored_does_not_derive_keys() {
        let token = PlainToken::random(&Random::repeatable(2));
        assert_ne!(token.hashed().as_bytes(), token.derive("stored").expose());
    }
}
