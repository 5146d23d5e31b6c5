//! The queue on both databases: its order, and one winner for each change.

use quietdoor::crypto::Sealed;
use quietdoor::crypto::keyring::PrivateKey;
use quietdoor::crypto::random::Random;
use quietdoor::domain::audit::{Action, Entry};
use quietdoor::domain::case::{Cursor, Outcome, State, View};
use quietdoor::domain::clock::{Clock, Moment};
use quietdoor::domain::ids::{Epoch, ReportId, StaffId};
use quietdoor::domain::staff::{Role, StaffMember, Standing};
use quietdoor::domain::urgency::Priority;
use quietdoor::service::{Context, ServiceError, audit};
use quietdoor::store::db::Work;
use quietdoor::store::queue::{Queued, Waiting};
use quietdoor::store::report::NewReport;
use quietdoor::store::{self, Db, Tx};

use crate::support::{Fresh, on_both_databases};

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
    db.write(move |tx| {
        Box::pin(async move {
            store::staff::insert(tx, &member).await?;
            store::team_key::grant(tx, Epoch::FIRST, member.id, &[1]).await
        })
    })
    .await
    .expect("a colleague");
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

async fn open(db: &Db, id: ReportId, by: StaffId) {
    db.write(move |tx| Box::pin(store::queue::opened(tx, id, by, NOW))).await.expect("it is noted");
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
        open(&db, id, zofia).await;
        assert!(!close(&db, id, zofia).await, "unclaimed");
        let unread = arrives(&db, Priority::Soon, 0).await;
        assert!(claim(&db, unread, zofia).await);
        assert!(!close(&db, unread, zofia).await, "unread");
        open(&db, unread, omar).await;
        assert!(!close(&db, unread, zofia).await, "read by somebody else");
        open(&db, unread, zofia).await;
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
        open(&db, id, zofia).await;
        assert!(db.write(move |tx| Box::pin(store::queue::answered(tx, id, zofia))).await.unwrap());
        assert_eq!(ids(&db, View::Answered, zofia).await, [id]);
        assert!(ids(&db, View::Needed, zofia).await.is_empty());
        db.write(move |tx| Box::pin(store::report::sender_wrote(tx, id, Priority::Immediate, Moment(5)))).await.unwrap();
        assert_eq!(ids(&db, View::Needed, zofia).await, [id]);
        assert!(db.write(move |tx| Box::pin(store::queue::answered(tx, id, zofia))).await.unwrap());
        assert_eq!(ids(&db, View::Needed, zofia).await, [id], "an answer buries nothing unread");
    }

    async fn whoever_gets_a_case_is_here_can_open_it_and_has_read_nothing(db: Db) {
        house(&db).await;
        let (zofia, omar, gone) =
            (colleague(&db, "zofia").await, colleague(&db, "omar").await, colleague(&db, "gone").await);
        db.write(move |tx| Box::pin(store::staff::dismiss(tx, gone))).await.unwrap();
        let keyless = colleague(&db, "keyless").await;
        db.write(move |tx| Box::pin(store::team_key::revoke(tx, keyless))).await.unwrap();
        let hand_over = async |id, from, to| {
            db.write(move |tx| Box::pin(store::queue::hand_over(tx, id, from, to, NOW))).await.unwrap()
        };
        let id = arrives(&db, Priority::Soon, 0).await;
        assert!(!claim(&db, id, gone).await && !claim(&db, id, keyless).await);
        assert!(claim(&db, id, zofia).await);
        assert!(!hand_over(id, zofia, gone).await && !hand_over(id, zofia, keyless).await);
        open(&db, id, zofia).await;
        assert!(hand_over(id, zofia, omar).await);
        assert!(!close(&db, id, omar).await, "handed over");
        open(&db, id, omar).await;
        assert_eq!(db.write(move |tx| Box::pin(store::queue::release_all(tx, omar))).await.unwrap(), [id]);
        assert!(claim(&db, id, zofia).await);
        assert!(!close(&db, id, zofia).await, "given back by leaving");
        open(&db, id, zofia).await;
        assert!(db.write(move |tx| Box::pin(store::queue::release(tx, id, zofia))).await.unwrap());
        assert!(claim(&db, id, zofia).await);
        assert!(!close(&db, id, zofia).await, "given back");
    }

    async fn a_reference_is_found_and_what_waits_is_counted(db: Db) {
        house(&db).await;
        let zofia = colleague(&db, "zofia").await;
        let (late, early) = (arrives(&db, Priority::Soon, 0).await, arrives(&db, Priority::Soon, 900_000).await);
        let closed = arrives(&db, Priority::Urgent, 0).await;
        assert!(claim(&db, closed, zofia).await);
        open(&db, closed, zofia).await;
        assert!(close(&db, closed, zofia).await);
        let counts = db.read(|tx| Box::pin(store::queue::counts(tx, Moment(900_000)))).await.unwrap();
        assert_eq!(counts, [Waiting { priority: Priority::Soon, waiting: 2, overdue: 1 }]);
        for id in [late, early, closed] {
            let reference = id.to_string();
            let found = db.read(move |tx| Box::pin(async move { store::queue::by_reference(tx, &reference).await }));
            assert_eq!(found.await.unwrap(), Some(id));
        }
    }

    async fn what_is_written_down_happens_one_after_the_other_on_every_node(fresh: Fresh) {
        let (one, two) = (node(&fresh).await, node(&fresh).await);
        house(&one.db).await;
        let omar = colleague(&one.db, "omar").await;
        for round in 0..25 {
            let leaver = colleague(&one.db, &format!("leaver{round}")).await;
            let (free, taken) = (arrives(&one.db, Priority::Soon, 0).await, arrives(&one.db, Priority::Soon, 0).await);
            assert!(claim(&one.db, taken, omar).await);
            let (claims, gets, goes, gives) = tokio::join!(
                deed(&one, Action::ReportClaimed, free, move |tx| Box::pin(store::queue::claim(tx, free, leaver, NOW))),
                deed(&two, Action::ReportHandedOver, taken, move |tx| {
                    Box::pin(store::queue::hand_over(tx, taken, omar, leaver, NOW))
                }),
                audit::deed(&two, None, move |tx| Box::pin(async move {
                    store::staff::dismiss(tx, leaver).await?;
                    for report in store::queue::release_all(tx, leaver).await? {
                        audit::record(tx, &Entry::new(NOW, None, Action::ReportReleased).about(report)).await?;
                    }
                    Ok(true)
                })),
                deed(&one, Action::ReportReleased, taken, move |tx| Box::pin(store::queue::release(tx, taken, omar))),
            );
            for done in [claims, gets, goes, gives] {
                done.unwrap_or_else(|error| panic!("round {round}: {error}"));
            }
            assert!(ids(&one.db, View::Mine, leaver).await.is_empty(), "round {round}: a case stays with who left");
        }
        assert_eq!(audit::check(&two).await.unwrap().first_bad, None);
    }
}

async fn node(fresh: &Fresh) -> Context {
    Context::new(fresh.open().await, Clock::manual(NOW), Random::System)
}

async fn deed<F>(ctx: &Context, action: Action, about: ReportId, work: F) -> Result<bool, ServiceError>
where
    F: for<'t> FnOnce(&'t mut Tx<'_>) -> Work<'t, bool> + Send + 'static,
{
    audit::deed(ctx, None, move |tx| {
        Box::pin(async move {
            let done = work(tx).await?;
            audit::record(tx, &Entry::new(NOW, None, action).about(about)).await?;
            Ok(done)
        })
    })
    .await
}
