use crate::domain::case::View;
use crate::domain::clock::Seconds;
use crate::domain::draft::{Draft, Field};
use crate::domain::ids::MessageId;
use crate::domain::locale::Locale;
use crate::domain::staff::Role;
use crate::domain::text::OWN_WORDS;
use crate::service::coming_back::WORDS;
use crate::service::{drafts, reporting, testing, triage};
use crate::web::testing::{Form, Page, Visitor};

fn form(page: &Page) -> Form {
    page.form("main form")
}

/// Tells something that can wait; returns the eight words.
async fn told(visitor: &Visitor) -> String {
    let ctx = &visitor.app.ctx;
    let mut draft = Draft::default();
    draft.put(Field::Safe, ["yes".to_owned()]);
    draft.put(Field::Signs, ["put-down".to_owned()]);
    let (secret, _) = drafts::keep(ctx, &draft).await;
    reporting::send(ctx, &secret, Locale::En).await.unwrap();
    reporting::words_to_keep(&secret, Locale::En).join(" ")
}

async fn come_back(visitor: &Visitor, words: &str) -> Page {
    visitor.send(&form(&visitor.get("/en/reply").await).set("list", words)).await
}

#[tokio::test]
async fn somebody_comes_back_writes_and_sees_it() {
    let visitor = Visitor::new().await;
    let words = told(&visitor).await;
    let talk = come_back(&visitor, &words).await;
    assert_eq!(talk.status, 203, "{talk:?}");
    assert!(talk.one(".lead").contains("no answer yet") && talk.all(".thread li").is_empty());

    visitor.wait(Seconds::hours(2));
    let talk = come_back(&visitor, &words.to_uppercase()).await;
    let sent = visitor.send(&form(&talk).set("text", "</p><script> ہ & more").set("now", "no")).await;
    assert!(sent.one(".note").contains("We have your message"), "{sent:?}");
    assert_eq!(sent.all(".thread .text"), ["</p><script> ہ & more"]);
    assert_eq!(sent.all(".thread .when"), ["You · 2 November 2026, 2pm"]);
    assert!(sent.text().contains("3pm"), "not safe: within an hour");
    assert_eq!(form(&sent).value("text"), Some(""));
    assert_eq!(form(&sent).value("now"), None);
    assert_eq!(testing::count(&visitor.app.ctx, "outbox").await, 2, "one for telling, one for writing");
}

#[tokio::test]
async fn not_safe_now_leads_with_the_numbers_before_anything_else() {
    let visitor = Visitor::new().await;
    let talk = come_back(&visitor, &told(&visitor).await).await;
    assert!(talk.text().find("name=\"now\"").unwrap() < talk.text().find("name=\"text\"").unwrap(), "asked first");
    assert_eq!((talk.all(".urgent").len(), talk.all("h1")), (0, vec!["Messages".to_owned()]));

    let written = form(&talk).set("text", "He is at the door.").set("now", "no");
    let unsent = visitor.send(&form(&talk).set("now", "no")).await;
    let sent = visitor.send(&written).await;
    for page in [&unsent, &sent] {
        assert_eq!(page.all("h1"), ["Get help now"], "{page:?}");
        assert_eq!(page.attributes("main a", "href")[..2], ["tel:999", "sms:999"], "{page:?}");
        assert!(page.text().contains("Press 55") && page.text().find("sms:999") < page.text().find("<form"));
    }
    let calm = visitor.send(&form(&sent).set("text", "He left.").set("now", "yes")).await;
    assert!(calm.all(".urgent").is_empty(), "{calm:?}");
}

