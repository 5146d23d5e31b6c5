use super::*;
use crate::crypto::code::Code;
use crate::domain::clock::Seconds;
use crate::domain::draft::{Draft, Field};
use crate::domain::locale::Locale;
use crate::domain::message::{Author, Message};
use crate::domain::report::SafeNow;
use crate::domain::staff::Role;
use crate::domain::urgency::{Priority, Reason};
use crate::service::coming_back::{self, Visit};
use crate::service::{drafts, reporting, staff, testing};

/// A sender who told something that can wait, and the case it became.
struct Sender {
    report: ReportId,
    visit: Visit,
}

impl Sender {
    async fn tells(ctx: &Context) -> Self {
        let mut draft = Draft::default();
        draft.put(Field::Safe, ["yes".to_owned()]);
        draft.put(Field::Signs, ["put-down".to_owned()]);
        let (secret, _) = drafts::keep(ctx, &draft).await;
        reporting::send(ctx, &secret, Locale::En).await.unwrap();
        let words = reporting::words_to_keep(&secret, Locale::En).join(" ");
        let lookup = Code::parse(&words).unwrap().remove(0).open().lookup;
        let found = ctx.db.read(move |tx| Box::pin(async move { store::report::find_by_lookup(tx, &lookup).await }));
        let report = found.await.unwrap().unwrap().id;
        Self { report, visit: coming_back::open(ctx, &words).await.unwrap().unwrap() }
    }

    async fn writes(&self, ctx: &Context, text: &str, safe_now: SafeNow) {
        ctx.clock.advance(Seconds(1));
        let (page, _) = drafts::keep(ctx, &self.visit).await;
        let message = Message { text: text.to_owned(), safe_now };
        let written = coming_back::write(ctx, &page, &self.visit, &message).await.unwrap();
        assert!(matches!(written, coming_back::Writing::Sent));
        ctx.clock.advance(Seconds(1));
    }
}

async fn answers(ctx: &Context, who: &SignedIn, id: ReportId, text: &str) -> Result<Sent, ServiceError> {
    ctx.clock.advance(Seconds(1));
    answer(ctx, who, id, fresh_message_id(ctx), text.to_owned()).await
}

async fn ids(ctx: &Context, who: &SignedIn, view: View) -> Vec<ReportId> {
    queue(ctx, who, view, None).await.unwrap().items.into_iter().map(|item| item.case.id).collect()
}

async fn texts(ctx: &Context, who: &SignedIn, id: ReportId) -> Vec<String> {
    let said = read(ctx, who, id, None).await.unwrap().messages;
    said.into_iter().map(|said| said.message.unwrap().text).collect()
}

/// What was written down about a case, the oldest first.
async fn trail(ctx: &Context, lead: &SignedIn, id: ReportId) -> Vec<String> {
    let which = crate::domain::audit::Which::About(id);
    let lines = audit::page(ctx, lead.lead().unwrap(), which, None).await.unwrap().lines;
    lines.into_iter().rev().map(|line| line.recorded.action).collect()
}

#[tokio::test]
async fn an_answer_does_not_bury_a_newer_message() {
    let (ctx, _folder) = testing::context().await;
    let zofia = testing::signed_in(&ctx, Role::Reviewer).await;
    let sender = Sender::tells(&ctx).await;
    claim(&ctx, &zofia, sender.report).await.unwrap();
    read(&ctx, &zofia, sender.report, None).await.unwrap();
    sender.writes(&ctx, "He is at the door now.", SafeNow::No).await;
    assert_eq!(answers(&ctx, &zofia, sender.report, "We can talk on Monday.").await.unwrap(), Sent::Yes);

    assert_eq!(ids(&ctx, &zofia, View::Needed).await, [sender.report], "it goes on waiting");
    let closed = close(&ctx, &zofia, sender.report, Outcome::Supported).await;
    assert!(matches!(closed, Err(ServiceError::Conflict)), "nor does closing bury it");
    let words = read(&ctx, &zofia, sender.report, None).await.unwrap();
    assert!(words.crossed, "and the page says why");
    answers(&ctx, &zofia, sender.report, "Call 999. We are here.").await.unwrap();
    assert_eq!(ids(&ctx, &zofia, View::Answered).await, [sender.report]);
    assert!(!read(&ctx, &zofia, sender.report, None).await.unwrap().crossed);
}

