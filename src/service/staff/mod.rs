//! People who work here: how they come, what a lead does for them, how they go.

mod invitation;
pub mod kit;
pub mod recovery_codes;

pub use invitation::{
    AcceptError, AcceptProblem, Acceptance, InviteError, Offer, accept, invite, invite_at_the_desk, look, prepare,
    take_codes,
};

use super::sign_in::SignedIn;
use super::{Context, ServiceError, audit, team_key};
use crate::domain::audit::{Action, Entry};
use crate::domain::clock::Moment;
use crate::domain::ids::StaffId;
use crate::domain::staff::{Lead, StaffMember, Standing};
use crate::store::{self, StoreError, Tx};

/// One line of the staff page.
pub struct Colleague {
    pub member: StaffMember,
    /// Reads reports, and lacks the key of some epoch: a lead gives it.
    pub lacks_key: bool,
    /// The mail server has refused what was sent there last.
    pub mailbox_is_dead: bool,
}

pub async fn list(ctx: &Context, _: Lead) -> Result<Vec<Colleague>, ServiceError> {
    let (members, lacking, dead) = ctx
        .db
        .read(|tx| {
            Box::pin(async move {
                let lacking = store::team_key::who_lacks_keys(tx).await?;
                Ok((store::staff::list(tx).await?, lacking, store::outbox::dead_mailboxes(tx).await?))
            })
        })
        .await?;
    let colleague = |member: StaffMember| Colleague {
        lacks_key: lacking.contains(&member.id),
        mailbox_is_dead: dead.contains(&member.id),
        member,
    };
    Ok(members.into_iter().map(colleague).collect())
}

/// Gives a colleague every team key that this lead holds.
pub async fn give_key(ctx: &Context, lead: &SignedIn, to: StaffId) -> Result<(), ServiceError> {
    let by = lead.lead().ok_or(ServiceError::Forbidden)?.id();
    let keys = team_key::open_all(ctx, lead).await?;
    if keys.is_empty() {
        return Err(ServiceError::NoKeyYet);
    }
    let now = ctx.clock.now();
    let given = audit::deed(ctx, Some(by), move |tx| {
        Box::pin(async move {
            let holders = store::team_key::holders(tx).await?;
            let Some(holder) = holders.into_iter().find(|holder| holder.id == to) else { return Ok(false) };
            for (epoch, key) in keys {
                team_key::give(tx, to, &holder.public_key, epoch, &key).await?;
            }
            audit::record(tx, &Entry::new(now, Some(by), Action::KeyGiven).detail(to)).await?;
            Ok(true)
        })
    })
    .await?;
    if given { Ok(()) } else { Err(ServiceError::NotFound) }
}

/// Signs somebody out everywhere. They may sign in again: for a lost phone, or a screen that was left open.
pub async fn end_sessions(ctx: &Context, lead: &SignedIn, of: StaffId) -> Result<(), ServiceError> {
    let by = lead.lead().ok_or(ServiceError::Forbidden)?.id();
    let now = ctx.clock.now();
    let found = audit::deed(ctx, Some(by), move |tx| {
        Box::pin(async move {
            if !store::staff::is_active(tx, of).await? {
                return Ok(false);
            }
            store::session::end_all(tx, of).await?;
            audit::record(tx, &Entry::new(now, Some(by), Action::SessionRevoked).detail(of)).await?;
            Ok(true)
        })
    });
    if found.await? { Ok(()) } else { Err(ServiceError::NotFound) }
}

/// Ends somebody's time here: sessions, keys and codes are gone, claimed reports wait again, and what arrives from now on is sealed to a key that
/// they never held. Nobody removes themselves, so a lead always remains.
pub async fn remove(ctx: &Context, lead: &SignedIn, whom: StaffId) -> Result<(), ServiceError> {
    let by = lead.lead().ok_or(ServiceError::Forbidden)?.id();
    if by == whom {
        return Err(ServiceError::Conflict);
    }
    let (random, now) = (ctx.random.clone(), ctx.clock.now());
    let removed = audit::deed(ctx, Some(by), move |tx| {
        Box::pin(async move {
            let Some(member) = store::staff::by_id(tx, whom).await? else { return Ok(false) };
            if !store::staff::dismiss(tx, whom).await? {
                return Ok(false);
            }
            audit::record(tx, &Entry::new(now, Some(by), Action::StaffRemoved).detail(whom)).await?;
            take_back(tx, whom, by, now).await?;
            if member.standing == Standing::Active && member.role.reads_reports() {
                team_key::start_next_epoch(tx, &random, now, Some(by)).await?;
            }
            Ok(true)
        })
    })
    .await?;
    if removed { Ok(()) } else { Err(ServiceError::NotFound) }
}

/// All that somebody who leaves could use or had taken on.
async fn take_back(tx: &mut Tx<'_>, from: StaffId, by: StaffId, now: Moment) -> Result<(), StoreError> {
    for report in store::queue::release_all(tx, from).await? {
        audit::record(tx, &Entry::new(now, Some(by), Action::ReportReleased).about(report).detail(from)).await?;
    }
    store::session::end_all(tx, from).await?;
    store::invitation::forget(tx, from).await?;
    store::recovery_code::forget(tx, from).await?;
    store::team_key::revoke(tx, from).await
}
