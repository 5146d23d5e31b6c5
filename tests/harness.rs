//! The tools of the other tests, tested.

use quietdoor::store::Db;

use crate::support::{Fresh, Page, Site, Visitor, on_both_databases};

on_both_databases! {
    async fn a_test_gets_a_database_with_the_tables_of_this_version(db: Db) {
        db.ping().await.expect("it answers");
    }

    async fn the_real_program_runs_on_the_database_of_a_test(fresh: Fresh) {
        let site = Site::start(&fresh);
        let visitor = Visitor::of(&site);
        assert_eq!(visitor.get("/readyz").await.text(), "ok\n");
        let entrance = visitor.with("Accept-Language", "pl").get("/").await;
        assert_eq!((entrance.status, entrance.header("location")), (303, Some("/pl/")));
        drop(site);
        assert!(fresh.open().await.ping().await.is_ok(), "{}", Site::log(&fresh));
    }

    async fn a_test_may_open_its_database_twice(fresh: Fresh) {
        drop(fresh.open().await);
        fresh.open().await.ping().await.expect("it still answers");
    }
}

#[test]
fn a_form_is_sent_as_a_browser_would() {
    let html = r#"<!DOCTYPE html><form method="post"><input type="hidden" name="s" value="a&amp;b"><input name="who">
        <input type="checkbox" name="sign" value="1" checked><input type="checkbox" name="sign" value="2">
        <input type="radio" name="how" value="here" checked><input type="radio" name="how" value="phone">
        <select name="lang"><option value="pl">Polski</option><option value="ur">x</option></select>
        <textarea name="story">
one
two</textarea><button>Go</button><button name="b" value="2">Back</button></form>"#;
    let size = html.len();
    let answer = format!("HTTP/1.1 203 OK\r\nTransfer-Encoding: chunked\r\n\r\n{size:x}\r\n{html}\r\n0\r\n\r\n");
    let page = Page::parse("/en/tell", answer.as_bytes());
    let form = page.form("form");
    assert_eq!((page.status, form.action()), (203, "/en/tell"));
    assert_eq!(form.encoded(), "s=a%26b&who=&sign=1&how=here&lang=pl&story=one%0D%0Atwo");
    let filled = form.set("who", "me").set("sign", "2").clear("sign", "1").set("how", "phone").set("lang", "ur");
    assert_eq!(filled.press("b", "2").encoded(), "s=a%26b&who=me&sign=2&how=phone&lang=ur&story=one%0D%0Atwo&b=2");
}