#[tokio::test]
async fn only_the_newest_part_of_a_conversation_counts_as_read() {
    let (ctx, _folder) = testing::context().await;
    let zofia = testing::signed_in(&ctx, Role::Reviewer).await;
    let sender = Sender::tells(&ctx).await;
    claim(&ctx, &zofia, sender.report).await.unwrap();
    for n in 0..THREAD + 3 {
        sender.writes(&ctx, &n.to_string(), SafeNow::Yes).await;
    }
    let newest = read(&ctx, &zofia, sender.report, None).await.unwrap();
    let shown = |words: &Words| -> Vec<String> {
        words.messages.iter().map(|said| said.message.as_ref().unwrap().text.clone()).collect()
    };
    assert_eq!(shown(&newest), (3..THREAD + 3).map(|n| n.to_string()).collect::<Vec<_>>());
    sender.writes(&ctx, "the newest", SafeNow::Yes).await;
    let earlier = read(&ctx, &zofia, sender.report, newest.older).await.unwrap();
    assert_eq!((shown(&earlier), earlier.older), (["0", "1", "2"].map(str::to_owned).to_vec(), None));
    assert!(matches!(close(&ctx, &zofia, sender.report, Outcome::Supported).await, Err(ServiceError::Conflict)));
    read(&ctx, &zofia, sender.report, None).await.unwrap();
    close(&ctx, &zofia, sender.report, Outcome::Supported).await.unwrap();
}

#[tokio::test]
async fn whoever_takes_a_case_on_has_read_nothing_yet() {
    let (ctx, _folder) = testing::context().await;
    let zofia = testing::signed_in(&ctx, Role::Reviewer).await;
    let omar = testing::signed_in(&ctx, Role::Reviewer).await;
    let id = Sender::tells(&ctx).await.report;
    let closes = async |who: &SignedIn| close(&ctx, who, id, Outcome::Supported).await;
    claim(&ctx, &zofia, id).await.unwrap();
    read(&ctx, &zofia, id, None).await.unwrap();
    hand_over(&ctx, &zofia, id, omar.id()).await.unwrap();
    assert!(matches!(closes(&omar).await, Err(ServiceError::Conflict)), "handed over");
    read(&ctx, &omar, id, None).await.unwrap();
    release(&ctx, &omar, id).await.unwrap();
    claim(&ctx, &zofia, id).await.unwrap();
    assert!(matches!(closes(&zofia).await, Err(ServiceError::Conflict)), "given back and claimed");
    assert!(matches!(closes(&omar).await, Err(ServiceError::Conflict)), "a colleague's");
    read(&ctx, &zofia, id, None).await.unwrap();
    closes(&zofia).await.unwrap();
}

#[tokio::test]
async fn of_two_who_claim_at_once_one_has_it() {
    let (ctx, _folder) = testing::context().await;
    let zofia = testing::signed_in(&ctx, Role::Reviewer).await;
    let omar = testing::signed_in(&ctx, Role::Reviewer).await;
    let id = Sender::tells(&ctx).await.report;
    let (one, two) = tokio::join!(claim(&ctx, &zofia, id), claim(&ctx, &omar, id));
    let (winner, loser) = if one.is_ok() { (&zofia, &omar) } else { (&omar, &zofia) };
    assert!(matches!(one.and(two), Err(ServiceError::Conflict)));
    assert!(read(&ctx, winner, id, None).await.is_ok());
    assert!(matches!(read(&ctx, loser, id, None).await, Err(ServiceError::Forbidden)));
    assert!(matches!(answers(&ctx, loser, id, "Hello.").await, Err(ServiceError::Conflict)));
    assert!(matches!(note(&ctx, loser, id, "Hello.").await, Err(ServiceError::Conflict)));
    for given in [release(&ctx, loser, id).await, hand_over(&ctx, loser, id, loser.id()).await] {
        assert!(matches!(given, Err(ServiceError::Forbidden)));
    }
    assert!(texts(&ctx, winner, id).await.is_empty());
}

#[tokio::test]
async fn a_lead_reads_and_gives_away_what_a_colleague_has_and_does_not_answer_it() {
    let (ctx, _folder) = testing::context().await;
    let (lead, zofia) = (testing::signed_in(&ctx, Role::Lead).await, testing::signed_in(&ctx, Role::Reviewer).await);
    let id = Sender::tells(&ctx).await.report;
    claim(&ctx, &zofia, id).await.unwrap();
    read(&ctx, &lead, id, None).await.unwrap();
    assert!(matches!(answers(&ctx, &lead, id, "Hello.").await, Err(ServiceError::Conflict)));
    hand_over(&ctx, &lead, id, lead.id()).await.unwrap();
    answers(&ctx, &lead, id, "Hello.").await.unwrap();
    release(&ctx, &lead, id).await.unwrap();
    let done = ["claimed", "opened", "handed-over", "answered", "released"].map(|what| format!("report-{what}"));
    assert_eq!(trail(&ctx, &lead, id).await, done);
}

