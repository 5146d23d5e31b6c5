//! What the outbox promises, on both databases, to several nodes at once.

use quietdoor::domain::clock::{Moment, Seconds};
use quietdoor::domain::ids::{NoticeId, StaffId};
use quietdoor::domain::notice::NoticeKind;
use quietdoor::domain::staff::{Role, Standing};
use quietdoor::store::outbox::{self, Delivery, Expanded};
use quietdoor::store::{Db, StoreError, purge};

use crate::support::{Fresh, hire, on_both_databases};

const NOW: Moment = Moment(1_763_800_000);
const LEASE: Seconds = Seconds::minutes(6);

async fn owe(db: &Db, notice: u8, kind: NoticeKind) -> NoticeId {
    let id = NoticeId::from_random([notice; 16]);
    db.write(move |tx| Box::pin(async move { outbox::owe(tx, id, kind, &[notice; 16], NOW).await })).await.unwrap();
    id
}

async fn expand(db: &Db) -> Expanded {
    db.write(|tx| Box::pin(outbox::expand(tx, NOW))).await.unwrap()
}

async fn lease(db: &Db, staff: StaffId, now: Moment) -> Vec<Delivery> {
    db.write(move |tx| Box::pin(outbox::lease(tx, staff, now, LEASE))).await.unwrap()
}

async fn due(db: &Db, now: Moment) -> Vec<String> {
    let due = db.read(move |tx| Box::pin(outbox::due_mailboxes(tx, now))).await.unwrap();
    let mut emails: Vec<_> = due.into_iter().map(|mailbox| mailbox.email).collect();
    emails.sort();
    emails
}

async fn purge(db: &Db, now: Moment) -> purge::Purged {
    db.write(move |tx| Box::pin(purge::expired(tx, now, Seconds::minutes(30)))).await.unwrap()
}

