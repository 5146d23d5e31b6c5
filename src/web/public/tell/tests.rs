use std::collections::BTreeSet;

use crate::domain::clock::Seconds;
use crate::domain::locale::Locale;
use crate::domain::sign::Sign;
use crate::domain::text::OWN_WORDS;
use crate::service::testing;
use crate::web::testing::{Form, Page, Visitor};

mod arriving;

const STORY: &str = "He waits outside.\n</textarea><script>alert(1)</script> \"é\" & <!> ہ";

fn form(page: &Page) -> Form {
    page.form("main form:not(#changes)")
}

fn step(page: &Page) -> String {
    form(page).value("step").unwrap_or_default().to_owned()
}

/// Answers this page and goes on.
async fn answer(visitor: &Visitor, page: &Page, answers: &[(&str, &str)]) -> Page {
    let filled = answers.iter().fold(form(page), |form, (name, value)| form.set(name, value));
    visitor.send(&filled).await
}

/// Answers the first questions of the shortest way, to the page with this step.
async fn go_to(visitor: &Visitor, wanted: &str) -> Page {
    let mut page = visitor.get("/en/tell").await;
    while step(&page) != wanted {
        let answers: &[(&str, &str)] = match step(&page).as_str() {
            "safe" => &[("now", "yes")],
            "who" => &[("who", "me")],
            "list" | "signs" => &[("list", "phone"), ("list", "neck")],
            "words" => &[("text", STORY)],
            _ => &[],
        };
        page = answer(visitor, &page, answers).await;
    }
    page
}

/// The button beside one answer on the last page; it belongs to a form of its own.
fn change(check: &Page, step: &str) -> Form {
    assert!(!check.all(&format!("button[form=changes][value=change-{step}]")).is_empty(), "{check:?}");
    check.form("#changes").forge("go", &format!("change-{step}"))
}

fn code(page: &Page) -> Vec<String> {
    page.all("#code li")
}

#[tokio::test]
async fn somebody_tells_and_gets_eight_words() {
    let visitor = Visitor::new().await;
    let check = go_to(&visitor, "check").await;
    let shown = check.text().replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    assert!(shown.contains(STORY), "{check:?}");
    let sent = visitor.send(&form(&check)).await;
    assert_eq!((sent.status, code(&sent).len()), (203, 8), "{sent:?}");
    assert!(sent.text().contains("within 1 hour"), "the sign about the neck");
    assert_eq!(testing::count(&visitor.app.ctx, "report").await, 1);
    assert_eq!(testing::count(&visitor.app.ctx, "outbox").await, 1);
}

#[tokio::test]
async fn every_post_is_answered_by_303_and_what_it_leads_to_is_shown_once() {
    let visitor = Visitor::new().await;
    let first = visitor.get("/en/tell").await;
    assert_eq!((first.status, first.header("cache-control")), (203, Some("no-store")));
    let redirect = visitor.submit(&form(&first).set("now", "yes")).await;
    assert_eq!(redirect.status, 303);
    assert!(redirect.body.is_empty());
    let address = redirect.header("location").unwrap().to_owned();
    assert_eq!(visitor.head(&address).await.status, 204, "looking uses nothing up");
    assert_eq!(visitor.get(&address).await.status, 203);
    let gone = visitor.get(&address).await;
    assert_eq!((gone.status, gone.all("main form").len()), (410, 0));
    assert_eq!(gone.attributes(".ways a", "href")[..2], ["/en/tell", "/en/reply"]);
    assert!(gone.text().contains("If you pressed “Send”, we have what you wrote."), "{gone:?}");
}

#[tokio::test]
async fn two_clicks_on_send_show_the_same_words_and_make_one_report() {
    let visitor = Visitor::new().await;
    let check = form(&go_to(&visitor, "check").await);
    let (one, two) = tokio::join!(visitor.submit(&check), visitor.submit(&check));
    let (one, two) = (visitor.follow(&one).await, visitor.follow(&two).await);
    assert_eq!(code(&one).len(), 8);
    assert_eq!(code(&one), code(&two));
    assert_eq!(testing::count(&visitor.app.ctx, "report").await, 1);
}

