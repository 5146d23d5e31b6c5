//! Randomness is a parameter, so that a test can repeat a run.

use std::sync::{Arc, Mutex};

use sha2::{Digest, Sha256};

/// The operating system's randomness, or a repeatable stream for tests.
#[derive(Clone, Debug)]
pub enum Random {
    System,
    /// SHA-256 of a seed and a counter. Repeatable, therefore not secret: tests only.
    Repeatable(Arc<Mutex<(u64, u64)>>),
}

impl Random {
    pub fn repeatable(seed: u64) -> Self {
        Self::Repeatable(Arc::new(Mutex::new((seed, 0))))
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that asks the operating system")]
    pub fn fill(&self, bytes: &mut [u8]) {
        match self {
            // Without randomness nothing here is safe to do: better no answer than a guessable one.
            Self::System => getrandom::fill(bytes).expect("the operating system gives randomness"),
            Self::Repeatable(state) => {
                let mut state = state.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                for chunk in bytes.chunks_mut(32) {
                    state.1 += 1;
                    let block = Sha256::new().chain_update(state.0.to_le_bytes()).chain_update(state.1.to_le_bytes());
                    chunk.copy_from_slice(&block.finalize()[..chunk.len()]);
                }
            }
        }
    }

    pub fn array<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }
}
