//! People at the desk, as a browser without scripts shows it to them.

use std::sync::Arc;

use quietdoor::content::Library;
use quietdoor::crypto::Key;
use quietdoor::crypto::random::Random;
use quietdoor::crypto::totp::TotpSecret;
use quietdoor::domain::clock::{Clock, Moment, Seconds};
use quietdoor::service::{self, Context};
use quietdoor::web;
use quietdoor::web::limits::Limits;
use quietdoor::web::shelf::Shelf;
use tokio::net::TcpListener;

use super::{Fresh, Page, Visitor};

pub const PASSWORD: &str = "kettle window thursday";

/// What an authenticator app does with the letters on the invitation's page.
pub struct Authenticator(TotpSecret);

impl Authenticator {
    pub fn add(page: &Page) -> Self {
        let secret = page.one("#totp-secret");
        let mut key = [0; 32];
        let bits: String = secret
            .chars()
            .map(|c| format!("{:05b}", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(c).expect("a letter of base 32")))
            .collect();
        for (byte, eight) in key.iter_mut().zip(bits.as_bytes().chunks_exact(8)) {
            *byte = u8::from_str_radix(std::str::from_utf8(eight).unwrap(), 2).unwrap();
        }
        Self(TotpSecret::new(&Key::from_bytes(key), "a", "b"))
    }

    pub fn digits(&self) -> String {
        self.at(Clock::System.now())
    }

    /// The next half minute's: the server takes them too, and each works once.
    pub fn next_digits(&self) -> String {
        self.at(Clock::System.now() + Seconds(30))
    }

    pub fn at(&self, moment: Moment) -> String {
        self.0.digits_at(moment)
    }
}

pub async fn accept_first(anon: &Visitor, path: &str, clock: &Clock) -> (Authenticator, Page) {
    let page = anon.get(path).await;
    assert_eq!(page.status, 200, "{page:?}");
    let app = Authenticator::add(&page);
    let form = page
        .form("form")
        .set("name", "Ada")
        .set("email", "ada@example.org")
        .set("password", PASSWORD)
        .set("again", PASSWORD)
        .set("digits", &app.at(clock.now()));
    let codes = anon.submit_and_follow(&form).await;
    (app, codes)
}

/// Takes the first step; the visitor then carries its cookie.
pub async fn halfway(anon: &Visitor, email: &str) -> (Visitor, Page) {
    let form = anon.get("/desk/sign-in").await.form("form").set("email", email).set("password", PASSWORD);
    let answer = anon.submit(&form).await;
    let half = anon.with_cookie_of(&answer);
    let page = half.follow(&answer).await;
    (half, page)
}

pub async fn signed_in(anon: &Visitor, email: &str, code: &str) -> Visitor {
    let (half, page) = halfway(anon, email).await;
    let answer = half.submit(&page.form("form").set("code", code)).await;
    assert_eq!((answer.status, answer.header("location")), (303, Some("/desk")), "{answer:?}");
    half.with_cookie_of(&answer)
}

/// The site in this process, with a clock that the test moves.
pub struct Desk {
    pub anon: Visitor,
    pub clock: Clock,
    pub ctx: Context,
    /// The path of the first invitation.
    pub invitation: String,
}

impl Desk {
    pub async fn open(fresh: &Fresh) -> Self {
        let clock = Clock::manual(Moment(1_800_000_000));
        let ctx = Context::new(fresh.open().await, clock.clone(), Random::System);
        let token = service::staff::prepare(&ctx).await.unwrap().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let site = web::Site {
            public_url: format!("http://{address}"),
            exit_url: "https://example.org".into(),
            ..web::Site::default()
        };
        let shelf = Arc::new(Shelf::new(&site, &Library::from_files(&[]).0));
        let app = web::App { limits: Arc::new(Limits::new(&ctx)), shelf, site: Arc::new(site), ctx: ctx.clone() };
        tokio::spawn(web::server::serve(listener, web::router(app), std::future::pending()));
        Self { anon: Visitor::at(address), clock, ctx, invitation: format!("/desk/invitation/{token}") }
    }

    /// The first person, a lead.
    pub async fn lead(&self) -> Colleague {
        let (app, _) = accept_first(&self.anon, &self.invitation, &self.clock).await;
        Colleague::arrives(self, "ada@example.org", app).await
    }

    /// Somebody whom the lead invites, with the team's keys when the role has them.
    pub async fn hires(&self, lead: &Colleague, name: &str, role: &str) -> Colleague {
        let email = format!("{name}@example.org");
        let form = lead.at.get("/desk/staff").await.form("#invite");
        let shown = lead.at.submit_and_follow(&form.set("name", name).set("email", &email).set("role", role)).await;
        let link = shown.one("#invitation-link");
        let page = self.anon.get(&link[link.find("/desk/").unwrap()..]).await;
        let app = Authenticator::add(&page);
        let form = page.form("form").set("password", PASSWORD).set("again", PASSWORD);
        self.anon.submit_and_follow(&form.set("digits", &app.at(self.clock.now()))).await;
        Colleague::arrives(self, &email, app).await
    }
}

/// Somebody who is signed in, in their own browser.
pub struct Colleague {
    pub at: Visitor,
    email: String,
    app: Authenticator,
}

impl Colleague {
    async fn arrives(desk: &Desk, email: &str, app: Authenticator) -> Self {
        let mut colleague = Self { at: desk.anon.clone(), email: email.to_owned(), app };
        colleague.signs_in(desk, desk.anon.clone()).await;
        colleague
    }

    /// In this browser, with the cookies it has. Returns where that leads.
    pub async fn signs_in(&mut self, desk: &Desk, browser: Visitor) -> String {
        desk.clock.advance(Seconds::minutes(1));
        let form = browser.get("/desk/sign-in").await.form("form").set("email", &self.email).set("password", PASSWORD);
        let answer = browser.submit(&form).await;
        let browser = browser.with_cookies_of(&answer);
        let page = browser.follow(&answer).await;
        let done = browser.submit(&page.form("form").set("code", &self.app.at(desk.clock.now()))).await;
        assert_eq!(done.status, 303, "{done:?}");
        self.at = browser.with_cookies_of(&done);
        done.header("location").unwrap().to_owned()
    }
}
