//! Somebody's own sessions: seen, ended, and what one of them shows once.

use serde::{Deserialize, Serialize};

use super::{SignedIn, is_good};
use crate::crypto::Sealed;
use crate::domain::audit::{Action, Entry, Verdict};
use crate::domain::clock::Moment;
use crate::domain::ids::SessionId;
use crate::service::{Context, ServiceError, audit};
use crate::store;

/// One place where somebody is signed in. No address, no browser's name: times tell a stranger's session well enough.
pub struct Device {
    pub session: SessionId,
    pub since: Moment,
    pub last_seen: Moment,
    pub is_this_one: bool,
}

/// Something a session's next page shows once, then never again.
#[derive(Serialize, Deserialize)]
pub enum ToShow {
    /// A colleague's link, to be handed over.
    Invitation {
        name: String,
        token: String,
    },
    RecoveryCodes(Vec<String>),
    /// The recovery kit, to be printed.
    Kit(String),
    /// What checking the audit found.
    Verdict(Verdict),
}

/// Where this person is signed in, newest first.
pub async fn list(ctx: &Context, who: &SignedIn) -> Result<Vec<Device>, ServiceError> {
    let (id, now) = (who.id(), ctx.clock.now());
    let sessions = ctx.db.read(move |tx| Box::pin(store::session::list(tx, id))).await?;
    let device = |session: store::session::Session| Device {
        is_this_one: session.id == who.session(),
        session: session.id,
        since: session.created_at,
        last_seen: session.last_seen_at,
    };
    Ok(sessions.into_iter().filter(|session| is_good(session, now)).map(device).collect())
}

/// Ends one of this person's own sessions. Anybody else's is not found.
pub async fn revoke(ctx: &Context, who: &SignedIn, session: SessionId) -> Result<(), ServiceError> {
    end(ctx, who, session, Action::SessionRevoked).await
}

pub async fn sign_out(ctx: &Context, who: &SignedIn) -> Result<(), ServiceError> {
    match end(ctx, who, who.session(), Action::SignedOut).await {
        // Ended from elsewhere in this moment: signed out all the same.
        Err(ServiceError::NotFound | ServiceError::Conflict) => Ok(()),
        done => done,
    }
}

/// Leaves something for this session's next page.
pub(in crate::service) async fn leave_to_show(
    ctx: &Context,
    who: &SignedIn,
    what: &ToShow,
) -> Result<(), ServiceError> {
    let (session, sealed) = (who.session(), who.seal_to_show(ctx, what));
    let sealed = sealed.into_bytes();
    ctx.db.write(move |tx| Box::pin(async move { store::session::leave_to_show(tx, session, &sealed).await })).await?;
    Ok(())
}

/// What the page before left to be shown, once.
pub async fn take_to_show(ctx: &Context, who: &SignedIn) -> Result<Option<ToShow>, ServiceError> {
    let session = who.session();
    let left = ctx.db.write(move |tx| Box::pin(async move { store::session::take_to_show(tx, session).await })).await?;
    Ok(left.map(|bytes| who.open_to_show(&Sealed::from_stored(bytes))).transpose()?)
}

async fn end(ctx: &Context, who: &SignedIn, session: SessionId, action: Action) -> Result<(), ServiceError> {
    let (id, now) = (who.id(), ctx.clock.now());
    let ended = audit::deed(ctx, Some(id), move |tx| {
        Box::pin(async move {
            let ended = store::session::end(tx, session, id).await?;
            if ended {
                audit::record(tx, &Entry::new(now, Some(id), action)).await?;
            }
            Ok(ended)
        })
    })
    .await?;
    if ended { Ok(()) } else { Err(ServiceError::NotFound) }
}
