//! The team's keys: who holds them, and how one is opened from a session.
//!
//! A report is sealed to the current epoch's public key. The private half exists only as grants: sealed to each person
//! who reads reports. While set-up is open (nobody has signed in as a lead yet) it also lies in the clear, so that the
//! first invitations can carry it; closing set-up starts a new epoch, and that key was never in the clear.

use super::sign_in::SignedIn;
use super::{Context, ServiceError};
use crate::crypto::keyring::{PrivateKey, PublicKey};
use crate::crypto::random::Random;
use crate::crypto::{Key, Place};
use crate::domain::audit::{Action, Entry};
use crate::domain::clock::Moment;
use crate::domain::ids::{Epoch, StaffId};
use crate::store::{self, StoreError, Tx};

/// The key that a report arriving now is sealed to.
pub async fn current_public(ctx: &Context) -> Result<(Epoch, PublicKey), ServiceError> {
    let current = ctx.db.read(|tx| Box::pin(store::team_key::current(tx))).await?;
    // Every start makes the first epoch before the site listens.
    current.ok_or(ServiceError::Store(StoreError::Unavailable("not set up")))
}

/// Whether a team key still lies in the clear because no lead has signed in yet.
pub async fn setup_is_open(ctx: &Context) -> Result<bool, ServiceError> {
    Ok(!ctx.db.read(|tx| Box::pin(store::team_key::setup_keys(tx))).await?.is_empty())
}

/// The team's private key of an epoch, for somebody who was given it.
pub async fn open(ctx: &Context, who: &SignedIn, epoch: Epoch) -> Result<PrivateKey, ServiceError> {
    if let Some(key) = who.opened(epoch) {
        return Ok(key);
    }
    let id = who.id();
    let sealed = ctx.db.read(move |tx| Box::pin(store::team_key::granted(tx, epoch, id))).await?;
    let key = open_grant(who.private_key(), id, epoch, &sealed.ok_or(ServiceError::NoKeyYet)?)?;
    who.remember(epoch, &key);
    Ok(key)
}

/// Every team key that somebody holds.
pub(super) async fn open_all(ctx: &Context, who: &SignedIn) -> Result<Vec<(Epoch, Key)>, ServiceError> {
    let id = who.id();
    let grants = ctx.db.read(move |tx| Box::pin(store::team_key::all_granted(tx, id))).await?;
    grants
        .into_iter()
        .map(|(epoch, sealed)| Ok((epoch, open_grant(who.private_key(), id, epoch, &sealed)?.as_key().clone())))
        .collect()
}

/// Makes the first epoch, with set-up open. Does nothing when there is one.
pub(super) async fn prepare(tx: &mut Tx<'_>, random: &Random, now: Moment) -> Result<(), StoreError> {
    if store::team_key::current(tx).await?.is_some() {
        return Ok(());
    }
    let key = PrivateKey::generate(random);
    store::team_key::start_epoch(tx, Epoch::FIRST, &key.public(), now, Some(key.as_key())).await?;
    super::audit::record(tx, &Entry::new(now, None, Action::EpochStarted).detail(Epoch::FIRST)).await
}

/// Ends set-up, once: the keys that lay in the clear are forgotten and a new epoch starts.
pub(super) async fn close_setup(tx: &mut Tx<'_>, random: &Random, now: Moment) -> Result<bool, StoreError> {
    let mine = store::team_key::forget_setup_keys(tx).await?;
    if mine {
        start_next_epoch(tx, random, now, None).await?;
    }
    Ok(mine)
}

/// The key that lay in the clear is overwritten in its table; here also in the log beside it.
pub(super) async fn forget_setup(ctx: &Context) {
    if let Err(error) = ctx.db.empty_log().await {
        tracing::warn!(%error, "the database's log still holds the set-up key until the program stops");
    }
}

