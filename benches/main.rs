//! What the program does, beside what this machine can do at all, measured in the same minutes: `make bench`.
//!
//! Nothing here passes or fails by how fast it is. What is answered wrongly, or lost, stops it.

mod client;
#[path = "../tests/support/databases.rs"]
#[expect(unused_imports, unused_macros, reason = "the macro in it is for tests")]
mod databases;
mod filling;
mod limits;
mod machine;
mod nginx;
mod pages;
mod program;
mod queue;
mod rows;
mod start;
mod table;
mod team;
mod telling;
mod wrk;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use databases::Fresh;
use program::Program;
use table::Table;

/// How much of everything. All of it is bounded in number or in time.
pub struct Plan {
    /// Ours and the other one take turns, this often.
    pub rounds: usize,
    /// One turn of `wrk`.
    pub seconds: u32,
    /// Reports sent in one turn.
    pub reports: usize,
    /// One turn of a hundred reports a second.
    pub steady: Duration,
    /// The large queue.
    pub many: i64,
    /// Queue operations of each kind.
    pub samples: usize,
    pub starts: usize,
}

const FULL: Plan = Plan {
    rounds: 5,
    seconds: 2,
    reports: 6_000,
    steady: Duration::from_secs(10),
    many: 1_000_000,
    samples: 60,
    starts: 11,
};
const QUICK: Plan = Plan {
    rounds: 2,
    seconds: 1,
    reports: 1_000,
    steady: Duration::from_secs(2),
    many: 50_000,
    samples: 15,
    starts: 3,
};

fn main() {
    let wishes = Wishes::read(std::env::args().skip(1));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("threads");
    runtime.block_on(measure(&wishes));
}

/// What whoever runs this asked for: `cargo bench -- --quick --only pages,queue --program /usr/local/bin/quietdoor`.
struct Wishes {
    plan: &'static Plan,
    only: Option<String>,
    program: PathBuf,
}

impl Wishes {
    fn read(mut arguments: impl Iterator<Item = String>) -> Self {
        let mut wishes = Self { plan: &FULL, only: None, program: PathBuf::from(env!("CARGO_BIN_EXE_quietdoor")) };
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--quick" => wishes.plan = &QUICK,
                "--only" => {
                    wishes.only = Some(arguments.next().expect("--only says what: start, pages, telling, queue"))
                }
                "--program" => wishes.program = arguments.next().expect("--program says which").into(),
                // What cargo passes to every benchmark.
                "--bench" => {}
                other => panic!("`{other}` is not known: --quick, --only PARTS, --program FILE"),
            }
        }
        wishes
    }

    fn want(&self, part: &str) -> bool {
        self.only.as_ref().is_none_or(|only| only.split(',').any(|wanted| wanted == part))
    }
}

async fn measure(wishes: &Wishes) {
    let (began, machine) = (Instant::now(), machine::describe());
    let (plan, program) = (wishes.plan, wishes.program.as_path());
    let mut table = Table::default();
    if wishes.want("start") {
        start::size(program, &mut table);
        start::times(plan, program, &mut table);
    }
    if ["start", "pages", "telling"].iter().any(|part| wishes.want(part)) {
        one_site(wishes, &mut table).await;
    }
    if wishes.want("queue") {
        queue::on("SQLite", plan, program, [Fresh::sqlite(), Fresh::sqlite()], &mut table).await;
        if std::env::var_os("QUIETDOOR_TEST_POSTGRES").is_some() {
            let fresh = [Fresh::postgres().await, Fresh::postgres().await];
            queue::on("PostgreSQL", plan, program, fresh, &mut table).await;
        } else {
            eprintln!("bench: no PostgreSQL in QUIETDOOR_TEST_POSTGRES: its queue is not measured");
        }
    }
    let took = began.elapsed().as_secs_f64();
    println!("{machine}\n{table}\nLoad at the end {}, {took:.0} s in all.", machine::load());
}

/// Everything that one site takes in its life: readers, then senders, then the end.
async fn one_site(wishes: &Wishes, table: &mut Table) {
    let (plan, fresh) = (wishes.plan, Fresh::sqlite());
    let tellers = telling::prepare(plan, &fresh).await;
    let site = Program::start(&wishes.program, &fresh);
    if wishes.want("start") {
        start::memory_at_rest(&site, table).await;
    }
    if wishes.want("pages") {
        pages::throughput(plan, &site, table).await;
    }
    if wishes.want("telling") {
        telling::throughput(plan, &site, &tellers, table).await;
        telling::steadily(plan, &site, &tellers, table).await;
    }
    if wishes.want("start") {
        start::memory_under_load(&site, table).await;
    }
    drop(site);
    telling::nothing_is_lost(&fresh, &tellers).await;
}
