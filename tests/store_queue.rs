//! The queue on both databases: its order, and one winner for each change.

use quietdoor::crypto::Sealed;
use quietdoor::crypto::keyring::PrivateKey;
use quietdoor::crypto::random::Random;
use quietdoor::domain::case::{Cursor, Outcome, State, View};
use quietdoor::domain::clock::Moment;
use quietdoor::domain::ids::{Epoch, ReportId, StaffId};
use quietdoor::domain::staff::{Role, StaffMember, Standing};
use quietdoor::domain::urgency::Priority;
use quietdoor::store::queue::Queued;
use quietdoor::store::report::NewReport;
use quietdoor::store::{self, Db};

use crate::support::on_both_databases;

const NOW: Moment = Moment(1_000);

async fn colleague(db: &Db, name: &str) -> StaffId {
    let id = StaffId::from_random(Random::System.array());
    let member = StaffMember {
        id,
        name: name.to_owned(),
        email: format!("{name}@example.org"),
        role: Role::Reviewer,
        standing: Standing::Active,
        since: NOW,
    };
    db.write(move |tx| Box::pin(async move { store::staff::insert(tx, &member).await })).await.expect("a colleague");
    id
}

async fn house(db: &Db) {
    let key = PrivateKey::generate(&Random::System).public();
    db.write(move |tx| Box::pin(async move { store::team_key::start_epoch(tx, Epoch::FIRST, &key, NOW, None).await }))
        .await
        .expect("an epoch starts");
}

async fn arrives(db: &Db, priority: Priority, at: i64) -> ReportId {
    let unique: [u8; 16] = Random::System.array();
    let report = NewReport {
        id: ReportId::from_random(unique),
        reference: ReportId::from_random(unique).to_string(),
        received_at: Moment(at),
        priority,
        due_at: Moment(at) + priority.due_within(),
        epoch: Epoch::FIRST,
        team_key: vec![1],
        sender_key: vec![2],
        lookup: unique,
        head: Sealed::from_stored(vec![3]),
        body: Sealed::from_stored(vec![4]),
    };
    let id = report.id;
    db.write(move |tx| Box::pin(async move { store::report::insert(tx, &report).await })).await.expect("it arrives");
    id
}

async fn list(db: &Db, view: View, me: StaffId, after: Option<Cursor>, at_most: i64) -> Vec<Queued> {
    db.read(move |tx| Box::pin(store::queue::list(tx, view, me, after, at_most))).await.expect("it reads")
}

async fn ids(db: &Db, view: View, me: StaffId) -> Vec<ReportId> {
    list(db, view, me, None, 100).await.into_iter().map(|queued| queued.case.id).collect()
}

async fn claim(db: &Db, id: ReportId, by: StaffId) -> bool {
    db.write(move |tx| Box::pin(store::queue::claim(tx, id, by, NOW))).await.expect("it answers")
}

async fn close(db: &Db, id: ReportId, by: StaffId) -> bool {
    db.write(move |tx| Box::pin(store::queue::close(tx, id, by, Outcome::Supported, NOW))).await.expect("it answers")
}

async fn open(db: &Db, id: ReportId) {
    db.write(move |tx| Box::pin(store::queue::opened(tx, id, NOW))).await.expect("it is noted");
}

async fn state(db: &Db, id: ReportId) -> State {
    let queued = db.read(move |tx| Box::pin(store::queue::by_id(tx, id))).await.expect("it reads");
    queued.expect("it is there").case.state
}

