//! Cases at the desk, as a browser without scripts shows them: who may do what, and that nothing typed is lost.

use quietdoor::domain::clock::Seconds;

use crate::support::desk::{Colleague, Desk};
use crate::support::{Form, Fresh, Page, Visitor, on_both_databases, sql, story};

/// A desk with a lead and a reviewer who has claimed the one case.
struct House {
    desk: Desk,
    lead: Colleague,
    zofia: Colleague,
    /// The case's address.
    case: String,
    /// The sender's seven words.
    words: Vec<String>,
}

impl House {
    async fn open(fresh: &Fresh) -> Self {
        let desk = Desk::open(fresh).await;
        let lead = desk.lead().await;
        let zofia = desk.hires(&lead, "zofia", "reviewer").await;
        let words = story::tell(&desk.anon, "en", "He reads my messages.").await.unwrap();
        let queue = zofia.at.get("/desk").await;
        let case = queue.attributes("[data-case] h2 a", "href").remove(0);
        zofia.at.submit_and_follow(&queue.form("[data-case] form")).await;
        Self { desk, lead, zofia, case, words }
    }

    async fn sender_writes(&self, text: &str) {
        self.desk.clock.advance(Seconds(1));
        let page = story::come_back(&self.desk.anon, "en", &self.words).await.unwrap();
        let sent = self.desk.anon.submit_and_follow(&page.form("main form").set("text", text)).await;
        assert_eq!(sent.all("[role=status]").len(), 1, "{sent:?}");
        self.desk.clock.advance(Seconds(1));
    }
}

fn work(page: &Page) -> Form {
    page.form("#work")
}

/// The buttons that a case's page offers.
async fn offered(who: &Visitor, case: &str) -> Vec<String> {
    who.get(case).await.attributes("#work button", "value")
}

async fn seal(lead: &Visitor) -> String {
    lead.get("/desk/audit").await.one("#seal")
}

