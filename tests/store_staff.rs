//! People, their keys, their sessions and the audit, on both databases.

use quietdoor::crypto::Key;
use quietdoor::crypto::keyring::PrivateKey;
use quietdoor::crypto::random::Random;
use quietdoor::crypto::token::PlainToken;
use quietdoor::domain::audit::{Action, Entry, Verdict};
use quietdoor::domain::clock::{Clock, Moment, Seconds};
use quietdoor::domain::ids::{Epoch, SessionId, StaffId};
use quietdoor::domain::staff::{Role, StaffMember, Standing};
use quietdoor::service::{Context, audit};
use quietdoor::store::db::Work;
use quietdoor::store::invitation::Invitation;
use quietdoor::store::session::Session;
use quietdoor::store::staff::Credentials;
use quietdoor::store::{self, Db, StoreError, Tx, recovery_code, recovery_kit, session, staff, team_key};

use crate::support::{on_both_databases, sql};

const NOW: Moment = Moment(1_800_000_000);

fn id(n: u8) -> StaffId {
    StaffId::from_random([n; 16])
}

fn somebody(n: u8, role: Role) -> StaffMember {
    let email = format!("{n}@example.org");
    StaffMember { id: id(n), name: format!("No. {n}"), email, role, standing: Standing::Invited, since: NOW }
}

fn credentials(n: u64) -> Credentials {
    let public_key = *PrivateKey::generate(&Random::repeatable(n)).public().as_bytes();
    Credentials { public_key, locked_key: vec![1], sealed_totp: vec![2], totp_last_step: 10 }
}

async fn hire(db: &Db, n: u8, role: Role) {
    let (member, with) = (somebody(n, role), credentials(u64::from(n)));
    write(db, move |tx| {
        Box::pin(async move {
            staff::insert(tx, &member).await?;
            assert!(staff::activate(tx, &member, &with).await?);
            Ok(())
        })
    })
    .await
    .unwrap();
}

async fn write<T: Send + 'static>(
    db: &Db,
    work: impl for<'t> FnOnce(&'t mut Tx<'_>) -> Work<'t, T> + Send + 'static,
) -> Result<T, StoreError> {
    db.write(work).await
}

fn session_of(n: u8, staff: StaffId) -> (PlainToken, Session) {
    let session = Session {
        id: SessionId::from_random([n; 16]),
        staff,
        second_factor: true,
        created_at: NOW + Seconds(i64::from(n)),
        last_seen_at: NOW,
        expires_at: NOW + Seconds::hours(10),
        sealed: vec![n],
    };
    (PlainToken::from_key(Key::from_bytes([n; 32])), session)
}

fn context(db: Db) -> Context {
    Context::new(db, Clock::manual(NOW), Random::repeatable(1))
}

/// Entries 1 to 5.
async fn with_entries(db: Db) -> Context {
    let ctx = context(db);
    for n in 1..=5 {
        let entry = Entry::new(NOW, Some(id(n)), Action::ReportOpened).detail("x");
        write(&ctx.db, move |tx| Box::pin(async move { audit::record(tx, &entry).await })).await.unwrap();
    }
    ctx
}

/// What somebody with the database's own password can do.
async fn without_triggers(ctx: &Context, tampering: &'static str) -> Verdict {
    let drop_triggers = match ctx.db {
        Db::Lite { .. } => "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete",
        Db::Pg(_) => "DROP TRIGGER audit_no_change ON audit",
    };
    sql(&ctx.db, drop_triggers).await.unwrap();
    sql(&ctx.db, tampering).await.unwrap();
    audit::check(ctx).await.unwrap()
}

