use super::*;
use crate::domain::clock::Seconds;
use crate::domain::draft::{Field, Wrong};
use crate::domain::report::{Path, Wanted};
use crate::domain::staff::Role;
use crate::domain::urgency::{Reason, Rule};
use crate::service::testing;

fn draft(answers: &[(Field, &str)]) -> Draft {
    let mut draft = Draft::default();
    answers.iter().for_each(|(field, value)| draft.put(*field, [(*value).to_owned()]));
    draft
}

fn complete() -> Draft {
    draft(&[(Field::Safe, "no"), (Field::Words, "He has my passport.")])
}

async fn sent(ctx: &Context, secret: &Secret) -> Receipt {
    match send(ctx, secret, Locale::Pl).await.unwrap() {
        Sending::Sent(receipt) => receipt,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_reference_can_be_read_out() {
    let reference = reference(&Random::repeatable(1));
    assert_eq!(reference.len(), 11);
    assert!(!reference.contains(['0', '1', 'I', 'O']), "{reference}");
}

#[tokio::test]
async fn a_report_is_sealed_to_the_team_and_to_the_code() {
    let (ctx, _folder) = testing::context().await;
    let lead = testing::signed_in(&ctx, Role::Lead).await;
    let (secret, _) = drafts::keep(&ctx, &complete()).await;
    assert_eq!(sent(&ctx, &secret).await.priority, Priority::Immediate);

    let opened = code(&secret).open();
    let found = ctx.db.read(move |tx| Box::pin(async move { store::report::find_by_lookup(tx, &opened.lookup).await }));
    let found = found.await.unwrap().unwrap();
    let queued = ctx.db.read(move |tx| Box::pin(store::queue::by_id(tx, found.id))).await.unwrap().unwrap();
    let body = ctx.db.read(move |tx| Box::pin(store::queue::body(tx, found.id))).await.unwrap().unwrap();
    assert_eq!(queued.case.due_at, ctx.clock.now() + Seconds::hours(1));

    let team = team_key::open(&ctx, &lead, queued.epoch).await.unwrap();
    let by_team = ContentKey::from_team(found.id, queued.epoch, &team, &queued.team_key).unwrap();
    let by_sender = ContentKey::from_sender(found.id, &opened.key, &found.sender_key).unwrap();
    for key in [by_team, by_sender] {
        let head = key.open_head(&queued.head).unwrap();
        assert_eq!((head.path, head.locale), (Path::Myself, Locale::Pl));
        assert!(head.language == Wanted::Locale(Locale::Pl));
        assert_eq!(head.reasons, [Rule::NotSafe, Rule::UnreadWords, Rule::Words].map(Reason::Rule));
        assert_eq!(key.open_body(&body).unwrap().words, "He has my passport.");
    }
}

#[tokio::test]
async fn two_clicks_are_one_report_one_notice_and_the_same_words() {
    let (ctx, _folder) = testing::context().await;
    let (secret, _) = drafts::keep(&ctx, &complete()).await;
    let (one, two) = tokio::join!(sent(&ctx, &secret), sent(&ctx, &secret));
    assert_eq!(one, two);
    assert_eq!(sent(&ctx, &secret).await, one);
    assert_eq!((testing::count(&ctx, "report").await, testing::count(&ctx, "outbox").await), (1, 1));
    assert_eq!(words_to_keep(&secret, Locale::En), words_to_keep(&secret, Locale::En));
}

#[tokio::test]
async fn half_an_hour_later_the_page_gives_the_words_to_nobody() {
    let (ctx, _folder) = testing::context().await;
    let (secret, _) = drafts::keep(&ctx, &complete()).await;
    sent(&ctx, &secret).await;
    ctx.clock.advance(DRAFT_LIFE);
    assert!(matches!(send(&ctx, &secret, Locale::En).await.unwrap(), Sending::Expired));
}

#[tokio::test]
async fn what_is_not_complete_is_not_sent() {
    let (ctx, _folder) = testing::context().await;
    let (secret, _) = drafts::keep(&ctx, &draft(&[(Field::Safe, "no")])).await;
    match send(&ctx, &secret, Locale::En).await.unwrap() {
        Sending::Incomplete(problems) => {
            assert_eq!(problems, [Problem { field: Field::Words, wrong: Wrong::NothingTold }]);
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(testing::count(&ctx, "report").await, 0);
}

#[tokio::test]
async fn a_report_and_its_notice_are_written_together_or_not_at_all() {
    let (ctx, folder) = testing::context().await;
    let (secret, _) = drafts::keep(&ctx, &complete()).await;
    testing::take_database_away(&folder).await;
    assert!(matches!(send(&ctx, &secret, Locale::En).await, Err(ServiceError::Store(_))));
    assert_eq!(testing::count(&ctx, "outbox").await, 0);

    testing::bring_database_back(&folder).await;
    ctx.clock.advance(Seconds::minutes(1));
    sent(&ctx, &secret).await;
    assert_eq!((testing::count(&ctx, "report").await, testing::count(&ctx, "outbox").await), (1, 1));
}