on_both_databases! {
    async fn sending_one_box_keeps_the_other(fresh: Fresh) {
        let House { zofia, case, .. } = House::open(&fresh).await;
        let page = zofia.at.get(&case).await;
        let both = work(&page).set("answer", "We can help.").set("note", "Ask the refuge.");
        let sent = zofia.at.submit(&both.clone().press("go", "note")).await;
        let browser = zofia.at.with_cookies_of(&sent);
        let page = browser.follow(&sent).await;
        assert_eq!(page.all(".note-of-team .text"), ["Ask the refuge."]);
        assert_eq!((work(&page).value("answer"), work(&page).value("note")), (Some("We can help."), Some("")));
        assert!(page.all("#thread li").is_empty(), "it was not sent");

        for go in ["close", "release", "hand-over"] {
            let form = work(&page).forge("outcome", "supported").press("go", go);
            let refused = browser.submit(&form).await;
            assert_eq!(refused.status, 422, "{go} with a text in its box: {refused:?}");
            assert_eq!(work(&refused).value("answer"), Some("We can help."));
        }
        let sent = browser.submit(&work(&page).press("go", "answer")).await;
        let browser = browser.with_cookies_of(&sent);
        let page = browser.follow(&sent).await;
        assert_eq!(page.all("#thread .team .text"), ["We can help."]);
        assert_eq!(work(&page).value("answer"), Some(""), "nothing is left over");
        assert_eq!(page.all("[role=status]").len(), 0);
    }

    async fn an_answer_survives_the_end_of_the_session(fresh: Fresh) {
        let House { desk, lead, mut zofia, case, .. } = House::open(&fresh).await;
        let page = zofia.at.get(&case).await;
        desk.clock.advance(Seconds::minutes(31));
        let form = work(&page).set("answer", "We can help.").set("note", "Ask the refuge.").press("go", "answer");
        let refused = zofia.at.submit(&form).await;
        assert_eq!((refused.status, refused.one("h1").as_str()), (401, "You were signed out"));
        assert!(!refused.text().contains("We can help"), "whoever sits there now sees nothing");

        let browser = zofia.at.with_cookies_of(&refused);
        let mut lead = lead;
        assert_eq!(lead.signs_in(&desk, browser.clone()).await, case, "one lands where one was");
        assert!(!lead.at.get(&case).await.text().contains("We can help"), "it is not the lead's");

        assert_eq!(zofia.signs_in(&desk, browser).await, case);
        let page = zofia.at.get(&case).await;
        assert_eq!((work(&page).value("answer"), work(&page).value("note")), (Some("We can help."), Some("Ask the refuge.")));
        assert!(page.one("[role=status]").contains("not sent"), "{page:?}");
        let sent = zofia.at.submit_and_follow(&work(&page).press("go", "answer")).await;
        assert_eq!(sent.all("#thread .team .text"), ["We can help."]);

        desk.clock.advance(Seconds::minutes(31));
        let invite = lead.at.get("/desk/staff").await;
        assert_eq!(invite.header("location"), Some("/desk/sign-in"));
        let typed = lead.at.send("POST", "/desk/staff", &[("Sec-Fetch-Site", "same-origin")], b"name=Bo&email=bo%40example.org").await;
        assert_eq!((typed.status, typed.all(".words").len()), (401, 2), "{typed:?}");
    }

    async fn an_answer_survives_a_database_that_is_away(fresh: Fresh) {
        let House { desk, zofia, case, .. } = House::open(&fresh).await;
        let page = zofia.at.get(&case).await;
        let form = work(&page).set("answer", "We can help.").set("note", "<b>\nAsk").press("go", "answer");
        for (table, back) in [
            ("ALTER TABLE session RENAME TO session_away", "ALTER TABLE session_away RENAME TO session"),
            ("ALTER TABLE message RENAME TO message_away", "ALTER TABLE message_away RENAME TO message"),
        ] {
            sql(&desk.ctx.db, table).await.unwrap();
            let away = zofia.at.submit(&form).await;
            assert_eq!((away.status, away.one("h1").as_str()), (503, "The database does not answer"), "{away:?}");
            let again = away.form("main form");
            assert_eq!(again.encoded(), zofia_would_send(&form), "the same form, ready to be sent again");
            sql(&desk.ctx.db, back).await.unwrap();
        }
        let away = { // Sent again from the page that said so.
            sql(&desk.ctx.db, "ALTER TABLE session RENAME TO session_away").await.unwrap();
            let away = zofia.at.submit(&form).await;
            sql(&desk.ctx.db, "ALTER TABLE session_away RENAME TO session").await.unwrap();
            away
        };
        let sent = zofia.at.submit_and_follow(&away.form("main form")).await;
        assert_eq!(sent.all("#thread .team .text"), ["We can help."]);
    }

    async fn broken_letters_come_back_and_reach_nobody(fresh: Fresh) {
        let House { zofia, case, .. } = House::open(&fresh).await;
        let page = zofia.at.get(&case).await;
        for field in ["answer", "note"] {
            let body = work(&page).press("go", field).encoded().replace(&format!("{field}="), &format!("{field}=We+%FFcan"));
            let headers = [("Content-Type", "application/x-www-form-urlencoded"), ("Sec-Fetch-Site", "same-origin")];
            let refused = zofia.at.send("POST", &case, &headers, body.as_bytes()).await;
            assert_eq!(refused.status, 422, "{field}");
            assert_eq!(work(&refused).value(field), Some("We \u{fffd}can"));
            assert_eq!(refused.all(&format!("#{field}-error")).len(), 1);
        }
        let page = zofia.at.get(&case).await;
        assert!(page.all("#thread li").is_empty() && page.all(".note-of-team").is_empty());
    }

    async fn the_page_says_when_they_wrote_meanwhile(fresh: Fresh) {
        let house = House::open(&fresh).await;
        let page = house.zofia.at.get(&house.case).await;
        house.sender_writes("He is at the door.").await;
        let form = work(&page).set("answer", "On Monday?").press("go", "answer");
        let page = house.zofia.at.submit_and_follow(&form).await;
        assert!(page.one("#crossed").contains("wrote again meanwhile"), "{page:?}");
        assert_eq!(page.all("#thread .text"), ["He is at the door.", "On Monday?"]);
        let queue = house.zofia.at.get("/desk").await;
        assert_eq!(queue.attributes("[data-case] h2 a", "href"), [house.case.as_str()]);

        // The page of before, with another text in it: nothing is dropped without a word.
        let again = house.zofia.at.submit(&form.set("answer", "Call 999.")).await;
        assert_eq!((again.status, work(&again).value("answer")), (422, Some("Call 999.")));
        house.desk.clock.advance(Seconds(1));
        let page = house.zofia.at.submit_and_follow(&work(&again).press("go", "answer")).await;
        assert_eq!(page.all("#thread .team .text"), ["On Monday?", "Call 999."]);
        assert!(page.all("#crossed").is_empty());
    }

    async fn a_case_offers_what_the_service_allows_and_nothing_else(fresh: Fresh) {
        let House { desk, lead, zofia, case, .. } = House::open(&fresh).await;
        let omar = desk.hires(&lead, "omar", "reviewer").await;
        assert_eq!(offered(&zofia.at, &case).await, ["answer", "note", "close", "hand-over", "release"]);
        assert_eq!(offered(&lead.at, &case).await, ["hand-over", "release"]);
        assert!(offered(&omar.at, &case).await.is_empty());
        let page = omar.at.get(&case).await;
        assert!(!page.text().contains("He reads my messages"), "a colleague's case");

        let before = seal(&lead.at).await;
        for (go, status) in [
            ("claim", 409), ("answer", 409), ("note", 409), ("close", 409), ("hand-over", 403), ("release", 403), ("x", 404),
        ] {
            let texts = if ["answer", "note"].contains(&go) { go } else { "unused" };
            let once = page.form("#work").value("once").unwrap().to_owned();
            let id = omar_id(&zofia.at, &case).await;
            let body = format!("go={go}&once={once}&{texts}=kept+text&outcome=supported&colleague={id}");
            let headers = [("Content-Type", "application/x-www-form-urlencoded"), ("Sec-Fetch-Site", "same-origin")];
            let refused = omar.at.send("POST", &case, &headers, body.as_bytes()).await;
            assert_eq!(refused.status, status, "{go}: {refused:?}");
            assert_eq!(refused.text().contains("kept text"), texts == go, "{go}");
        }
        assert_ne!(before, seal(&lead.at).await, "zofia's reading was written down");

        let page = zofia.at.get(&case).await;
        let id = omar_id(&zofia.at, &case).await;
        zofia.at.submit_and_follow(&work(&page).set("colleague", &id).press("go", "hand-over")).await;
        assert!(offered(&zofia.at, &case).await.is_empty());
        let page = omar.at.get(&case).await;
        let done = omar.at.submit_and_follow(&work(&page).set("outcome", "supported").press("go", "close")).await;
        assert!(done.all("#work button").is_empty(), "{done:?}");
        let trail = lead.at.get(&lead.at.get(&case).await.attributes("a[href^='/desk/audit?case']", "href")[0]).await;
        let lines = trail.all("#audit li");
        assert!(lines.iter().any(|line| line.contains("omar closed a case (Answered and supported)")), "{lines:?}");
        assert!(lines.iter().any(|line| line.contains("zofia handed a case over (omar)")), "{lines:?}");
        assert!(lines.iter().all(|line| !line.contains("invited")), "{lines:?}");
    }

    async fn every_form_at_the_desk_refuses_strangers_other_sites_and_other_roles(fresh: Fresh) {
        let House { desk, lead, zofia, case, .. } = House::open(&fresh).await;
        let wren = desk.hires(&lead, "wren", "writer").await;
        let id = case.rsplit('/').next().unwrap().to_owned();
        let person = lead.at.get("/desk/staff").await.attributes("[data-staff]", "data-staff").remove(1);
        let (before, mut met) = (seal(&lead.at).await, 0);
        for path in posted_to() {
            let path = path.replace("/cases/{id}", &format!("/cases/{id}")).replace("{id}", &person).replace("{session}", &id);
            let send = async |who: &Visitor, from: &str| {
                let headers = [("Content-Type", "application/x-www-form-urlencoded"), ("Sec-Fetch-Site", from)];
                who.send("POST", &path, &headers, b"go=release&role=lead").await
            };
            let foreign = send(&lead.at, "cross-site").await;
            assert_eq!((foreign.status, foreign.one("h1").as_str()), (403, "This form did not come from here"), "{path}");
            let stranger = send(&desk.anon, "same-origin").await;
            assert_eq!((stranger.status, stranger.header("location")), (303, Some("/desk/sign-in")), "{path}");
            let for_leads = path.starts_with("/desk/staff") || path.starts_with("/desk/audit");
            if for_leads || path.starts_with("/desk/cases") {
                assert_eq!(send(&wren.at, "same-origin").await.status, 403, "{path}");
                met += 1;
            }
            if for_leads {
                assert_eq!(send(&zofia.at, "same-origin").await.status, 403, "{path}");
            }
        }
        assert!(met >= 8, "the walk found {met} routes");
        assert_eq!(seal(&lead.at).await, before, "nothing was done");
        assert_eq!(offered(&zofia.at, &case).await.len(), 5);
    }

    async fn a_case_that_does_not_open_stands_among_the_others(fresh: Fresh) {
        let House { desk, zofia, case, .. } = House::open(&fresh).await;
        sql(&desk.ctx.db, "UPDATE report SET head = sender_key, body = sender_key").await.unwrap();
        story::tell(&desk.anon, "en", "Another one.").await.unwrap();
        let queue = zofia.at.get("/desk").await;
        let rows = queue.all("[data-case]");
        assert_eq!((queue.status, rows.len()), (200, 2));
        assert_eq!(rows.iter().filter(|row| row.contains("This does not open")).count(), 1, "{rows:?}");
        let page = zofia.at.get(&case).await;
        assert_eq!((page.status, page.text().matches("This does not open").count()), (200, 2), "{page:?}");
        assert_eq!(offered(&zofia.at, &case).await.len(), 5, "it can still be answered, handed over and closed");
    }

    async fn a_lead_finds_counts_and_signs_out(fresh: Fresh) {
        let House { desk, lead, zofia, case, .. } = House::open(&fresh).await;
        desk.clock.advance(Seconds::minutes(1));
        let queue = lead.at.get("/desk").await;
        assert_eq!(queue.all("#counts li").len(), 1);
        assert!(zofia.at.get("/desk").await.all("#counts li").is_empty());
        let reference = queue.one("[data-case] h2");
        for typed in [reference.to_lowercase(), reference.replace('-', ""), reference.replace('-', "+")] {
            let found = zofia.at.get(&format!("/desk?find={typed}")).await;
            assert_eq!(found.header("location"), Some(case.as_str()), "{typed}");
        }
        assert_eq!(zofia.at.get("/desk?find=%00").await.status, 200, "PostgreSQL takes no NUL");
        assert_eq!(zofia.at.get("/desk?find=none").await.one("#find-error"), "No case has this reference.");

        let dead = "INSERT INTO delivery (notice_id, staff_id, state, attempts, next_at)
            SELECT o.id, s.id, 'dead', 1, 0 FROM outbox o, staff s WHERE s.name = 'zofia'";
        sql(&desk.ctx.db, dead).await.unwrap();
        let staff = lead.at.get("/desk/staff").await;
        assert_eq!(staff.all("#staff .tag"), ["mail does not arrive"]);
        lead.at.submit_and_follow(&staff.form("#staff form[action$=sign-out]")).await;
        assert_eq!(zofia.at.get("/desk").await.header("location"), Some("/desk/sign-in"));
        let did = staff.attributes("#staff a[href*='?by=']", "href").remove(0);
        let lines = lead.at.get(&did).await.all("#audit li");
        assert!(!lines.is_empty() && lines.iter().all(|line| line.contains("zofia")), "{lines:?}");
    }
}

