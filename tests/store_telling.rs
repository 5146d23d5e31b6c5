//! Drafts, reports and messages on both databases.

use quietdoor::crypto::envelope::ContentKey;
use quietdoor::crypto::keyring::PrivateKey;
use quietdoor::crypto::random::Random;
use quietdoor::crypto::token::{HashedToken, PlainToken};
use quietdoor::crypto::{Key, Sealed};
use quietdoor::domain::clock::{Moment, Seconds};
use quietdoor::domain::ids::{Epoch, MessageId, ReportId};
use quietdoor::domain::message::{Author, Message};
use quietdoor::domain::report::SafeNow;
use quietdoor::domain::urgency::Priority;
use quietdoor::store::message::NewMessage;
use quietdoor::store::report::{NewReport, Standing};
use quietdoor::store::{self, Db, StoreError};
use sqlx::{Connection, Executor, PgConnection};

use crate::support::{Fresh, on_both_databases};

const NOW: Moment = Moment(1_000);
const LATER: Moment = Moment(2_000);

fn token() -> HashedToken {
    PlainToken::random(&Random::System).hashed()
}

async fn keep(db: &Db, id: HashedToken, sealed: &'static [u8]) {
    db.write(move |tx| Box::pin(store::draft::keep(tx, id, sealed, LATER))).await.expect("it is kept");
}

async fn find(db: &Db, id: HashedToken, now: Moment) -> Option<Vec<u8>> {
    db.read(move |tx| Box::pin(store::draft::find(tx, id, now))).await.expect("it reads")
}

async fn show(db: &Db, id: HashedToken) -> Result<(), StoreError> {
    db.write(move |tx| Box::pin(store::draft::keep_showing(tx, id, b"page", LATER))).await
}

async fn take(db: &Db, id: HashedToken, now: Moment) -> Option<Vec<u8>> {
    look(db, id, now, false).await
}

async fn look(db: &Db, id: HashedToken, now: Moment, again: bool) -> Option<Vec<u8>> {
    let until = now + Seconds(10);
    db.write(move |tx| Box::pin(store::draft::take_showing(tx, id, now, again, until))).await.expect("it reads")
}

async fn waiting(db: &Db) -> u64 {
    db.read(|tx| Box::pin(store::draft::bytes_waiting(tx))).await.expect("it counts")
}

/// A team key, so that reports can name its epoch.
async fn start_epoch(db: &Db) {
    let key = PrivateKey::generate(&Random::System).public();
    db.write(move |tx| Box::pin(async move { store::team_key::start_epoch(tx, Epoch::FIRST, &key, NOW, None).await }))
        .await
        .expect("an epoch starts");
}

fn report(reference: &str, lookup: u8, priority: Priority) -> NewReport {
    NewReport {
        id: ReportId::from_random(Random::System.array()),
        reference: reference.into(),
        received_at: NOW,
        priority,
        due_at: NOW + priority.due_within(),
        epoch: Epoch::FIRST,
        team_key: vec![1],
        sender_key: vec![2],
        lookup: [lookup; 16],
        head: Sealed::from_stored(vec![3]),
        body: Sealed::from_stored(vec![4]),
    }
}

async fn insert(db: &Db, report: &NewReport) -> Result<bool, StoreError> {
    let report = report.clone();
    db.write(move |tx| Box::pin(async move { store::report::insert(tx, &report).await })).await
}

async fn standing(db: &Db, id: ReportId) -> Standing {
    db.read(move |tx| Box::pin(store::report::standing(tx, id))).await.expect("it reads").expect("it is there")
}

async fn sender_wrote(db: &Db, id: ReportId, priority: Priority, due_at: Moment) {
    db.write(move |tx| Box::pin(store::report::sender_wrote(tx, id, priority, due_at)))
        .await
        .map(drop)
        .expect("it is noted");
}

async fn run(db: &Db, sql: &'static str) {
    let done = db.write(move |tx| {
        Box::pin(async move {
            match tx {
                store::Tx::Lite(c) => sqlx::query(sql).execute(&mut **c).await.map(drop)?,
                store::Tx::Pg(c) => sqlx::query(sql).execute(&mut **c).await.map(drop)?,
            }
            Ok(())
        })
    });
    done.await.expect("it runs");
}

