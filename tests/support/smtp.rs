//! A mail server that behaves as badly as a test asks.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, watch};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::{ServerConfig, crypto, version};

const GREETING: &str = "220 mail.test ready\r\n";

/// What a mailbox does with mail. Unknown ones take it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    Take,
    /// Answers `RCPT` with this code.
    Refuse(u16),
    /// Takes the text, then answers with this code.
    RefuseText(u16),
    /// Says nothing to `RCPT`, until [`MailServer::let_go`].
    Hang,
    /// Takes the text and cuts the line before saying so.
    Drop,
}

/// A mail that was taken, as it came over the wire.
#[derive(Clone)]
pub struct Taken {
    pub to: String,
    pub text: String,
}

impl Taken {
    pub fn header(&self, name: &str) -> &str {
        let prefix = format!("{name}: ");
        self.text.lines().find_map(|line| line.strip_prefix(&prefix)).unwrap_or_default()
    }
}

/// Whether and when a conversation is encrypted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tls {
    Never,
    Offered,
    AtOnce,
}

#[derive(Default)]
struct Shared {
    manners: Mutex<HashMap<String, Manner>>,
    /// Answers every `AUTH` with 535.
    rejects_password: Mutex<bool>,
    taken: Mutex<Vec<Taken>>,
    /// Every line that a client said, texts aside.
    said: Mutex<Vec<String>>,
    changed: Notify,
}

/// Listens until dropped.
pub struct MailServer {
    pub address: SocketAddr,
    /// Its own authority, in PEM form.
    pub certificate: String,
    shared: Arc<Shared>,
    held: watch::Sender<bool>,
    listening: tokio::task::JoinHandle<()>,
}

impl MailServer {
    pub async fn start() -> Self {
        Self::start_with(Tls::Never).await
    }

    /// Its certificate is for `localhost`.
    pub async fn start_with(tls: Tls) -> Self {
        let (certificate, acceptor) = certificate();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let shared = Arc::new(Shared::default());
        let (held, hold) = watch::channel(true);
        let listening = tokio::spawn(listen(listener, shared.clone(), hold, tls, acceptor));
        Self { address, certificate, shared, held, listening }
    }

    pub fn mailbox(&self, address: &str, manner: Manner) {
        self.shared.manners.lock().expect("nobody panicked").insert(address.to_owned(), manner);
    }

    pub fn reject_password(&self, reject: bool) {
        *self.shared.rejects_password.lock().expect("nobody panicked") = reject;
    }

    pub fn taken(&self) -> Vec<Taken> {
        self.shared.taken.lock().expect("nobody panicked").clone()
    }

    /// Who got mail, in the order of arrival.
    pub fn recipients(&self) -> Vec<String> {
        self.taken().into_iter().map(|mail| mail.to).collect()
    }

    pub fn said(&self) -> Vec<String> {
        self.shared.said.lock().expect("nobody panicked").clone()
    }

    /// Waits until so many mails were taken.
    pub async fn arrived(&self, mails: usize) {
        self.until(|| self.taken().len() >= mails).await;
    }

    /// Waits until a client has said this.
    pub async fn heard(&self, line: &str) {
        self.until(|| self.said().iter().any(|said| said == line)).await;
    }

    async fn until(&self, come: impl Fn() -> bool) {
        loop {
            let mut change = std::pin::pin!(self.shared.changed.notified());
            change.as_mut().enable();
            if come() {
                return;
            }
            change.await;
        }
    }

    /// Ends every conversation that hangs, without an answer.
    pub fn let_go(&self) {
        self.held.send_replace(false);
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

fn certificate() -> (String, TlsAcceptor) {
    let own = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let key = own.signing_key.serialize_der().try_into().expect("a key");
    let config = ServerConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()))
        .with_protocol_versions(&[&version::TLS12])
        .expect("a version")
        .with_no_client_auth()
        .with_single_cert(vec![own.cert.der().clone()], key)
        .expect("they fit");
    (own.cert.pem(), TlsAcceptor::from(Arc::new(config)))
}

