//! What people do on the site, page by page, as a browser without scripts does it.

use std::io;

use super::{Page, Visitor};

/// More pages than the form has: whoever needs more is going round in circles.
const MOST_PAGES: usize = 20;

/// Tells `text` and nothing else, through every page of the form. The eight words, once they were seen.
pub async fn tell(visitor: &Visitor, language: &str, text: &str) -> io::Result<Vec<String>> {
    let mut page = visitor.try_send("GET", &format!("/{language}/tell"), &[], b"").await?;
    for _ in 0..MOST_PAGES {
        let words = page.all("#code li");
        if !words.is_empty() {
            return Ok(words);
        }
        if page.status == 503 {
            // The page says "try again"; for this test that is somebody who saw no code.
            return Err(io::ErrorKind::WouldBlock.into());
        }
        let mut form = page.form("main form:not(#changes)");
        if form.names().contains(&"text") {
            form = form.set("text", text);
        }
        page = submit_and_follow(visitor, &form).await?;
    }
    panic!("no code after {MOST_PAGES} pages: {}", page.text());
}

/// Comes back with the words; the page with the conversation.
pub async fn come_back(visitor: &Visitor, language: &str, words: &[String]) -> io::Result<Page> {
    let page = visitor.try_send("GET", &format!("/{language}/reply"), &[], b"").await?;
    let form = page.form("main form:not(#changes)").set("list", &words.join(" "));
    submit_and_follow(visitor, &form).await
}

async fn submit_and_follow(visitor: &Visitor, form: &super::Form) -> io::Result<Page> {
    let answer = visitor.try_submit(form).await?;
    assert_eq!(answer.status, 303, "every public POST answers 303: {}", answer.text());
    let location = answer.header("location").expect("a redirect says where to").to_owned();
    visitor.try_send("GET", &location, &[], b"").await
}