on_both_databases! {
    async fn a_page_is_seen_again_by_who_goes_on_and_used_up_by_who_goes_back(db: Db) {
        let id = token();
        show(&db, id).await.expect("it is laid ready");
        let seen = look(&db, id, NOW, true).await;
        assert_eq!(seen.as_deref(), Some(&b"page"[..]), "the first look");
        assert_eq!(look(&db, id, NOW + Seconds(9), true).await, seen);
        assert_eq!(look(&db, id, NOW + Seconds(10), true).await, None, "from the first look on");
        let id = token();
        show(&db, id).await.expect("it is laid ready");
        assert_eq!(look(&db, id, NOW, false).await, seen);
        assert_eq!(look(&db, id, NOW, false).await, None);
        assert_eq!(look(&db, id, NOW, true).await, None, "used up");
    }

    async fn what_waits_is_measured(db: Db) {
        assert_eq!(waiting(&db).await, 0);
        keep(&db, token(), b"four").await;
        show(&db, token()).await.expect("it is laid ready");
        assert_eq!(waiting(&db).await, 8);
    }


    async fn a_draft_is_replaced_and_found_until_it_expires(db: Db) {
        let id = token();
        keep(&db, id, b"one").await;
        keep(&db, id, b"two").await;
        assert_eq!(find(&db, id, NOW).await.as_deref(), Some(&b"two"[..]));
        assert_eq!(find(&db, token(), NOW).await, None);
        assert_eq!(find(&db, id, LATER).await, None);
    }

    async fn of_two_who_ask_for_a_page_one_gets_it(db: Db) {
        let id = token();
        show(&db, id).await.expect("it is kept");
        let (one, two) = tokio::join!(take(&db, id, NOW), take(&db, id, NOW));
        assert_eq!(one.iter().chain(&two).count(), 1);

        show(&db, id).await.expect("it is kept");
        assert!(matches!(show(&db, id).await, Err(StoreError::AlreadyThere)));
        assert_eq!(take(&db, id, LATER).await, None, "expired");
        assert_eq!(take(&db, id, NOW).await, None, "and gone");
    }

    async fn a_report_is_inserted_once_for_its_code(db: Db) {
        start_epoch(&db).await;
        assert!(insert(&db, &report("AAA", 1, Priority::Soon)).await.expect("it inserts"));
        assert!(!insert(&db, &report("BBB", 1, Priority::Soon)).await.expect("it does nothing"));
        assert!(matches!(insert(&db, &report("AAA", 2, Priority::Soon)).await, Err(StoreError::AlreadyThere)));
        assert!(insert(&db, &report("BBB", 2, Priority::Soon)).await.expect("it inserts"));
    }

    async fn a_report_is_found_by_its_code(db: Db) {
        start_epoch(&db).await;
        let new = report("AAA", 7, Priority::Urgent);
        insert(&db, &new).await.expect("it inserts");
        let find = async |lookup: [u8; 16]| {
            let found = db.read(move |tx| Box::pin(async move { store::report::find_by_lookup(tx, &lookup).await }));
            found.await.expect("it reads")
        };
        let found = find([7; 16]).await.expect("it is there");
        assert_eq!((found.id, found.received_at, found.due_at), (new.id, NOW, new.due_at));
        assert_eq!((found.priority, found.sender_key), (Priority::Urgent, vec![2]));
        assert!(find([8; 16]).await.is_none());
    }

    async fn while_a_sender_waits_the_first_due_time_holds(db: Db) {
        start_epoch(&db).await;
        let new = report("AAA", 1, Priority::Urgent);
        insert(&db, &new).await.expect("it inserts");
        sender_wrote(&db, new.id, Priority::Soon, Moment(new.due_at.0 + 500)).await;
        let expected = Standing { priority: Priority::Urgent, due_at: new.due_at, sender_waits: true, closed: false };
        assert_eq!(standing(&db, new.id).await, expected);

        sender_wrote(&db, new.id, Priority::Immediate, Moment(1_500)).await;
        let expected = Standing { priority: Priority::Immediate, due_at: Moment(1_500), ..expected };
        assert_eq!(standing(&db, new.id).await, expected);
    }

    async fn after_an_answer_a_new_due_time_starts(db: Db) {
        start_epoch(&db).await;
        let new = report("AAA", 1, Priority::Soon);
        insert(&db, &new).await.expect("it inserts");
        run(&db, "UPDATE report SET sender_waits = 0").await;
        sender_wrote(&db, new.id, Priority::Soon, Moment(900_000)).await;
        let expected =
            Standing { priority: Priority::Soon, due_at: Moment(900_000), sender_waits: true, closed: false };
        assert_eq!(standing(&db, new.id).await, expected);
    }

    async fn a_closed_report_opens_again_when_its_sender_writes(db: Db) {
        start_epoch(&db).await;
        let new = report("AAA", 1, Priority::Soon);
        insert(&db, &new).await.expect("it inserts");
        run(&db, "UPDATE report SET state = 'closed', outcome = 'referred', closed_at = 5, opened_at = 4, sender_waits = 0")
            .await;
        assert!(standing(&db, new.id).await.closed);
        sender_wrote(&db, new.id, Priority::Soon, Moment(8_000)).await;
        assert!(standing(&db, new.id).await.closed, "not by itself: opening again is written down");
        let reopened = db.write(move |tx| Box::pin(store::report::reopen(tx, new.id, Priority::Soon, Moment(9_000))));
        assert!(reopened.await.expect("it is noted"));
        let queued = db.read(move |tx| Box::pin(store::queue::by_id(tx, new.id))).await.expect("it reads");
        let case = queued.expect("it is there").case;
        assert_eq!((case.owner(), case.opened_at, case.sender_waits, case.due_at), (None, None, true, Moment(9_000)));
    }

    async fn messages_come_in_order_and_once(db: Db) {
        start_epoch(&db).await;
        let new = report("AAA", 1, Priority::Soon);
        insert(&db, &new).await.expect("it inserts");
        let content = ContentKey::from_key(new.id, Key::random(&Random::System));
        for (n, author, at) in [(2, Author::Team, 20), (1, Author::Sender, 10), (2, Author::Team, 30)] {
            let id = MessageId::from_random([n; 16]);
            let message = Message { text: format!("message {n}"), safe_now: SafeNow::NotSaid };
            let sealed = content.seal_message(id, &message, &Random::System);
            let row = NewMessage { id, report: new.id, author, staff: None, sent_at: Moment(at), sealed };
            let is_new = db.write(move |tx| Box::pin(async move { store::message::insert(tx, &row).await })).await;
            assert_eq!(is_new.expect("it inserts"), at != 30, "the same button, pressed twice");
        }
        let stored = db.read(move |tx| Box::pin(store::message::of_report(tx, new.id))).await.expect("it reads");
        let texts = stored.iter().map(|one| content.open_message(one.id, &one.sealed).expect("it opens").text);
        assert_eq!(texts.collect::<Vec<_>>(), ["message 1", "message 2"]);
        assert_eq!(stored.iter().map(|one| one.author).collect::<Vec<_>>(), [Author::Sender, Author::Team]);
    }
}