on_both_databases! {
    async fn the_most_urgent_comes_first_then_the_first_due(db: Db) {
        house(&db).await;
        let me = colleague(&db, "zofia").await;
        let soon = arrives(&db, Priority::Soon, 0).await;
        let urgent_later = arrives(&db, Priority::Urgent, 60).await;
        let urgent = arrives(&db, Priority::Urgent, 0).await;
        let immediate = arrives(&db, Priority::Immediate, 900).await;
        assert_eq!(ids(&db, View::Needed, me).await, [immediate, urgent, urgent_later, soon]);
    }

    async fn pages_follow_one_another_without_gap_or_repetition(db: Db) {
        house(&db).await;
        let me = colleague(&db, "zofia").await;
        for n in 0..11 {
            // The same moment for all of one urgency: the id decides.
            arrives(&db, if n % 2 == 0 { Priority::Soon } else { Priority::Urgent }, 0).await;
        }
        let whole = ids(&db, View::Needed, me).await;
        let (mut paged, mut after) = (Vec::new(), None);
        loop {
            let page = list(&db, View::Needed, me, after, 4).await;
            let Some(last) = page.last() else { break };
            after = Cursor::parse(&Cursor::after(&last.case).to_string());
            paged.extend(page.iter().map(|queued| queued.case.id));
        }
        assert_eq!(paged, whole);
        assert_eq!(paged.len(), 11);
    }

    async fn of_many_claims_at_once_one_wins(db: Db) {
        house(&db).await;
        let id = arrives(&db, Priority::Soon, 0).await;
        let mut claims = tokio::task::JoinSet::new();
        for n in 0..16 {
            let who = colleague(&db, &format!("colleague{n}")).await;
            let db = db.clone();
            claims.spawn(async move { claim(&db, id, who).await.then_some(who) });
        }
        let winners: Vec<StaffId> = claims.join_all().await.into_iter().flatten().collect();
        assert_eq!(winners.len(), 1);
        assert!(matches!(state(&db, id).await, State::Claimed { by, .. } if by == winners[0]));
    }

    async fn only_the_owner_gives_it_back_or_away(db: Db) {
        house(&db).await;
        let (zofia, omar) = (colleague(&db, "zofia").await, colleague(&db, "omar").await);
        let id = arrives(&db, Priority::Soon, 0).await;
        assert!(claim(&db, id, zofia).await);
        assert!(!db.write(move |tx| Box::pin(store::queue::release(tx, id, omar))).await.unwrap());
        assert!(!db.write(move |tx| Box::pin(store::queue::hand_over(tx, id, omar, omar, NOW))).await.unwrap());
        assert!(db.write(move |tx| Box::pin(store::queue::hand_over(tx, id, zofia, omar, NOW))).await.unwrap());
        assert_eq!(ids(&db, View::Mine, omar).await, [id]);
        assert!(ids(&db, View::Mine, zofia).await.is_empty());
        assert!(db.write(move |tx| Box::pin(store::queue::release(tx, id, omar))).await.unwrap());
        assert_eq!(state(&db, id).await, State::Waiting);
    }

    async fn nothing_is_closed_unclaimed_or_unread_or_by_somebody_else(db: Db) {
        house(&db).await;
        let (zofia, omar) = (colleague(&db, "zofia").await, colleague(&db, "omar").await);
        let id = arrives(&db, Priority::Soon, 0).await;
        open(&db, id).await;
        assert!(!close(&db, id, zofia).await, "unclaimed");
        let unread = arrives(&db, Priority::Soon, 0).await;
        assert!(claim(&db, unread, zofia).await);
        assert!(!close(&db, unread, zofia).await, "unread");
        open(&db, unread).await;
        assert!(!close(&db, unread, omar).await, "somebody else's");
        assert!(close(&db, unread, zofia).await);
        assert_eq!(ids(&db, View::Closed, zofia).await, [unread]);
        assert_eq!(ids(&db, View::Needed, zofia).await, [id]);
        assert!(!claim(&db, unread, omar).await, "closed");
    }

    async fn an_answer_moves_the_case_until_the_sender_writes_again(db: Db) {
        house(&db).await;
        let zofia = colleague(&db, "zofia").await;
        let id = arrives(&db, Priority::Soon, 0).await;
        assert!(!db.write(move |tx| Box::pin(store::queue::answered(tx, id, zofia))).await.unwrap(), "unclaimed");
        assert!(claim(&db, id, zofia).await);
        assert!(db.write(move |tx| Box::pin(store::queue::answered(tx, id, zofia))).await.unwrap());
        assert_eq!(ids(&db, View::Answered, zofia).await, [id]);
        assert!(ids(&db, View::Needed, zofia).await.is_empty());
        db.write(move |tx| Box::pin(store::report::sender_wrote(tx, id, Priority::Immediate, Moment(5)))).await.unwrap();
        assert_eq!(ids(&db, View::Needed, zofia).await, [id]);
    }
}
