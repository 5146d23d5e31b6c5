use super::*;
use crate::domain::clock::Seconds;
use crate::domain::draft::{Draft, Field};
use crate::domain::locale::Locale;
use crate::domain::urgency::Priority;
use crate::service::{drafts, reporting, testing};

/// Tells something that can wait, and comes back with the words.
async fn told(ctx: &Context) -> (Visit, String) {
    let mut draft = Draft::default();
    draft.put(Field::Safe, ["yes".to_owned()]);
    draft.put(Field::Signs, ["put-down".to_owned()]);
    let (secret, _) = drafts::keep(ctx, &draft).await;
    reporting::send(ctx, &secret, Locale::En).await.unwrap();
    let words = reporting::words_to_keep(&secret, Locale::En).join(" ");
    (open(ctx, &words).await.unwrap().unwrap(), words)
}

async fn page(ctx: &Context, visit: &Visit) -> Secret {
    drafts::keep(ctx, visit).await.0
}

fn message(text: &str, safe_now: SafeNow) -> Message {
    Message { text: text.into(), safe_now }
}

async fn standing(ctx: &Context, visit: &Visit) -> Standing {
    conversation(ctx, visit).await.unwrap().standing
}

#[tokio::test]
async fn the_code_in_any_language_opens_the_conversation() {
    let (ctx, _folder) = testing::context().await;
    let (visit, words) = told(&ctx).await;
    let again = open(&ctx, &words.to_uppercase()).await.unwrap().unwrap();
    assert_eq!(again.report, visit.report);
    assert!(conversation(&ctx, &again).await.unwrap().messages.is_empty());
}

#[tokio::test]
async fn other_words_say_what_is_wrong_and_nothing_else() {
    let (ctx, _folder) = testing::context().await;
    let (_, words) = told(&ctx).await;
    let mut list: Vec<&str> = words.split(' ').collect();
    list.swap(0, 1);
    for (typed, expected) in [
        (list.join(" "), NoReport::NotFound),
        (list[..6].join(" "), NoReport::Count(6)),
        (words.replace(list[2], "xyzzy"), NoReport::UnknownWord(3)),
        (String::new(), NoReport::Count(0)),
    ] {
        assert_eq!(open(&ctx, &typed).await.unwrap().err(), Some(expected));
    }
}

#[tokio::test]
async fn a_message_is_read_by_who_wrote_it_and_sent_once() {
    let (ctx, _folder) = testing::context().await;
    let (visit, words) = told(&ctx).await;
    let secret = page(&ctx, &visit).await;
    let text = message("Monday is better.", SafeNow::NotSaid);
    let (one, two) = tokio::join!(write(&ctx, &secret, &visit, &text), write(&ctx, &secret, &visit, &text));
    one.and(two).unwrap();
    write(&ctx, &secret, &visit, &text).await.unwrap();

    let visit = open(&ctx, &words).await.unwrap().unwrap();
    let conversation = conversation(&ctx, &visit).await.unwrap();
    let lines: Vec<_> = conversation.messages.iter().map(|line| (line.author, line.text.as_str())).collect();
    assert_eq!(lines, [(Author::Sender, "Monday is better.")]);
}

#[tokio::test]
async fn a_message_makes_it_more_urgent_and_never_less() {
    let (ctx, _folder) = testing::context().await;
    let (visit, _) = told(&ctx).await;
    assert_eq!(standing(&ctx, &visit).await.priority, Priority::Routine);
    let mut last = Moment(i64::MAX);
    for (safe_now, expected) in
        [(SafeNow::NotSaid, Priority::Urgent), (SafeNow::No, Priority::Immediate), (SafeNow::Yes, Priority::Immediate)]
    {
        let secret = page(&ctx, &visit).await;
        write(&ctx, &secret, &visit, &message("words", safe_now)).await.unwrap();
        let now = standing(&ctx, &visit).await;
        assert_eq!(now.priority, expected);
        assert!(now.sender_waits && now.due_at <= last, "waiting longer does not mean waiting again");
        last = now.due_at;
        ctx.clock.advance(Seconds::minutes(5));
    }
}

#[tokio::test]
async fn nothing_typed_and_too_much_typed_are_not_messages() {
    let (ctx, _folder) = testing::context().await;
    let (mut visit, _) = told(&ctx).await;
    visit.text = " \n ".into();
    assert_eq!(visit.message().unwrap_err(), Wrong::Missing);
    visit.text = "ہ".repeat(text::OWN_WORDS + 1);
    assert_eq!(visit.message().unwrap_err(), Wrong::TooLong { limit: text::OWN_WORDS, typed: text::OWN_WORDS + 1 });
    visit.text = " words\n".into();
    visit.safe_now = "nonsense".into();
    assert!(visit.message().unwrap() == message("words", SafeNow::NotSaid));
}
