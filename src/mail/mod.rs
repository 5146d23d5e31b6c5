//! Mail to colleagues: that there is something to look at, never what.

pub mod message;
pub mod smtp;
pub mod transport;

use crate::domain::clock::Moment;
use crate::domain::ids::{NoticeId, StaffId};
use crate::domain::notice::NoticeKind;

pub use message::{BadLetterhead, Letterhead};
pub use transport::{BadTransport, Transport};

/// Writes a mail and hands it over.
#[derive(Clone, Debug)]
pub struct Post {
    pub letterhead: Letterhead,
    pub transport: Transport,
}

impl Post {
    /// Returns once the mail server, or the disk, has taken it. If this process dies after that and before it is
    /// noted, the same mail goes again with the same Message-ID.
    pub async fn send(&self, kind: NoticeKind, to: &Recipient<'_>, now: Moment) -> Result<(), Failure> {
        let letter = self.letterhead.write(kind, to, now)?;
        self.transport.carry(&letter).await
    }
}

/// For whom, and because of what.
#[derive(Clone, Copy)]
pub struct Recipient<'a> {
    pub notice: NoticeId,
    pub staff: StaffId,
    pub email: &'a str,
}

/// Where in the conversation it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Connect,
    Encrypt,
    SignIn,
    Sender,
    Recipient,
    Text,
    File,
}

impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Connect => "connecting",
            Self::Encrypt => "encrypting",
            Self::SignIn => "signing in",
            Self::Sender => "naming the sender",
            Self::Recipient => "naming the recipient",
            Self::Text => "handing over the text",
            Self::File => "writing the file",
        })
    }
}

/// Why a mail did not leave. Servers quote addresses in their answers, so only the number of the answer is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    #[error("the address is not one that mail can go to")]
    BadAddress,
    #[error("refused when {0} ({1})")]
    Refused(Step, u16),
    #[error("no answer when {0}")]
    NoAnswer(Step),
    /// What the server does is not what we ask for: no encryption on offer, an unknown certificate, not SMTP at all.
    #[error("no understanding when {0}")]
    Misunderstood(Step),
}

impl Failure {
    /// Whether trying again is pointless. Only a refusal of this mailbox or this text is: a refusal of our password or
    /// of our sender address is a mistake in the configuration, and mail waits until somebody has put it right.
    pub fn is_final(self) -> bool {
        match self {
            Self::BadAddress => true,
            Self::Refused(Step::Recipient | Step::Text, code) => code >= 500,
            Self::Refused(..) | Self::NoAnswer(_) | Self::Misunderstood(_) => false,
        }
    }
}