on_both_databases! {
    async fn an_address_is_one_persons_and_nobody_is_many(db: Db) {
        hire(&db, 1, Role::Reviewer).await;
        let double = StaffMember { email: "1@example.org".into(), ..somebody(2, Role::Lead) };
        let refused = write(&db, move |tx| Box::pin(async move { staff::insert(tx, &double).await })).await;
        assert!(matches!(refused, Err(StoreError::AlreadyThere)));
        for n in [3, 4] {
            let nameless = StaffMember { email: String::new(), ..somebody(n, Role::Lead) };
            write(&db, move |tx| Box::pin(async move { staff::insert(tx, &nameless).await })).await.unwrap();
        }
        let found = db.read(|tx| Box::pin(staff::by_email(tx, "1@example.org"))).await.unwrap();
        assert_eq!(found.unwrap().id, id(1));
        assert!(db.read(|tx| Box::pin(staff::by_email(tx, ""))).await.unwrap().is_none());
    }

    async fn an_invitation_is_accepted_once(db: Db) {
        let member = somebody(1, Role::Reviewer);
        let token = PlainToken::from_key(Key::from_bytes([1; 32])).hashed();
        let invitation = Invitation {
            staff: member.id,
            created_at: NOW,
            expires_at: NOW + Seconds(10),
            used_at: None,
            sealed_totp: Some(vec![1]),
            grants: Some(vec![2]),
        };
        write(&db, move |tx| {
            Box::pin(async move {
                staff::insert(tx, &member).await?;
                store::invitation::replace(tx, &token, &invitation).await
            })
        })
        .await
        .unwrap();
        let use_at = |at| write(&db, move |tx| {
            Box::pin(async move { store::invitation::use_up(tx, &token, at, b"codes").await })
        });
        assert!(!use_at(NOW + Seconds(10)).await.unwrap(), "too late");
        assert!(use_at(NOW + Seconds(9)).await.unwrap());
        assert!(!use_at(NOW + Seconds(9)).await.unwrap(), "used");
        let left =
            db.read(move |tx| Box::pin(async move { store::invitation::by_token(tx, &token).await })).await.unwrap();
        let left = left.unwrap();
        assert!(left.sealed_totp.is_none() && left.grants.is_none(), "a used link leads to nothing");
        let take = || write(&db, move |tx| Box::pin(async move { store::invitation::take_codes(tx, &token).await }));
        assert_eq!(take().await.unwrap().as_deref(), Some(b"codes".as_slice()));
        assert_eq!(take().await.unwrap(), None);
    }

    async fn digits_only_go_forward_and_one_of_two_wins(db: Db) {
        hire(&db, 1, Role::Reviewer).await;
        let step = |n| write(&db, move |tx| Box::pin(async move { staff::use_totp_step(tx, id(1), n).await }));
        assert!(!step(10).await.unwrap(), "used at the invitation");
        assert!(!step(9).await.unwrap());
        let (one, two) = tokio::join!(step(11), step(11));
        assert!(one.unwrap() ^ two.unwrap());
    }

    async fn a_recovery_code_is_used_once(db: Db) {
        hire(&db, 1, Role::Reviewer).await;
        hire(&db, 2, Role::Reviewer).await;
        let hashes = [[1; 32], [2; 32]];
        write(&db, move |tx| Box::pin(async move { recovery_code::replace(tx, id(1), &hashes).await })).await.unwrap();
        let use_up = |of, hash| write(&db, move |tx| {
            Box::pin(async move { recovery_code::use_up(tx, id(of), &[hash; 32], NOW).await })
        });
        assert!(!use_up(2, 1).await.unwrap(), "somebody else's");
        let (one, two) = tokio::join!(use_up(1, 1), use_up(1, 1));
        assert!(one.unwrap() ^ two.unwrap());
        assert_eq!(db.read(|tx| Box::pin(recovery_code::left(tx, id(1)))).await.unwrap(), 1);
    }

    async fn a_session_is_its_owners_and_ends(db: Db) {
        hire(&db, 1, Role::Reviewer).await;
        hire(&db, 2, Role::Reviewer).await;
        for n in [1, 2, 3] {
            let (token, session) = session_of(n, id(1));
            write(&db, move |tx| Box::pin(async move { session::insert(tx, &token.hashed(), &session).await }))
                .await
                .unwrap();
        }
        let list = async || {
            let sessions = db.read(|tx| Box::pin(session::list(tx, id(1)))).await.unwrap();
            sessions.iter().map(|session| session.sealed[0]).collect::<Vec<_>>()
        };
        assert_eq!(list().await, [3, 2, 1]);
        let end = |n, of| write(&db, move |tx| {
            Box::pin(async move { session::end(tx, SessionId::from_random([n; 16]), id(of)).await })
        });
        assert!(!end(1, 2).await.unwrap(), "not theirs");
        assert!(end(1, 1).await.unwrap());
        assert!(!end(1, 1).await.unwrap());

        let one = SessionId::from_random([2; 16]);
        write(&db, move |tx| Box::pin(async move { session::touch(tx, one, NOW + Seconds(60)).await })).await.unwrap();
        let purged = write(&db, |tx| Box::pin(async move { session::purge(tx, NOW, NOW + Seconds(30)).await }));
        assert_eq!(purged.await.unwrap(), 1);
        assert_eq!(list().await, [2]);

        write(&db, move |tx| Box::pin(async move { session::leave_to_show(tx, one, b"once").await })).await.unwrap();
        let take = || write(&db, move |tx| Box::pin(async move { session::take_to_show(tx, one).await }));
        assert_eq!(take().await.unwrap().as_deref(), Some(b"once".as_slice()));
        assert_eq!(take().await.unwrap(), None);
        write(&db, |tx| Box::pin(async move { session::end_all(tx, id(1)).await })).await.unwrap();
        assert!(list().await.is_empty());
    }

    async fn an_epoch_starts_once_and_who_lacks_its_key_is_known(db: Db) {
        for (n, role) in [(1, Role::Lead), (2, Role::Reviewer), (3, Role::Writer)] {
            hire(&db, n, role).await;
        }
        let key = PrivateKey::generate(&Random::repeatable(9));
        let public = key.public();
        let start = |epoch| {
            let setup_key = key.as_key().clone();
            write(&db, move |tx| {
                Box::pin(async move {
                    team_key::start_epoch(tx, Epoch(epoch), &public, NOW, Some(&setup_key)).await
                })
            })
        };
        start(1).await.unwrap();
        assert!(matches!(start(1).await, Err(StoreError::AlreadyThere)));
        start(2).await.unwrap();
        let current = db.read(|tx| Box::pin(team_key::current(tx))).await.unwrap().unwrap();
        assert_eq!(current, (Epoch(2), public));

        let grant = |epoch, to| write(&db, move |tx| {
            Box::pin(async move { team_key::grant(tx, Epoch(epoch), id(to), &[to]).await })
        });
        for (epoch, to) in [(1, 1), (2, 1), (2, 1), (2, 2)] {
            grant(epoch, to).await.unwrap();
        }
        let lacking = async || db.read(|tx| Box::pin(team_key::who_lacks_keys(tx))).await.unwrap();
        assert_eq!(lacking().await, [id(2)], "a writer needs none");
        grant(1, 2).await.unwrap();
        assert!(lacking().await.is_empty());

        let forget = || write(&db, |tx| Box::pin(async move { team_key::forget_setup_keys(tx).await }));
        let (one, two) = tokio::join!(forget(), forget());
        assert!(one.unwrap() ^ two.unwrap(), "one closes set-up");
        assert!(db.read(|tx| Box::pin(team_key::setup_keys(tx))).await.unwrap().is_empty());
    }

    async fn a_new_kit_ends_the_one_before(db: Db) {
        let keys = [1, 2].map(|n| PrivateKey::generate(&Random::repeatable(n)).public());
        for key in keys {
            write(&db, move |tx| {
                Box::pin(async move {
                    if recovery_kit::current(tx).await?.is_none() {
                        team_key::start_epoch(tx, Epoch::FIRST, &key, NOW, None).await?;
                    }
                    recovery_kit::replace(tx, &key, NOW).await?;
                    recovery_kit::grant(tx, Epoch::FIRST, key.as_bytes()).await
                })
            })
            .await
            .unwrap();
        }
        let (kit, grants) = db
            .read(|tx| Box::pin(async move { Ok((recovery_kit::current(tx).await?, recovery_kit::granted(tx).await?)) }))
            .await
            .unwrap();
        assert_eq!(kit.unwrap().0, keys[1]);
        assert_eq!(grants, [(Epoch::FIRST, keys[1].as_bytes().to_vec())]);
    }

    async fn entries_written_at_once_make_one_chain(db: Db) {
        let ctx = context(db);
        let writers = (0..40_u8).map(|n| {
            let db = ctx.db.clone();
            tokio::spawn(async move {
                let entry = Entry::new(NOW, Some(id(n)), Action::ReportOpened);
                write(&db, move |tx| Box::pin(async move { audit::record(tx, &entry).await })).await
            })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap().unwrap();
        }
        assert_eq!(audit::check(&ctx).await.unwrap(), Verdict { sound: 40, first_bad: None });
    }

    async fn the_audit_refuses_to_be_changed(db: Db) {
        let ctx = with_entries(db).await;
        for tampering in ["UPDATE audit SET detail = 'y' WHERE seq = 2", "DELETE FROM audit WHERE seq = 2"] {
            assert!(sql(&ctx.db, tampering).await.is_err(), "{tampering}");
        }
        assert_eq!(audit::check(&ctx).await.unwrap(), Verdict { sound: 5, first_bad: None });
    }

    async fn an_edited_entry_is_found(db: Db) {
        let ctx = with_entries(db).await;
        let verdict = without_triggers(&ctx, "UPDATE audit SET detail = 'y' WHERE seq = 3").await;
        assert_eq!(verdict, Verdict { sound: 2, first_bad: Some(3) });
        for tampering in [
            "UPDATE audit SET detail = 'x', at = at + 1 WHERE seq = 3",
            "UPDATE audit SET at = at - 1, staff_id = NULL WHERE seq = 3",
            "UPDATE audit SET staff_id = hash WHERE seq = 3",
            "UPDATE audit SET hash = previous WHERE seq = 2",
        ] {
            sql(&ctx.db, tampering).await.unwrap();
            let verdict = audit::check(&ctx).await.unwrap();
            assert!(verdict.first_bad.is_some_and(|seq| seq <= 3), "{tampering}: {verdict:?}");
        }
    }

    async fn a_removed_entry_is_found(db: Db) {
        let ctx = with_entries(db).await;
        let verdict = without_triggers(&ctx, "DELETE FROM audit WHERE seq = 4").await;
        assert_eq!(verdict, Verdict { sound: 3, first_bad: Some(4) });
    }

    async fn a_removed_end_is_found(db: Db) {
        let ctx = with_entries(db).await;
        let verdict = without_triggers(&ctx, "DELETE FROM audit WHERE seq = 5").await;
        assert_eq!(verdict, Verdict { sound: 4, first_bad: Some(5) });
    }
}