#[tokio::test]
async fn there_is_room_for_every_word_and_a_keyboard_changes_none() {
    let visitor = Visitor::new().await;
    let asked = visitor.get("/en/reply").await;
    assert_eq!(asked.attributes("textarea#list", "rows"), [WORDS.to_string()]);
    for (name, value) in
        [("autocapitalize", "none"), ("autocorrect", "off"), ("autocomplete", "off"), ("spellcheck", "false")]
    {
        assert_eq!(asked.attributes("textarea#list", name), [value]);
    }
    let words = told(&visitor).await;
    let numbered: Vec<String> = (1..).zip(words.split(' ')).map(|(n, word)| format!("{n}. {word}\r\n")).collect();
    assert_eq!(come_back(&visitor, &numbered.concat()).await.all("h1"), ["Messages"], "as it was written down");
}

#[tokio::test]
async fn the_answer_of_the_team_is_shown_as_such() {
    let visitor = Visitor::new().await;
    let words = told(&visitor).await;
    let ctx = &visitor.app.ctx;
    let reviewer = testing::signed_in(ctx, Role::Reviewer).await;
    let id = triage::queue(ctx, &reviewer, View::Needed, None).await.unwrap().items[0].case.id;
    triage::claim(ctx, &reviewer, id).await.unwrap();
    triage::read(ctx, &reviewer, id, None).await.unwrap();
    let once = MessageId::from_random(ctx.random.array());
    triage::answer(ctx, &reviewer, id, once, "We are here.".to_owned()).await.unwrap();

    let talk = come_back(&visitor, &words).await;
    assert_eq!(talk.all(".thread .team .text"), ["We are here."]);
    assert_eq!(talk.all(".thread .team .when"), ["The team · 2 November 2026, noon"]);
    assert!(!talk.text().contains("A reviewer"), "nobody of the team is named");
}

#[tokio::test]
async fn pressed_twice_it_is_one_message() {
    let visitor = Visitor::new().await;
    let talk = come_back(&visitor, &told(&visitor).await).await;
    let written = form(&talk).set("text", "Once.");
    let (one, two) = tokio::join!(visitor.submit(&written), visitor.submit(&written));
    for page in [visitor.follow(&one).await, visitor.follow(&two).await, visitor.send(&written).await] {
        assert_eq!(page.all(".thread .text"), ["Once."]);
    }
}

#[tokio::test]
async fn wrong_words_are_kept_and_what_is_wrong_is_said() {
    let visitor = Visitor::new().await;
    let words = told(&visitor).await;
    let list: Vec<&str> = words.split(' ').collect();
    let other = list.iter().rev().copied().collect::<Vec<_>>().join(" ");
    for (typed, said) in [
        (words.replace(list[2], "xyzzy"), "word number 3"),
        (list[..6].join(" "), "These are 6 words"),
        (other, "found nothing"),
        ("\"><script>".to_owned(), "This is 1 word"),
        (String::new(), "Type your eight words"),
    ] {
        let page = come_back(&visitor, &typed).await;
        assert_eq!((page.status, page.attributes(".summary a", "href")), (203, vec!["#list".to_owned()]));
        assert!(page.one("#list-error").contains(said), "{typed}: {page:?}");
        assert_eq!(form(&page).value("list"), Some(typed.as_str()));
        assert_eq!(page.all("#leave").len(), 1);
    }
}

#[tokio::test]
async fn a_page_of_messages_is_shown_once() {
    let visitor = Visitor::new().await;
    let asked = form(&visitor.get("/en/reply").await).set("list", &told(&visitor).await);
    let redirect = visitor.submit(&asked).await;
    assert_eq!(visitor.follow(&redirect).await.status, 203);
    let gone = visitor.follow(&redirect).await;
    assert_eq!((gone.status, gone.all(".thread").len()), (410, 0));
    assert!(gone.text().contains("we have your message"), "{gone:?}");
}

#[tokio::test]
async fn a_page_of_messages_that_did_not_arrive_is_shown_again() {
    let visitor = Visitor::new().await;
    let talk = come_back(&visitor, &told(&visitor).await).await;
    let redirect = visitor.submit(&form(&talk).set("text", "Once.")).await;
    let address = redirect.header("location").unwrap();
    visitor.get(address).await;
    assert_eq!(visitor.reload(address).await.all(".thread .text"), ["Once."]);
}

