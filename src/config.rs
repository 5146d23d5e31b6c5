//! What the operator chooses: from the command line, then `QUIETDOOR_…`, then `quietdoor.toml`, then the default.
//!
//! Everything stays text until [`Config::check`], which reports all mistakes at once.

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

use ipnet::IpNet;

use crate::mail::Transport;
use crate::telemetry::Format;

/// Every option by name, its default and what it is for; the command line and the file know no others.
pub const OPTIONS: [Option_; 12] = [
    Option_::new("listen", "127.0.0.1:8080", "address to listen on; port 0 picks a free one"),
    Option_::new("data", "./data", "folder for the database and, without SMTP, for mail"),
    Option_::new("database", "sqlite", "`sqlite` (a file in the data folder) or `postgres://…`"),
    Option_::new(
        "public-url",
        "",
        "where people reach the site, e.g. https://example.org; default: the listen address",
    ),
    Option_::new(
        "open",
        "false",
        "true once a team reads what is sent; until then pages say that the site is being tried out",
    ),
    Option_::new(
        "exit-url",
        "https://www.bbc.co.uk/weather",
        "where \"Leave this page\" leads: neutral, busy, plausible",
    ),
    Option_::new("smtp", "", "`smtp://…`, or `file:DIR` for one .eml per mail; default: file:mail in the data folder"),
    Option_::new("mail-from", "desk@localhost", "sender address of mails to staff"),
    Option_::new("trusted-proxy", "", "networks (CIDR, comma-separated) whose X-Forwarded-For is believed"),
    Option_::new(
        "security-contact",
        "",
        "mailto: or https: address for security.txt; default: mailto: the mail-from address",
    ),
    Option_::new("log", "info", "error, warn, info or debug"),
    Option_::new("log-format", "text", "text, or json: one object a line"),
];

pub struct Option_ {
    pub name: &'static str,
    pub default: &'static str,
    pub help: &'static str,
}

impl Option_ {
    const fn new(name: &'static str, default: &'static str, help: &'static str) -> Self {
        Self { name, default, help }
    }

    pub fn variable(&self) -> String {
        format!("QUIETDOOR_{}", self.name.replace('-', "_").to_uppercase())
    }
}

/// Where a value came from, for `config show` and for messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    CommandLine,
    Variable(String),
    File,
    Default,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CommandLine => f.write_str("command line"),
            Self::Variable(name) => f.write_str(name),
            Self::File => f.write_str("quietdoor.toml"),
            Self::Default => f.write_str("default"),
        }
    }
}

/// All options as text, in the order of [`OPTIONS`].
#[derive(Debug)]
pub struct Settings(Vec<(&'static str, String, Origin)>);

/// Settings that make sense.
#[derive(Debug, Clone)]
pub struct Config {
    pub listen: SocketAddr,
    pub data: PathBuf,
    pub database: Database,
    /// Empty: derived from the address that was bound.
    pub public_url: String,
    /// A team reads what is sent.
    pub open: bool,
    pub exit_url: String,
    pub mail: Transport,
    pub mail_from: String,
    pub trusted_proxies: Vec<IpNet>,
    pub security_contact: String,
    pub log: tracing::Level,
    pub log_format: Format,
}

#[derive(Clone, PartialEq, Eq)]
pub enum Database {
    Sqlite,
    Postgres(String),
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "sqlite",
            Self::Postgres(_) => "postgres://…",
        })
    }
}

/// Everything that is wrong with the settings.
#[derive(Debug)]
pub struct Mistakes(pub Vec<String>);

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "the configuration has {} mistake{}:", self.0.len(), if self.0.len() == 1 { "" } else { "s" })?;
        self.0.iter().try_for_each(|mistake| writeln!(f, "  - {mistake}"))
    }
}

impl std::error::Error for Mistakes {}