#[tokio::test]
async fn not_safe_now_leads_to_the_numbers_first_and_then_on() {
    let visitor = Visitor::new().await;
    let danger = answer(&visitor, &visitor.get("/en/tell").await, &[("now", "no")]).await;
    assert_eq!(step(&danger), "now");
    for needed in ["Call 999", "Press 55", "does not tell the police where you are", "register", "999 BSL"] {
        assert!(danger.text().contains(needed), "{needed}");
    }
    assert_eq!(danger.attributes("main .button", "href")[..2], ["tel:999", "sms:999"], "before everything else");
    assert_eq!(danger.attributes("main .actions button", "class")[0], "quiet", "the way on is not what stands out");
    let who = visitor.send(&form(&danger)).await;
    assert_eq!(step(&who), "who");
    assert_eq!(step(&visitor.send(&form(&who).press("go", "back")).await), "now");
}

#[tokio::test]
async fn back_keeps_what_was_typed_on_this_page_and_those_before() {
    let visitor = Visitor::new().await;
    let words = go_to(&visitor, "words").await;
    let signs = visitor.send(&form(&words).set("text", STORY).press("go", "back")).await;
    assert_eq!(step(&signs), "signs");
    assert_eq!(signs.attributes("input[name=list][checked]", "value"), ["neck", "phone"], "in the order of the page");
    let words = visitor.send(&form(&signs).clear("list", "neck")).await;
    assert_eq!(form(&words).value("text").unwrap().replace("\r\n", "\n"), STORY);
    let signs = visitor.send(&form(&words).press("go", "back")).await;
    assert_eq!(signs.attributes("input[name=list][checked]", "value"), ["phone"]);
}

#[tokio::test]
async fn a_worried_friend_and_a_professional_get_their_own_questions() {
    let visitor = Visitor::new().await;
    for (who, expected) in [("someone", "someone"), ("work", "work")] {
        let page = go_to(&visitor, "who").await;
        let own = answer(&visitor, &page, &[("who", who)]).await;
        assert_eq!(step(&own), expected);
        let signs = visitor.send(&form(&own)).await;
        assert!(signs.text().contains("the person’s phone"), "{who}");
    }
    assert!(!go_to(&visitor, "signs").await.text().contains("the person"));
}

#[tokio::test]
async fn nothing_ticked_and_nothing_written_is_said_beside_the_field_and_at_the_top() {
    let visitor = Visitor::new().await;
    let signs = go_to(&visitor, "signs").await;
    let words = visitor.send(&form(&signs)).await;
    let again = visitor.send(&form(&words)).await;
    assert_eq!(step(&again), "words");
    assert_eq!(again.attributes(".summary a", "href"), ["#text"]);
    assert_eq!(again.attributes("#text", "aria-describedby"), ["text-hint text-error"]);
    assert_eq!(again.one("#text-error"), again.one(".summary a"));
}

#[tokio::test]
async fn a_call_is_agreed_in_detail() {
    let visitor = Visitor::new().await;
    let way = go_to(&visitor, "way").await;
    assert_eq!(form(&way).value("way"), Some("here"), "what asks least is chosen already");
    let reach = answer(&visitor, &way, &[("way", "phone")]).await;
    assert_eq!(form(&reach).value("tape"), Some("no"));
    let wrong = answer(&visitor, &reach, &[("line", "call me"), ("from", "12"), ("to", "12")]).await;
    assert_eq!(wrong.attributes(".summary a", "href"), ["#line", "#days-mon", "#to"]);
    assert_eq!((form(&wrong).value("line"), form(&wrong).value("from")), (Some("call me"), Some("12")));

    let fine = [("line", "01632 960001"), ("days", "tue"), ("from", "9"), ("to", "12")];
    let language = answer(&visitor, &wrong, &fine).await;
    assert_eq!(step(&language), "language");
    let check = visitor.send(&form(&language)).await;
    for shown in ["01632 960001", "Tuesday, 9am to noon", "No message", "For a month"] {
        assert!(check.text().contains(shown), "{shown}: {check:?}");
    }
    assert_eq!(code(&visitor.send(&form(&check)).await).len(), 8);
}

/// Tells and asks to be answered in this way; returns what the last page says comes next.
async fn what_comes_next(visitor: &Visitor, way: &str, how: &[(&str, &str)]) -> String {
    let mut page = answer(visitor, &go_to(visitor, "way").await, &[("way", way)]).await;
    if step(&page) == "reach" {
        page = answer(visitor, &page, how).await;
    }
    let check = visitor.send(&form(&page)).await;
    visitor.send(&form(&check)).await.one("#next").replace("&amp;", "&")
}

