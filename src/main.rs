//! The command line. Each command is a few lines here and a function in the library.

use std::path::Path;
use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};
use quietdoor::config::{Config, Mistakes, OPTIONS, Settings};
use quietdoor::content::problem::Severity;
use quietdoor::domain::staff::Role;

const CONFIG_FILE: &str = "quietdoor.toml";
/// The configuration or the command line is wrong (as sysexits and clap have it).
const MISTAKEN: u8 = 2;

fn main() -> ExitCode {
    // Whatever is written here is for this program's user alone, also in a folder that others may enter.
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    let matches = command().get_matches();
    match run(&matches) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Mistakes(mistakes)) => {
            eprint!("{mistakes}");
            ExitCode::from(MISTAKEN)
        }
        Err(Failure::Other(why)) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

enum Failure {
    Mistakes(Mistakes),
    Other(String),
}

impl From<Mistakes> for Failure {
    fn from(mistakes: Mistakes) -> Self {
        Self::Mistakes(mistakes)
    }
}

impl From<quietdoor::StartError> for Failure {
    fn from(error: quietdoor::StartError) -> Self {
        Self::Other(error.to_string())
    }
}

fn command() -> Command {
    let options = OPTIONS.iter().map(|option| {
        let mut help = format!("{} [env: {}]", option.help, option.variable());
        if !option.default.is_empty() {
            help.push_str(&format!(" [default: {}]", option.default));
        }
        Arg::new(option.name).long(option.name).value_name("VALUE").help(help).global(true)
    });
    let invite = Command::new("invite")
        .about("Prints a one-time link that lets a person set a password and a second factor")
        .arg(Arg::new("name").long("name").required(true))
        .arg(Arg::new("email").long("email").required(true))
        .arg(Arg::new("role").long("role").required(true).value_parser(Role::ALL.map(Role::tag)));
    Command::new("quietdoor")
        .about(
            "A website for people living with coercive control and stalking. Options may also stand in quietdoor.toml.",
        )
        .version(env!("CARGO_PKG_VERSION"))
        .args(options)
        .subcommand(Command::new("serve").about("Runs the site (the default)"))
        .subcommand(Command::new("staff").about("People who work here").subcommand_required(true).subcommand(invite))
        .subcommand(Command::new("migrate").about("Brings the database's tables up to date"))
        .subcommand(
            Command::new("config")
                .about("The configuration")
                .subcommand_required(true)
                .subcommand(Command::new("show").about("Prints every option and where its value came from")),
        )
        .subcommand(
            Command::new("content")
                .about("The supplied pages and records")
                .subcommand_required(true)
                .subcommand(Command::new("check").about("Names everything that is wrong with them, at once")),
        )
        .subcommand(Command::new("healthcheck").about("Asks the running site whether it is alive; for containers"))
        .subcommand(Command::new("version").about("Prints the version"))
}

fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let settings = settings(innermost(matches))?;
    match matches.subcommand() {
        Some(("version", _)) => println!("quietdoor {}", env!("CARGO_PKG_VERSION")),
        Some(("config", _)) => show(&settings),
        Some(("content", _)) => check_content()?,
        Some(("migrate", _)) => block_on(quietdoor::migrate(Config::check(&settings)?))?,
        Some(("staff", matches)) => invite(&settings, matches)?,
        Some(("healthcheck", _)) => block_on(quietdoor::healthcheck(Config::check(&settings)?))?,
        None | Some(("serve", _)) => block_on(quietdoor::serve(Config::check(&settings)?))?,
        Some(_) => unreachable!("clap knows the commands"),
    }
    Ok(())
}

fn invite(settings: &Settings, staff: &ArgMatches) -> Result<(), Failure> {
    let given = innermost(staff);
    let text = |name: &str| given.get_one::<String>(name).map(String::as_str).unwrap_or_default();
    let role = Role::from_tag(text("role")).unwrap_or(Role::Reviewer);
    block_on(quietdoor::invite(Config::check(settings)?, text("name"), text("email"), role))
}

/// Warnings alone are no failure.
fn check_content() -> Result<(), Failure> {
    let problems = quietdoor::content_problems();
    problems.iter().for_each(|problem| println!("{problem}"));
    let errors = problems.iter().filter(|problem| problem.severity() == Severity::Error).count();
    println!("{errors} errors, {} warnings", problems.len() - errors);
    if errors > 0 { Err(Failure::Other("the content is not ready to be published".to_owned())) } else { Ok(()) }
}

fn block_on(work: impl Future<Output = Result<(), quietdoor::StartError>>) -> Result<(), Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::Other(format!("no threads: {error}")))?
        .block_on(work)
        .map_err(Failure::from)
}

/// Global options are known wherever they stood; the innermost matches hold them all.
fn innermost(mut matches: &ArgMatches) -> &ArgMatches {
    while let Some((_, inner)) = matches.subcommand() {
        matches = inner;
    }
    matches
}

fn settings(matches: &ArgMatches) -> Result<Settings, Mistakes> {
    let file = match std::fs::read_to_string(Path::new(CONFIG_FILE)) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(Mistakes(vec![format!("{CONFIG_FILE}: {error}")])),
    };
    Settings::merge(
        |name| matches.get_one::<String>(name).cloned(),
        |variable| std::env::var(variable).ok(),
        file.as_deref(),
    )
}

fn show(settings: &Settings) {
    for (name, value, origin) in settings.iter() {
        // A database or SMTP address may hold a password.
        let shown = match (name, value.split_once("://")) {
            ("database" | "smtp", Some((scheme, rest))) => {
                format!("{scheme}://…@{}", rest.rsplit_once('@').map_or(rest, |(_, host)| host))
            }
            _ => value.to_owned(),
        };
        println!("{name} = {shown:?}  # {origin}");
    }
}