#[tokio::test]
async fn a_database_that_hangs_is_away_and_not_waited_for() {
    let fresh = Fresh::postgres().await;
    let db = fresh.open().await;
    let mut other = PgConnection::connect(&fresh.url()).await.expect("PostgreSQL answers");
    other.execute("BEGIN; LOCK TABLE draft IN ACCESS EXCLUSIVE MODE").await.expect("a lock");

    let id = token();
    let reads = db.read(move |tx| Box::pin(store::draft::find(tx, id, NOW)));
    let writes = db.write(move |tx| Box::pin(store::draft::keep(tx, id, b"sealed", LATER)));
    let (found, kept) = tokio::join!(reads, writes);
    assert!(matches!(found, Err(StoreError::Unavailable(_))), "{found:?}");
    assert!(matches!(kept, Err(StoreError::Unavailable(_))), "{kept:?}");

    other.execute("ROLLBACK").await.expect("the lock is gone");
    keep(&db, id, b"sealed").await;
    assert!(find(&db, id, NOW).await.is_some());
}

on_both_databases! {
    async fn a_write_that_panics_takes_nobody_with_it(db: Db) {
        let id = token();
        let broken = db.write::<(), _>(move |tx| {
            Box::pin(async move {
                store::draft::keep(tx, id, b"sealed", LATER).await?;
                panic!("on purpose")
            })
        });
        let broken = std::panic::AssertUnwindSafe(broken);
        assert!(!matches!(futures_util::FutureExt::catch_unwind(broken).await, Ok(Ok(()))));
        assert!(find(&db, id, NOW).await.is_none());
        keep(&db, id, b"sealed").await;
        assert!(find(&db, id, NOW).await.is_some());
    }
}
