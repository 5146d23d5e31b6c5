//! What colleagues do with a queue of a thousand reports and with one of a million.

use std::path::Path;
use std::time::Instant;

use quietdoor::crypto::random::Random;
use quietdoor::domain::case::{Cursor, View};
use quietdoor::domain::clock::Clock;
use quietdoor::domain::ids::{MessageId, ReportId, StaffId};
use quietdoor::service::{Context, sign_in, triage};
use quietdoor::store::{self, Db};

use crate::client::{Answer, Client};
use crate::databases::Fresh;
use crate::program::Program;
use crate::rows::Sealer;
use crate::table::{Figures, Table, time};
use crate::{Plan, filling, team};

const FEW: i64 = 1_000;
/// Sealed for real and first in the queue: twenty pages and one more.
const REAL: i64 = 525;
const FAR: usize = 20;

pub async fn on(engine: &str, plan: &Plan, program: &Path, [few, many]: [Fresh; 2], table: &mut Table) {
    let desks = [Desk::furnish(program, &few, FEW).await, Desk::furnish(program, &many, plan.many).await];
    let began = Instant::now();
    let mut figures: [[Figures; 7]; 2] = Default::default();
    for sample in 0..plan.samples {
        for (desk, figures) in desks.iter().zip(&mut figures) {
            for (took, figures) in desk.work(sample).await.into_iter().zip(figures) {
                figures.push(took);
            }
        }
    }
    eprintln!("bench: {engine}: {:.0} s of queue work", began.elapsed().as_secs_f64());
    let deeds = [
        "first page of the queue",
        "its 20th page",
        "claim",
        "open",
        "answer",
        "rows of the first page alone",
        "rows of the 20th page alone",
    ];
    let [few, many] = figures;
    for ((deed, few), many) in deeds.into_iter().zip(few).zip(many) {
        let (few, many) = (few.median(), many.median());
        let what = format!("{engine}: {deed}, {} reports", crate::table::number(plan.many as f64));
        let beside = format!("with 1,000: {}", time(few));
        table.add(&what, time(many), beside, Some(many / few), "≤ 1.5");
    }
}

/// A queue, the program on it, and somebody signed in.
struct Desk {
    site: Program,
    cookie: String,
    db: Db,
    me: StaffId,
    cases: Vec<ReportId>,
    far_page: String,
    far: Cursor,
}

impl Desk {
    async fn furnish(program: &Path, fresh: &Fresh, reports: i64) -> Self {
        let ctx = Context::new(fresh.open().await, Clock::System, Random::System);
        let cookie = team::first_lead(&ctx).await;
        let who = sign_in::resume(&ctx, &cookie).await.expect("a database").expect("signed in");
        let sealer = Sealer::new(&ctx).await;
        let real: Vec<_> = (0..REAL).map(|place| sealer.report(place)).collect();
        let cases = real.iter().map(|report| report.id).collect();
        let pattern = real[0].clone();
        let written = ctx.db.write(move |tx| {
            Box::pin(async move {
                for report in &real {
                    store::report::insert(tx, report).await?;
                }
                Ok(())
            })
        });
        written.await.expect("a database");
        drop(ctx);
        filling::fill(fresh, reports - REAL, &pattern, who.id()).await;

        let site = Program::start(program, fresh);
        let cookie = format!("desk={cookie}");
        let mut browser = Client::to(site.address).await.with("Cookie", &cookie);
        let mut far_page = "/desk?view=needed".to_owned();
        for _ in 1..FAR {
            far_page = next_page(&browser.get(&far_page).await);
        }
        let far = far_page.split("after=").nth(1).and_then(Cursor::parse).expect("a cursor");
        Self { site, cookie, db: fresh.open().await, me: who.id(), cases, far_page, far }
    }

    /// One of each, in seconds.
    async fn work(&self, sample: usize) -> [f64; 7] {
        let case = format!("/desk/cases/{}", self.cases[sample]);
        let once = MessageId::from_random(Random::System.array());
        let answer = format!("go=answer&once={once}&answer=Thank+you.+Is+it+safe+to+write+to+you+here%3F");
        // A fresh one each time: the site ends connections that rest.
        let mut browser = Client::to(self.site.address).await.with("Cookie", &self.cookie);
        [
            get(&mut browser, "/desk").await,
            get(&mut browser, &self.far_page).await,
            post(&mut browser, &case, "go=claim").await,
            get(&mut browser, &case).await,
            post(&mut browser, &case, &answer).await,
            self.rows(None).await,
            self.rows(Some(self.far)).await,
        ]
    }

    /// The table's part of a page: what opening twenty-five heads and drawing them would hide.
    async fn rows(&self, after: Option<Cursor>) -> f64 {
        let (me, page) = (self.me, i64::try_from(triage::PAGE).expect("a page"));
        let began = Instant::now();
        let rows = self.db.read(move |tx| Box::pin(store::queue::list(tx, View::Needed, me, after, page + 1)));
        assert!(rows.await.expect("a database").len() > triage::PAGE);
        began.elapsed().as_secs_f64()
    }
}

async fn get(browser: &mut Client, path: &str) -> f64 {
    let began = Instant::now();
    let answer = browser.get(path).await;
    let took = began.elapsed().as_secs_f64();
    assert_eq!(answer.status, 200, "{path}: {answer:?}");
    took
}

async fn post(browser: &mut Client, path: &str, form: &str) -> f64 {
    let began = Instant::now();
    let answer = browser.post(path, "10.0.0.1", form).await;
    let took = began.elapsed().as_secs_f64();
    assert_eq!(answer.status, 303, "{path}: {answer:?}");
    took
}

/// Where "More" leads.
fn next_page(page: &Answer) -> String {
    assert_eq!(page.text().matches("data-case=").count(), triage::PAGE, "{page:?}");
    let link = page.text().split("href=\"").find(|link| link.contains("after="));
    link.and_then(|link| link.split('"').next()).expect("more").replace("&amp;", "&")
}