#[tokio::test]
async fn who_asked_for_a_call_is_told_when_we_call_and_not_to_come_back_for_the_answer() {
    let visitor = Visitor::new().await;
    let here = what_comes_next(&visitor, "here", &[]).await;
    assert!(here.contains("you find our answer on the page") && !here.contains("we call"), "{here}");

    let times = [("days", "mon"), ("days", "thu"), ("from", "22"), ("to", "2"), ("ask", "Anna & Co")];
    let call = what_comes_next(&visitor, "phone", &[&times[..], &[("line", "01632 960001")]].concat()).await;
    for said in
        ["we call you", "Monday, Thursday, 10pm to 2am the next day", "Anna & Co", "We leave no message", "your words"]
    {
        assert!(call.contains(said), "{said}: {call}");
    }
    assert!(!call.contains("01632") && !call.contains("find our answer"), "somebody else may see the screen: {call}");

    let mail = what_comes_next(&visitor, "email", &[&times[..], &[("post", "a@example.org")]].concat()).await;
    assert!(mail.contains("we e-mail you") && !mail.contains("message") && !mail.contains("example.org"), "{mail}");
}

#[tokio::test]
async fn for_whom_is_asked_once_more_when_it_was_skipped() {
    let visitor = Visitor::new().await;
    let who = go_to(&visitor, "who").await;
    let again = visitor.send(&form(&who)).await;
    assert_eq!((step(&again), form(&again).value("who")), ("who".to_owned(), Some("me")));
    assert!(again.one(".note").contains("You did not choose"), "{again:?}");
    assert_eq!(step(&answer(&visitor, &again, &[("who", "work")]).await), "work");
    assert_eq!(step(&visitor.send(&form(&again)).await), "signs");
    assert_eq!(step(&visitor.send(&form(&who).press("go", "back")).await), "safe", "going back asks nothing");
}

#[tokio::test]
async fn the_question_comes_before_what_is_good_to_know() {
    let visitor = Visitor::new().await;
    let first = visitor.get("/en/tell").await;
    let place = |what| first.text().find(what).unwrap();
    assert!(place("<h1") < place("value=\"on\"") && place("value=\"on\"") < place("Good to know"), "{first:?}");
    assert_eq!(first.attributes(".before a", "href"), ["/en/steps", "/en/devices"]);
    let safe = visitor.send(&form(&go_to(&visitor, "who").await).press("go", "back")).await;
    assert_eq!((step(&safe).as_str(), safe.all(".before a").len()), ("safe", 0));
}

#[tokio::test]
async fn what_was_typed_keeps_its_own_direction_within_the_page() {
    let visitor = Visitor::new().await;
    let check = go_to(&visitor, "check").await;
    let urdu = visitor.send(&form(&check).press("go", "in-ur")).await;
    assert!(urdu.all(".answers dd bdi").iter().any(|said| said.contains("He waits outside.")), "{urdu:?}");
    assert!(urdu.all(".answers [dir]").is_empty(), "an answer would go to the far side");
}

#[tokio::test]
async fn one_answer_can_be_changed_from_the_last_page() {
    let visitor = Visitor::new().await;
    let check = go_to(&visitor, "check").await;
    let words = visitor.send(&change(&check, "words")).await;
    let check = answer(&visitor, &words, &[("text", "Something else.")]).await;
    assert_eq!(step(&check), "check");
    assert!(check.text().contains("Something else."));

    let who = visitor.send(&change(&check, "who")).await;
    let someone = answer(&visitor, &who, &[("who", "someone")]).await;
    assert_eq!(step(&someone), "someone", "a question that follows from the change is asked");
    assert_eq!(step(&visitor.send(&form(&someone)).await), "check");
}

#[tokio::test]
async fn what_became_incomplete_is_asked_again_instead_of_sent() {
    let visitor = Visitor::new().await;
    let check = go_to(&visitor, "check").await;
    let words = visitor.send(&change(&check, "words")).await;
    let check = answer(&visitor, &words, &[("text", "")]).await;
    let signs = visitor.send(&change(&check, "signs")).await;
    let check = visitor.send(&form(&signs).clear("list", "phone").clear("list", "neck")).await;
    assert_eq!(step(&check), "check");
    let words = visitor.send(&form(&check)).await;
    assert_eq!((step(&words), words.all(".summary a").len()), ("words".to_owned(), 1));
    assert_eq!(testing::count(&visitor.app.ctx, "report").await, 0);
}