#[tokio::test]
async fn another_text_from_the_same_page_is_another_message() {
    let visitor = Visitor::new().await;
    let talk = form(&come_back(&visitor, &told(&visitor).await).await);
    visitor.submit(&talk.clone().set("text", "Tuesday.")).await;
    visitor.wait(Seconds(1));
    let sent = visitor.send(&talk.clone().set("text", "Not Tuesday, Wednesday.")).await;
    assert_eq!(sent.all(".thread .text"), ["Tuesday.", "Not Tuesday, Wednesday."]);
    let unsafe_now = visitor.send(&talk.set("text", "Tuesday.").set("now", "no")).await;
    assert_eq!(unsafe_now.all(".thread .text").len(), 3, "that she is not safe is news too");
}

#[tokio::test]
async fn nobody_buries_a_case_under_messages() {
    let visitor = Visitor::new().await;
    let mut page = come_back(&visitor, &told(&visitor).await).await;
    for number in 0..30 {
        page = visitor.send(&form(&page).set("text", &format!("Message {number}."))).await;
        assert_eq!(page.status, 203, "{number}");
    }
    let last = form(&page).set("text", "And one more.");
    let waits = visitor.send(&last).await;
    assert_eq!((waits.status, waits.header("retry-after")), (429, Some("900")));
    assert!(waits.one(".note").contains("15 minutes") && waits.text().contains("999"));
    assert_eq!(form(&waits).value("text"), Some("And one more."));

    visitor.wait(Seconds::minutes(15));
    let sent = visitor.send(&form(&waits)).await;
    assert_eq!((sent.status, sent.all(".thread .text").len()), (203, 31));
    assert_eq!(visitor.send(&form(&waits)).await.all(".thread .text").len(), 31, "pressed twice, sent once");
    assert_eq!(visitor.send(&form(&sent).set("text", "Again.")).await.status, 429);
    visitor.wait(Seconds::hours(25));
    let page = come_back(&visitor, &told(&visitor).await).await;
    assert_eq!(visitor.send(&form(&page).set("text", "Tomorrow.")).await.status, 203);
}

#[tokio::test]
async fn without_room_the_conversation_is_shown_and_a_message_kept() {
    let visitor = Visitor::new().await;
    let words = told(&visitor).await;
    visitor.app.ctx.room.fill();
    let talk = come_back(&visitor, &words).await;
    assert_eq!((talk.status, talk.one("h1").as_str()), (203, "Messages"));
    let asked = visitor.send(&form(&talk).set("text", "Not lost.")).await;
    assert_eq!(form(&asked).value("text"), Some("Not lost."));
    assert!(!asked.all("#list").is_empty(), "the words open it again");
}

#[tokio::test]
async fn nothing_and_too_much_are_not_sent_and_the_text_stays() {
    let visitor = Visitor::new().await;
    let talk = come_back(&visitor, &told(&visitor).await).await;
    let empty = visitor.send(&form(&talk).set("now", "yes")).await;
    assert!(empty.one("#text-error").contains("Write something"));
    assert_eq!(form(&empty).value("now"), Some("yes"));
    let much = "x".repeat(OWN_WORDS + 1);
    let again = visitor.send(&form(&empty).set("text", &much)).await;
    assert_eq!(form(&again).value("text"), Some(much.as_str()));
    assert_eq!(testing::count(&visitor.app.ctx, "message").await, 0);
}

#[tokio::test]
async fn after_half_an_hour_the_words_are_asked_for_again_and_the_message_stays() {
    let visitor = Visitor::new().await;
    let words = told(&visitor).await;
    let talk = come_back(&visitor, &words).await;
    visitor.wait(Seconds::minutes(31));
    let asked = visitor.send(&form(&talk).set("text", "Not lost.")).await;
    assert_eq!(form(&asked).value("text"), Some("Not lost."));
    let talk = visitor.send(&form(&asked).set("list", &words)).await;
    assert_eq!(form(&talk).value("text"), Some("Not lost."));
    assert_eq!(testing::count(&visitor.app.ctx, "message").await, 0);
}