/// A fresh key pair for those who are here now, and for the recovery kit. Whoever left cannot read what comes after.
pub(super) async fn start_next_epoch(
    tx: &mut Tx<'_>,
    random: &Random,
    now: Moment,
    by: Option<StaffId>,
) -> Result<(), StoreError> {
    let epoch = store::team_key::current(tx).await?.map_or(Epoch::FIRST, |(epoch, _)| epoch.next());
    let key = PrivateKey::generate(random);
    store::team_key::start_epoch(tx, epoch, &key.public(), now, None).await?;
    for holder in store::team_key::holders(tx).await? {
        give(tx, holder.id, &holder.public_key, epoch, key.as_key()).await?;
    }
    if let Some((kit, _)) = store::recovery_kit::current(tx).await? {
        store::recovery_kit::grant(tx, epoch, &kit.seal_key(&kit_place(epoch), key.as_key())).await?;
    }
    super::audit::record(tx, &Entry::new(now, by, Action::EpochStarted).detail(epoch)).await
}

/// Seals one epoch's key to one person.
pub(super) async fn give(
    tx: &mut Tx<'_>,
    to: StaffId,
    public_key: &PublicKey,
    epoch: Epoch,
    key: &Key,
) -> Result<(), StoreError> {
    store::team_key::grant(tx, epoch, to, &public_key.seal_key(&grant_place(to, epoch), key)).await
}

pub(super) fn kit_place(epoch: Epoch) -> Place {
    Place::new("recovery_grant.sealed", epoch)
}

fn open_grant(own: &PrivateKey, id: StaffId, epoch: Epoch, sealed: &[u8]) -> Result<PrivateKey, ServiceError> {
    Ok(PrivateKey::from_key(own.open_key(&grant_place(id, epoch), sealed)?)?)
}

fn grant_place(to: StaffId, epoch: Epoch) -> Place {
    Place::new("team_grant.sealed", to).and(epoch)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::staff::Role;
    use crate::service::testing;

    #[tokio::test]
    async fn a_reviewer_opens_what_is_sealed_to_the_team() {
        let (ctx, _folder) = testing::context().await;
        let reviewer = testing::signed_in(&ctx, Role::Reviewer).await;
        let (epoch, public) = current_public(&ctx).await.unwrap();
        let place = Place::new("test", 1);
        let sealed = public.seal(&place, b"words");
        let key = open(&ctx, &reviewer, epoch).await.unwrap();
        assert_eq!(key.open(&place, &sealed).unwrap().as_slice(), b"words");
        assert_eq!(open(&ctx, &reviewer, epoch).await.unwrap().public(), public);
    }

    #[tokio::test]
    async fn a_new_epoch_reaches_those_who_are_here_and_only_them() {
        let (ctx, _folder) = testing::context().await;
        let reviewer = testing::signed_in(&ctx, Role::Reviewer).await;
        let writer = testing::signed_in(&ctx, Role::Writer).await;
        let (random, now) = (ctx.random.clone(), ctx.clock.now());
        ctx.db.write(move |tx| Box::pin(async move { start_next_epoch(tx, &random, now, None).await })).await.unwrap();
        let later = testing::signed_in_without_keys(&ctx, Role::Reviewer).await;

        let (epoch, public) = current_public(&ctx).await.unwrap();
        assert_eq!(epoch, Epoch(2));
        assert_eq!(open(&ctx, &reviewer, epoch).await.unwrap().public(), public);
        assert!(open(&ctx, &reviewer, Epoch(1)).await.is_ok());
        assert!(matches!(open(&ctx, &later, epoch).await, Err(ServiceError::NoKeyYet)));
        assert!(matches!(open(&ctx, &writer, epoch).await, Err(ServiceError::NoKeyYet)));
    }

    #[tokio::test]
    async fn set_up_closes_once_and_forgets_its_keys() {
        let (ctx, _folder) = testing::context().await;
        let close = || {
            let (random, now) = (ctx.random.clone(), ctx.clock.now());
            ctx.db.write(move |tx| Box::pin(async move { close_setup(tx, &random, now).await }))
        };
        assert_eq!(ctx.db.read(|tx| Box::pin(store::team_key::setup_keys(tx))).await.unwrap().len(), 1);
        assert!(close().await.unwrap());
        assert!(!close().await.unwrap());
        assert!(ctx.db.read(|tx| Box::pin(store::team_key::setup_keys(tx))).await.unwrap().is_empty());
        assert_eq!(current_public(&ctx).await.unwrap().0, Epoch(2));
    }
}
