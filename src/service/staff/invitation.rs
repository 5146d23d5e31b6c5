//! How somebody comes to work here: a link that is good once, a password, a second factor.

use zeroize::Zeroizing;

use crate::crypto::keyring::PrivateKey;
use crate::crypto::token::PlainToken;
use crate::crypto::totp::TotpSecret;
use crate::crypto::{Key, Place, Sealed, password, sealed};
use crate::domain::audit::{Action, Entry};
use crate::domain::clock::Seconds;
use crate::domain::ids::{Epoch, StaffId};
use crate::domain::staff::{
    self as people, PasswordProblem, Role, StaffMember, Standing, check_password, tidy_email, tidy_name,
};
use crate::service::sign_in::{SignedIn, ToShow, leave_to_show, locked_key_place, normal, sealed_totp_place};
use crate::service::staff::recovery_codes;
use crate::service::{Context, ServiceError, audit, team_key};
use crate::store::invitation::Invitation;
use crate::store::staff::Credentials;
use crate::store::{self, StoreError, Tx};

/// Long enough for somebody's days off.
const GOOD_FOR: Seconds = Seconds::days(7);
/// What an authenticator app shows beside the name. Neutral: phones lie on tables.
const TOTP_ISSUER: &str = "Desk";

/// The team's keys as an invitation carries them.
type Carried = Vec<(Epoch, [u8; 32])>;

/// Why somebody cannot be invited.
#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    #[error("a name is needed, at most 100 letters")]
    Name,
    #[error("that is not an e-mail address")]
    Email,
    #[error("somebody with this e-mail address works here already")]
    AlreadyHere,
    #[error(transparent)]
    Service(ServiceError),
}

impl From<ServiceError> for InviteError {
    fn from(error: ServiceError) -> Self {
        match error {
            ServiceError::Conflict => Self::AlreadyHere,
            other => Self::Service(other),
        }
    }
}

/// An invitation that is still good, as its page shows it.
#[derive(Clone)]
pub struct Offer {
    /// Empty for the very first person, who says it on the page.
    pub name: String,
    pub email: String,
    pub role: Role,
    /// The second factor's secret, as text and as a link for an app on the same device.
    pub totp_secret: String,
    pub totp_url: String,
}

/// What somebody with an invitation typed.
pub struct Acceptance {
    pub name: String,
    pub email: String,
    pub password: Zeroizing<String>,
    pub again: Zeroizing<String>,
    pub digits: String,
}

/// What is wrong with it, field by field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcceptProblem {
    Name,
    Email,
    EmailTaken,
    Password(PasswordProblem),
    NotTheSame,
    Digits,
}

#[derive(Debug, thiserror::Error)]
pub enum AcceptError {
    /// Used, expired, replaced or never made: a stranger learns nothing from the difference.
    #[error("this invitation leads nowhere")]
    Gone,
    #[error("not as it should be")]
    Wrong(Vec<AcceptProblem>),
    #[error(transparent)]
    Service(ServiceError),
}

impl From<ServiceError> for AcceptError {
    fn from(error: ServiceError) -> Self {
        match error {
            ServiceError::Conflict => Self::Wrong(vec![AcceptProblem::EmailTaken]),
            other => Self::Service(other),
        }
    }
}

/// Makes the first team key when there is none. Returns an invitation's token when nobody was ever asked to work here:
/// to be printed, once.
pub async fn prepare(ctx: &Context) -> Result<Option<String>, ServiceError> {
    let (random, now) = (ctx.random.clone(), ctx.clock.now());
    let first = StaffMember {
        id: StaffId::from_random(ctx.random.array()),
        name: String::new(),
        email: String::new(),
        role: Role::Lead,
        standing: Standing::Invited,
        since: now,
    };
    let ctx_too = ctx.clone();
    audit::deed(ctx, None, move |tx| {
        Box::pin(async move {
            team_key::prepare(tx, &random, now).await?;
            if !store::staff::is_empty(tx).await? {
                return Ok(None);
            }
            store::staff::insert(tx, &first).await?;
            let keys = carried(store::team_key::setup_keys(tx).await?);
            write_invitation(tx, &ctx_too, &first, &keys, None).await.map(Some)
        })
    })
    .await
}

/// Invites somebody. By a lead, the invitation carries all of the team's keys; from the command line it carries those
/// of a set-up that is still open, and afterwards none: whoever has the machine does not thereby have the reports.
/// A second invitation of the same person replaces the first.
pub async fn invite(
    ctx: &Context,
    name: &str,
    email: &str,
    role: Role,
    by: Option<&SignedIn>,
) -> Result<String, InviteError> {
    let name = tidy_name(name).ok_or(InviteError::Name)?;
    let email = tidy_email(email).ok_or(InviteError::Email)?;
    let keys = match by {
        Some(lead) => {
            lead.lead().ok_or(ServiceError::Forbidden)?;
            carried(team_key::open_all(ctx, lead).await?)
        }
        None => carried(setup_keys(ctx).await?),
    };
    let keys = if role.reads_reports() { keys } else { Vec::new() };
    let (ctx_too, by) = (ctx.clone(), by.map(SignedIn::id));
    let since = ctx.clock.now();
    let id = StaffId::from_random(ctx.random.array());
    let member = StaffMember { id, name, email, role, standing: Standing::Invited, since };
    let token = audit::deed(ctx, by, move |tx| {
        Box::pin(async move {
            let member = invited(tx, member).await?;
            write_invitation(tx, &ctx_too, &member, &keys, by).await
        })
    })
    .await?;
    Ok(token)
}

