//! Signing in, in two steps. The password opens the person's private key and nothing else proves it; the second factor
//! lets the session be used. Until then nothing is shown.

mod sessions;
mod signed_in;

pub(super) use sessions::leave_to_show;
pub use sessions::{Device, ToShow, list, revoke, sign_out, take_to_show};
pub use signed_in::SignedIn;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::{Context, ServiceError, audit, team_key};
use crate::crypto::keyring::PrivateKey;
use crate::crypto::password::{self, Unlocked};
use crate::crypto::recovery_code::RecoveryCode;
use crate::crypto::token::PlainToken;
use crate::crypto::totp::TotpSecret;
use crate::crypto::{DoesNotOpen, Key, Place, sealed};
use crate::domain::audit::{Action, Entry};
use crate::domain::clock::{Moment, Seconds};
use crate::domain::ids::{SessionId, StaffId};
use crate::domain::staff::{BothFactors, Role, StaffMember, Standing, tidy_email};
use crate::store::session::Session;
use crate::store::staff::Locks;
use crate::store::team_key::House;
use crate::store::{self, StoreError, Tx};

/// An unwatched screen closes itself.
pub const IDLE: Seconds = Seconds::minutes(30);
/// A long shift, and no session survives into the next one.
pub const AT_MOST: Seconds = Seconds::hours(10);
/// Between the password and the second factor.
const HALFWAY: Seconds = Seconds::minutes(10);
/// Being here is written down no more often than this.
const TOUCH_EVERY: Seconds = Seconds::minutes(1);

/// What became of the second step.
#[derive(Debug, PartialEq, Eq)]
pub enum SecondStep {
    /// The new session's token: the one before it is over.
    Done(String),
    Wrong,
    /// Right, and used before: somebody may have looked over a shoulder.
    UsedBefore,
    /// The first step is too long ago, or was never taken.
    StartAgain,
}

/// First step. The token of a session that can do nothing but take the second. `None` for a wrong password and for an
/// address that nobody has, after the same time.
pub async fn with_password(ctx: &Context, email: &str, typed: &str) -> Result<Option<String>, ServiceError> {
    let found = find_by_email(ctx, email).await?;
    let password = normal(typed);
    let Some((member, locks)) = found else {
        ctx.with_password_turn(move || password::pretend(&password)).await?;
        return Ok(None);
    };
    let place = locked_key_place(member.id);
    let unlock = move || password::unlock(&password, &place, &locks.locked_key);
    let Ok(unlocked) = ctx.with_password_turn(unlock).await? else { return Ok(None) };
    let now = ctx.clock.now();
    let (token, session) = new_session(ctx, member.id, &unlocked, false, now + HALFWAY);
    let hashed = token.hashed();
    ctx.db
        .write(move |tx| {
            Box::pin(async move {
                store::session::purge(tx, now, now - IDLE).await?;
                store::session::insert(tx, &hashed, &session).await
            })
        })
        .await?;
    Ok(Some(token.reveal()))
}

/// Who has taken the first step and not the second.
pub async fn halfway(ctx: &Context, token: &str) -> Result<Option<StaffId>, ServiceError> {
    Ok(find_halfway(ctx, token).await?.map(|(session, _)| session.staff))
}

