//! A way in for somebody whose phone is lost: eighty random bits on paper, good once.

use sha2::{Digest, Sha256};

use super::random::Random;
use super::spoken;
use crate::domain::ids::StaffId;

pub struct RecoveryCode([u8; 10]);

impl RecoveryCode {
    pub fn random(random: &Random) -> Self {
        Self(random.array())
    }

    pub fn reveal(&self) -> String {
        spoken::write(&self.0)
    }

    pub fn parse(typed: &str) -> Option<Self> {
        spoken::read::<10>(typed).map(|bytes| Self(*bytes))
    }

    /// Eighty bits need no slow hash; the owner in front keeps equal codes apart.
    pub fn hashed(&self, owner: StaffId) -> [u8; 32] {
        Sha256::new()
            .chain_update(b"quietdoor/1/recovery code")
            .chain_update(owner.as_bytes())
            .chain_update(self.0)
            .finalize()
            .into()
    }
}

impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}
