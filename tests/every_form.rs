//! Thirty payloads in every field of every form there is, found by visiting the pages. Each answer is a page, or leads to
//! one, and shows again what it did not take.

use tokio::task::JoinSet;

use crate::support::desk::{Desk, PASSWORD};
use crate::support::{Form, Fresh, Page, Site, Visitor, on_both_databases, story};

/// Never sent back, right or wrong.
const SECRETS: [&str; 5] = ["password", "again", "code", "digits", "kit"];
const FORM: &str = "form[method=post]";
/// Nothing that was typed is kept shorter than this.
const ALWAYS_KEPT: usize = 240;

/// Texts that break parsers, templates, queries, shells, logs and fonts.
fn payloads() -> Vec<String> {
    [
        "",
        " ",
        "\u{0}",
        "a\u{0}b",
        "\r\n\r\nSet-Cookie: a=b",
        "<script>alert(1)</script>",
        "</textarea><script>alert(1)</script>",
        "</title><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' OR '1'='1",
        "'; DROP TABLE report; --",
        "{{contact:ndah}}",
        "{{7*7}} ${7*7} #{7*7}",
        "%00%ff%fe%c0%af",
        "../../../../etc/passwd",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "\u{202e}evil\u{202c}",
        "\u{feff}\u{200b}\u{200d}\u{2066}",
        "\u{fffd}\u{fffe}\u{ffff}",
        "😀👩‍👩‍👧‍👦🏳️‍🌈",
        "آپ کے ساتھ کیا ہوتا ہے؟",
        "Ａ\u{301}\u{301}\u{301}\u{301}\u{301}",
        "999999999999999999999999999999",
        "-1",
        "NaN",
        "true",
        "<!><!-- --><![CDATA[x]]>",
        "&lt;&amp;&#0;&#x110000;",
    ]
    .into_iter()
    .map(str::to_owned)
    .chain(["x".repeat(30_000), "ż ".repeat(20_001), "\n".repeat(5_000)])
    .collect()
}

/// What must hold for every page that comes back.
fn whole(page: &Page, what: &str) {
    assert!(page.status < 500, "{what}: {page:?}");
    assert!(["en", "ur"].contains(&page.attributes("html", "lang").join(" ").as_str()), "{what}: {page:?}");
    assert_eq!((page.all("h1").len(), page.all("a#leave").len()), (1, 1), "{what}: {page:?}");
    assert!(page.all("script").is_empty(), "{what}: a script got into the page");
    assert!(page.all("img").is_empty(), "{what}: an image got into the page");
    assert!(page.header("set-cookie").is_none_or(|cookie| !cookie.starts_with("a=b")), "{what}: a header got in");
}

/// What was typed into a field that the page asks for again is there, or its beginning.
fn keeps(page: &Page, field: &str, payload: &str, what: &str) {
    let refused = !page.all(".summary").is_empty() || page.status == 422;
    for typed in page.forms(FORM).iter().filter_map(|form| form.typed(field)).filter(|_| refused) {
        if SECRETS.contains(&field) {
            assert_eq!(typed, "", "{what}: a secret is sent back");
            continue;
        }
        let (typed, payload) = (bare(typed), bare(payload));
        let beginning = typed.chars().count() >= ALWAYS_KEPT - 1 && payload.starts_with(&typed);
        assert!(typed == payload || beginning, "{what}: {typed:.60?} is shown again");
    }
}

/// Without what no keyboard types and no page shows.
fn bare(text: &str) -> String {
    text.replace('\0', "\u{fffd}").chars().filter(|c| !c.is_control()).collect::<String>().trim().to_owned()
}

/// Sends the form with each payload in each of its fields, and looks at what follows.
async fn attack(visitor: Visitor, form: Form) -> usize {
    let mut sent = 0;
    for field in form.names().into_iter().filter(|name| !name.is_empty()) {
        for payload in payloads() {
            let what = format!("{} {field}={:.40?}", form.action(), payload);
            let mut page = visitor.submit(&form.clone().forge(field, &payload)).await;
            assert!(page.status == 303 || form.action().starts_with("/desk"), "{what}: every public POST answers 303");
            while page.status == 303 {
                page = visitor.follow(&page).await;
            }
            whole(&page, &what);
            keeps(&page, field, &payload, &what);
            sent += 1;
        }
    }
    sent
}

