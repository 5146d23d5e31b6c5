//! Coming to work here, at the desk, as a browser without scripts does it.

use quietdoor::domain::clock::{Clock, Seconds};

use crate::support::desk::{Authenticator, Desk, PASSWORD, accept_first, halfway, signed_in};
use crate::support::{Fresh, Page, Site, Visitor, on_both_databases};

/// The path of the invitation that was printed.
fn printed(site: &Site) -> String {
    let said = site.said();
    let line = said.iter().find(|line| line.contains("/desk/invitation/")).expect("an invitation is printed");
    line[line.find("/desk/invitation/").unwrap()..].to_owned()
}

/// Accepts as the first person; returns the app and the page with the recovery codes.
async fn first_person(site: &Site, anon: &Visitor) -> (Authenticator, Page) {
    accept_first(anon, &printed(site), &Clock::System).await
}

on_both_databases! {
    async fn from_the_printed_link_to_the_desk_and_out(fresh: Fresh) {
        let site = Site::start(&fresh);
        let anon = Visitor::of(&site);
        let (app, codes) = first_person(&site, &anon).await;
        let recovery = codes.all("#recovery-codes li");
        assert_eq!(recovery.len(), 10);
        assert_eq!(anon.get(&codes.path).await.status, 410, "the codes are shown once");
        let used = anon.get(&printed(&site)).await;
        assert_eq!((used.status, used.one("h1").as_str()), (410, "This invitation leads nowhere"));

        let first = signed_in(&anon, "ADA@example.org", &app.next_digits()).await;
        let second = signed_in(&anon, "ada@example.org", &recovery[0]).await;
        let page = second.get("/desk/sessions").await;
        assert_eq!(page.all("#sessions tbody tr").len(), 2);
        assert_eq!(page.one("#codes-left"), "You have 9 recovery codes left.");
        let page = second.submit_and_follow(&page.form("td form")).await;
        assert_eq!(page.all("#sessions tbody tr").len(), 1);
        assert_eq!(first.get("/desk/sessions").await.header("location"), Some("/desk/sign-in"));

        let page = second.get("/desk/sessions").await;
        let out = second.submit(&page.form("form[action='/desk/sign-out']")).await;
        assert!(out.header("set-cookie").unwrap().contains("Max-Age=0"), "{out:?}");
        assert_eq!(second.get("/desk/sessions").await.header("location"), Some("/desk/sign-in"));
    }

    async fn a_lead_invites_gives_the_key_and_removes(fresh: Fresh) {
        let site = Site::start(&fresh);
        let anon = Visitor::of(&site);
        let (app, _) = first_person(&site, &anon).await;
        let lead = signed_in(&anon, "ada@example.org", &app.next_digits()).await;

        let staff = lead.get("/desk/staff").await;
        let form = staff.form("#invite").set("name", "Bo").set("email", "not an address").set("role", "reviewer");
        let again = lead.submit(&form).await;
        assert_eq!(again.status, 422);
        let form = again.form("#invite");
        assert_eq!((form.value("name"), form.value("role")), (Some("Bo"), Some("reviewer")));
        let shown = lead.submit_and_follow(&form.set("email", "bo@example.org")).await;
        let link = shown.one("#invitation-link");
        assert_eq!(lead.get("/desk/shown").await.status, 410, "the link is shown once");

        let path = &link[link.find("/desk/").unwrap()..];
        let page = anon.get(path).await;
        let bo = Authenticator::add(&page);
        let form = page.form("form").set("password", PASSWORD).set("again", PASSWORD).set("digits", &bo.digits());
        anon.submit_and_follow(&form).await;
        let bo = signed_in(&anon, "bo@example.org", &bo.next_digits()).await;
        for closed in ["/desk/staff", "/desk/audit", "/desk/staff/recover"] {
            assert_eq!(bo.get(closed).await.status, 403, "{closed}");
        }

        let staff = lead.get("/desk/staff").await;
        let remove = staff.attributes("#staff a[href$=remove]", "href");
        assert_eq!(remove.len(), 1, "nobody removes themselves: {staff:?}");
        let sure = lead.get(&remove[0]).await;
        let staff = lead.submit_and_follow(&sure.form("main form")).await;
        assert_eq!(staff.all("#staff > li").len(), 1);
        assert_eq!(bo.get("/desk/sessions").await.header("location"), Some("/desk/sign-in"));
        assert_eq!(lead.get(&remove[0]).await.status, 404);

        let audit = lead.get("/desk/audit").await;
        assert!(audit.all("#audit li")[0].contains("began a new team key"), "{audit:?}");
        let verdict = lead.submit_and_follow(&audit.form("main form")).await;
        assert_eq!(verdict.one("h1"), "The audit is whole");
    }

    async fn the_command_line_invites_without_handing_over_keys(fresh: Fresh) {
        let site = Site::start(&fresh);
        let anon = Visitor::of(&site);
        let (app, _) = first_person(&site, &anon).await;
        let lead = signed_in(&anon, "ada@example.org", &app.next_digits()).await;

        let invite = ["staff", "invite", "--name", "Cy", "--email", "cy@example.org", "--role", "reviewer"];
        let out = Site::run(&fresh, &invite);
        let said = String::from_utf8(out.stdout).unwrap();
        let path = said.lines().next().and_then(|line| line.find("/desk/").map(|at| &line[at..])).unwrap();
        let page = anon.get(path).await;
        let cy = Authenticator::add(&page);
        let form = page.form("form").set("password", PASSWORD).set("again", PASSWORD).set("digits", &cy.digits());
        anon.submit_and_follow(&form).await;

        let staff = lead.get("/desk/staff").await;
        assert_eq!(staff.all("#staff .tag"), ["has no key yet"]);
        let staff = lead.submit_and_follow(&staff.form("#staff form[action$=key]")).await;
        assert!(staff.all("#staff .tag").is_empty());
    }

    async fn two_leads_who_remove_each_other_leave_one(fresh: Fresh) {
        let site = Site::start(&fresh);
        let anon = Visitor::of(&site);
        let invite = ["staff", "invite", "--name", "Bo", "--email", "bo@example.org", "--role", "lead"];
        let (app, _) = first_person(&site, &anon).await;
        let ada = signed_in(&anon, "ada@example.org", &app.next_digits()).await;
        let said = String::from_utf8(Site::run(&fresh, &invite).stdout).unwrap();
        let path = said.lines().next().and_then(|line| line.find("/desk/").map(|at| &line[at..])).unwrap();
        let page = anon.get(path).await;
        let bo = Authenticator::add(&page);
        let form = page.form("form").set("password", PASSWORD).set("again", PASSWORD).set("digits", &bo.digits());
        anon.submit_and_follow(&form).await;
        let bo = signed_in(&anon, "bo@example.org", &bo.next_digits()).await;

        let ask = async |who: &Visitor| {
            let staff = who.get("/desk/staff").await;
            who.get(&staff.attributes("#staff a[href$=remove]", "href")[0]).await.form("main form")
        };
        let (removes_bo, removes_ada) = (ask(&ada).await, ask(&bo).await);
        tokio::join!(ada.submit(&removes_bo), bo.submit(&removes_ada));
        let here = [ada.get("/desk/staff").await.status, bo.get("/desk/staff").await.status];
        assert_eq!(here.iter().filter(|status| **status == 200).count(), 1, "{here:?}");
    }

    async fn who_reads_no_reports_comes_to_their_own_sign_ins(fresh: Fresh) {
        let site = Site::start(&fresh);
        let anon = Visitor::of(&site);
        let invite = ["staff", "invite", "--name", "Di", "--email", "di@example.org", "--role", "publisher"];
        let said = String::from_utf8(Site::run(&fresh, &invite).stdout).unwrap();
        let path = said.lines().next().and_then(|line| line.find("/desk/").map(|at| &line[at..])).unwrap();
        let page = anon.get(path).await;
        let di = Authenticator::add(&page);
        let form = page.form("form").set("password", PASSWORD).set("again", PASSWORD).set("digits", &di.digits());
        anon.submit_and_follow(&form).await;
        let di = signed_in(&anon, "di@example.org", &di.next_digits()).await;
        assert_eq!(di.get("/desk").await.header("location"), Some("/desk/sessions"));
    }

    async fn the_recovery_kit_is_shown_once_and_a_mistyped_one_is_refused(fresh: Fresh) {
        let site = Site::start(&fresh);
        let anon = Visitor::of(&site);
        let (app, _) = first_person(&site, &anon).await;
        let lead = signed_in(&anon, "ada@example.org", &app.next_digits()).await;
        let staff = lead.get("/desk/staff").await;
        assert!(staff.one("header .note").contains("no recovery kit"), "a lead is asked for one");
        let shown = lead.submit_and_follow(&staff.form("#make-kit")).await;
        let kit = shown.one("#kit");
        assert!(shown.all("header .note").is_empty());
        assert_eq!(lead.get("/desk/shown").await.status, 410);

        let page = lead.get("/desk/staff/recover").await;
        let refused = lead.submit(&page.form("main form").set("kit", &kit[5..])).await;
        assert_eq!(refused.status, 422);
        assert!(!refused.text().contains(&kit[5..]), "the paper's letters are not sent back");
        let done = lead.submit(&refused.form("main form").set("kit", &kit)).await;
        assert_eq!(done.header("location"), Some("/desk/staff"));
    }
}

