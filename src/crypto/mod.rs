//! Sealing. Everything here composes well-kept crates; nothing is invented.
//!
//! docs/SEALING.md draws what wraps what.

pub mod chain;
pub mod code;
pub mod envelope;
pub mod keyring;
pub mod password;
pub mod random;
pub mod recovery_code;
pub mod sealed;
pub mod spoken;
pub mod token;
pub mod totp;

pub use sealed::{Key, Place, Sealed};

/// A value that does not open: the wrong key, the wrong place, or damaged bytes. It never says which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("does not open")]
pub struct DoesNotOpen;
