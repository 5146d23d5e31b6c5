//! One message in the conversation between a sender and the team.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::choice::choices;
use super::report::SafeNow;
use super::urgency::Priority;

choices! {
    Author {
        Sender = "sender",
        Team = "team",
    }
}

/// What is sealed of a message.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    pub text: String,
    /// A sender is asked again each time; the team does not say.
    pub safe_now: SafeNow,
}

impl Message {
    /// How soon it must be read: as own words that nobody has read yet.
    pub fn priority(&self) -> Priority {
        match self.safe_now {
            SafeNow::No => Priority::Immediate,
            SafeNow::NotSaid => Priority::Urgent,
            SafeNow::Yes => Priority::Soon,
        }
    }
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Message(…)")
    }
}
