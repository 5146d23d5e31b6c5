//! Key pairs: the team's, one an epoch, and each member of staff's own.

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use zeroize::Zeroizing;

use super::DoesNotOpen;
use super::random::Random;
use super::sealed::{Key, Place};

type Suite = X25519HkdfSha256;
type PublicPoint = <Suite as Kem>::PublicKey;
type PrivateScalar = <Suite as Kem>::PrivateKey;
type Encapsulated = <Suite as Kem>::EncappedKey;

/// RFC 9180 base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305. The byte stands in front of every
/// sealed value so that a hybrid suite (X-Wing) can follow without a migration.
const SUITE: u8 = 0x21;
const ENCAPSULATED: usize = 32;
const INFO: &[u8] = b"quietdoor/1";

/// What anybody may know, and all that is needed to seal.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey([u8; 32]);

impl PublicKey {
    pub fn from_slice(bytes: &[u8]) -> Result<Self, DoesNotOpen> {
        let bytes: [u8; 32] = bytes.try_into().map_err(|_| DoesNotOpen)?;
        PublicPoint::from_bytes(&bytes).map_err(|_| DoesNotOpen)?;
        Ok(Self(bytes))
    }

    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Seals `plain` so that only the private half opens it, in this place.
    pub fn seal(&self, place: &Place, plain: &[u8]) -> Vec<u8> {
        let point = PublicPoint::from_bytes(&self.0).expect("checked when it was read");
        let (encapsulated, mut context) =
            hpke::setup_sender::<ChaCha20Poly1305, HkdfSha256, Suite>(&OpModeS::Base, &point, INFO)
                .expect("a checked point has a shared secret");
        let sealed = context.seal(plain, place.as_bytes()).expect("fits in memory");
        [&[SUITE][..], &encapsulated.to_bytes(), &sealed].concat()
    }

    pub fn seal_key(&self, place: &Place, key: &Key) -> Vec<u8> {
        self.seal(place, key.expose())
    }
}

impl std::fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PublicKey({:02x}{:02x}…)", self.0[0], self.0[1])
    }
}

/// The half that opens.
#[derive(Clone)]
pub struct PrivateKey(Key);

impl PrivateKey {
    /// X25519 scalars are any thirty-two bytes; RFC 9180 derives one from random input material.
    pub fn generate(random: &Random) -> Self {
        let material = Zeroizing::new(random.array::<32>());
        let (scalar, _) = Suite::derive_keypair(material.as_slice());
        Self(Key::from_slice(&scalar.to_bytes()).expect("an X25519 scalar has thirty-two bytes"))
    }

    pub fn from_key(key: Key) -> Result<Self, DoesNotOpen> {
        PrivateScalar::from_bytes(key.expose()).map_err(|_| DoesNotOpen)?;
        Ok(Self(key))
    }

    pub fn as_key(&self) -> &Key {
        &self.0
    }

    pub fn public(&self) -> PublicKey {
        PublicKey(Suite::sk_to_pk(&self.scalar()).to_bytes().into())
    }

    pub fn open(&self, place: &Place, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, DoesNotOpen> {
        let (&[SUITE], rest) = bytes.split_first_chunk::<1>().ok_or(DoesNotOpen)? else { return Err(DoesNotOpen) };
        let (encapsulated, sealed) = rest.split_first_chunk::<ENCAPSULATED>().ok_or(DoesNotOpen)?;
        let encapsulated = Encapsulated::from_bytes(encapsulated).map_err(|_| DoesNotOpen)?;
        let mut context = hpke::setup_receiver::<ChaCha20Poly1305, HkdfSha256, Suite>(
            &OpModeR::Base,
            &self.scalar(),
            &encapsulated,
            INFO,
        )
        .map_err(|_| DoesNotOpen)?;
        context.open(sealed, place.as_bytes()).map(Zeroizing::new).map_err(|_| DoesNotOpen)
    }

    pub fn open_key(&self, place: &Place, bytes: &[u8]) -> Result<Key, DoesNotOpen> {
        Key::from_slice(&self.open(place, bytes)?)
    }

    fn scalar(&self) -> PrivateScalar {
        PrivateScalar::from_bytes(self.0.expose()).expect("checked when it was read")
    }
}

impl std::fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PrivateKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_private_half_opens_and_only_in_its_place() {
        let random = Random::repeatable(1);
        let (mine, theirs) = (PrivateKey::generate(&random), PrivateKey::generate(&random));
        let place = Place::new("report.team_key", "a").and(1);
        let sealed = mine.public().seal(&place, b"content key");

        assert_eq!(mine.open(&place, &sealed).unwrap().as_slice(), b"content key");
        assert_eq!(theirs.open(&place, &sealed), Err(DoesNotOpen));
        assert_eq!(mine.open(&Place::new("report.team_key", "b").and(1), &sealed), Err(DoesNotOpen));
        assert_eq!(mine.open(&place, &sealed[..20]), Err(DoesNotOpen));
    }

    #[test]
    fn a_private_key_survives_being_stored() {
        let key = PrivateKey::generate(&Random::repeatable(2));
        let again = PrivateKey::from_key(key.as_key().clone()).unwrap();
        assert_eq!(key.public(), again.public());
        assert_eq!(PublicKey::from_slice(key.public().as_bytes()).unwrap(), key.public());
    }
}
