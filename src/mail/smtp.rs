//! One mail, one conversation. The steps are taken one by one so that a refusal is known for what it is: of the
//! mailbox, of our password, or of neither.

use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::Mechanism;
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use tokio::time::{Instant, timeout, timeout_at};

use super::message::Letter;
use super::transport::{Security, Server};
use super::{Failure, Step};

/// The whole conversation. Longer than an honest server takes, shorter than a lease on the delivery.
pub const LONGEST: Duration = Duration::from_secs(60);
/// The mail is taken by then: saying goodbye is politeness.
const GOODBYE: Duration = Duration::from_secs(1);

pub(super) async fn send(server: &Server, letter: &Letter) -> Result<(), Failure> {
    let talk = Talk { patience: server.patience, deadline: Instant::now() + LONGEST };
    let mut connection = talk.open(server, &ClientId::Domain(letter.host.clone())).await?;
    let outcome = talk.hand_over(&mut connection, letter).await;
    drop(timeout(GOODBYE, connection.abort()).await);
    outcome
}

struct Talk {
    patience: Duration,
    deadline: Instant,
}

impl Talk {
    async fn open(&self, server: &Server, hello: &ClientId) -> Result<AsyncSmtpConnection, Failure> {
        let at_once = match &server.security {
            Security::Tls(parameters) => Some(parameters.clone()),
            Security::None | Security::StartTls(_) => None,
        };
        let connecting = connect(server, hello, at_once);
        let mut connection = self.step(Step::Connect, connecting).await?;
        if let Security::StartTls(parameters) = &server.security {
            self.step(Step::Encrypt, connection.starttls(parameters.clone(), hello)).await?;
        }
        if let Some(credentials) = &server.credentials {
            self.step(Step::SignIn, connection.auth(&[Mechanism::Plain, Mechanism::Login], credentials)).await?;
        }
        Ok(connection)
    }

    async fn hand_over(&self, connection: &mut AsyncSmtpConnection, letter: &Letter) -> Result<(), Failure> {
        let sender = Mail::new(letter.envelope.from().cloned(), Vec::new());
        self.step(Step::Sender, connection.command(sender)).await?;
        for recipient in letter.envelope.to() {
            self.step(Step::Recipient, connection.command(Rcpt::new(recipient.clone(), Vec::new()))).await?;
        }
        self.step(Step::Text, connection.command(Data)).await?;
        self.step(Step::Text, connection.message(&letter.bytes)).await?;
        Ok(())
    }

    async fn step<T>(&self, step: Step, work: impl Future<Output = Result<T, Error>>) -> Result<T, Failure> {
        let until = self.deadline.min(Instant::now() + self.patience);
        let answer = timeout_at(until, work).await.map_err(|_| Failure::NoAnswer(step))?;
        answer.map_err(|error| failure(step, &error))
    }
}

async fn connect(server: &Server, hello: &ClientId, tls: Option<TlsParameters>) -> Result<AsyncSmtpConnection, Error> {
    AsyncSmtpConnection::connect_tokio1((server.host.as_str(), server.port), None, hello, tls, None).await
}

fn failure(step: Step, error: &Error) -> Failure {
    match error.status() {
        Some(code) => Failure::Refused(step, code.into()),
        None if error.is_tls() || error.is_client() => Failure::Misunderstood(step),
        None => Failure::NoAnswer(step),
    }
}
