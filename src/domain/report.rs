//! What somebody told, once it has been checked. It is sealed as one value; only its urgency is in the clear.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

pub use super::contact::SafeContact;
pub use super::draft::{Draft, Field, Problem, Wrong};
pub use super::sign::{Group, Sign};

use super::choice::choices;
use super::locale::Locale;
use super::urgency::{Reason, Urgency};

choices! {
    /// For whom somebody tells.
    Path {
        Myself = "me",
        Someone = "someone",
        Professional = "work",
    }
}

choices! {
    /// The first question. Not answering is an answer.
    SafeNow {
        Yes = "yes",
        No = "no",
        NotSaid = "not-said",
    }
}

choices! {
    /// An answer to a question that nobody has to answer.
    Answer {
        Yes = "yes",
        No = "no",
        Unsure = "unsure",
        NotSaid = "not-said",
    }
}

impl Answer {
    /// What a page offers; leaving the question out is the fourth.
    pub const OFFERED: &'static [Self] = &[Self::Yes, Self::No, Self::Unsure];
}

choices! {
    /// Who the person is to the one who tells.
    Relation {
        Family = "family",
        Friend = "friend",
        Neighbour = "neighbour",
        Work = "work",
        Other = "other",
    }
}

choices! {
    /// How somebody came to know.
    Learned {
        Saw = "saw",
        WasTold = "told",
        Heard = "heard",
    }
}

choices! {
    Interpreter {
        No = "no",
        Spoken = "spoken",
        Signed = "signed",
        NotSaid = "not-said",
    }
}

/// The questions for somebody who worries about another person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concern {
    pub relation: Option<Relation>,
    pub learned: BTreeSet<Learned>,
    /// Whether the person knows that somebody tells.
    pub person_knows: Answer,
    /// Whether it could get worse for the person if the team makes contact.
    pub could_worsen: Answer,
    pub children_at_home: Answer,
}

/// The questions for somebody who tells as part of their work.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Professional {
    pub agency: String,
    pub role: String,
    pub consent: Answer,
    /// Why they may share it, when the person did not agree.
    pub lawful_basis: String,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "path", rename_all = "lowercase")]
pub enum Teller {
    Myself,
    Someone(Concern),
    Professional(Professional),
}

impl Teller {
    pub fn path(&self) -> Path {
        match self {
            Self::Myself => Path::Myself,
            Self::Someone(_) => Path::Someone,
            Self::Professional(_) => Path::Professional,
        }
    }
}

/// The language of the team's answers.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Wanted {
    /// Nothing was chosen: the language of the page.
    AsThePage,
    Locale(Locale),
    /// As the sender named it.
    Other(String),
}

/// A complete telling. Made by [`Draft::complete`] and by nothing else.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub safe_now: SafeNow,
    pub teller: Teller,
    pub signs: BTreeSet<Sign>,
    /// In the sender's own words. Empty when the signs say it.
    pub words: String,
    pub contact: SafeContact,
    pub language: Wanted,
    pub interpreter: Interpreter,
}

/// What the queue shows before anybody opens the rest.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Version of the rules that found the reasons.
    pub rules: u16,
    pub reasons: Vec<Reason>,
    pub path: Path,
    /// In which language the page was.
    pub locale: Locale,
    pub language: Wanted,
    pub interpreter: Interpreter,
}

impl Head {
    pub fn new(told: &Told, urgency: &Urgency, locale: Locale) -> Self {
        let language = match &told.language {
            Wanted::AsThePage => Wanted::Locale(locale),
            chosen => chosen.clone(),
        };
        Self {
            rules: urgency.rules,
            reasons: urgency.reasons.clone(),
            path: told.teller.path(),
            locale,
            language,
            interpreter: told.interpreter,
        }
    }

    /// The sender wrote again: the newest first, each kind once.
    pub fn wrote(&mut self, safe_now: SafeNow) {
        let reason = Reason::Wrote(safe_now);
        self.reasons.retain(|known| *known != reason);
        self.reasons.insert(0, reason);
    }

    pub fn has_later_words(&self) -> bool {
        self.reasons.iter().any(|reason| matches!(reason, Reason::Wrote(_)))
    }
}

/// Answers never reach a log, not even through `{:?}`.
macro_rules! closed_debug {
    ($($name:ident),+) => {
        $(impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        })+
    };
}
closed_debug!(Concern, Professional, Teller, Wanted, Told, Head);