/// Invites somebody; the link waits for the lead's next page.
pub async fn invite_at_the_desk(
    ctx: &Context,
    name: &str,
    email: &str,
    role: Role,
    lead: &SignedIn,
) -> Result<(), InviteError> {
    let token = invite(ctx, name, email, role, Some(lead)).await?;
    let name = tidy_name(name).unwrap_or_default();
    Ok(leave_to_show(ctx, lead, &ToShow::Invitation { name, token }).await?)
}

/// What an invitation offers. `None` for one that leads nowhere.
pub async fn look(ctx: &Context, token: &str) -> Result<Option<Offer>, ServiceError> {
    let Some(open) = find(ctx, token).await? else { return Ok(None) };
    let StaffMember { name, email, role, .. } = open.member;
    Ok(Some(Offer { name, email, role, totp_secret: open.totp.base32(), totp_url: open.totp.url() }))
}

/// Turns an invitation into somebody who works here. The link is used up; the recovery codes wait for the next page.
pub async fn accept(ctx: &Context, token: &str, typed: Acceptance) -> Result<(), AcceptError> {
    let open = find(ctx, token).await?.ok_or(AcceptError::Gone)?;
    let (member, password, step) = check(ctx, &open, typed).map_err(AcceptError::Wrong)?;

    let private_key = PrivateKey::generate(&ctx.random);
    let public_key = private_key.public();
    let (random, place) = (ctx.random.clone(), locked_key_place(member.id));
    let lock = move || password::lock(&password, &place, &private_key, &random);
    let (locked_key, own_key) = ctx.with_password_turn(lock).await?;

    let place = sealed_totp_place(member.id);
    let sealed_totp = sealed::seal_bytes(&own_key, &place, open.totp_key.expose(), &ctx.random);
    let credentials = Credentials { public_key: *public_key.as_bytes(), locked_key, sealed_totp, totp_last_step: step };
    let (codes, hashes) = recovery_codes::make(ctx, member.id);
    let codes = Sealed::seal(&open.token.derive("codes"), &codes_place(), &codes, &ctx.random);
    let keys = open.carried()?;

    let (hashed, now) = (open.token.hashed(), ctx.clock.now());
    let accepted = audit::deed(ctx, None, move |tx| {
        Box::pin(async move {
            if !store::invitation::use_up(tx, &hashed, now, codes.as_bytes()).await?
                || !store::staff::activate(tx, &member, &credentials).await?
            {
                return Ok(false);
            }
            store::recovery_code::replace(tx, member.id, &hashes).await?;
            for (epoch, key) in keys {
                team_key::give(tx, member.id, &public_key, epoch, &Key::from_bytes(key)).await?;
            }
            audit::record(tx, &Entry::new(now, Some(member.id), Action::InvitationAccepted)).await?;
            Ok(true)
        })
    })
    .await?;
    if accepted { Ok(()) } else { Err(AcceptError::Gone) }
}

/// The recovery codes of an invitation that was just accepted, once.
pub async fn take_codes(ctx: &Context, token: &str) -> Result<Option<Vec<String>>, ServiceError> {
    let Some(token) = PlainToken::parse(token) else { return Ok(None) };
    let hashed = token.hashed();
    let taken =
        ctx.db.write(move |tx| Box::pin(async move { store::invitation::take_codes(tx, &hashed).await })).await?;
    let Some(bytes) = taken else { return Ok(None) };
    Ok(Some(Sealed::<Vec<String>>::from_stored(bytes).open(&token.derive("codes"), &codes_place())?))
}

/// An invitation that is good, with all that its token opens.
struct Open {
    token: PlainToken,
    member: StaffMember,
    totp_key: Key,
    totp: TotpSecret,
    grants: Option<Sealed<Carried>>,
}

impl Open {
    fn carried(&self) -> Result<Carried, ServiceError> {
        let Some(grants) = &self.grants else { return Ok(Vec::new()) };
        Ok(grants.open(&self.token.derive("grants"), &grants_place(self.member.id))?)
    }
}