async fn listen(
    listener: TcpListener,
    shared: Arc<Shared>,
    hold: watch::Receiver<bool>,
    tls: Tls,
    acceptor: TlsAcceptor,
) {
    while let Ok((stream, _)) = listener.accept().await {
        let conversation = Conversation { shared: shared.clone(), hold: hold.clone(), to: String::new() };
        // A client that cuts the line is part of what is tested.
        let talk = conversation.talk(stream, tls, acceptor.clone());
        tokio::spawn(async move { drop(talk.await) });
    }
}

struct Conversation {
    shared: Arc<Shared>,
    hold: watch::Receiver<bool>,
    to: String,
}

/// How a part of a conversation ended.
#[derive(PartialEq, Eq)]
enum End {
    Over,
    Encrypt,
}

impl Conversation {
    async fn talk(mut self, stream: TcpStream, tls: Tls, acceptor: TlsAcceptor) -> std::io::Result<()> {
        if tls == Tls::AtOnce {
            return self.run(&mut BufReader::new(acceptor.accept(stream).await?), GREETING, tls).await.map(drop);
        }
        let mut stream = BufReader::new(stream);
        if self.run(&mut stream, GREETING, tls).await? == End::Encrypt {
            let mut encrypted = BufReader::new(acceptor.accept(stream.into_inner()).await?);
            self.run(&mut encrypted, "", Tls::Never).await?;
        }
        Ok(())
    }

    async fn run<S>(&mut self, stream: &mut BufReader<S>, greeting: &str, tls: Tls) -> std::io::Result<End>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        stream.write_all(greeting.as_bytes()).await?;
        let mut line = String::new();
        while stream.read_line(&mut line).await? > 0 {
            let said = std::mem::take(&mut line).trim_end().to_owned();
            self.shared.said.lock().expect("nobody panicked").push(said.clone());
            self.shared.changed.notify_waiters();
            let (verb, rest) = said.split_once([' ', ':']).unwrap_or((&said, ""));
            let answer = match verb.to_ascii_uppercase().as_str() {
                "EHLO" if tls == Tls::Offered => Some("250-mail.test\r\n250 STARTTLS".to_owned()),
                "EHLO" => Some("250-mail.test\r\n250 AUTH PLAIN".to_owned()),
                "STARTTLS" if tls == Tls::Offered => {
                    stream.write_all(b"220 go on\r\n").await?;
                    return Ok(End::Encrypt);
                }
                "AUTH" if *self.shared.rejects_password.lock().expect("nobody panicked") => Some("535 no".to_owned()),
                "AUTH" => Some("235 welcome".to_owned()),
                "RCPT" => self.recipient(rest).await,
                "DATA" => {
                    stream.write_all(b"354 go on\r\n").await?;
                    self.data(text(stream).await?)
                }
                "QUIT" => None,
                _ => Some("250 fine".to_owned()),
            };
            let Some(answer) = answer else { break };
            stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
        }
        Ok(End::Over)
    }

    fn manner(&self) -> Manner {
        self.shared.manners.lock().expect("nobody panicked").get(&self.to).copied().unwrap_or(Manner::Take)
    }

    /// Answers as servers do, quoting the address.
    async fn recipient(&mut self, rest: &str) -> Option<String> {
        self.to = rest.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
        match self.manner() {
            Manner::Refuse(code) => Some(format!("{code} <{}> not now", self.to)),
            Manner::Hang => {
                // An error means that the server is gone, which ends the conversation all the same.
                drop(self.hold.wait_for(|held| !held).await);
                None
            }
            Manner::Take | Manner::RefuseText(_) | Manner::Drop => Some("250 fine".to_owned()),
        }
    }

    fn data(&self, text: String) -> Option<String> {
        let answer = match self.manner() {
            Manner::RefuseText(code) => return Some(format!("{code} <{}> not this", self.to)),
            Manner::Drop => None,
            Manner::Take | Manner::Refuse(_) | Manner::Hang => Some("250 taken".to_owned()),
        };
        self.shared.taken.lock().expect("nobody panicked").push(Taken { to: self.to.clone(), text });
        self.shared.changed.notify_waiters();
        answer
    }
}

async fn text<S: AsyncRead + AsyncWrite + Unpin>(stream: &mut BufReader<S>) -> std::io::Result<String> {
    let mut text = String::new();
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 || line == ".\r\n" {
            return Ok(text);
        }
        text.push_str(&line);
    }
}
