//! What somebody typed while the database was away, sealed as it would be stored, in this process's memory. Bounded,
//! and gone with the process: better than losing it, not as good as a database.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::crypto::token::HashedToken;
use crate::domain::clock::{Moment, Seconds};

/// Room for some hundred people who wrote as much as they can, or tens of thousands who wrote a little.
const MOST_BYTES: usize = 32 * 1024 * 1024;
/// After a failure the database is left alone for a moment: asking it costs a person up to ten seconds each time.
const LEFT_ALONE: Seconds = Seconds(3);

#[derive(Default)]
pub struct Held(Mutex<Inside>);

#[derive(Default)]
struct Inside {
    entries: HashMap<HashedToken, Entry>,
    bytes: usize,
    away_until: Option<Moment>,
}

struct Entry {
    sealed: Vec<u8>,
    expires_at: Moment,
    shown: bool,
}

impl Held {
    pub fn put(&self, id: HashedToken, sealed: Vec<u8>, expires_at: Moment, now: Moment) {
        let mut inside = self.inside();
        inside.forget_expired(now);
        inside.remove(id);
        while inside.bytes + sealed.len() > MOST_BYTES && inside.remove_oldest() {}
        inside.bytes += sealed.len();
        inside.entries.insert(id, Entry { sealed, expires_at, shown: false });
    }

    pub fn get(&self, id: HashedToken, now: Moment) -> Option<Vec<u8>> {
        self.inside().entries.get(&id).filter(|entry| entry.expires_at > now).map(|entry| entry.sealed.clone())
    }

    /// As [`crate::store::draft::take_showing`].
    pub fn take(&self, id: HashedToken, now: Moment, again: bool, until: Moment) -> Option<Vec<u8>> {
        let mut inside = self.inside();
        if let Some(entry) = inside.entries.get_mut(&id).filter(|entry| entry.expires_at > now && !entry.shown) {
            entry.shown = true;
            entry.expires_at = entry.expires_at.min(until);
            return Some(entry.sealed.clone());
        }
        inside.remove(id).filter(|entry| again && entry.expires_at > now).map(|entry| entry.sealed)
    }

    pub fn forget_expired(&self, now: Moment) {
        self.inside().forget_expired(now);
    }

    pub fn database_failed(&self, now: Moment) {
        self.inside().away_until = Some(now + LEFT_ALONE);
    }

    pub fn leaves_database_alone(&self, now: Moment) -> bool {
        self.inside().away_until.is_some_and(|until| now < until)
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inside {
    fn remove(&mut self, id: HashedToken) -> Option<Entry> {
        let entry = self.entries.remove(&id)?;
        self.bytes -= entry.sealed.len();
        Some(entry)
    }

    fn remove_oldest(&mut self) -> bool {
        let oldest = self.entries.iter().min_by_key(|(_, entry)| entry.expires_at).map(|(id, _)| *id);
        oldest.is_some_and(|id| self.remove(id).is_some())
    }

    fn forget_expired(&mut self, now: Moment) {
        self.entries.retain(|_, entry| entry.expires_at > now);
        self.bytes = self.entries.values().map(|entry| entry.sealed.len()).sum();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::random::Random;
    use crate::crypto::token::PlainToken;

    const NOW: Moment = Moment(1_000);
    const LATER: Moment = Moment(2_000);

    fn ids(n: usize) -> Vec<HashedToken> {
        let random = Random::repeatable(1);
        (0..n).map(|_| PlainToken::random(&random).hashed()).collect()
    }

    #[test]
    fn what_was_seen_is_only_seen_again_and_what_has_expired_is_not_given() {
        let held = Held::default();
        let ids = ids(2);
        held.put(ids[0], vec![1], LATER, NOW);
        held.put(ids[1], vec![2], LATER, NOW);
        assert_eq!(held.get(ids[0], NOW), Some(vec![1]));
        assert_eq!(held.take(ids[0], NOW, false, NOW + Seconds(9)), Some(vec![1]));
        assert_eq!(held.take(ids[0], NOW + Seconds(8), true, LATER), Some(vec![1]), "a reload");
        assert_eq!(held.take(ids[0], NOW, false, LATER), None);
        assert_eq!(held.take(ids[0], NOW, true, LATER), None, "used up");
        assert_eq!(held.get(ids[1], LATER), None);
    }

    #[test]
    fn it_has_an_end_and_the_oldest_goes_first() {
        let held = Held::default();
        let ids = ids(5);
        for (place, id) in (0..).zip(&ids) {
            held.put(*id, vec![0; MOST_BYTES / 4], LATER + Seconds(place), NOW);
        }
        assert_eq!(held.get(ids[0], NOW), None);
        assert!(ids[1..].iter().all(|id| held.get(*id, NOW).is_some()));
    }

    #[test]
    fn after_a_failure_the_database_is_left_alone_for_a_moment() {
        let held = Held::default();
        assert!(!held.leaves_database_alone(NOW));
        held.database_failed(NOW);
        assert!(held.leaves_database_alone(NOW));
        assert!(!held.leaves_database_alone(NOW + LEFT_ALONE));
    }
}