#[tokio::test]
async fn another_language_keeps_what_was_typed() {
    let visitor = Visitor::new().await;
    let words = go_to(&visitor, "words").await;
    let redirect = visitor.submit(&form(&words).set("text", STORY).press("go", "in-ur")).await;
    assert!(redirect.header("location").unwrap().starts_with("/ur/tell/"));
    let urdu = visitor.follow(&redirect).await;
    assert_eq!(urdu.attributes("html", "dir"), ["rtl"]);
    assert_eq!(form(&urdu).value("text").unwrap().replace("\r\n", "\n"), STORY);
    assert!(urdu.all(".languages").is_empty(), "a link would lose the text");
}

#[tokio::test]
async fn after_half_an_hour_the_last_page_is_kept_and_the_rest_is_gone() {
    let visitor = Visitor::new().await;
    let (words, check) = (go_to(&visitor, "words").await, go_to(&visitor, "check").await);
    visitor.wait(Seconds::minutes(31));
    let again = answer(&visitor, &words, &[("text", STORY)]).await;
    assert_eq!(form(&again).value("text").unwrap().replace("\r\n", "\n"), STORY);
    assert!(again.one(".note").contains("30 minutes"), "{again:?}");
    assert_eq!(step(&visitor.send(&form(&again)).await), "way", "they can go on");

    let expired = visitor.send(&form(&check)).await;
    assert_eq!((expired.status, expired.attributes(".ways a", "href")[0].as_str()), (410, "/en/tell"));
    assert_eq!(testing::count(&visitor.app.ctx, "report").await, 0);
}

#[tokio::test]
async fn another_site_writes_into_no_draft() {
    let visitor = Visitor::new().await;
    let words = go_to(&visitor, "words").await;
    let filled = form(&words).set("text", STORY);
    let asked = visitor.follow(&visitor.submit_from_elsewhere(&filled).await).await;
    assert!(asked.one(".note").contains("another website"), "{asked:?}");
    assert_eq!(form(&asked).value("text").unwrap().replace("\r\n", "\n"), STORY);
    assert_eq!(form(&asked).value("draft"), None, "its maker may know the secret");
    let check = go_to(&visitor, "check").await;
    visitor.follow(&visitor.submit_from_elsewhere(&form(&check)).await).await;
    assert_eq!(testing::count(&visitor.app.ctx, "report").await, 0);
}

#[tokio::test]
async fn each_page_has_a_secret_of_its_own() {
    let visitor = Visitor::new().await;
    let first = go_to(&visitor, "words").await;
    let second = visitor.send(&form(&first)).await;
    assert_ne!(form(&first).value("draft"), form(&second).value("draft"));
}

#[tokio::test]
async fn too_many_wait_with_their_words_kept_and_then_go_on() {
    let visitor = Visitor::new().await;
    let (words, check) = (go_to(&visitor, "words").await, go_to(&visitor, "check").await);
    let mut waiting = visitor.send(&form(&check)).await;
    while waiting.status == 203 {
        waiting = visitor.send(&form(&check)).await;
    }
    assert_eq!((waiting.status, waiting.all("#code").len()), (429, 0));
    assert!(waiting.header("retry-after").unwrap().parse::<u64>().unwrap() >= 1);
    assert!(waiting.attributes(".lines a", "href").starts_with(&["tel:999".to_owned()]));
    let again = form(&waiting);
    assert_eq!((again.value("draft"), again.value("step")), (form(&check).value("draft"), Some("check")));
    assert!(again.encoded().ends_with("go=send"));

    let page = answer(&visitor, &words, &[("text", STORY)]).await;
    assert_eq!(page.status, 203, "writing has a limit of its own");
}

#[tokio::test]
async fn while_the_database_is_away_the_words_stay_and_later_everything_goes_on() {
    let visitor = Visitor::new().await;
    let (words, check) = (go_to(&visitor, "words").await, go_to(&visitor, "check").await);
    visitor.take_database_away().await;
    let away = answer(&visitor, &words, &[("text", STORY)]).await;
    assert_eq!((away.status, step(&away)), (503, "words".to_owned()));
    assert!(away.header("retry-after").is_some() && away.text().contains("999"));
    assert_eq!(form(&away).value("text").unwrap().replace("\r\n", "\n"), STORY);
    let unsent = visitor.send(&form(&check)).await;
    assert_eq!((unsent.status, unsent.all("#code").len()), (503, 0));

    // Somebody who only begins now can fill in everything.
    let begun = visitor.send(&form(&go_to(&visitor, "check").await)).await;
    assert_eq!(begun.status, 503);

    visitor.bring_database_back().await;
    assert_eq!(step(&visitor.send(&form(&away)).await), "way", "with the answers from before");
    assert_eq!(code(&visitor.send(&form(&unsent)).await).len(), 8);
    assert_eq!(code(&visitor.send(&form(&begun)).await).len(), 8);
    assert_eq!(testing::count(&visitor.app.ctx, "report").await, 2);
}