impl Settings {
    /// Merges what was given; `file` is the text of `quietdoor.toml`.
    pub fn merge(
        command_line: impl Fn(&str) -> Option<String>,
        environment: impl Fn(&str) -> Option<String>,
        file: Option<&str>,
    ) -> Result<Self, Mistakes> {
        let mut mistakes = Vec::new();
        let table = read_file(file, &mut mistakes);
        let mut settings = Vec::new();
        for option in &OPTIONS {
            let variable = option.variable();
            let (value, origin) = command_line(option.name)
                .map(|value| (value, Origin::CommandLine))
                .or_else(|| environment(&variable).map(|value| (value, Origin::Variable(variable))))
                .or_else(|| table.get(option.name).map(|value| (value.clone(), Origin::File)))
                .unwrap_or_else(|| (option.default.to_owned(), Origin::Default));
            settings.push((option.name, value, origin));
        }
        if mistakes.is_empty() { Ok(Self(settings)) } else { Err(Mistakes(mistakes)) }
    }

    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str, &Origin)> {
        self.0.iter().map(|(name, value, origin)| (*name, value.as_str(), origin))
    }

    fn get(&self, name: &str) -> &str {
        self.iter().find(|(known, ..)| *known == name).map_or("", |(_, value, _)| value.trim())
    }
}

/// Keys of the file with underscores or hyphens; numbers are not used.
fn read_file(file: Option<&str>, mistakes: &mut Vec<String>) -> std::collections::BTreeMap<String, String> {
    let table: toml::Table = match toml::from_str(file.unwrap_or_default()) {
        Ok(table) => table,
        Err(error) => {
            mistakes.push(format!("quietdoor.toml: {}", error.message()));
            return Default::default();
        }
    };
    let mut known = std::collections::BTreeMap::new();
    for (key, value) in table {
        let name = key.replace('_', "-");
        match value {
            _ if !OPTIONS.iter().any(|option| option.name == name) => {
                mistakes.push(format!("quietdoor.toml: there is no option `{key}`"));
            }
            toml::Value::String(text) => drop(known.insert(name, text)),
            toml::Value::Boolean(yes) => drop(known.insert(name, yes.to_string())),
            _ => mistakes.push(format!("quietdoor.toml: `{key}` must be text in quotes")),
        }
    }
    known
}

impl Config {
    pub fn check(settings: &Settings) -> Result<Self, Mistakes> {
        let mut mistakes = Vec::new();
        let mut wrong = |name: &str, why: &str| mistakes.push(format!("{name}: {why}"));

        let listen = settings.get("listen").parse().unwrap_or_else(|_| {
            wrong("listen", "must be an address and a port, such as 127.0.0.1:8080");
            SocketAddr::from(([127, 0, 0, 1], 0))
        });
        let database = match settings.get("database") {
            "sqlite" => Database::Sqlite,
            url if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
                Database::Postgres(url.to_owned())
            }
            _ => {
                wrong("database", "must be `sqlite` or `postgres://…`");
                Database::Sqlite
            }
        };
        if settings.get("data").is_empty() {
            wrong("data", "must name a folder");
        }
        let public_url = settings.get("public-url").trim_end_matches('/');
        if !public_url.is_empty() && !is_origin(public_url) {
            wrong("public-url", "must be https://host or http://host, without a path");
        }
        let open = settings.get("open").parse().unwrap_or_else(|_| {
            wrong("open", "must be true or false");
            false
        });
        if !is_web(settings.get("exit-url")) {
            wrong("exit-url", "must be a web address");
        }
        let smtp = match settings.get("smtp") {
            "" => format!("file:{}", PathBuf::from(settings.get("data")).join("mail").display()),
            given => given.to_owned(),
        };
        let mail = Transport::parse(&smtp).unwrap_or_else(|why| {
            wrong("smtp", &why.to_string());
            Transport::Folder(PathBuf::new())
        });
        let mail_from = settings.get("mail-from");
        if mail_from.parse::<lettre::message::Mailbox>().is_err() {
            wrong("mail-from", "must be a mail address");
        }
        let trusted_proxies = settings
            .get("trusted-proxy")
            .split(',')
            .map(str::trim)
            .filter(|network| !network.is_empty())
            .filter_map(|network| {
                let parsed = network.parse().or_else(|_| network.parse::<std::net::IpAddr>().map(IpNet::from));
                parsed
                    .map_err(|_| wrong("trusted-proxy", &format!("`{network}` is not a network, such as 10.0.0.0/8")))
                    .ok()
            })
            .collect();
        let security_contact = match settings.get("security-contact") {
            "" => format!("mailto:{mail_from}"),
            given => given.to_owned(),
        };
        if !security_contact.starts_with("mailto:") && !security_contact.starts_with("https://") {
            wrong("security-contact", "must start with mailto: or https://");
        }
        let log = settings.get("log").parse().unwrap_or_else(|_| {
            wrong("log", "must be error, warn, info or debug");
            tracing::Level::INFO
        });
        let log_format = Format::from_name(settings.get("log-format")).unwrap_or_else(|| {
            wrong("log-format", "must be text or json");
            Format::Text
        });
        let config = Self {
            listen,
            data: PathBuf::from(settings.get("data")),
            database,
            public_url: public_url.to_owned(),
            open,
            exit_url: settings.get("exit-url").to_owned(),
            mail,
            mail_from: mail_from.to_owned(),
            trusted_proxies,
            security_contact,
            log,
            log_format,
        };
        if mistakes.is_empty() { Ok(config) } else { Err(Mistakes(mistakes)) }
    }
}

