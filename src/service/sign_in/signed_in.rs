//! Somebody who is here with both factors.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::crypto::Key;
use crate::crypto::keyring::PrivateKey;
use crate::domain::ids::{Epoch, SessionId, StaffId};
use crate::domain::staff::{BothFactors, Lead, Reviewer, Role, StaffMember};

/// One request by somebody who is signed in with both factors. Holds what their password opened, for as long as the
/// request lasts.
pub struct SignedIn {
    member: StaffMember,
    session: SessionId,
    both: BothFactors,
    private_key: PrivateKey,
    own_key: Key,
    session_key: Key,
    opened: Mutex<HashMap<Epoch, PrivateKey>>,
}

impl SignedIn {
    pub(in crate::service) fn new(
        member: StaffMember,
        session: SessionId,
        both: BothFactors,
        private_key: PrivateKey,
        own_key: Key,
        session_key: Key,
    ) -> Self {
        Self { member, session, both, private_key, own_key, session_key, opened: Mutex::default() }
    }

    pub fn id(&self) -> StaffId {
        self.member.id
    }

    pub fn name(&self) -> &str {
        &self.member.name
    }

    pub fn role(&self) -> Role {
        self.member.role
    }

    pub fn session(&self) -> SessionId {
        self.session
    }

    /// `None` for somebody whose role does not read reports.
    pub fn reviewer(&self) -> Option<Reviewer> {
        Reviewer::prove(&self.member, self.both)
    }

    pub fn lead(&self) -> Option<Lead> {
        Lead::prove(&self.member, self.both)
    }

    pub(in crate::service) fn private_key(&self) -> &PrivateKey {
        &self.private_key
    }

    /// For what only this person's sign-in may read.
    pub(in crate::service) fn own_key(&self) -> &Key {
        &self.own_key
    }

    /// For what only this session may read.
    pub(in crate::service) fn session_key(&self) -> &Key {
        &self.session_key
    }

    pub(in crate::service) fn opened(&self, epoch: Epoch) -> Option<PrivateKey> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).get(&epoch).cloned()
    }

    pub(in crate::service) fn remember(&self, epoch: Epoch, key: &PrivateKey) {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).insert(epoch, key.clone());
    }
}

impl std::fmt::Debug for SignedIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SignedIn({:?})", self.member)
    }
}