async fn omar_id(who: &Visitor, case: &str) -> String {
    let page = who.get(case).await;
    let names = page.all("#colleague option");
    let place = names.iter().position(|name| name == "omar").expect("omar could have it");
    page.attributes("#colleague option", "value").remove(place)
}

fn zofia_would_send(form: &Form) -> String {
    let field = |name| {
        format!("{name}={}", form_urlencoded::byte_serialize(form.value(name).unwrap().as_bytes()).collect::<String>())
    };
    let fields = ["answer", "note", "once", "by"].map(field).join("&");
    format!("{}&outcome=&colleague=&go=answer", fields.replace("%0A", "%0D%0A"))
}

/// Every address at the desk that takes a form, from the table of routes itself; but those of people who are not signed
/// in yet, and signing out, which does no harm.
fn posted_to() -> Vec<String> {
    const ROUTES: &str = include_str!("../src/web/desk/mod.rs");
    const OUTSIDE: [&str; 4] = ["/desk/sign-in", "/desk/second-factor", "/desk/invitation/{token}", "/desk/sign-out"];
    let routes = ROUTES.split(".route(\"").skip(1).filter_map(|rest| rest.split_once('"'));
    let posted = routes.filter(|(_, handlers)| handlers.lines().next().is_some_and(|line| line.contains("post(")));
    posted.map(|(path, _)| path.to_owned()).filter(|path| !OUTSIDE.contains(&path.as_str())).collect()
}
