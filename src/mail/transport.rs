//! How mail leaves: by SMTP, or into a folder. Chosen by one line of text in the configuration.

use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use percent_encoding::percent_decode_str;
use url::{Host, Url};

use super::message::Letter;
use super::{Failure, Step, smtp};

/// Where mail goes.
#[derive(Clone)]
pub enum Transport {
    Smtp(Server),
    /// One `.eml` for each mail, for development and for trying things out.
    Folder(PathBuf),
}

/// A mail server and how to talk to it.
#[derive(Clone)]
pub struct Server {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) security: Security,
    pub(super) credentials: Option<Credentials>,
    /// How long one step may take. A server that is silent for longer has not taken the mail.
    pub patience: Duration,
}

#[derive(Clone)]
pub(super) enum Security {
    /// Only towards this machine itself, or where the configuration says so in words.
    None,
    /// Encrypted after a greeting in the clear. If the server does not offer it, nothing is sent.
    StartTls(TlsParameters),
    Tls(TlsParameters),
}

const PATIENCE: Duration = Duration::from_secs(20);

/// What is wrong with the line, without the line: it holds a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadTransport {
    #[error("begin with smtp://, smtp+starttls://, smtps:// or file:")]
    Scheme,
    #[error("name a server after ://")]
    Host,
    #[error("a user name needs a password, and the other way round")]
    Credentials,
    #[error("a password would travel in the clear: use smtps:// or smtp+starttls://")]
    PasswordInTheClear,
    #[error("the only options are tls=none (with smtp://) and ca=FILE")]
    Option,
    #[error("the file named by ca= is not a certificate in PEM form")]
    Certificate,
    #[error("name a folder after file:")]
    Folder,
}

impl Transport {
    /// `smtp://[user:password@]host[:port]`, `smtp+starttls://…`, `smtps://…`, `file:FOLDER`. `smtp://` encrypts with
    /// STARTTLS unless the server is this machine or `?tls=none` is said. `?ca=FILE` trusts one more authority.
    pub fn parse(text: &str) -> Result<Self, BadTransport> {
        if let Some(folder) = text.strip_prefix("file:") {
            let folder = folder.strip_prefix("//").unwrap_or(folder);
            return if folder.is_empty() { Err(BadTransport::Folder) } else { Ok(Self::Folder(folder.into())) };
        }
        let url = Url::parse(text).map_err(|_| BadTransport::Scheme)?;
        Server::parse(&url).map(Self::Smtp)
    }

    pub(super) async fn carry(&self, letter: &Letter) -> Result<(), Failure> {
        match self {
            Self::Smtp(server) => smtp::send(server, letter).await,
            Self::Folder(folder) => {
                let (folder, name, bytes) = (folder.clone(), letter.name.clone(), letter.bytes.clone());
                tokio::task::spawn_blocking(move || save(&folder, &name, &bytes))
                    .await
                    .ok()
                    .and_then(Result::ok)
                    .ok_or(Failure::NoAnswer(Step::File))
            }
        }
    }
}

impl Server {
    fn parse(url: &Url) -> Result<Self, BadTransport> {
        if !matches!(url.scheme(), "smtp" | "smtp+starttls" | "smtps") {
            return Err(BadTransport::Scheme);
        }
        let (host, local) = match url.host() {
            Some(Host::Ipv4(address)) => (address.to_string(), address.is_loopback()),
            Some(Host::Ipv6(address)) => (address.to_string(), address.is_loopback()),
            Some(Host::Domain(name)) if !name.is_empty() => named(name)?,
            _ => return Err(BadTransport::Host),
        };
        let options = Options::of(url)?;
        let security = match url.scheme() {
            "smtp" if local || options.no_tls => Security::None,
            "smtp" | "smtp+starttls" if !options.no_tls => Security::StartTls(options.tls(&host)?),
            "smtps" if !options.no_tls => Security::Tls(options.tls(&host)?),
            _ => return Err(BadTransport::Option),
        };
        let credentials = credentials(url)?;
        if credentials.is_some() && !local && matches!(security, Security::None) {
            return Err(BadTransport::PasswordInTheClear);
        }
        let usual = match (url.scheme(), &security) {
            ("smtps", _) => 465,
            (_, Security::StartTls(_)) => 587,
            _ => 25,
        };
        Ok(Self { host, port: url.port().unwrap_or(usual), security, credentials, patience: PATIENCE })
    }
}

/// Unusual schemes keep their host as it was written: addresses are recognised here.
fn named(name: &str) -> Result<(String, bool), BadTransport> {
    match Host::parse(name) {
        Ok(Host::Ipv4(address)) => Ok((address.to_string(), address.is_loopback())),
        Ok(Host::Domain(name)) => Ok((name.clone(), name == "localhost")),
        _ => Err(BadTransport::Host),
    }
}