#[tokio::test]
async fn a_sign_in_ends_when_nobody_is_there_and_after_ten_hours() {
    let fresh = Fresh::sqlite();
    let Desk { anon, clock, invitation, .. } = Desk::open(&fresh).await;
    let (app, _) = accept_first(&anon, &invitation, &clock).await;
    clock.advance(Seconds::minutes(1));
    let who = signed_in(&anon, "ada@example.org", &app.at(clock.now())).await;
    clock.advance(Seconds::minutes(29));
    assert_eq!(who.get("/desk/sessions").await.status, 200);
    clock.advance(Seconds::minutes(30));
    assert_eq!(who.get("/desk/sessions").await.header("location"), Some("/desk/sign-in"));

    let who = signed_in(&anon, "ada@example.org", &app.at(clock.now())).await;
    for _ in 0..23 {
        clock.advance(Seconds::minutes(25));
        assert_eq!(who.get("/desk/sessions").await.status, 200);
    }
    clock.advance(Seconds::minutes(25));
    assert_eq!(who.get("/desk/sessions").await.header("location"), Some("/desk/sign-in"));
}

#[tokio::test]
async fn an_invitation_is_good_for_a_week_and_the_second_step_for_ten_minutes() {
    let fresh = Fresh::sqlite();
    let Desk { anon, clock, invitation, .. } = Desk::open(&fresh).await;
    clock.advance(Seconds::days(6));
    let (app, _) = accept_first(&anon, &invitation, &clock).await;
    clock.advance(Seconds::minutes(1));
    let (half, page) = halfway(&anon, "ada@example.org").await;
    clock.advance(Seconds::minutes(10));
    let late = half.submit(&page.form("form").set("code", &app.at(clock.now()))).await;
    assert_eq!(late.header("location"), Some("/desk/sign-in"));

    let fresh = Fresh::sqlite();
    let Desk { anon, clock, invitation, .. } = Desk::open(&fresh).await;
    clock.advance(Seconds::days(7));
    assert_eq!(anon.get(&invitation).await.status, 410);
}