/// Second step: six digits or a recovery code. A right answer starts a new session under a new token.
pub async fn with_second_factor(ctx: &Context, token: &str, typed: &str) -> Result<SecondStep, ServiceError> {
    let Some((half, unlocked)) = find_halfway(ctx, token).await? else { return Ok(SecondStep::StartAgain) };
    let id = half.staff;
    let found = ctx
        .db
        .read(move |tx| {
            Box::pin(async move { Ok((store::staff::by_id(tx, id).await?, store::staff::locks(tx, id).await?)) })
        })
        .await?;
    let (Some(member), Some(locks)) = found else { return Ok(SecondStep::StartAgain) };
    let now = ctx.clock.now();
    let Some(proof) = read_proof(&unlocked.own_key, id, &locks, typed, now)? else {
        note_wrong(ctx, id, now).await?;
        return Ok(SecondStep::Wrong);
    };
    let (token, session) = new_session(ctx, id, &unlocked, true, now + AT_MOST);
    let hashed = token.hashed();
    let random = ctx.random.clone();
    let outcome = audit::deed(ctx, Some(id), move |tx| {
        Box::pin(async move {
            if let Some(refused) = use_proof(tx, id, &proof, now).await? {
                return Ok(Err(refused));
            }
            if !store::session::end(tx, half.id, id).await? {
                return Err(StoreError::AlreadyThere);
            }
            store::session::insert(tx, &hashed, &session).await?;
            let closed = member.role == Role::Lead && team_key::close_setup(tx, &random, now).await?;
            audit::record(tx, &Entry::new(now, Some(id), Action::SignedIn)).await?;
            Ok(Ok(closed))
        })
    })
    .await;
    match outcome {
        Ok(Ok(closed)) => {
            if closed {
                team_key::forget_setup(ctx).await;
            }
            Ok(SecondStep::Done(token.reveal()))
        }
        Ok(Err(refused)) => Ok(refused),
        // Two answers at once: the other was faster, and this one took nothing. Or somebody who has just left.
        Err(ServiceError::Conflict) => Ok(SecondStep::StartAgain),
        Err(error) => Err(error),
    }
}

/// Whose session a cookie is, when it is good: both factors, not idle, not too old, still working here.
pub async fn resume(ctx: &Context, token: &str) -> Result<Option<SignedIn>, ServiceError> {
    let Some(token) = PlainToken::parse(token) else { return Ok(None) };
    let Some((session, member, house)) = find_session(ctx, &token).await? else { return Ok(None) };
    let (Some(both), Standing::Active) = (BothFactors::given(session.second_factor), member.standing) else {
        return Ok(None);
    };
    let unlocked = open_session(&token, &session)?;
    let now = ctx.clock.now();
    if now - session.last_seen_at >= TOUCH_EVERY {
        let id = session.id;
        ctx.db.write(move |tx| Box::pin(async move { store::session::touch(tx, id, now).await })).await?;
    }
    Ok(Some(SignedIn::new(member, session.id, both, unlocked.private_key, token.derive("session")).in_house(house)))
}

/// One spelling for a password typed on different keyboards (RFC 8265 asks for the same care).
pub(super) fn normal(password: &str) -> Zeroizing<String> {
    Zeroizing::new(password.nfkc().collect())
}

pub(super) fn locked_key_place(of: StaffId) -> Place {
    Place::new("staff.locked_key", of)
}

pub(super) fn sealed_totp_place(of: StaffId) -> Place {
    Place::new("staff.sealed_totp", of)
}

async fn find_by_email(ctx: &Context, email: &str) -> Result<Option<(StaffMember, Locks)>, ServiceError> {
    let email = tidy_email(email).unwrap_or_default();
    let found = ctx
        .db
        .read(move |tx| {
            Box::pin(async move {
                let Some(member) = store::staff::by_email(tx, &email).await? else { return Ok(None) };
                Ok(store::staff::locks(tx, member.id).await?.map(|locks| (member, locks)))
            })
        })
        .await?;
    Ok(found)
}

async fn find_halfway(ctx: &Context, token: &str) -> Result<Option<(Session, Unlocked)>, ServiceError> {
    let Some(token) = PlainToken::parse(token) else { return Ok(None) };
    let Some((session, ..)) = find_session(ctx, &token).await? else { return Ok(None) };
    if session.second_factor {
        return Ok(None);
    }
    let unlocked = open_session(&token, &session)?;
    Ok(Some((session, unlocked)))
}

