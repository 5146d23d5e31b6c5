//! Somebody who is here with both factors.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::ToShow;
use crate::crypto::keyring::PrivateKey;
use crate::crypto::{DoesNotOpen, Key, Place, Sealed};
use crate::domain::ids::{Epoch, SessionId, StaffId};
use crate::domain::staff::{BothFactors, Lead, Reviewer, Role, StaffMember};
use crate::service::Context;
use crate::store::team_key::House;

/// One request by somebody who is signed in with both factors. Holds what their password opened, for as long as the
/// request lasts.
pub struct SignedIn {
    member: StaffMember,
    session: SessionId,
    both: BothFactors,
    private_key: PrivateKey,
    session_key: Key,
    opened: Mutex<HashMap<Epoch, PrivateKey>>,
    house: House,
}

impl SignedIn {
    pub(in crate::service) fn new(
        member: StaffMember,
        session: SessionId,
        both: BothFactors,
        private_key: PrivateKey,
        session_key: Key,
    ) -> Self {
        Self {
            member,
            session,
            both,
            private_key,
            session_key,
            opened: Mutex::default(),
            house: House { setup_is_open: false, has_no_kit: false },
        }
    }

    pub(super) fn in_house(self, house: House) -> Self {
        Self { house, ..self }
    }

    /// No lead has signed in yet, and a key of the team lies in the clear until one does.
    pub fn sees_open_setup(&self) -> bool {
        self.house.setup_is_open && self.member.role.reads_reports()
    }

    /// A lead is asked to make the recovery kit while there is none.
    pub fn should_make_kit(&self) -> bool {
        self.house.has_no_kit && self.member.role == Role::Lead
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

    /// Seals what only this session's next page may show.
    pub(in crate::service) fn seal_to_show(&self, ctx: &Context, what: &ToShow) -> Sealed<ToShow> {
        Sealed::seal(&self.session_key.derive("to show"), &self.to_show_place(), what, &ctx.random)
    }

    pub(super) fn open_to_show(&self, sealed: &Sealed<ToShow>) -> Result<ToShow, DoesNotOpen> {
        sealed.open(&self.session_key.derive("to show"), &self.to_show_place())
    }

    fn to_show_place(&self) -> Place {
        Place::new("session.to_show", self.session)
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