#[tokio::test]
async fn nothing_is_shown_before_the_second_factor() {
    let fresh = Fresh::sqlite();
    let site = Site::start(&fresh);
    let anon = Visitor::of(&site);
    let (app, codes) = first_person(&site, &anon).await;
    let recovery = codes.all("#recovery-codes li");
    let (half, page) = halfway(&anon, "ada@example.org").await;
    for closed in ["/desk/sessions", "/desk/staff", "/desk/audit", "/desk/shown", "/desk/staff/recover"] {
        assert_eq!(anon.get(closed).await.header("location"), Some("/desk/sign-in"), "{closed}");
        assert_eq!(half.get(closed).await.header("location"), Some("/desk/sign-in"), "{closed}");
    }
    assert_eq!(anon.get("/desk/second-factor").await.header("location"), Some("/desk/sign-in"));

    let wrong = half.submit(&page.form("form").set("code", "123 456")).await;
    assert_eq!(wrong.status, 422);
    assert!(!wrong.text().contains("123 456"), "codes are never echoed");

    let digits = app.next_digits();
    let done = half.submit(&wrong.form("form").set("code", &digits)).await;
    assert_eq!(done.header("location"), Some("/desk"));
    // The token of the first step is worth nothing now, and the digits are used.
    assert_eq!(half.get("/desk/second-factor").await.header("location"), Some("/desk/sign-in"));
    let (half, page) = halfway(&anon, "ada@example.org").await;
    let replayed = half.submit(&page.form("form").set("code", &digits)).await;
    assert_eq!(replayed.status, 422);
    assert!(replayed.one("[role=alert]").contains("used before"), "{replayed:?}");
    let done = half.submit(&replayed.form("form").set("code", &recovery[9].to_lowercase())).await;
    assert_eq!(done.header("location"), Some("/desk"));
}

