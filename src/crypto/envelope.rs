//! What wraps what around one report.
//!
//! A report has one content key. It exists sealed twice: to the team's key of the epoch, and under the key that the
//! sender's code makes. Keys derived from it seal the head, the answers and each message. Every sealed value is bound
//! to its report, its field and, where there is one, its epoch or message: moved, it does not open.

use super::keyring::{PrivateKey, PublicKey};
use super::random::Random;
use super::sealed::{open_bytes, padded, seal_bytes, unpadded};
use super::{DoesNotOpen, Key, Place, Sealed};
use crate::domain::ids::{Epoch, MessageId, NoteId, ReportId};
use crate::domain::message::Message;
use crate::domain::report::{Head, Told};

/// Opens one report and nothing else.
#[derive(Clone, Debug)]
pub struct ContentKey {
    report: ReportId,
    key: Key,
}

impl ContentKey {
    pub fn random(report: ReportId, random: &Random) -> Self {
        Self { report, key: Key::random(random) }
    }

    /// For a sealed draft of somebody who has opened the report already.
    pub fn from_key(report: ReportId, key: Key) -> Self {
        Self { report, key }
    }

    pub fn as_key(&self) -> &Key {
        &self.key
    }

    pub fn report(&self) -> ReportId {
        self.report
    }

    pub fn for_team(&self, epoch: Epoch, team: &PublicKey) -> Vec<u8> {
        team.seal_key(&team_place(self.report, epoch), &self.key)
    }

    pub fn from_team(report: ReportId, epoch: Epoch, team: &PrivateKey, sealed: &[u8]) -> Result<Self, DoesNotOpen> {
        let key = team.open_key(&team_place(report, epoch), sealed)?;
        Ok(Self { report, key })
    }

    pub fn for_sender(&self, sender: &Key, random: &Random) -> Vec<u8> {
        seal_bytes(sender, &sender_place(self.report), self.key.expose(), random)
    }

    pub fn from_sender(report: ReportId, sender: &Key, sealed: &[u8]) -> Result<Self, DoesNotOpen> {
        let key = Key::from_slice(&open_bytes(sender, &sender_place(report), sealed)?)?;
        Ok(Self { report, key })
    }

    pub fn seal_head(&self, head: &Head, random: &Random) -> Sealed<Head> {
        Sealed::seal(&self.key.derive("head"), &Place::new("report.head", self.report), head, random)
    }

    pub fn open_head(&self, sealed: &Sealed<Head>) -> Result<Head, DoesNotOpen> {
        sealed.open(&self.key.derive("head"), &Place::new("report.head", self.report))
    }

    pub fn seal_body(&self, told: &Told, random: &Random) -> Sealed<Told> {
        Sealed::seal(&self.key.derive("body"), &Place::new("report.body", self.report), told, random)
    }

    pub fn open_body(&self, sealed: &Sealed<Told>) -> Result<Told, DoesNotOpen> {
        sealed.open(&self.key.derive("body"), &Place::new("report.body", self.report))
    }

    pub fn seal_message(&self, id: MessageId, message: &Message, random: &Random) -> Sealed<Message> {
        Sealed::seal(&self.key.derive("message"), &self.message_place(id), message, random)
    }

    pub fn open_message(&self, id: MessageId, sealed: &Sealed<Message>) -> Result<Message, DoesNotOpen> {
        sealed.open(&self.key.derive("message"), &self.message_place(id))
    }

    fn message_place(&self, id: MessageId) -> Place {
        Place::new("message.sealed", self.report).and(id)
    }
}

/// A note is for the team only: the sender's words do not open it. Padded, so that its length says little.
pub fn seal_note(team: &PublicKey, report: ReportId, note: NoteId, text: &str) -> Vec<u8> {
    team.seal(&note_place(report, note), &padded(text.as_bytes()))
}

pub fn open_note(team: &PrivateKey, report: ReportId, note: NoteId, sealed: &[u8]) -> Result<String, DoesNotOpen> {
    let plain = team.open(&note_place(report, note), sealed)?;
    String::from_utf8(unpadded(&plain)?.to_vec()).map_err(|_| DoesNotOpen)
}

fn note_place(report: ReportId, note: NoteId) -> Place {
    Place::new("note.sealed", report).and(note)
}

fn team_place(report: ReportId, epoch: Epoch) -> Place {
    Place::new("report.team_key", report).and(epoch)
}

fn sender_place(report: ReportId) -> Place {
    Place::new("report.sender_key", report)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::message::Message;
    use crate::domain::report::SafeNow;

    fn id(n: u8) -> ReportId {
        ReportId::from_random([n; 16])
    }

    #[test]
    fn the_team_and_the_sender_open_the_same_report() {
        let random = Random::repeatable(1);
        let (team, sender) = (PrivateKey::generate(&random), Key::random(&random));
        let content = ContentKey::random(id(1), &random);
        let message = Message { text: "words".into(), safe_now: SafeNow::NotSaid };
        let message_id = MessageId::from_random([7; 16]);
        let sealed = content.seal_message(message_id, &message, &random);

        let by_team =
            ContentKey::from_team(id(1), Epoch(1), &team, &content.for_team(Epoch(1), &team.public())).unwrap();
        assert!(by_team.open_message(message_id, &sealed).unwrap() == message);
        let by_sender = ContentKey::from_sender(id(1), &sender, &content.for_sender(&sender, &random)).unwrap();
        assert!(by_sender.open_message(message_id, &sealed).unwrap() == message);
    }

    #[test]
    fn a_note_opens_for_the_team_in_its_place() {
        let team = PrivateKey::generate(&Random::repeatable(3));
        let note = NoteId::from_random([1; 16]);
        let sealed = seal_note(&team.public(), id(1), note, "words");
        assert_eq!(open_note(&team, id(1), note, &sealed).unwrap(), "words");
        assert!(open_note(&team, id(2), note, &sealed).is_err());
        assert_eq!(sealed.len(), seal_note(&team.public(), id(1), note, "").len());
    }

    #[test]
    fn nothing_opens_in_another_place() {
        let random = Random::repeatable(2);
        let (team, sender) = (PrivateKey::generate(&random), Key::random(&random));
        let content = ContentKey::random(id(1), &random);
        let for_team = content.for_team(Epoch(1), &team.public());
        assert!(ContentKey::from_team(id(2), Epoch(1), &team, &for_team).is_err(), "another report");
        assert!(ContentKey::from_team(id(1), Epoch(2), &team, &for_team).is_err(), "another epoch");
        assert!(ContentKey::from_sender(id(2), &sender, &content.for_sender(&sender, &random)).is_err());

        let message = Message { text: "words".into(), safe_now: SafeNow::NotSaid };
        let sealed = content.seal_message(MessageId::from_random([7; 16]), &message, &random);
        assert!(content.open_message(MessageId::from_random([8; 16]), &sealed).is_err(), "another message");
    }
}
