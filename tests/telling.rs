//! Telling and coming back with the real program, on both databases.

use sqlx::{Connection, Executor, PgConnection};

use crate::support::{Form, Fresh, Page, Site, Visitor, on_both_databases};

const STORY: &str = "He waits outside my work. ہ";

fn form(page: &Page) -> Form {
    page.form("main form:not(#changes)")
}

/// One answer for each question, on the shortest way, until the page with this step.
async fn go_to(visitor: &Visitor, wanted: &str) -> Page {
    let mut page = visitor.get("/en/tell").await;
    loop {
        let filled = form(&page);
        let filled = match filled.value("step").expect("a question") {
            step if step == wanted => return page,
            "signs" => filled.set("list", "followed"),
            "words" => filled.set("text", STORY),
            _ => filled,
        };
        page = visitor.submit_and_follow(&filled).await;
    }
}

async fn come_back(visitor: &Visitor, words: &[String]) -> Page {
    let asked = form(&visitor.get("/en/reply").await).set("list", &words.join(" "));
    visitor.submit_and_follow(&asked).await
}

on_both_databases! {
    async fn somebody_tells_comes_back_and_writes_again(fresh: Fresh) {
        let site = Site::start(&fresh);
        let visitor = Visitor::of(&site);
        let check = go_to(&visitor, "check").await;
        assert!(check.text().contains(STORY), "{check:?}");
        let sent = visitor.submit_and_follow(&form(&check)).await;
        let words = sent.all("#code li");
        assert_eq!(words.len(), 8, "{sent:?}");

        let talk = come_back(&visitor, &words).await;
        let talk = visitor.submit_and_follow(&form(&talk).set("text", "Monday is better.")).await;
        assert_eq!(talk.all(".thread .text"), ["Monday is better."]);
        assert_eq!(come_back(&visitor, &words).await.all(".thread .text"), ["Monday is better."]);
    }

    async fn a_draft_and_a_report_outlive_the_program(fresh: Fresh) {
        let site = Site::start(&fresh);
        let way = go_to(&Visitor::of(&site), "way").await;
        drop(site);

        let site = Site::start(&fresh);
        let language = Visitor::of(&site).submit_and_follow(&form(&way)).await;
        let check = Visitor::of(&site).submit_and_follow(&form(&language)).await;
        assert!(check.text().contains(STORY), "{check:?}");
        let sent = Visitor::of(&site).submit(&form(&check)).await;
        drop(site);

        let site = Site::start(&fresh);
        let words = Visitor::of(&site).follow(&sent).await.all("#code li");
        assert_eq!(words.len(), 8, "the page that shows the words waited too");
        assert_eq!(come_back(&Visitor::of(&site), &words).await.all("h1"), ["Messages"]);
    }
}

#[tokio::test]
async fn a_database_that_hangs_loses_nothing_that_was_typed() {
    let fresh = Fresh::postgres().await;
    let site = Site::start(&fresh);
    let visitor = Visitor::of(&site);
    let words = form(&go_to(&visitor, "words").await).set("text", STORY);
    let mut other = PgConnection::connect(&fresh.url()).await.expect("it answers");
    other.execute("BEGIN; LOCK TABLE draft, showing IN ACCESS EXCLUSIVE MODE").await.expect("a lock");
    let away = visitor.submit_and_follow(&words).await;
    assert_eq!(
        (away.status, form(&away).value("text").map(|text| text.replace("\r\n", "\n"))),
        (503, Some(STORY.to_owned()))
    );
    assert!(away.text().contains("999") && away.header("content-security-policy").is_some());
    other.execute("ROLLBACK").await.expect("the lock ends");
}

#[tokio::test]
async fn any_node_goes_on_where_another_began() {
    let fresh = Fresh::postgres().await;
    let sites = (Site::start(&fresh), Site::start(&fresh));
    let (one, two) = (Visitor::of(&sites.0), Visitor::of(&sites.1));
    let check = form(&go_to(&one, "check").await);
    let (here, there) = tokio::join!(one.submit(&check), two.submit(&check));
    let (here, there) = (two.follow(&here).await, one.follow(&there).await);
    assert_eq!(here.all("#code li").len(), 8);
    assert_eq!(here.all("#code li"), there.all("#code li"), "two clicks, two nodes, one report");
    assert_eq!(come_back(&one, &there.all("#code li")).await.all("h1"), ["Messages"]);
}