fn credentials(url: &Url) -> Result<Option<Credentials>, BadTransport> {
    let decode =
        |text: &str| percent_decode_str(text).decode_utf8().map(String::from).map_err(|_| BadTransport::Credentials);
    match (url.username(), url.password().unwrap_or_default()) {
        ("", "") => Ok(None),
        ("", _) | (_, "") => Err(BadTransport::Credentials),
        (user, password) => Ok(Some(Credentials::new(decode(user)?, decode(password)?))),
    }
}

#[derive(Default)]
struct Options {
    no_tls: bool,
    authority: Option<PathBuf>,
}

impl Options {
    fn of(url: &Url) -> Result<Self, BadTransport> {
        let mut options = Self::default();
        for (key, value) in url.query_pairs() {
            match (&*key, &*value) {
                ("tls", "none") => options.no_tls = true,
                ("ca", file) if !file.is_empty() => options.authority = Some(file.into()),
                _ => return Err(BadTransport::Option),
            }
        }
        Ok(options)
    }

    fn tls(&self, host: &str) -> Result<TlsParameters, BadTransport> {
        let mut builder = TlsParameters::builder(host.to_owned());
        if let Some(file) = &self.authority {
            let pem = std::fs::read(file).map_err(|_| BadTransport::Certificate)?;
            builder = builder.add_root_certificate(Certificate::from_pem(&pem).map_err(|_| BadTransport::Certificate)?);
        }
        builder.build_rustls().map_err(|_| BadTransport::Certificate)
    }
}

/// Complete or not there at all, and readable by nobody else. The same mail again replaces itself.
fn save(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let unfinished = folder.join(format!(".{name}.part"));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(unfinished, folder.join(format!("{name}.eml")))
}

/// For `config show` and for logs: everything but the user and the password.
impl fmt::Display for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => write!(f, "file:{}", folder.display()),
            Self::Smtp(server) => {
                let scheme = match server.security {
                    Security::None => "smtp",
                    Security::StartTls(_) => "smtp+starttls",
                    Security::Tls(_) => "smtps",
                };
                write!(f, "{scheme}://{}:{}", server.host, server.port)
            }
        }
    }
}

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Transport({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_means_what_it_says() {
        for (line, meaning) in [
            ("smtp://127.0.0.1:2525", "smtp://127.0.0.1:2525"),
            ("smtp://localhost", "smtp://localhost:25"),
            ("smtp://[::1]:2525", "smtp://::1:2525"),
            ("smtp://u:p@127.0.0.1:2525", "smtp://127.0.0.1:2525"),
            ("smtp://mail.example", "smtp+starttls://mail.example:587"),
            ("smtp://mail.example:25", "smtp+starttls://mail.example:25"),
            ("smtp://mail.example?tls=none", "smtp://mail.example:25"),
            ("smtp+starttls://localhost:2525", "smtp+starttls://localhost:2525"),
            ("smtps://u%40x:p%2Fq@mail.example", "smtps://mail.example:465"),
            ("file:./data/mail", "file:./data/mail"),
            ("file:///tmp/mail", "file:/tmp/mail"),
        ] {
            assert_eq!(Transport::parse(line).map(|transport| transport.to_string()), Ok(meaning.into()), "{line}");
        }
    }

    #[test]
    fn a_wrong_line_says_what_to_write() {
        for (line, wrong) in [
            ("", BadTransport::Scheme),
            ("mail.example:25", BadTransport::Scheme),
            ("https://mail.example", BadTransport::Scheme),
            ("smtp://", BadTransport::Host),
            ("smtp:mail.example", BadTransport::Host),
            ("file:", BadTransport::Folder),
            ("smtp://u@mail.example", BadTransport::Credentials),
            ("smtp://:p@mail.example", BadTransport::Credentials),
            ("smtp://u:p@mail.example?tls=none", BadTransport::PasswordInTheClear),
            ("smtps://mail.example?tls=none", BadTransport::Option),
            ("smtp+starttls://mail.example?tls=none", BadTransport::Option),
            ("smtp://mail.example?tls=maybe", BadTransport::Option),
            ("smtps://mail.example?ca=/does/not/exist", BadTransport::Certificate),
        ] {
            assert_eq!(Transport::parse(line).map(|transport| transport.to_string()), Err(wrong), "{line}");
        }
    }

    #[test]
    fn nothing_prints_the_password() {
        let transport = Transport::parse("smtps://hidden-user:hidden-word@mail.example").unwrap();
        assert!(!format!("{transport} {transport:?}").contains("hidden"));
    }

    #[test]
    fn a_mail_is_one_file_that_others_cannot_read() {
        let folder = tempfile::tempdir().unwrap();
        let mail = folder.path().join("new/mail");
        save(&mail, "one", b"first").unwrap();
        save(&mail, "one", b"again").unwrap();
        let files: Vec<_> = std::fs::read_dir(&mail).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(files, ["one.eml"]);
        assert_eq!(std::fs::read(mail.join("one.eml")).unwrap(), b"again");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(mail.join("one.eml")).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
}
