//! Quietdoor: read, tell, answer, publish, leaving as little as can be behind.

pub mod config;
pub mod content;
pub mod crypto;
pub mod domain;
pub mod i18n;
pub mod jobs;
pub mod mail;
pub mod service;
pub mod store;
pub mod telemetry;
pub mod web;

use std::sync::Arc;

use config::{Config, Database};
use content::Library;
use crypto::random::Random;
use domain::clock::Clock;
use domain::staff::Role;
use mail::{BadLetterhead, Letterhead, Post};
use service::Context;
use store::{Db, StoreError};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use web::limits::Limits;
use web::shelf::Shelf;
use web::{App, Site};

/// Why the program did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("the data folder {0} cannot be used: {1}")]
    DataFolder(String, std::io::Error),
    #[error("the database cannot be opened: {0}")]
    Database(#[from] StoreError),
    #[error("{0} cannot be listened on: {1}")]
    Listen(std::net::SocketAddr, std::io::Error),
    #[error("mail cannot be sent: {0}")]
    Mail(#[from] BadLetterhead),
    #[error("the site does not answer")]
    NotAlive,
    #[error("the team's first key cannot be made: {0}")]
    Prepare(#[from] service::ServiceError),
    #[error("nobody was invited: {0}")]
    Invite(#[from] service::staff::InviteError),
}

/// Runs the site until it is told to stop. The only place that wires everything together.
pub async fn serve(config: Config) -> Result<(), StartError> {
    harden();
    let ctx = context(&config).await?;
    let listener = TcpListener::bind(config.listen).await.map_err(|error| StartError::Listen(config.listen, error))?;
    let address = listener.local_addr().map_err(|error| StartError::Listen(config.listen, error))?;
    let library = library();
    let site = site(&config, address, &library);
    if let Some(token) = service::staff::prepare(&ctx).await? {
        println!("nobody works here yet; the first person sets a password at {}", invitation(&site.public_url, &token));
    }
    if service::team_key::setup_is_open(&ctx).await? {
        tracing::warn!(
            "no lead has signed in yet: until one does, a key of the team lies in the database in the clear"
        );
    }
    if !site.open {
        tracing::warn!("open is false: pages say that nobody reads what is sent");
    }
    let shelf = Shelf::new(&site, &library);
    let letterhead = Letterhead::new(&config.mail_from, &site.public_url)?;
    let post = Post { letterhead, transport: config.mail };
    let jobs = jobs::run(ctx.clone(), post, told_to_stop());
    let limits = Arc::new(Limits::new(&ctx));
    let app = App { limits: limits.clone(), shelf: Arc::new(shelf), site: Arc::new(site), ctx: ctx.clone() };
    let routes = web::router(app);
    println!("listening on http://{address}");
    let until_stopped = async { tokio::join!(web::server::serve(listener, routes, told_to_stop()), jobs) };
    tokio::select! {
        _ = until_stopped => {}
        () = limits.keep_small() => {}
    }
    ctx.db.empty_log().await?;
    Ok(())
}

/// Brings the tables up to date and ends; opening does it.
pub async fn migrate(config: Config) -> Result<(), StartError> {
    context(&config).await.map(drop)
}

/// Prints a link that is good once, for somebody to set a password and a second factor.
pub async fn invite(config: Config, name: &str, email: &str, role: Role) -> Result<(), StartError> {
    let ctx = context(&config).await?;
    let token = service::staff::invite(&ctx, name, email, role, None).await?;
    println!("{}", invitation(&public_url(&config, config.listen), &token));
    println!("Hand it over in person or by a channel you trust. It is good once, for seven days.");
    if role.reads_reports() && !service::team_key::setup_is_open(&ctx).await? {
        println!("It carries no key: once the person has signed in, a lead gives one at the desk, under Staff.");
    }
    Ok(())
}

fn invitation(public_url: &str, token: &str) -> String {
    format!("{public_url}/desk/invitation/{token}")
}

/// Everything wrong with the supplied content, as of today.
pub fn content_problems() -> Vec<content::problem::Problem> {
    let today = domain::local::LocalTime::of(Clock::System.now()).date();
    content::check::check(content::SUPPLIED, today)
}

/// One request to the site that runs with this configuration.
pub async fn healthcheck(config: Config) -> Result<(), StartError> {
    let ask = async {
        let mut stream = TcpStream::connect(config.listen).await?;
        stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").await?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await?;
        std::io::Result::Ok(answer)
    };
    match ask.await {
        Ok(answer) if answer.starts_with("HTTP/1.1 200") => Ok(()),
        _ => Err(StartError::NotAlive),
    }
}

/// The supplied pages. A fault in them is a fault of this version, found by its tests; what can be read is served.
fn library() -> Library {
    let (library, problems) = Library::supplied();
    if !problems.is_empty() {
        tracing::warn!(problems = problems.len(), "supplied content has faults; `quietdoor content check` names them");
    }
    library
}

async fn context(config: &Config) -> Result<Context, StartError> {
    telemetry::init(config.log, config.log_format);
    let folder_fault = |error| StartError::DataFolder(config.data.display().to_string(), error);
    private_folder(&config.data).map_err(folder_fault)?;
    let db = match &config.database {
        Database::Sqlite => Db::open_sqlite(&config.data.join("quietdoor.db")).await?,
        Database::Postgres(url) => Db::open_postgres(url).await?,
    };
    Ok(Context::new(db, Clock::System, Random::System))
}

/// Only this program's user reads what is in it. Files are made as the process's `umask` wants them.
fn private_folder(path: &std::path::Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
}

fn site(config: &Config, address: std::net::SocketAddr, library: &Library) -> Site {
    Site {
        public_url: public_url(config, address),
        open: config.open,
        helpline: library.records().helpline().map(ToOwned::to_owned),
        exit_url: config.exit_url.clone(),
        security_contact: config.security_contact.clone(),
        trusted_proxies: config.trusted_proxies.clone(),
    }
}

fn public_url(config: &Config, address: std::net::SocketAddr) -> String {
    match config.public_url.as_str() {
        "" => format!("http://{address}"),
        given => given.to_owned(),
    }
}

/// What somebody is writing is in this process's memory for a moment: no core dump, no debugger of the same user.
/// And enough file descriptors for the connections that the server allows.
fn harden() {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, getrlimit, set_dumpable_behavior, setrlimit};
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    if setrlimit(Resource::Core, none).is_err() || set_dumpable_behavior(DumpableBehavior::NotDumpable).is_err() {
        tracing::warn!("core dumps could not be switched off");
    }
    let files = getrlimit(Resource::Nofile);
    if setrlimit(Resource::Nofile, Rlimit { current: files.maximum, ..files }).is_err() {
        tracing::warn!("the limit of open files could not be raised");
    }
}

/// Ctrl-C, or SIGTERM from a service manager.
async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminated) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminated.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
