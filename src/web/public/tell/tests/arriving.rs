//! What arrives broken, too large or not at all, in both directions.

use std::pin::Pin;
use std::task::{Context as Waiting, Poll};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::Frame;

use super::*;

#[tokio::test]
async fn the_words_that_did_not_arrive_are_shown_to_a_reload_and_not_to_back() {
    let visitor = Visitor::new().await;
    let redirect = visitor.submit(&form(&go_to(&visitor, "check").await)).await;
    let address = redirect.header("location").unwrap();
    let words = code(&visitor.get(address).await);
    assert_eq!(words.len(), 8);
    assert_eq!(code(&visitor.reload(address).await), words);
    assert_eq!(visitor.reload(address).await.status, 410, "once: Back after a reload looks like one");

    let redirect = visitor.submit(&form(&go_to(&visitor, "check").await)).await;
    let address = redirect.header("location").unwrap();
    visitor.get(address).await;
    assert_eq!(visitor.get(address).await.status, 410, "Back");
    assert_eq!(visitor.reload(address).await.status, 410, "whoever went back cannot reload either");

    let late = visitor.submit(&form(&go_to(&visitor, "check").await)).await;
    assert_eq!(code(&visitor.follow(&late).await).len(), 8);
    visitor.wait(Seconds::minutes(2));
    assert_eq!(visitor.reload(late.header("location").unwrap()).await.status, 410);
}

#[tokio::test]
async fn what_is_typed_waits_once() {
    let visitor = Visitor::new().await;
    let words = go_to(&visitor, "words").await;
    let before = waiting(&visitor).await;
    answer(&visitor, &words, &[("text", &"x".repeat(OWN_WORDS))]).await;
    assert!(waiting(&visitor).await - before < 34_000, "a draft of 20,000 letters and a small page to show");
    answer(&visitor, &words, &[("text", &"x".repeat(500_000))]).await;
    assert!(waiting(&visitor).await - before < 34_000 + 67_000, "no more of it than can be shown again");
}

#[tokio::test]
async fn without_room_the_text_stays_on_its_page() {
    let visitor = Visitor::new().await;
    let words = go_to(&visitor, "words").await;
    visitor.app.ctx.room.fill();
    let full = answer(&visitor, &words, &[("text", STORY)]).await;
    assert_eq!((full.status, step(&full)), (503, "words".to_owned()));
    assert!(full.header("retry-after").is_some() && full.text().contains("999"));
    assert_eq!(form(&full).value("text").unwrap().replace("\r\n", "\n"), STORY);
    visitor.app.ctx.room.measured(0);
    assert_eq!(step(&visitor.send(&form(&full)).await), "way", "with the answers from before");
}

#[tokio::test]
async fn of_much_too_much_the_beginning_is_kept_and_it_says_so() {
    let visitor = Visitor::new().await;
    let words = go_to(&visitor, "words").await;
    let much = "ہ".repeat(3 * OWN_WORDS);
    let again = answer(&visitor, &words, &[("text", &much)]).await;
    assert_eq!(form(&again).value("text"), Some("ہ".repeat(2 * OWN_WORDS).as_str()));
    assert!(again.one("#text-error").contains("only the first 40000"), "{}", again.one("#text-error"));
}

#[tokio::test]
async fn of_a_body_that_is_too_large_the_beginning_is_kept() {
    let visitor = Visitor::new().await;
    let words = form(&go_to(&visitor, "words").await).set("text", &"x".repeat(2 * 1024 * 1024));
    let redirect = visitor.submit(&words).await;
    assert_eq!(redirect.status, 303);
    let again = visitor.follow(&redirect).await;
    assert_eq!(form(&again).value("text").map(str::len), Some(2 * OWN_WORDS));
    assert!(again.one(".note").contains("did not arrive") && again.one("#text-error").contains("too long"));
    assert_eq!(step(&answer(&visitor, &again, &[("text", STORY)]).await), "way");
}

#[tokio::test]
async fn a_body_that_breaks_off_keeps_what_arrived() {
    let visitor = Visitor::new().await;
    let words = form(&go_to(&visitor, "words").await).set("text", "He waits outside.").encoded();
    let (arrived, _) = words.split_at(words.find("outside").unwrap());
    let again = visitor
        .follow(&visitor.post("/en/tell", "same-origin", Body::new(BrokenOff(Some(arrived.to_owned().into())))).await)
        .await;
    assert_eq!((step(&again), form(&again).value("text")), ("words".to_owned(), Some("He waits ")));
}

#[tokio::test]
async fn broken_letters_are_shown_and_may_be_sent_all_the_same() {
    let visitor = Visitor::new().await;
    let words = form(&go_to(&visitor, "words").await).set("text", "caf");
    let body = words.encoded().replace("text=caf", "text=caf%E9");
    let again = visitor.follow(&visitor.post("/en/tell", "same-origin", body).await).await;
    assert_eq!(form(&again).value("text"), Some("caf\u{fffd}"));
    assert!(again.one(".note").contains("did not arrive"), "{again:?}");
    assert_eq!(step(&visitor.send(&form(&again)).await), "way");
}

#[tokio::test]
async fn what_is_no_form_gets_a_page_in_the_language_of_the_address() {
    let visitor = Visitor::new().await;
    for body in [vec![b'x'; 2 * 1024 * 1024], vec![0xff; 1000]] {
        let page = visitor.follow(&visitor.post("/pl/tell", "same-origin", body).await).await;
        assert_eq!((page.status, page.attributes("html", "lang")), (400, vec!["pl".to_owned()]));
        assert!(page.text().contains("999") && page.all("#leave").len() == 1);
    }
}

#[tokio::test]
async fn too_much_is_kept_and_said() {
    let visitor = Visitor::new().await;
    let words = go_to(&visitor, "words").await;
    let much = "ہ".repeat(OWN_WORDS + 1);
    let again = answer(&visitor, &words, &[("text", &much)]).await;
    assert_eq!(form(&again).value("text"), Some(much.as_str()));
    assert!(again.one("#text-error").contains("20001"), "{}", again.one("#text-error"));
}

async fn waiting(visitor: &Visitor) -> u64 {
    testing::bytes_waiting(&visitor.app.ctx).await
}

/// A body whose connection ends in the middle.
struct BrokenOff(Option<Bytes>);

impl HttpBody for BrokenOff {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Waiting<'_>) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let ended = || std::io::Error::other("the connection ended");
        Poll::Ready(Some(self.0.take().map(Frame::data).ok_or_else(ended)))
    }
}