on_both_databases! {
    async fn the_same_thing_told_twice_is_one_notice(db: Db) {
        let mary = hire(&db, "mary", Role::Reviewer, Standing::Active).await;
        owe(&db, 1, NoticeKind::Told).await;
        db.write(|tx| Box::pin(async move {
            outbox::owe(tx, NoticeId::from_random([9; 16]), NoticeKind::Told, &[1; 16], NOW).await
        })).await.unwrap();
        expand(&db).await;
        assert_eq!(lease(&db, mary, NOW).await.len(), 1);
    }

    async fn what_did_not_happen_owes_nothing(db: Db) {
        let mary = hire(&db, "mary", Role::Reviewer, Standing::Active).await;
        let undone: Result<(), _> = db.write(|tx| Box::pin(async move {
            outbox::owe(tx, NoticeId::from_random([1; 16]), NoticeKind::Told, &[1; 16], NOW).await?;
            Err(StoreError::Unreadable("nothing"))
        })).await;
        assert!(undone.is_err());
        expand(&db).await;
        assert!(lease(&db, mary, NOW).await.is_empty());
    }

    async fn notices_wait_for_the_first_person(db: Db) {
        hire(&db, "invited", Role::Lead, Standing::Invited).await;
        owe(&db, 1, NoticeKind::Told).await;
        assert_eq!(expand(&db).await, Expanded { notices: 0, more: false });
        let mary = hire(&db, "mary", Role::Reviewer, Standing::Active).await;
        assert_eq!(expand(&db).await, Expanded { notices: 1, more: false });
        assert_eq!(expand(&db).await, Expanded { notices: 0, more: false });
        assert_eq!(lease(&db, mary, NOW).await.len(), 1);
    }

    async fn only_those_who_answer_reports_are_told(db: Db) {
        for (name, role, standing) in [
            ("reviewer", Role::Reviewer, Standing::Active),
            ("lead", Role::Lead, Standing::Active),
            ("publisher", Role::Publisher, Standing::Active),
            ("writer", Role::Writer, Standing::Active),
            ("admin", Role::Admin, Standing::Active),
            ("gone", Role::Lead, Standing::Gone),
            ("invited", Role::Reviewer, Standing::Invited),
        ] {
            hire(&db, name, role, standing).await;
        }
        owe(&db, 1, NoticeKind::Told).await;
        expand(&db).await;
        assert_eq!(due(&db, NOW).await, ["lead@team.test", "reviewer@team.test"]);
    }

    async fn a_flood_of_notices_is_expanded_in_batches(db: Db) {
        let mary = hire(&db, "mary", Role::Reviewer, Standing::Active).await;
        db.write(|tx| Box::pin(async move {
            for number in 0..501_u128 {
                let id = number.to_be_bytes();
                outbox::owe(tx, NoticeId::from_random(id), NoticeKind::Told, &id, NOW).await?;
            }
            Ok(())
        })).await.unwrap();
        assert_eq!(expand(&db).await, Expanded { notices: 500, more: true });
        assert_eq!(expand(&db).await, Expanded { notices: 1, more: false });
        assert_eq!(lease(&db, mary, NOW).await.len(), 501);
    }

    async fn of_several_nodes_one_gets_the_lease(fresh: Fresh) {
        let nodes = [fresh.open().await, fresh.open().await, fresh.open().await];
        let mary = hire(&nodes[0], "mary", Role::Reviewer, Standing::Active).await;
        for round in 0..20 {
            owe(&nodes[0], round, NoticeKind::Told).await;
            let expanded = tokio::join!(expand(&nodes[0]), expand(&nodes[1]), expand(&nodes[2]));
            assert!(expanded.0.notices + expanded.1.notices + expanded.2.notices == 1);
            let leases = tokio::join!(
                lease(&nodes[0], mary, NOW),
                lease(&nodes[1], mary, NOW),
                lease(&nodes[2], mary, NOW)
            );
            assert_eq!(leases.0.len() + leases.1.len() + leases.2.len(), 1, "round {round}");
        }
    }

    async fn a_lease_runs_out_and_counts_as_an_attempt(db: Db) {
        let mary = hire(&db, "mary", Role::Reviewer, Standing::Active).await;
        let (first, second) = (owe(&db, 1, NoticeKind::Told).await, owe(&db, 2, NoticeKind::Wrote).await);
        expand(&db).await;
        let leased = lease(&db, mary, NOW).await;
        assert_eq!(leased.iter().map(|delivery| (delivery.notice, delivery.kind, delivery.attempt)).collect::<Vec<_>>(), [
            (first, NoticeKind::Told, 1),
            (second, NoticeKind::Wrote, 1),
        ]);
        let end = NOW + LEASE;
        assert!(due(&db, end - Seconds(1)).await.is_empty());
        assert!(lease(&db, mary, end - Seconds(1)).await.is_empty());
        assert_eq!(due(&db, end).await, ["mary@team.test"]);
        assert!(lease(&db, mary, end).await.iter().all(|delivery| delivery.attempt == 2));
    }

    async fn what_was_sent_is_settled_even_when_the_lease_has_ended(db: Db) {
        let mary = hire(&db, "mary", Role::Reviewer, Standing::Active).await;
        let notice = owe(&db, 1, NoticeKind::Told).await;
        expand(&db).await;
        lease(&db, mary, NOW).await;
        let later = NOW + LEASE;
        lease(&db, mary, later).await;
        db.write(move |tx| Box::pin(outbox::sent(tx, notice, mary))).await.unwrap();
        // The second node's failure is about a mail that has arrived.
        db.write(move |tx| Box::pin(outbox::retry(tx, notice, mary, 2, later))).await.unwrap();
        assert!(!db.write(move |tx| Box::pin(outbox::dead(tx, notice, mary))).await.unwrap());
        assert!(lease(&db, mary, later + Seconds::days(2)).await.is_empty());
    }

    async fn a_late_failure_does_not_touch_a_newer_lease(db: Db) {
        let mary = hire(&db, "mary", Role::Reviewer, Standing::Active).await;
        let notice = owe(&db, 1, NoticeKind::Told).await;
        expand(&db).await;
        lease(&db, mary, NOW).await;
        let later = NOW + LEASE;
        lease(&db, mary, later).await;
        db.write(move |tx| Box::pin(outbox::retry(tx, notice, mary, 1, later))).await.unwrap();
        assert!(due(&db, later).await.is_empty());
        db.write(move |tx| Box::pin(outbox::retry(tx, notice, mary, 2, later))).await.unwrap();
        assert_eq!(due(&db, later).await, ["mary@team.test"]);
    }

    async fn an_alarm_goes_to_the_other_leads_once(db: Db) {
        let dead = hire(&db, "dead", Role::Lead, Standing::Active).await;
        hire(&db, "reviewer", Role::Reviewer, Standing::Active).await;
        let alarm = |notice: u8, subject: u8| {
            let id = NoticeId::from_random([notice; 16]);
            db.write(move |tx| Box::pin(async move { outbox::owe_alarm(tx, id, &[subject; 16], dead, NOW).await }))
        };
        assert_eq!(alarm(1, 1).await.unwrap(), Some(0));
        hire(&db, "lead", Role::Lead, Standing::Active).await;
        assert_eq!(alarm(2, 2).await.unwrap(), Some(1));
        assert_eq!(alarm(3, 2).await.unwrap(), None);
        expand(&db).await;
        assert_eq!(due(&db, NOW).await, ["lead@team.test"]);
    }

    async fn a_mailbox_is_dead_until_a_later_mail_arrives(db: Db) {
        let mary = hire(&db, "mary", Role::Reviewer, Standing::Active).await;
        hire(&db, "john", Role::Reviewer, Standing::Active).await;
        let dead = || db.read(|tx| Box::pin(outbox::dead_mailboxes(tx)));
        let (first, second) = (owe(&db, 1, NoticeKind::Told).await, owe(&db, 2, NoticeKind::Told).await);
        db.write(move |tx| Box::pin(async move {
            let (id, later) = (NoticeId::from_random([3; 16]), NOW + Seconds(1));
            outbox::owe(tx, id, NoticeKind::Told, &[3; 16], later).await
        })).await.unwrap();
        expand(&db).await;
        assert!(dead().await.unwrap().is_empty());
        db.write(move |tx| Box::pin(async move {
            outbox::sent(tx, first, mary).await?;
            outbox::dead(tx, second, mary).await
        })).await.unwrap();
        assert_eq!(dead().await.unwrap(), [mary]);
        db.write(move |tx| Box::pin(outbox::sent(tx, NoticeId::from_random([3; 16]), mary))).await.unwrap();
        assert!(dead().await.unwrap().is_empty());
    }

    async fn notices_are_forgotten_when_settled_and_old(db: Db) {
        let mary = hire(&db, "mary", Role::Reviewer, Standing::Active).await;
        let gone = hire(&db, "gone", Role::Reviewer, Standing::Active).await;
        let (settled, owed) = (owe(&db, 1, NoticeKind::Told).await, owe(&db, 2, NoticeKind::Told).await);
        expand(&db).await;
        db.write(move |tx| Box::pin(async move {
            outbox::sent(tx, settled, mary).await?;
            quietdoor::store::staff::dismiss(tx, gone).await
        })).await.unwrap();
        assert_eq!(due(&db, NOW).await, ["mary@team.test"]);
        assert_eq!(purge(&db, NOW + Seconds::days(29)).await.notices, 0);
        assert_eq!(purge(&db, NOW + Seconds::days(30)).await.notices, 1);
        assert_eq!(lease(&db, mary, NOW).await.iter().map(|delivery| delivery.notice).collect::<Vec<_>>(), [owed]);
    }
}
