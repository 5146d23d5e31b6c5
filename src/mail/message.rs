//! The text of a mail. Whoever sees it, on a screen or on its way, learns that a team's mailbox got one of our mails:
//! the subject, the size and the headers are the same for every kind, and the recipient's address does not change the size.

use std::time::{Duration, SystemTime};

use lettre::Address;
use lettre::address::Envelope;
use lettre::message::header::{ContentType, HeaderName, HeaderValue, MIME_VERSION_1_0};
use lettre::message::{Mailbox, Message};
use sha2::{Digest, Sha256};

use super::{Failure, Recipient};
use crate::domain::clock::Moment;
use crate::domain::notice::NoticeKind;

const SUBJECT: &str = "There is something to look at";

/// The longest address that SMTP carries. What an address is shorter, the filler is longer.
const LONGEST_ADDRESS: usize = 254;
/// Longer than every sentence below.
const LONGEST_SENTENCE: usize = 120;
const FILLER_LINE: usize = 64;

/// What all mails have in common: who sends them and where they point.
#[derive(Clone, Debug)]
pub struct Letterhead {
    from: Mailbox,
    desk: String,
    host: String,
}

/// Why there can be no letterhead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadLetterhead {
    #[error("the public address is not an http or https address")]
    PublicUrl,
    #[error("the sender is not an e-mail address")]
    From,
}

impl Letterhead {
    pub fn new(from: &str, public_url: &str) -> Result<Self, BadLetterhead> {
        let url = url::Url::parse(public_url).map_err(|_| BadLetterhead::PublicUrl)?;
        let host = match url.host() {
            Some(url::Host::Domain(name)) if matches!(url.scheme(), "http" | "https") => name.to_owned(),
            Some(_) if matches!(url.scheme(), "http" | "https") => "localhost".to_owned(),
            _ => return Err(BadLetterhead::PublicUrl),
        };
        let from = from.parse().map_err(|_| BadLetterhead::From)?;
        Ok(Self { from, desk: format!("{}/desk", public_url.trim_end_matches('/')), host })
    }

    pub fn write(&self, kind: NoticeKind, to: &Recipient<'_>, now: Moment) -> Result<Letter, Failure> {
        let address = ascii_address(to.email)?;
        let name = name_of(to);
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, address))
            .subject(SUBJECT)
            .date(SystemTime::UNIX_EPOCH + Duration::from_secs(now.0.max(0).unsigned_abs()))
            .message_id(Some(format!("<{name}@{}>", self.from.email.domain())))
            .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
            .header(MIME_VERSION_1_0)
            .header(ContentType::TEXT_PLAIN)
            .raw_header(filler(kind, to))
            .body(self.text(kind))
            .map_err(|_| Failure::BadAddress)?;
        Ok(Letter { name, host: self.host.clone(), envelope: message.envelope().clone(), bytes: message.formatted() })
    }

    fn text(&self, kind: NoticeKind) -> String {
        format!(
            "{}\r\n\r\nPlease sign in:\r\n{}\r\n\r\n\
             This mail says no more on purpose, and nobody reads answers to it.\r\n",
            sentence(kind),
            self.desk,
        )
    }
}

/// A mail ready to go.
pub struct Letter {
    /// Derived from the notice and the person: a mail that goes twice after a crash is recognised as one.
    pub name: String,
    /// How we introduce ourselves to the server: by the public name, not by the machine's.
    pub host: String,
    pub envelope: Envelope,
    pub bytes: Vec<u8>,
}

fn sentence(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Told => "Something new is waiting for the team.",
        NoticeKind::Wrote => "Something that the team knows has moved on.",
        NoticeKind::MailboxDead => "Mail to a colleague does not arrive. Please see that they hear what waits.",
    }
}

/// A header that no mail program shows, to even out the size. Every length has the same number of lines as the longest.
fn filler(kind: NoticeKind, to: &Recipient<'_>) -> HeaderValue {
    let longest = LONGEST_SENTENCE + LONGEST_ADDRESS;
    let spare = longest.saturating_sub(sentence(kind).len() + to.email.len());
    let line = |line| "-".repeat(1 + spare.saturating_sub(line * FILLER_LINE).min(FILLER_LINE));
    let lines: Vec<_> = (0..longest.div_ceil(FILLER_LINE)).map(line).collect();
    let name = HeaderName::new_from_ascii_str("X-Filler");
    HeaderValue::dangerous_new_pre_encoded(name, lines.concat(), lines.join("\r\n "))
}