#[tokio::test]
async fn a_page_that_is_not_ours_begins_again() {
    let visitor = Visitor::new().await;
    let first = form(&visitor.get("/en/tell").await);
    for odd in [first.clone().forge("step", "nonsense"), first.clone().forge("step", "")] {
        assert_eq!(visitor.send(&odd).await.status, 400);
    }
    let sent = visitor.send(&first.clone().forge("step", "check").forge("go", "send")).await;
    assert_eq!(sent.status, 400, "nothing to send");
    let odd = first.clone().forge("now", "perhaps").forge("draft", "not a secret");
    let again = visitor.send(&odd).await;
    assert_eq!((step(&again), again.attributes(".summary a", "href")[0].as_str()), ("safe".to_owned(), "#now-yes"));
    assert_eq!(visitor.get("/en/tell/nothing").await.status, 410);
    assert_eq!(visitor.get("/xx/tell").await.status, 404);
}

#[tokio::test]
async fn every_question_in_every_language_is_a_whole_page() {
    let visitor = Visitor::new().await;
    for locale in Locale::ALL {
        let mut page = visitor.get(&format!("/{}/tell", locale.tag())).await;
        let (mut titles, mut headings) = (BTreeSet::new(), BTreeSet::new());
        while step(&page) != "check" {
            whole(&page, locale);
            titles.insert(page.one("title"));
            headings.insert(page.one("h1"));
            let answers: &[(&str, &str)] = match step(&page).as_str() {
                "safe" => &[("now", "no")],
                "who" => &[("who", "someone")],
                "signs" => &[("list", "phone")],
                "way" => &[("way", "email")],
                "reach" => &[("post", "a@example.org"), ("days", "sun"), ("from", "0"), ("to", "24")],
                _ => &[],
            };
            page = answer(&visitor, &page, answers).await;
        }
        whole(&page, locale);
        headings.insert(page.one("h1"));
        assert_eq!((titles.len(), headings.len()), (1, 10), "{titles:?} {headings:?}");
        let sent = visitor.send(&form(&page)).await;
        whole(&sent, locale);
        assert_eq!(code(&sent).len(), 8);
    }
}

/// What holds for every page: one heading, language and direction, the exit first, labels, nothing to remember.
fn whole(page: &Page, locale: Locale) {
    assert_eq!(page.status, 203, "{page:?}");
    assert_eq!(page.all("h1").len(), 1, "{page:?}");
    assert_eq!(page.attributes("html", "lang"), [locale.tag()]);
    assert_eq!(page.attributes("html", "dir"), [locale.direction().attribute()]);
    assert_eq!(page.attributes("a", "id").first().map(String::as_str), Some("leave"));
    assert_eq!(page.all("script, img, link[rel=stylesheet]").len(), 0);
    // A link would lose what was typed, or a page that is shown once.
    let first = page.path.ends_with("/tell");
    assert!(first || page.all("a[href^='/'], nav.menu, footer").is_empty(), "{page:?}");
    assert!(!page.one("title").contains(['\u{2068}', '\u{2069}']), "{page:?}");
    let visible = "main :is(input:not([type=hidden]), textarea, select)";
    let labels = page.attributes("main label", "for");
    for id in page.attributes(visible, "id") {
        let nested = page.all(&format!("label #{id}, label > [id='{id}']")).len();
        assert!(labels.contains(&id) || nested == 1, "{id} has no label: {page:?}");
    }
    // Boxes take it from their form: HTML allows it on what is typed in only.
    let typed = "main :is(input[type=text], textarea, select)";
    assert_eq!(page.attributes(&format!("{typed}[autocomplete=off]"), "id"), page.attributes(typed, "id"));
    assert_eq!(page.all("main form[autocomplete=off]").len(), page.all("main form").len());
    assert!(!page.text().contains("<!>"));
    let said: Vec<String> = page.all("main h1, main p, main legend, main label, main button, main li");
    assert!(said.iter().all(|words| !words.is_empty()), "{page:?}");
}

#[test]
fn signs_have_no_word_of_their_own_in_the_address_or_title() {
    // Ids stand in the page's body only; should one ever become part of an address, this is where to stop.
    assert!(Sign::ALL.iter().all(|sign| sign.id().chars().all(|c| c.is_ascii_lowercase() || c == '-')));
}