#[tokio::test]
async fn who_reads_no_reports_does_nothing_here() {
    let (ctx, _folder) = testing::context().await;
    let id = Sender::tells(&ctx).await.report;
    for role in [Role::Publisher, Role::Writer, Role::Admin] {
        let who = testing::signed_in(&ctx, role).await;
        let done = [
            queue(&ctx, &who, View::Needed, None).await.map(drop),
            find(&ctx, &who, "x").await.map(drop),
            folder(&ctx, &who, id).await.map(drop),
            read(&ctx, &who, id, None).await.map(drop),
            claim(&ctx, &who, id).await,
            release(&ctx, &who, id).await,
            hand_over(&ctx, &who, id, who.id()).await,
            answers(&ctx, &who, id, "x").await.map(drop),
            note(&ctx, &who, id, "x").await,
            close(&ctx, &who, id, Outcome::Supported).await,
        ];
        assert!(done.iter().all(|done| matches!(done, Err(ServiceError::Forbidden))), "{role}: {done:?}");
    }
}

#[tokio::test]
async fn nobody_has_a_case_that_they_cannot_open() {
    let (ctx, _folder) = testing::context().await;
    let zofia = testing::signed_in(&ctx, Role::Reviewer).await;
    let new = testing::signed_in_without_keys(&ctx, Role::Reviewer).await;
    let id = Sender::tells(&ctx).await.report;
    assert!(matches!(claim(&ctx, &new, id).await, Err(ServiceError::NoKeyYet)));
    claim(&ctx, &zofia, id).await.unwrap();
    assert!(folder(&ctx, &zofia, id).await.unwrap().colleagues.is_empty());
    assert!(matches!(hand_over(&ctx, &zofia, id, new.id()).await, Err(ServiceError::Conflict)));
    assert_eq!(folder(&ctx, &new, id).await.unwrap().item.head.err(), Some(Shut::NoKeyYet));
    assert_eq!(ids(&ctx, &zofia, View::Mine).await, [id]);
}

#[tokio::test]
async fn who_leaves_keeps_no_case_and_takes_none() {
    let (ctx, _folder) = testing::context().await;
    let (lead, zofia) = (testing::signed_in(&ctx, Role::Lead).await, testing::signed_in(&ctx, Role::Reviewer).await);
    let (one, two) = (Sender::tells(&ctx).await.report, Sender::tells(&ctx).await.report);
    claim(&ctx, &zofia, one).await.unwrap();
    staff::remove(&ctx, &lead, zofia.id()).await.unwrap();
    assert_eq!(trail(&ctx, &lead, one).await, ["report-claimed", "report-released"]);
    assert!(claim(&ctx, &zofia, two).await.is_err());
    claim(&ctx, &lead, two).await.unwrap();
    assert!(matches!(hand_over(&ctx, &lead, two, zofia.id()).await, Err(ServiceError::Conflict)));
    // Somebody whose request was on its way when they were removed.
    let deed = audit::deed(&ctx, Some(zofia.id()), |_| Box::pin(async { Ok(()) })).await;
    assert!(matches!(deed, Err(ServiceError::Conflict)));
}

#[tokio::test]
async fn a_page_sends_one_answer_and_says_so_when_asked_to_send_another() {
    let (ctx, _folder) = testing::context().await;
    let zofia = testing::signed_in(&ctx, Role::Reviewer).await;
    let id = Sender::tells(&ctx).await.report;
    claim(&ctx, &zofia, id).await.unwrap();
    let once = fresh_message_id(&ctx);
    let send = async |text: &str| answer(&ctx, &zofia, id, once, text.to_owned()).await.unwrap();
    assert_eq!(send("Yes.").await, Sent::Yes);
    assert_eq!(send("Yes.").await, Sent::Yes, "the button, pressed twice");
    assert_eq!(send("Yes, on Monday.").await, Sent::Another);
    assert_eq!(texts(&ctx, &zofia, id).await, ["Yes."]);
    // The id of a message of another case says nothing about this one.
    let other = Sender::tells(&ctx).await.report;
    claim(&ctx, &zofia, other).await.unwrap();
    assert_eq!(answer(&ctx, &zofia, other, once, "Yes.".to_owned()).await.unwrap(), Sent::Another);
}