/// An address with letters outside ASCII would need a server on every hop that takes them.
fn ascii_address(email: &str) -> Result<Address, Failure> {
    if !email.is_ascii() || email.len() > LONGEST_ADDRESS {
        return Err(Failure::BadAddress);
    }
    email.parse().map_err(|_| Failure::BadAddress)
}

/// Says nothing of either id to whoever reads it.
fn name_of(to: &Recipient<'_>) -> String {
    let digest = Sha256::new()
        .chain_update("mail")
        .chain_update(to.notice.as_bytes())
        .chain_update(to.staff.as_bytes())
        .finalize();
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{NoticeId, StaffId};

    fn letter(kind: NoticeKind, email: &str, notice: u8) -> Letter {
        let letterhead = Letterhead::new("Desk <no-reply@help.example>", "https://help.example/").unwrap();
        let to = Recipient { notice: NoticeId::from_random([notice; 16]), staff: StaffId::from_random([9; 16]), email };
        letterhead.write(kind, &to, Moment(1_763_800_000)).unwrap()
    }

    #[test]
    fn a_mail_says_that_there_is_something_and_nothing_more() {
        let letter = letter(NoticeKind::Told, "mary@team.example", 1);
        let text = String::from_utf8(letter.bytes).unwrap();
        let name = letter.name;
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        assert_eq!(
            head.lines().filter(|line| !line.starts_with("X-Filler: -") && !line.starts_with(" -")).collect::<Vec<_>>(),
            [
                "From: Desk <no-reply@help.example>",
                "To: mary@team.example",
                "Subject: There is something to look at",
                "Date: Sat, 22 Nov 2025 08:26:40 +0000",
                format!("Message-ID: <{name}@help.example>").as_str(),
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: 7bit",
            ]
        );
        assert!(body.contains("https://help.example/desk\r\n"));
        assert!(text.lines().all(|line| line.len() < 78), "{text}");
    }

    #[test]
    fn every_kind_and_every_recipient_gives_the_same_size() {
        let long = format!("{}@team.example", "a".repeat(60));
        let longest = format!("a@{}example", "sixty-three-letters-in-one-label-are-the-most.".repeat(5));
        for email in ["a@b.example", "mary@team.example", &long, &longest] {
            for kind in NoticeKind::ALL {
                for notice in [1, 200] {
                    let size = letter(kind, email, notice).bytes.len();
                    assert_eq!(size, letter(NoticeKind::Told, "a@b.example", 7).bytes.len(), "{kind:?} {email}");
                }
            }
        }
    }

    #[test]
    fn the_name_is_that_of_the_notice_and_the_person() {
        let one = letter(NoticeKind::Told, "mary@team.example", 1).name;
        assert_eq!(one, letter(NoticeKind::Told, "mary@new.example", 1).name);
        assert_ne!(one, letter(NoticeKind::Told, "mary@team.example", 2).name);
    }

    #[test]
    fn an_address_cannot_add_a_header_or_a_recipient() {
        let letterhead = Letterhead::new("desk@help.example", "http://127.0.0.1:8080").unwrap();
        for email in ["", "mary", "a@b\r\nBcc: c@d.example", "a@b.example, c@d.example", "zoë@team.example"] {
            let to = Recipient { notice: NoticeId::from_random([1; 16]), staff: StaffId::from_random([1; 16]), email };
            assert!(letterhead.write(NoticeKind::Told, &to, Moment(0)).is_err(), "{email:?}");
        }
    }

    #[test]
    fn a_letterhead_needs_an_address_and_a_sender() {
        assert_eq!(Letterhead::new("desk@help.example", "help.example").unwrap_err(), BadLetterhead::PublicUrl);
        assert_eq!(Letterhead::new("desk@help.example", "mailto:a@b.example").unwrap_err(), BadLetterhead::PublicUrl);
        assert_eq!(Letterhead::new("nobody", "https://help.example").unwrap_err(), BadLetterhead::From);
        assert!(Letterhead::new("desk@help.example", "http://[::1]:8080").is_ok());
    }
}