#[tokio::test]
async fn another_site_opens_and_writes_nothing() {
    let visitor = Visitor::new().await;
    let words = told(&visitor).await;
    let opening = form(&visitor.get("/en/reply").await).set("list", &words);
    let asked = visitor.follow(&visitor.submit_from_elsewhere(&opening).await).await;
    assert_eq!((form(&asked).value("list"), form(&asked).value("draft")), (Some(words.as_str()), None));

    let talk = visitor.send(&form(&asked)).await;
    let writing = form(&talk).set("text", "Forged.");
    let asked = visitor.follow(&visitor.submit_from_elsewhere(&writing).await).await;
    assert_eq!((form(&asked).value("text"), form(&asked).value("draft")), (Some("Forged."), None));
    assert_eq!(testing::count(&visitor.app.ctx, "message").await, 0);
}

#[tokio::test]
async fn guessing_is_slowed_and_the_words_stay() {
    let visitor = Visitor::new().await;
    let asked = form(&visitor.get("/en/reply").await).set("list", "one two three");
    let mut page = visitor.send(&asked).await;
    while page.status == 203 {
        page = visitor.send(&asked).await;
    }
    assert_eq!(page.status, 429);
    assert!(page.header("retry-after").unwrap().parse::<u64>().unwrap() >= 1);
    assert_eq!(form(&page).value("list"), Some("one two three"));
    assert!(page.text().contains("999"));
}

#[tokio::test]
async fn while_the_database_is_away_everything_typed_stays() {
    let visitor = Visitor::new().await;
    let words = told(&visitor).await;
    let talk = come_back(&visitor, &words).await;
    visitor.take_database_away().await;
    let away = come_back(&visitor, &words).await;
    assert_eq!((away.status, form(&away).value("list")), (503, Some(words.as_str())));
    let unsent = visitor.send(&form(&talk).set("text", "Not lost.")).await;
    assert_eq!((unsent.status, form(&unsent).value("text")), (503, Some("Not lost.")));

    visitor.bring_database_back().await;
    let sent = visitor.send(&form(&unsent)).await;
    assert_eq!(sent.all(".thread .text"), ["Not lost."]);
}

#[tokio::test]
async fn broken_letters_are_shown_and_may_be_sent_all_the_same() {
    let visitor = Visitor::new().await;
    let talk = form(&come_back(&visitor, &told(&visitor).await).await).set("text", "caf");
    let body = talk.encoded().replace("text=caf", "text=caf%E9");
    let again = visitor.follow(&visitor.post("/en/reply", "same-origin", body).await).await;
    assert_eq!(form(&again).value("text"), Some("caf\u{fffd}"));
    assert_eq!(visitor.send(&form(&again)).await.all(".thread .text"), ["caf\u{fffd}"]);
}

#[tokio::test]
async fn another_language_keeps_what_was_typed() {
    let visitor = Visitor::new().await;
    let words = told(&visitor).await;
    let asked = visitor.submit(&form(&visitor.get("/en/reply").await).set("list", &words).press("go", "in-pl")).await;
    assert!(asked.header("location").unwrap().starts_with("/pl/reply/"));
    let asked = visitor.follow(&asked).await;
    assert_eq!(form(&asked).value("list"), Some(words.as_str()));
    let talk = visitor.send(&form(&asked)).await;
    assert_eq!(talk.attributes("html", "lang"), ["pl"]);
    let urdu = visitor.send(&form(&talk).set("text", "ہ").press("go", "in-ur")).await;
    assert_eq!(form(&urdu).value("text"), Some("ہ"));
    assert_eq!(testing::count(&visitor.app.ctx, "message").await, 0);
}