/// The form of each question, in order, and those that change an answer.
async fn questions(visitor: &Visitor, who: &str) -> Vec<Form> {
    let mut forms = Vec::new();
    let mut page = visitor.get("/en/tell").await;
    while page.all("#code li").is_empty() {
        let mut form = page.form("main form:not(#changes)");
        let answers = [("now", "no"), ("who", who), ("way", "phone"), ("line", "07700 900123"), ("days", "mon")];
        let more = [("from", "9"), ("to", "17"), ("text", "It happens every day.")];
        for (name, value) in answers.into_iter().chain(more) {
            if form.names().contains(&name) {
                form = form.set(name, value);
            }
        }
        forms.push(form.clone());
        forms.extend(page.forms("#changes"));
        page = visitor.submit_and_follow(&form).await;
        assert!(forms.len() < 20, "going round in circles: {page:?}");
    }
    forms
}

/// Asking for the code in two languages, an open conversation, and one that asks for what is missing.
async fn coming_back(visitor: &Visitor) -> Vec<Form> {
    let words = story::tell(visitor, "en", "It happens every day.").await.expect("it answers");
    let talk = story::come_back(visitor, "en", &words).await.expect("it answers").form("main form");
    let again = visitor.submit_and_follow(&talk.clone().forge("text", "")).await.form("main form");
    let asks = [visitor.get("/en/reply").await.form("main form"), visitor.get("/ur/reply").await.form("main form")];
    asks.into_iter().chain([talk, again]).collect()
}

/// Every form at the desk that takes something, with whoever may send it.
async fn at_the_desk(desk: &Desk) -> Vec<(Visitor, Form)> {
    story::tell(&desk.anon, "en", "It happens every day.").await.expect("it answers");
    let lead = desk.lead().await;
    desk.hires(&lead, "Bo", "reviewer").await;
    let staff = lead.at.get("/desk/staff").await;
    let invited = staff.form("#invite").set("name", "Cy").set("email", "cy@example.org").set("role", "reviewer");
    let link = lead.at.submit_and_follow(&invited).await.one("#invitation-link");
    let invitation = desk.anon.get(&link[link.find("/desk/").expect("a path")..]).await;

    let sign_in = desk.anon.get("/desk/sign-in").await;
    let half = desk.anon.submit(&sign_in.form("form").set("email", "bo@example.org").set("password", PASSWORD)).await;
    let (half, second) = (desk.anon.with_cookie_of(&half), half);
    let second = half.follow(&second).await;

    let claim = lead.at.get("/desk").await.form("[data-case] form");
    let case = lead.at.submit_and_follow(&claim).await.form("#work");
    let work = ["answer", "note", "close", "hand-over"].map(|go| case.clone().press("go", go));
    let mut forms = staff.forms(FORM);
    for path in ["/desk", "/desk/staff/recover", "/desk/sessions", "/desk/audit"] {
        forms.extend(lead.at.get(path).await.forms(FORM));
    }
    let of_lead = forms.into_iter().chain(work).map(|form| (lead.at.clone(), form));
    let outside = [sign_in, invitation].into_iter().flat_map(|page| page.forms(FORM));
    let outside = outside.map(|form| (desk.anon.clone(), form));
    let halfway = second.forms(FORM).into_iter().map(|form| (half.clone(), form));
    of_lead.chain(outside).chain(halfway).collect()
}

on_both_databases! {
    async fn thirty_payloads_in_every_field_of_every_public_form(fresh: Fresh) {
        let site = Site::start_with(&fresh, &["--trusted-proxy", "127.0.0.1"]);
        let from = |number: usize| Visitor::of(&site).with("X-Forwarded-For", &format!("198.51.{number}.1"));
        let mut forms = coming_back(&from(0)).await;
        for (number, who) in (1..).zip(["me", "someone", "work"]) {
            forms.extend(questions(&from(number), who).await);
        }
        // Each from an address of its own, so that the forms are met and not the waiting page.
        let attackers: JoinSet<usize> = (10..).zip(forms).map(|(number, form)| attack(from(number), form)).collect();
        let sent: usize = attackers.join_all().await.into_iter().sum();
        println!("{sent} hostile forms, each answered with a page");
        assert!(sent > 2_000, "the forms were found: {sent}");
        assert_eq!(from(0).get("/readyz").await.status, 200);
    }

    async fn thirty_payloads_in_every_field_of_every_form_at_the_desk(fresh: Fresh) {
        let desk = Desk::open(&fresh).await;
        let forms = at_the_desk(&desk).await;
        for needed in ["/cases/", "/recover", "/staff", "/sign-in", "/second-factor", "/invitation/"] {
            assert!(forms.iter().any(|(_, form)| form.action().contains(needed)), "no form sends to {needed}");
        }
        let attackers: JoinSet<usize> = forms.into_iter().map(|(visitor, form)| attack(visitor, form)).collect();
        let sent: usize = attackers.join_all().await.into_iter().sum();
        println!("{sent} hostile forms, each answered with a page");
        assert!(sent > 400, "the forms were found: {sent}");
        assert_eq!(desk.anon.get("/readyz").await.status, 200);
    }
}
