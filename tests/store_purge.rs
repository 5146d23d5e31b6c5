//! What has run its time is gone, and nothing else is.

use quietdoor::domain::clock::{Moment, Seconds};
use quietdoor::domain::staff::{Role, Standing};
use quietdoor::store::purge::{Purged, expired};
use quietdoor::store::{Db, Tx};

use crate::support::{hire, on_both_databases};

const NOW: Moment = Moment(1_763_800_000);
const IDLE: Seconds = Seconds::minutes(30);

async fn run(db: &Db, sql: &'static str) {
    db.write(move |tx| {
        Box::pin(async move {
            match tx {
                Tx::Lite(connection) => sqlx::query(sql).bind(NOW.0).execute(&mut **connection).await.map(|_| ())?,
                Tx::Pg(connection) => sqlx::query(sql).bind(NOW.0).execute(&mut **connection).await.map(|_| ())?,
            }
            Ok(())
        })
    })
    .await
    .expect("a row is written");
}

async fn count(db: &Db, sql: &'static str) -> i64 {
    let count = db.read(move |tx| {
        Box::pin(async move {
            Ok(match tx {
                Tx::Lite(connection) => sqlx::query_scalar(sql).fetch_one(&mut **connection).await?,
                Tx::Pg(connection) => sqlx::query_scalar(sql).fetch_one(&mut **connection).await?,
            })
        })
    });
    count.await.expect("rows are counted")
}

async fn purge(db: &Db, now: Moment) -> Purged {
    db.write(move |tx| Box::pin(expired(tx, now, IDLE))).await.unwrap()
}

on_both_databases! {
    async fn drafts_and_pages_to_show_go_when_their_time_comes(db: Db) {
        run(&db, "INSERT INTO draft (id, sealed, expires_at) VALUES ('a', 'x', $1)").await;
        run(&db, "INSERT INTO draft (id, sealed, expires_at) VALUES ('b', 'x', $1 + 1)").await;
        run(&db, "INSERT INTO showing (id, sealed, expires_at) VALUES ('a', 'x', $1)").await;
        assert_eq!(purge(&db, NOW - Seconds(1)).await, Purged::default());
        assert_eq!(purge(&db, NOW).await, Purged { drafts: 1, showings: 1, ..Purged::default() });
        assert_eq!(purge(&db, NOW).await, Purged::default());
        assert_eq!(count(&db, "SELECT COUNT(*) FROM draft").await, 1);
    }

    async fn sessions_go_when_idle_or_at_the_end_of_their_day(db: Db) {
        hire(&db, "mary", Role::Lead, Standing::Active).await;
        run(&db, "INSERT INTO session (token, id, staff_id, second_factor, created_at, last_seen_at, expires_at, sealed)
            SELECT 'over', 'over', id, 1, $1, $1, $1, 'x' FROM staff").await;
        run(&db, "INSERT INTO session (token, id, staff_id, second_factor, created_at, last_seen_at, expires_at, sealed)
            SELECT 'idle', 'idle', id, 1, $1, $1 - 1800, $1 + 1, 'x' FROM staff").await;
        run(&db, "INSERT INTO session (token, id, staff_id, second_factor, created_at, last_seen_at, expires_at, sealed)
            SELECT 'good', 'good', id, 1, $1, $1 - 1799, $1 + 1, 'x' FROM staff").await;
        assert_eq!(purge(&db, NOW).await, Purged { sessions: 2, ..Purged::default() });
    }

    async fn an_old_invitation_loses_its_keys_first_and_is_forgotten_later(db: Db) {
        hire(&db, "mary", Role::Lead, Standing::Active).await;
        run(&db, "INSERT INTO invitation (token, staff_id, created_at, expires_at, sealed_totp, grants)
            SELECT 'late', id, $1, $1, 'x', 'x' FROM staff").await;
        run(&db, "INSERT INTO invitation (token, staff_id, created_at, expires_at, used_at, codes)
            SELECT 'used', id, $1, $1 + 999999999, $1, 'x' FROM staff").await;
        run(&db, "INSERT INTO invitation (token, staff_id, created_at, expires_at, sealed_totp, grants)
            SELECT 'good', id, $1, $1 + 999999999, 'x', 'x' FROM staff").await;
        purge(&db, NOW).await;
        assert_eq!(count(&db, "SELECT COUNT(*) FROM invitation WHERE grants IS NOT NULL").await, 1);
        assert_eq!(count(&db, "SELECT COUNT(*) FROM invitation WHERE sealed_totp IS NOT NULL").await, 1);
        assert_eq!(count(&db, "SELECT COUNT(*) FROM invitation WHERE codes IS NOT NULL").await, 1);
        purge(&db, NOW + Seconds::hours(1)).await;
        assert_eq!(count(&db, "SELECT COUNT(*) FROM invitation WHERE codes IS NOT NULL").await, 0);
        assert_eq!(purge(&db, NOW + Seconds::days(30)).await.invitations, 2);
        assert_eq!(count(&db, "SELECT COUNT(*) FROM invitation").await, 1);
    }
}
