//! A password opens a private key, and nothing else proves it: there is no stored password hash to steal.

use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

use super::DoesNotOpen;
use super::keyring::PrivateKey;
use super::random::Random;
use super::sealed::{self, Key, Place};

/// argon2id, 64 MiB, three passes, one lane: above OWASP's minimum of 19 MiB and two passes
/// (Password Storage Cheat Sheet).
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
const VERSION: u8 = 1;
const SALT: usize = 16;

/// What a password unlocks: the person's private key, and a key for what only that person's sign-in may read.
#[derive(Debug, Clone)]
pub struct Unlocked {
    pub private_key: PrivateKey,
    pub own_key: Key,
}

/// Wraps a person's private key under a password. Takes about 150 ms and 64 MiB: run it off the async threads, and
/// not many at a time.
pub fn lock(password: &str, owner: &Place, key: &PrivateKey, random: &Random) -> (Vec<u8>, Key) {
    let salt: [u8; SALT] = random.array();
    let root = stretch(password, &salt);
    let sealed = sealed::seal_bytes(&root.derive("private key"), owner, key.as_key().expose(), random);
    ([&[VERSION][..], &salt, &sealed].concat(), root.derive("own"))
}

pub fn unlock(password: &str, owner: &Place, locked: &[u8]) -> Result<Unlocked, DoesNotOpen> {
    let (&[VERSION], rest) = locked.split_first_chunk::<1>().ok_or(DoesNotOpen)? else { return Err(DoesNotOpen) };
    let (salt, sealed) = rest.split_first_chunk::<SALT>().ok_or(DoesNotOpen)?;
    let root = stretch(password, salt);
    let key = Key::from_slice(&sealed::open_bytes(&root.derive("private key"), owner, sealed)?)?;
    Ok(Unlocked { private_key: PrivateKey::from_key(key)?, own_key: root.derive("own") })
}

/// Spends the time that [`unlock`] takes, for an address nobody has: how long an answer takes must not tell who
/// works here.
pub fn pretend(password: &str) {
    drop(stretch(password, &[0; SALT]));
}

fn stretch(password: &str, salt: &[u8; SALT]) -> Key {
    let params = Params::new(MEMORY_KIB, PASSES, 1, Some(32)).expect("constants within argon2's limits");
    let mut out = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), salt, out.as_mut_slice())
        .expect("constants within argon2's limits");
    Key::from_bytes(*out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_password_and_the_owner_open_the_key() {
        let random = Random::repeatable(1);
        let key = PrivateKey::generate(&random);
        let owner = Place::new("staff.locked_key", 1);
        let (locked, own) = lock("correct horse", &owner, &key, &random);

        let unlocked = unlock("correct horse", &owner, &locked).unwrap();
        assert_eq!(unlocked.private_key.public(), key.public());
        assert_eq!(unlocked.own_key.expose(), own.expose());
        assert!(unlock("correct hors", &owner, &locked).is_err());
        assert!(unlock("correct horse", &Place::new("staff.locked_key", 2), &locked).is_err());
    }
}