async fn find(ctx: &Context, token: &str) -> Result<Option<Open>, ServiceError> {
    let Some(token) = PlainToken::parse(token) else { return Ok(None) };
    let (hashed, now) = (token.hashed(), ctx.clock.now());
    let found = ctx
        .db
        .read(move |tx| {
            Box::pin(async move {
                let Some(invitation) = store::invitation::by_token(tx, &hashed).await? else { return Ok(None) };
                let member = store::staff::by_id(tx, invitation.staff).await?;
                Ok(member.map(|member| (invitation, member)))
            })
        })
        .await?;
    let Some((invitation, member)) = found else { return Ok(None) };
    let good = invitation.used_at.is_none() && now < invitation.expires_at && member.standing == Standing::Invited;
    let Some(sealed_totp) = invitation.sealed_totp.filter(|_| good) else { return Ok(None) };
    let totp_key = sealed::open_bytes(&token.derive("totp"), &offered_totp_place(member.id), &sealed_totp)?;
    let totp_key = Key::from_slice(&totp_key)?;
    let totp = TotpSecret::new(&totp_key, label(&member), TOTP_ISSUER);
    let grants = invitation.grants.map(Sealed::from_stored);
    Ok(Some(Open { token, member, totp_key, totp, grants }))
}

fn check(
    ctx: &Context,
    open: &Open,
    typed: Acceptance,
) -> Result<(StaffMember, Zeroizing<String>, i64), Vec<AcceptProblem>> {
    let mut problems = Vec::new();
    let mut member = open.member.clone();
    if member.email.is_empty() {
        match tidy_name(&typed.name) {
            Some(name) => member.name = name,
            None => problems.push(AcceptProblem::Name),
        }
        match tidy_email(&typed.email) {
            Some(email) => member.email = email,
            None => problems.push(AcceptProblem::Email),
        }
    }
    let password = normal(&typed.password);
    if let Err(problem) = check_password(&password, &member.email) {
        problems.push(AcceptProblem::Password(problem));
    } else if *password != *normal(&typed.again) {
        problems.push(AcceptProblem::NotTheSame);
    }
    let step = open.totp.check(&typed.digits, ctx.clock.now(), None);
    match step {
        Some(step) if problems.is_empty() => Ok((member, password, step)),
        Some(_) => Err(problems),
        None => {
            problems.push(AcceptProblem::Digits);
            Err(problems)
        }
    }
}

/// The keys of a set-up that is still open. The command line may come before the first start.
async fn setup_keys(ctx: &Context) -> Result<Vec<(Epoch, Key)>, ServiceError> {
    let (random, now) = (ctx.random.clone(), ctx.clock.now());
    audit::deed(ctx, None, move |tx| {
        Box::pin(async move {
            team_key::prepare(tx, &random, now).await?;
            store::team_key::setup_keys(tx).await
        })
    })
    .await
}

/// The row of somebody who is asked: a new one, or the one that waits since the last invitation.
async fn invited(tx: &mut Tx<'_>, asked: StaffMember) -> Result<StaffMember, StoreError> {
    let Some(known) = store::staff::by_email(tx, &asked.email).await? else {
        store::staff::insert(tx, &asked).await?;
        return Ok(asked);
    };
    let member = StaffMember { id: known.id, since: known.since, ..asked };
    match store::staff::change_invited(tx, &member).await? {
        true => Ok(member),
        false => Err(StoreError::AlreadyThere),
    }
}

async fn write_invitation(
    tx: &mut Tx<'_>,
    ctx: &Context,
    member: &StaffMember,
    keys: &Carried,
    by: Option<StaffId>,
) -> Result<String, StoreError> {
    let now = ctx.clock.now();
    let token = PlainToken::random(&ctx.random);
    let totp_key = Key::random(&ctx.random);
    let place = offered_totp_place(member.id);
    let sealed_totp = sealed::seal_bytes(&token.derive("totp"), &place, totp_key.expose(), &ctx.random);
    let grants = Sealed::seal(&token.derive("grants"), &grants_place(member.id), keys, &ctx.random);
    let invitation = Invitation {
        staff: member.id,
        created_at: now,
        expires_at: now + GOOD_FOR,
        used_at: None,
        sealed_totp: Some(sealed_totp),
        grants: Some(grants.into_bytes()),
    };
    store::invitation::replace(tx, &token.hashed(), &invitation).await?;
    audit::record(tx, &Entry::new(now, by, Action::StaffInvited).detail(member.id)).await?;
    Ok(token.reveal())
}

fn carried(keys: Vec<(Epoch, Key)>) -> Carried {
    keys.into_iter().map(|(epoch, key)| (epoch, *key.expose())).collect()
}

fn label(member: &people::StaffMember) -> &str {
    if member.name.is_empty() { "me" } else { &member.name }
}

fn offered_totp_place(of: StaffId) -> Place {
    Place::new("invitation.sealed_totp", of)
}

fn grants_place(of: StaffId) -> Place {
    Place::new("invitation.grants", of)
}

/// Bound to the invitation by its token's key.
fn codes_place() -> Place {
    Place::new("invitation.codes", "shown once")
}