#[tokio::test]
async fn wrong_passwords_and_unknown_addresses_look_the_same_and_soon_wait() {
    let fresh = Fresh::sqlite();
    let site = Site::start(&fresh);
    let anon = Visitor::of(&site);
    first_person(&site, &anon).await;
    let attempt = async |email: &str| {
        let form = anon.get("/desk/sign-in").await.form("form").set("email", email).set("password", "not the password");
        anon.submit(&form).await
    };
    let known = attempt("ada@example.org").await;
    let unknown = attempt("eve@example.org").await;
    assert_eq!((known.status, unknown.status), (422, 422));
    assert!(known.header("set-cookie").is_none());
    assert_eq!(known.text().replace("ada@", "eve@"), unknown.text());
    assert_eq!(known.form("form").value("email"), Some("ada@example.org"), "the text is kept");
    assert!(!known.text().contains("not the password"));

    let mut last = known;
    for _ in 0..12 {
        last = attempt("ada@example.org").await;
        if last.status == 429 {
            break;
        }
    }
    assert_eq!(last.status, 429);
    assert!(last.header("retry-after").unwrap().parse::<u64>().unwrap() >= 1);
    assert_eq!(last.form("form").value("email"), Some("ada@example.org"));
}

#[tokio::test]
async fn what_is_wrong_with_a_set_up_is_beside_the_field_and_no_secret_comes_back() {
    let fresh = Fresh::sqlite();
    let site = Site::start(&fresh);
    let anon = Visitor::of(&site);
    let page = anon.get(&printed(&site)).await;
    let secret = page.one("#totp-secret");
    let link = page.attributes("a#totp-link", "href");
    assert!(link[0].starts_with("otpauth://totp/") && link[0].contains(&secret), "{link:?}");
    assert!(!link[0].contains("uietdoor"), "the app shows a neutral name");
    let form =
        page.form("form").set("name", "Ada <b>").set("email", "x").set("password", "too short").set("again", "other");
    let again = anon.submit(&form.set("digits", "000000")).await;
    assert_eq!(again.status, 422);
    assert_eq!(again.one("#totp-secret"), secret, "a reload shows the same");
    for field in ["email", "password", "digits"] {
        assert_eq!(again.all(&format!("#{field}-error")).len(), 1, "{field}: {again:?}");
        assert_eq!(again.attributes(&format!("#{field}[aria-invalid=true]"), "aria-describedby").len(), 1, "{field}");
    }
    let form = again.form("form");
    assert_eq!((form.value("name"), form.value("email")), (Some("Ada <b>"), Some("x")));
    assert_eq!((form.value("password"), form.value("again"), form.value("digits")), (Some(""), Some(""), Some("")));
}

