//! For unit tests: a context on a fresh SQLite file with a hand-moved clock, and people who are signed in without the
//! quarter of a second that a password takes.

use tempfile::TempDir;

use super::sign_in::SignedIn;
use super::{Context, team_key};
use crate::crypto::Key;
use crate::crypto::keyring::PrivateKey;
use crate::crypto::random::Random;
use crate::domain::clock::{Clock, Moment};
use crate::domain::ids::{SessionId, StaffId};
use crate::domain::staff::{BothFactors, Role, StaffMember, Standing};
use crate::store::staff::Credentials;
use crate::store::{self, Db};

/// 2026-11-02, a Monday, noon.
pub(crate) const NOON: Moment = Moment(1_793_620_800);

/// A fresh house with its first team key. Keep the folder for as long as the context.
pub(crate) async fn context() -> (Context, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open_sqlite(&folder.path().join("test.db")).await.unwrap();
    let ctx = Context::new(db, Clock::manual(NOON), Random::repeatable(7));
    let (random, now) = (ctx.random.clone(), ctx.clock.now());
    ctx.db.write(move |tx| Box::pin(async move { team_key::prepare(tx, &random, now).await })).await.unwrap();
    (ctx, folder)
}

/// Somebody with both factors, holding the team's keys when the role reads reports.
pub(crate) async fn signed_in(ctx: &Context, role: Role) -> SignedIn {
    let who = signed_in_without_keys(ctx, role).await;
    if role.reads_reports() {
        let (id, public) = (who.id(), who.private_key().public());
        ctx.db
            .write(move |tx| {
                Box::pin(async move {
                    for (epoch, key) in store::team_key::setup_keys(tx).await? {
                        team_key::give(tx, id, &public, epoch, &key).await?;
                    }
                    Ok(())
                })
            })
            .await
            .unwrap();
    }
    who
}

/// Somebody whom no lead has given a key yet.
pub(crate) async fn signed_in_without_keys(ctx: &Context, role: Role) -> SignedIn {
    let id = StaffId::from_random(ctx.random.array());
    let member = StaffMember {
        id,
        name: format!("A {role}"),
        email: format!("{id}@example.org"),
        role,
        standing: Standing::Invited,
        since: ctx.clock.now(),
    };
    let private_key = PrivateKey::generate(&ctx.random);
    let credentials = Credentials {
        public_key: *private_key.public().as_bytes(),
        locked_key: vec![1],
        sealed_totp: vec![1],
        totp_last_step: 0,
    };
    let row = member.clone();
    ctx.db
        .write(move |tx| {
            Box::pin(async move {
                store::staff::insert(tx, &row).await?;
                store::staff::activate(tx, &row, &credentials).await
            })
        })
        .await
        .unwrap();
    let member = StaffMember { standing: Standing::Active, ..member };
    let both = BothFactors::given(true).unwrap();
    let session = SessionId::from_random(ctx.random.array());
    SignedIn::new(member, session, both, private_key, Key::random(&ctx.random))
}

/// As if the disk had gone: whatever touches a draft, a page to show or a report fails.
pub(crate) async fn take_database_away(folder: &TempDir) {
    store::testing::take_away(&folder.path().join("test.db")).await;
}

pub(crate) async fn bring_database_back(folder: &TempDir) {
    store::testing::bring_back(&folder.path().join("test.db")).await;
}

/// How much waits in drafts and pages to show.
pub(crate) async fn bytes_waiting(ctx: &Context) -> u64 {
    ctx.db.read(|tx| Box::pin(store::draft::bytes_waiting(tx))).await.unwrap()
}

/// How many rows a table has.
pub(crate) async fn count(ctx: &Context, table: &'static str) -> i64 {
    store::testing::count(&ctx.db, table).await
}