#[tokio::test]
async fn why_a_case_stands_where_it_stands_is_stored_when_the_sender_writes() {
    let (ctx, _folder) = testing::context().await;
    let zofia = testing::signed_in(&ctx, Role::Reviewer).await;
    let sender = Sender::tells(&ctx).await;
    let head = async || folder(&ctx, &zofia, sender.report).await.unwrap().item;
    assert!(!head().await.head.unwrap().has_later_words());
    for safe_now in [SafeNow::No, SafeNow::Yes, SafeNow::No] {
        sender.writes(&ctx, "words", safe_now).await;
    }
    let item = head().await;
    assert_eq!(item.case.priority, Priority::Immediate);
    let reasons = item.head.unwrap().reasons;
    assert_eq!(reasons[..2], [SafeNow::No, SafeNow::Yes].map(Reason::Wrote), "the newest first, each once");
    assert_eq!(reasons.len(), 3);
}

#[tokio::test]
async fn a_sender_opens_a_closed_case_again_and_that_is_written_down() {
    let (ctx, _folder) = testing::context().await;
    let lead = testing::signed_in(&ctx, Role::Lead).await;
    let sender = Sender::tells(&ctx).await;
    claim(&ctx, &lead, sender.report).await.unwrap();
    read(&ctx, &lead, sender.report, None).await.unwrap();
    close(&ctx, &lead, sender.report, Outcome::NoReply).await.unwrap();
    assert!(matches!(claim(&ctx, &lead, sender.report).await, Err(ServiceError::Conflict)));
    sender.writes(&ctx, "It has begun again.", SafeNow::NotSaid).await;
    assert_eq!(ids(&ctx, &lead, View::Needed).await, [sender.report]);
    let last = trail(&ctx, &lead, sender.report).await.pop();
    assert_eq!(last.as_deref(), Some("report-reopened"));
    assert_eq!(audit::check(&ctx).await.unwrap().first_bad, None);
}

#[tokio::test]
async fn what_is_damaged_is_shown_as_such_among_the_others() {
    let (ctx, _folder) = testing::context().await;
    let zofia = testing::signed_in(&ctx, Role::Reviewer).await;
    let bad = Sender::tells(&ctx).await;
    bad.writes(&ctx, "words", SafeNow::Yes).await;
    store::testing::tamper(&ctx.db, "UPDATE report SET head = x'01', body = x'01'").await;
    store::testing::tamper(&ctx.db, "UPDATE message SET sealed = x'01'").await;
    let good = Sender::tells(&ctx).await.report;
    let heads: HashMap<_, _> = queue(&ctx, &zofia, View::Needed, None)
        .await
        .unwrap()
        .items
        .into_iter()
        .map(|item| (item.case.id, item.head.map(drop)))
        .collect();
    assert_eq!(heads, HashMap::from([(bad.report, Err(Shut::Damaged)), (good, Ok(()))]));

    claim(&ctx, &zofia, bad.report).await.unwrap();
    let words = read(&ctx, &zofia, bad.report, None).await.unwrap();
    assert!(words.told.is_none() && words.messages[0].message.is_none());
    bad.writes(&ctx, "more", SafeNow::No).await;
    let words = read(&ctx, &zofia, bad.report, None).await.unwrap();
    assert_eq!(words.messages[1].message.as_ref().unwrap().text, "more");
    assert_eq!(words.messages[1].author, Author::Sender);

    store::testing::tamper(&ctx.db, "UPDATE report SET team_key = x'01' WHERE head = x'01'").await;
    let folder = folder(&ctx, &zofia, bad.report).await.unwrap();
    assert_eq!((folder.readable, folder.item.head.err()), (false, Some(Shut::Damaged)));
    close(&ctx, &zofia, bad.report, Outcome::NotForUs).await.unwrap();
}

#[tokio::test]
async fn a_lead_sees_how_much_waits_and_anybody_finds_a_reference() {
    let (ctx, _folder) = testing::context().await;
    let lead = testing::signed_in(&ctx, Role::Lead).await;
    let (one, two) = (Sender::tells(&ctx).await, Sender::tells(&ctx).await);
    two.writes(&ctx, "words", SafeNow::No).await;
    ctx.clock.advance(Seconds::hours(2));
    let waiting = |priority, overdue| Waiting { priority, waiting: 1, overdue };
    let counts = counts(&ctx, lead.lead().unwrap()).await.unwrap();
    assert_eq!(counts, [waiting(Priority::Immediate, 1), waiting(Priority::Routine, 0)]);

    let reference = folder(&ctx, &lead, one.report).await.unwrap().item.case.reference;
    let typed = format!(" {} ", reference.to_lowercase());
    assert_eq!(find(&ctx, &lead, &typed).await.unwrap(), Some(one.report));
    assert_eq!(find(&ctx, &lead, "none").await.unwrap(), None);
}