/// A session that is within its limits.
async fn find_session(
    ctx: &Context,
    token: &PlainToken,
) -> Result<Option<(Session, StaffMember, House)>, ServiceError> {
    let (hashed, now) = (token.hashed(), ctx.clock.now());
    let found = ctx
        .db
        .read(move |tx| {
            Box::pin(async move {
                let Some(session) = store::session::by_token(tx, &hashed).await? else { return Ok(None) };
                let Some(member) = store::staff::by_id(tx, session.staff).await? else { return Ok(None) };
                Ok(Some((session, member, store::team_key::house(tx).await?)))
            })
        })
        .await?;
    Ok(found.filter(|(session, ..)| is_good(session, now)))
}

fn is_good(session: &Session, now: Moment) -> bool {
    now < session.expires_at && now - session.last_seen_at < IDLE
}

fn new_session(
    ctx: &Context,
    staff: StaffId,
    unlocked: &Unlocked,
    second_factor: bool,
    expires_at: Moment,
) -> (PlainToken, Session) {
    let token = PlainToken::random(&ctx.random);
    let id = SessionId::from_random(ctx.random.array());
    let mut keys = Zeroizing::new([0; 64]);
    keys[..32].copy_from_slice(unlocked.private_key.as_key().expose());
    keys[32..].copy_from_slice(unlocked.own_key.expose());
    let sealed = sealed::seal_bytes(&token.derive("session"), &session_place(id), keys.as_slice(), &ctx.random);
    let now = ctx.clock.now();
    (token, Session { id, staff, second_factor, created_at: now, last_seen_at: now, expires_at, sealed })
}

fn open_session(token: &PlainToken, session: &Session) -> Result<Unlocked, DoesNotOpen> {
    let keys = sealed::open_bytes(&token.derive("session"), &session_place(session.id), &session.sealed)?;
    let (private_key, own_key) = keys.split_at_checked(32).ok_or(DoesNotOpen)?;
    Ok(Unlocked {
        private_key: PrivateKey::from_key(Key::from_slice(private_key)?)?,
        own_key: Key::from_slice(own_key)?,
    })
}

fn session_place(id: SessionId) -> Place {
    Place::new("session.sealed", id)
}

/// A second factor that looks right and has not been used up yet.
enum Proof {
    Step(i64),
    Code([u8; 32]),
}

fn read_proof(own: &Key, id: StaffId, locks: &Locks, typed: &str, now: Moment) -> Result<Option<Proof>, DoesNotOpen> {
    let secret = Key::from_slice(&sealed::open_bytes(own, &sealed_totp_place(id), &locks.sealed_totp)?)?;
    if let Some(step) = TotpSecret::new(&secret, "", "").check(typed, now, None) {
        return Ok(Some(Proof::Step(step)));
    }
    Ok(RecoveryCode::parse(typed).map(|code| Proof::Code(code.hashed(id))))
}

/// `None` when the proof counts and is now used up.
async fn use_proof(tx: &mut Tx<'_>, id: StaffId, proof: &Proof, now: Moment) -> Result<Option<SecondStep>, StoreError> {
    match proof {
        Proof::Step(step) if store::staff::use_totp_step(tx, id, *step).await? => Ok(None),
        Proof::Step(_) => {
            let entry = Entry::new(now, Some(id), Action::SecondFactorWrong).detail("used before");
            audit::record(tx, &entry).await?;
            Ok(Some(SecondStep::UsedBefore))
        }
        Proof::Code(hash) => {
            let good = store::recovery_code::use_up(tx, id, hash, now).await?;
            let action = if good { Action::RecoveryCodeUsed } else { Action::SecondFactorWrong };
            audit::record(tx, &Entry::new(now, Some(id), action)).await?;
            Ok((!good).then_some(SecondStep::Wrong))
        }
    }
}

/// Somebody knows the password and not the second factor: worth a line.
async fn note_wrong(ctx: &Context, id: StaffId, now: Moment) -> Result<(), ServiceError> {
    let entry = Entry::new(now, Some(id), Action::SecondFactorWrong);
    audit::deed(ctx, None, move |tx| Box::pin(async move { audit::record(tx, &entry).await })).await
}

#[cfg(test)]
mod tests;
