//! How much room what waits for half an hour may take on the disk: one source writes as fast as its limit allows, and a
//! full disk stops reports too.

use std::sync::atomic::{AtomicU64, Ordering};

/// Drafts and pages to show, together. A draft takes a few kilobytes: hundreds of thousands of people at once.
const MOST_BYTES: u64 = 1024 * 1024 * 1024;

/// What is known of it: measured every minute, and counted in between.
#[derive(Default)]
pub struct Room {
    taken: AtomicU64,
}

impl Room {
    /// Returns false when there is none left.
    pub fn take(&self, bytes: usize) -> bool {
        let bytes = bytes as u64;
        let sum = |taken: u64| taken.checked_add(bytes).filter(|sum| *sum <= MOST_BYTES);
        self.taken.fetch_update(Ordering::Relaxed, Ordering::Relaxed, sum).is_ok()
    }

    /// What the tables really hold, whichever node wrote it.
    pub fn measured(&self, bytes: u64) {
        self.taken.store(bytes, Ordering::Relaxed);
    }

    #[cfg(test)]
    pub(crate) fn fill(&self) {
        self.measured(MOST_BYTES);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_has_an_end_until_something_is_deleted() {
        let room = Room::default();
        room.measured(MOST_BYTES - 100);
        assert!(room.take(100));
        assert!(!room.take(1));
        room.measured(MOST_BYTES - 1);
        assert!(room.take(1));
    }
}
