//! A value under a key, bound to its place.

use std::marker::PhantomData;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::DoesNotOpen;
use super::random::Random;

/// Thirty-two secret bytes. Wiped when dropped, never printed.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Key([u8; 32]);

impl Key {
    pub fn random(random: &Random) -> Self {
        Self(random.array())
    }

    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub fn from_slice(bytes: &[u8]) -> Result<Self, DoesNotOpen> {
        bytes.try_into().map(Self).map_err(|_| DoesNotOpen)
    }

    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// A key for one purpose, so that no key ever serves two (HKDF-SHA256, RFC 5869).
    pub fn derive(&self, purpose: &str) -> Self {
        let mut out = [0; 32];
        Hkdf::<Sha256>::new(None, &self.0)
            .expand(purpose.as_bytes(), &mut out)
            .expect("thirty-two bytes are within HKDF's limit");
        Self(out)
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

/// Where a sealed value lives. It is authenticated with the value: moved to another row, column or epoch it does
/// not open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place(String);

impl Place {
    /// `kind` names table and column, `id` the row.
    pub fn new(kind: &'static str, id: impl std::fmt::Display) -> Self {
        Self(format!("quietdoor/1/{kind}/{id}"))
    }

    /// Adds a part that the value is also bound to, for example the epoch.
    pub fn and(self, part: impl std::fmt::Display) -> Self {
        Self(format!("{}/{part}", self.0))
    }

    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// XChaCha20-Poly1305 with a random 192-bit nonce.
const SUITE: u8 = 1;
const NONCE: usize = 24;
/// Serialised values are padded to at least this, then to the next power of two: a row's length says little about
/// how much somebody wrote.
const SMALLEST_CLASS: usize = 512;

/// A `T` that only its key opens.
pub struct Sealed<T> {
    bytes: Vec<u8>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Sealed<T> {
    pub fn from_stored(bytes: Vec<u8>) -> Self {
        Self { bytes, holds: PhantomData }
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl<T> Clone for Sealed<T> {
    fn clone(&self) -> Self {
        Self::from_stored(self.bytes.clone())
    }
}

impl<T> std::fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sealed({} bytes)", self.bytes.len())
    }
}

impl<T: Serialize + DeserializeOwned> Sealed<T> {
    pub fn seal(key: &Key, place: &Place, value: &T, random: &Random) -> Self {
        let plain = Zeroizing::new(serde_json::to_vec(value).expect("our own types serialise"));
        Self::from_stored(seal_bytes(key, place, &padded(&plain), random))
    }

    pub fn open(&self, key: &Key, place: &Place) -> Result<T, DoesNotOpen> {
        let padded = open_bytes(key, place, &self.bytes)?;
        serde_json::from_slice(unpadded(&padded)?).map_err(|_| DoesNotOpen)
    }
}

/// Seals bytes as they are, without padding: for keys, whose length is no secret.
pub fn seal_bytes(key: &Key, place: &Place, plain: &[u8], random: &Random) -> Vec<u8> {
    let nonce: [u8; NONCE] = random.array();
    let payload = Payload { msg: plain, aad: place.as_bytes() };
    let sealed =
        XChaCha20Poly1305::new(key.expose().into()).encrypt(&XNonce::from(nonce), payload).expect("fits in memory");
    [&[SUITE][..], &nonce, &sealed].concat()
}

pub fn open_bytes(key: &Key, place: &Place, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, DoesNotOpen> {
    let (&[SUITE], rest) = bytes.split_first_chunk::<1>().ok_or(DoesNotOpen)? else { return Err(DoesNotOpen) };
    let (nonce, sealed) = rest.split_first_chunk::<NONCE>().ok_or(DoesNotOpen)?;
    let payload = Payload { msg: sealed, aad: place.as_bytes() };
    XChaCha20Poly1305::new(key.expose().into())
        .decrypt(&XNonce::from(*nonce), payload)
        .map(Zeroizing::new)
        .map_err(|_| DoesNotOpen)
}

/// Length, value, zeros up to the size class.
pub(super) fn padded(plain: &[u8]) -> Zeroizing<Vec<u8>> {
    let class = (plain.len() + 4).next_power_of_two().max(SMALLEST_CLASS);
    let mut out = Zeroizing::new(Vec::with_capacity(class));
    out.extend_from_slice(&u32::try_from(plain.len()).expect("bodies are bounded far below 4 GiB").to_le_bytes());
    out.extend_from_slice(plain);
    out.resize(class, 0);
    out
}

pub(super) fn unpadded(padded: &[u8]) -> Result<&[u8], DoesNotOpen> {
    let (length, rest) = padded.split_first_chunk::<4>().ok_or(DoesNotOpen)?;
    rest.get(..u32::from_le_bytes(*length) as usize).ok_or(DoesNotOpen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_only_with_its_key_and_in_its_place() {
        let random = Random::repeatable(1);
        let (key, other) = (Key::random(&random), Key::random(&random));
        let place = Place::new("report.body", 7);
        let sealed = Sealed::seal(&key, &place, &"words".to_owned(), &random);

        assert_eq!(sealed.open(&key, &place).unwrap(), "words");
        assert_eq!(sealed.open(&other, &place), Err(DoesNotOpen));
        assert_eq!(sealed.open(&key, &Place::new("report.body", 8)), Err(DoesNotOpen));
        assert_eq!(sealed.open(&key, &Place::new("report.head", 7)), Err(DoesNotOpen));
        assert_eq!(sealed.open(&key, &place.and(2)), Err(DoesNotOpen));
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        let random = Random::repeatable(2);
        let key = Key::random(&random);
        let place = Place::new("x", 1);
        let sealed = seal_bytes(&key, &place, b"words", &random);
        for at in 0..sealed.len() {
            let mut damaged = sealed.clone();
            damaged[at] ^= 1;
            assert!(open_bytes(&key, &place, &damaged).is_err(), "byte {at}");
        }
        assert!(open_bytes(&key, &place, &sealed[..sealed.len() - 1]).is_err());
        assert!(open_bytes(&key, &place, &[]).is_err());
    }

    #[test]
    fn short_and_shorter_words_have_the_same_length() {
        let random = Random::repeatable(3);
        let key = Key::random(&random);
        let place = Place::new("x", 1);
        let lengths = ["", "help", &"long ".repeat(50)]
            .map(|text| Sealed::seal(&key, &place, &text.to_owned(), &random).as_bytes().len());
        assert!(lengths.iter().all(|length| *length == lengths[0]), "{lengths:?}");
    }

    #[test]
    fn debug_shows_no_secret() {
        assert_eq!(format!("{:?}", Key::from_bytes([7; 32])), "Key(…)");
    }
}
