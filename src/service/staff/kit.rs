//! The recovery kit: a private key on paper in a safe, to which every team key is sealed too. The way back when
//! everybody who held a key has forgotten their password or left.

use crate::crypto::keyring::PrivateKey;
use crate::crypto::{Key, spoken};
use crate::domain::audit::{Action, Entry};
use crate::domain::clock::Moment;
use crate::service::sign_in::{SignedIn, ToShow};
use crate::service::team_key::{self, kit_place};
use crate::service::{Context, ServiceError, audit};
use crate::store;

/// Why a kit did not bring the keys back.
#[derive(Debug, thiserror::Error)]
pub enum RecoverError {
    /// A letter was mistyped: the check says so before any key is tried.
    #[error("not a kit as it was printed")]
    Mistyped,
    /// A kit, but an older one: a newer kit ended it.
    #[error("not the kit that is good now")]
    NotThisOne,
    #[error(transparent)]
    Service(#[from] ServiceError),
}

/// When the kit that is good now was made.
pub async fn made_at(ctx: &Context) -> Result<Option<Moment>, ServiceError> {
    let kit = ctx.db.read(|tx| Box::pin(store::recovery_kit::current(tx))).await?;
    Ok(kit.map(|(_, at)| at))
}

/// Makes a new kit and ends the one before. Its text waits for the session's next page, to be printed.
pub async fn make(ctx: &Context, lead: &SignedIn) -> Result<(), ServiceError> {
    let by = lead.lead().ok_or(ServiceError::Forbidden)?.id();
    let keys = team_key::open_all(ctx, lead).await?;
    let kit = PrivateKey::generate(&ctx.random);
    let public = kit.public();
    let shown = lead.seal_to_show(ctx, &ToShow::Kit(spoken::write_checked(kit.as_key().expose())));
    let (session, now) = (lead.session(), ctx.clock.now());
    let made = audit::deed(ctx, Some(by), move |tx| {
        Box::pin(async move {
            // A kit that lacks an epoch would fail on the day it is needed.
            if store::team_key::epochs(tx).await? != keys.iter().map(|(epoch, _)| *epoch).collect::<Vec<_>>() {
                return Ok(false);
            }
            store::recovery_kit::replace(tx, &public, now).await?;
            for (epoch, key) in keys {
                store::recovery_kit::grant(tx, epoch, &public.seal_key(&kit_place(epoch), &key)).await?;
            }
            store::session::leave_to_show(tx, session, shown.as_bytes()).await?;
            audit::record(tx, &Entry::new(now, Some(by), Action::RecoveryKitMade)).await?;
            Ok(true)
        })
    })
    .await?;
    if made { Ok(()) } else { Err(ServiceError::NoKeyYet) }
}

/// Gives a lead every team key, from the paper.
pub async fn recover(ctx: &Context, lead: &SignedIn, typed: &str) -> Result<(), RecoverError> {
    let by = lead.lead().ok_or(ServiceError::Forbidden)?.id();
    let bytes = spoken::read_checked(typed).ok_or(RecoverError::Mistyped)?;
    let kit = PrivateKey::from_key(Key::from_bytes(*bytes)).map_err(|_| RecoverError::Mistyped)?;
    let (current, grants) = ctx
        .db
        .read(|tx| {
            Box::pin(
                async move { Ok((store::recovery_kit::current(tx).await?, store::recovery_kit::granted(tx).await?)) },
            )
        })
        .await
        .map_err(ServiceError::from)?;
    if current.is_none_or(|(public, _)| public != kit.public()) {
        return Err(RecoverError::NotThisOne);
    }
    let mut keys = Vec::new();
    for (epoch, sealed) in grants {
        keys.push((epoch, kit.open_key(&kit_place(epoch), &sealed).map_err(ServiceError::from)?));
    }
    let (public, now) = (lead.private_key().public(), ctx.clock.now());
    audit::deed(ctx, Some(by), move |tx| {
        Box::pin(async move {
            for (epoch, key) in keys {
                team_key::give(tx, by, &public, epoch, &key).await?;
            }
            audit::record(tx, &Entry::new(now, Some(by), Action::RecoveryKitUsed)).await
        })
    })
    .await?;
    Ok(())
}
