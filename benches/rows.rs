//! What people tell, as rows: sealed for real where somebody will open it, repeated bytes where nobody does.

use quietdoor::crypto::Key;
use quietdoor::crypto::code::{Code, Opened};
use quietdoor::crypto::envelope::ContentKey;
use quietdoor::crypto::keyring::PublicKey;
use quietdoor::crypto::random::Random;
use quietdoor::domain::clock::{Clock, Moment, Seconds};
use quietdoor::domain::draft::{Draft, Field};
use quietdoor::domain::ids::{Epoch, ReportId};
use quietdoor::domain::locale::Locale;
use quietdoor::domain::report::{Head, Told};
use quietdoor::domain::urgency::{self, Priority};
use quietdoor::service::{Context, team_key};
use quietdoor::store::report::NewReport;

const WORDS: &str = "He checks my phone every evening and wants to know who I wrote to. He has the card and gives me money \
    for the shopping and counts the change. Last week he drove after me to my sister's and waited outside. ";

/// A few signs and a page of own words.
pub fn draft() -> Draft {
    let mut draft = Draft::default();
    let mut put = |field, values: &[&str]| draft.put(field, values.iter().map(|value| (*value).to_owned()));
    put(Field::Safe, &["yes"]);
    put(Field::Who, &["me"]);
    put(Field::Signs, &["phone", "money", "apart", "rules"]);
    put(Field::Words, &[&WORDS.repeat(4)]);
    draft
}

/// Makes reports as they arrive.
pub struct Sealer {
    told: Told,
    epoch: Epoch,
    team: PublicKey,
    random: Random,
    now: Moment,
}

impl Sealer {
    pub async fn new(ctx: &Context) -> Self {
        let told = draft().complete().unwrap_or_else(|problems| panic!("not complete: {problems:?}"));
        let (epoch, team) = team_key::current_public(ctx).await.expect("the team has a key");
        Self { told, epoch, team, random: Random::System, now: Clock::System.now() }
    }

    /// The most urgent, due `place` seconds after the first.
    pub fn report(&self, place: i64) -> NewReport {
        let id = ReportId::from_random(self.random.array());
        let Opened { lookup, key: sender } = Code::derive(&Key::random(&self.random)).open();
        let key = ContentKey::random(id, &self.random);
        let head = Head::new(&self.told, &urgency::assess(&self.told), Locale::En);
        NewReport {
            id,
            reference: id.to_string(),
            received_at: self.now,
            priority: Priority::Immediate,
            due_at: self.now + Seconds(place),
            epoch: self.epoch,
            team_key: key.for_team(self.epoch, &self.team),
            sender_key: key.for_sender(&sender, &self.random),
            lookup,
            head: key.seal_head(&head, &self.random),
            body: key.seal_body(&self.told, &self.random),
        }
    }
}