fn is_web(url: &str) -> bool {
    url.parse::<axum::http::Uri>()
        .is_ok_and(|uri| matches!(uri.scheme_str(), Some("https" | "http")) && uri.host().is_some())
}

fn is_origin(url: &str) -> bool {
    is_web(url) && url.parse::<axum::http::Uri>().is_ok_and(|uri| uri.path() == "/" && uri.query().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(file: &str) -> Result<Settings, Mistakes> {
        Settings::merge(|_| None, |_| None, Some(file))
    }

    #[test]
    fn defaults_are_a_working_site() {
        let config = Config::check(&settings("").unwrap()).unwrap();
        assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
        assert_eq!(config.database, Database::Sqlite);
        assert_eq!(config.mail.to_string(), "file:./data/mail");
        assert!(!config.open, "nobody reads what comes to a site that was just started");
    }

    #[test]
    fn a_site_is_open_when_somebody_says_so() {
        for said in ["open = true", "open = \"true\""] {
            assert!(Config::check(&settings(said).unwrap()).unwrap().open, "{said}");
        }
    }

    #[test]
    fn the_command_line_wins_over_the_environment_over_the_file() {
        let file = Some("listen = \"127.0.0.1:1\"\nexit_url = \"https://file.test\"\ndata = \"f\"");
        let settings = Settings::merge(
            |name| (name == "listen").then(|| "127.0.0.1:3".to_owned()),
            |name| matches!(name, "QUIETDOOR_LISTEN" | "QUIETDOOR_DATA").then(|| "e".to_owned()),
            file,
        )
        .unwrap();
        assert_eq!(settings.get("listen"), "127.0.0.1:3");
        assert_eq!(settings.get("data"), "e");
        assert_eq!(settings.get("exit-url"), "https://file.test");
    }

    #[test]
    fn all_mistakes_are_told_at_once() {
        let file = "listen = \"here\"\nopen = \"perhaps\"\ndatabase = \"mysql://x\"\npublic-url = \"example\"\nexit-url = \"\"\nsmtp = \"post\"\n\
                    mail-from = \"nobody\"\ntrusted-proxy = \"10.0.0.0/99\"\nsecurity-contact = \"me\"\nlog = \"loud\"\nlog-format = \"xml\"";
        let mistakes = Config::check(&settings(file).unwrap()).unwrap_err();
        assert_eq!(mistakes.0.len(), 11, "{mistakes}");
        assert!(settings("colour = \"red\"\nlisten = 5").unwrap_err().0.len() == 2);
        assert!(settings("not toml").is_err());
    }

    #[test]
    fn a_database_password_is_not_printed() {
        assert!(!format!("{:?}", Database::Postgres("postgres://u:hunter2@h/d".to_owned())).contains("hunter2"));
    }
}