#[tokio::test]
async fn a_form_of_another_site_does_nothing() {
    let fresh = Fresh::sqlite();
    let site = Site::start(&fresh);
    let anon = Visitor::of(&site);
    let (app, _) = first_person(&site, &anon).await;
    let lead = signed_in(&anon, "ada@example.org", &app.next_digits()).await;
    for path in ["/desk/sign-in", "/desk/sign-out", "/desk/staff", "/desk/staff/kit", "/desk/audit/verify"] {
        let headers = [
            ("Content-Type", "application/x-www-form-urlencoded"),
            ("Origin", "https://elsewhere.test"),
            ("Sec-Fetch-Site", "cross-site"),
        ];
        let answer = lead.send("POST", path, &headers, b"email=a%40b.c").await;
        assert_eq!(answer.status, 403, "{path}");
        assert_eq!(answer.one("h1"), "This form did not come from here");
    }
    assert_eq!(lead.get("/desk/sessions").await.status, 200, "still signed in");
}

#[tokio::test]
async fn odd_addresses_get_a_page() {
    let fresh = Fresh::sqlite();
    let site = Site::start(&fresh);
    let anon = Visitor::of(&site);
    for (path, status) in [
        ("/desk/invitation/x", 410),
        ("/desk/invitation/%ff", 404),
        ("/desk/invitation/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 410),
        ("/desk/invitation/x/codes", 410),
        ("/desk/nothing", 404),
    ] {
        let page = anon.get(path).await;
        assert_eq!(page.status, status, "{path}");
        assert_eq!(page.all("h1").len(), 1, "{path}");
        assert_eq!(page.attributes("a#leave", "href").len(), 1, "{path}");
    }
    let (app, _) = first_person(&site, &anon).await;
    let lead = signed_in(&anon, "ada@example.org", &app.next_digits()).await;
    for path in ["/desk/staff/x/remove", "/desk/staff/00000000000000000000000000000000/remove"] {
        assert_eq!(lead.get(path).await.status, 404, "{path}");
    }
    for broken in ["desk=", "desk=x", "desk=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
        let page = anon.with("Cookie", broken).get("/desk/sessions").await;
        assert_eq!(page.header("location"), Some("/desk/sign-in"), "{broken}");
    }
}

/// Until the first lead has signed in, a key of the team lies in the database in the clear (decision 0004). Then it is
/// in none of its files any more: not in the table, not in the log beside it.
#[tokio::test]
async fn the_set_up_key_is_overwritten_when_set_up_ends() {
    let fresh = Fresh::sqlite();
    let site = Site::start(&fresh);
    let db = fresh.open().await;
    let keys = db.read(|tx| Box::pin(quietdoor::store::team_key::setup_keys(tx))).await.unwrap();
    let [(_, key)] = keys.as_slice() else { panic!("one key") };
    let in_files = || {
        let files = std::fs::read_dir(fresh.data()).unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap());
        files.filter(|bytes| bytes.windows(32).any(|window| window == key.expose())).count()
    };
    assert!(in_files() > 0, "it lies there in the clear");

    let anon = Visitor::of(&site);
    let (app, _) = first_person(&site, &anon).await;
    assert!(in_files() > 0, "nobody has signed in yet");
    signed_in(&anon, "ada@example.org", &app.next_digits()).await;
    assert_eq!(in_files(), 0);
}
