//! What a person has typed so far, exactly as typed, and the one way from there to a complete telling.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use super::choice::{Choice, choices};
use super::contact::{Channel, Day, Hours, Lasts, SafeContact, Times};
use super::locale::Locale;
use super::report::{
    Answer, Concern, Interpreter, Learned, Path, Professional, Relation, SafeNow, Teller, Told, Wanted,
};
use super::sign::Sign;
use super::text;

choices! {
    /// One question. The id is the field's name in the form: neutral, because browsers remember names of fields.
    Field {
        Safe = "now",
        Who = "who",
        Relation = "tie",
        Learned = "how",
        PersonKnows = "aware",
        CouldWorsen = "effect",
        Children = "home",
        Agency = "place",
        Role = "part",
        Consent = "agreed",
        LawfulBasis = "basis",
        Signs = "list",
        Words = "text",
        Channel = "way",
        Number = "line",
        Address = "post",
        Days = "days",
        From = "from",
        To = "to",
        Voicemail = "tape",
        Name = "ask",
        Lasts = "until",
        Language = "language",
        OtherLanguage = "other",
        Interpreter = "between",
    }
}

impl Field {
    /// Whether any number of answers can be ticked. A browser does not send a box without a tick: for these, nothing
    /// sent means nothing ticked.
    pub fn is_ticked(self) -> bool {
        matches!(self, Self::Learned | Self::Signs | Self::Days)
    }

    /// How many letters we take.
    pub fn limit(self) -> usize {
        match self {
            Self::Words => text::OWN_WORDS,
            Self::LawfulBasis => text::SENTENCES,
            _ => text::SHORT,
        }
    }
}

/// The value of [`Field::Language`] that says "another one, which I name".
pub const OTHER_LANGUAGE: &str = "other";

/// No honest form sends more values under one name than there are signs.
const MOST_VALUES: usize = 64;

/// Every answer as it was typed, wrong ones too, so that it can always be shown again; of one that is too long, its
/// beginning.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Draft(BTreeMap<Field, Vec<String>>);

/// What keeps one answer from being sent. The words for it are chosen where it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    pub field: Field,
    pub wrong: Wrong,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// No sign and no words: there is nothing to send yet.
    NothingTold,
    /// Needed because of another answer, for example the number when the answer shall come by phone.
    Missing,
    TooLong {
        limit: usize,
        typed: usize,
    },
    /// Not one of the answers on the page.
    NotOffered,
    NotANumber,
    NotAnAddress,
    EndsAsItStarts,
}

impl Draft {
    /// Replaces an answer; no value means that it was left out.
    pub fn put(&mut self, field: Field, values: impl IntoIterator<Item = String>) {
        let most = text::kept(field.limit());
        let values = values.into_iter().filter(|value| !value.is_empty()).take(MOST_VALUES);
        let values: Vec<String> = values.map(|value| text::cut(value, most)).collect();
        if values.is_empty() {
            self.0.remove(&field);
        } else {
            self.0.insert(field, values);
        }
    }

    pub fn all(&self, field: Field) -> &[String] {
        self.0.get(&field).map_or(&[], Vec::as_slice)
    }

    pub fn text(&self, field: Field) -> &str {
        self.all(field).first().map_or("", String::as_str)
    }

    pub fn has(&self, field: Field, value: &str) -> bool {
        self.all(field).iter().any(|chosen| chosen == value)
    }

    pub fn chosen<T: Choice>(&self, field: Field) -> Option<T> {
        T::parse(self.text(field))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What somebody answered so far, as it would be sent again.
    pub fn answers(&self) -> impl Iterator<Item = (Field, &str)> {
        self.0.iter().flat_map(|(field, values)| values.iter().map(|value| (*field, value.as_str())))
    }

    pub fn complete(&self) -> Result<Told, Vec<Problem>> {
        let mut reading = Reading { draft: self, problems: Vec::new() };
        let told = reading.told();
        if reading.problems.is_empty() { Ok(told) } else { Err(reading.problems) }
    }

    /// When a contact is safe, if all of it was said.
    pub fn times(&self) -> Option<Times> {
        let mut reading = Reading { draft: self, problems: Vec::new() };
        let times = reading.times();
        reading.problems.is_empty().then_some(times)
    }

    /// What is wrong with these answers, in their order on the page.
    pub fn problems(&self, fields: &[Field]) -> Vec<Problem> {
        let mut problems = self.complete().err().unwrap_or_default();
        problems.retain(|problem| fields.contains(&problem.field));
        problems
    }
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Draft(…)")
    }
}

/// Reads a draft and notes what is wrong. It always produces a value, which counts only without problems.
struct Reading<'d> {
    draft: &'d Draft,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    fn told(&mut self) -> Told {
        let safe_now = self.choice(Field::Safe).unwrap_or(SafeNow::NotSaid);
        let teller = self.teller();
        let signs = self.set::<Sign>(Field::Signs);
        let words = self.typed(Field::Words);
        if signs.is_empty() && words.is_empty() {
            self.problem(Field::Words, Wrong::NothingTold);
        }
        let contact = self.contact();
        let language = self.language();
        let interpreter = self.choice(Field::Interpreter).unwrap_or(Interpreter::NotSaid);
        Told { safe_now, teller, signs, words, contact, language, interpreter }
    }

    fn teller(&mut self) -> Teller {
        match self.choice(Field::Who).unwrap_or(Path::Myself) {
            Path::Myself => Teller::Myself,
            Path::Someone => Teller::Someone(Concern {
                relation: self.choice::<Relation>(Field::Relation),
                learned: self.set::<Learned>(Field::Learned),
                person_knows: self.answer(Field::PersonKnows),
                could_worsen: self.answer(Field::CouldWorsen),
                children_at_home: self.answer(Field::Children),
            }),
            Path::Professional => Teller::Professional(Professional {
                agency: self.typed(Field::Agency),
                role: self.typed(Field::Role),
                consent: self.answer(Field::Consent),
                lawful_basis: self.typed(Field::LawfulBasis),
            }),
        }
    }

    fn contact(&mut self) -> SafeContact {
        match self.choice(Field::Channel).unwrap_or(Channel::Here) {
            Channel::Here => SafeContact::Here,
            Channel::Phone => SafeContact::Phone {
                number: self.number(),
                times: self.times(),
                voicemail: self.answer(Field::Voicemail) == Answer::Yes,
                name: self.name(),
            },
            Channel::Email => SafeContact::Email { address: self.address(), times: self.times(), name: self.name() },
        }
    }

    fn number(&mut self) -> String {
        let typed = text::western_digits(&self.needed(Field::Number));
        let digits = typed.chars().filter(char::is_ascii_digit).count();
        let known = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-().".contains(c);
        let plausible = (7..=15).contains(&digits) && typed.chars().all(known);
        if !typed.is_empty() && !plausible {
            self.problem(Field::Number, Wrong::NotANumber);
        }
        typed
    }

    fn address(&mut self) -> String {
        let typed = self.needed(Field::Address);
        if !typed.is_empty() && !looks_like_an_address(&typed) {
            self.problem(Field::Address, Wrong::NotAnAddress);
        }
        typed
    }

    /// Days and hours are asked for, not assumed: what nobody said is safe is not safe.
    fn times(&mut self) -> Times {
        let days = self.set::<Day>(Field::Days);
        if days.is_empty() && self.draft.all(Field::Days).is_empty() {
            self.problem(Field::Days, Wrong::Missing);
        }
        Times { days, hours: self.hours(), lasts: self.choice(Field::Lasts).unwrap_or(Lasts::Month) }
    }

    fn hours(&mut self) -> Hours {
        let (from, to) = (self.hour(Field::From), self.hour(Field::To));
        let (Some(from), Some(to)) = (from, to) else { return Hours::ALL_DAY };
        Hours::new(from, to).unwrap_or_else(|| {
            self.problem(Field::To, Wrong::EndsAsItStarts);
            Hours::ALL_DAY
        })
    }

    fn hour(&mut self, field: Field) -> Option<u8> {
        let typed = self.needed(field);
        let hour = typed.parse().ok().filter(|hour| *hour <= 24);
        if hour.is_none() && !typed.is_empty() {
            self.problem(field, Wrong::NotOffered);
        }
        hour
    }

    fn name(&mut self) -> Option<String> {
        Some(self.typed(Field::Name)).filter(|name| !name.is_empty())
    }

    fn language(&mut self) -> Wanted {
        let chosen = self.draft.text(Field::Language);
        if chosen.is_empty() {
            Wanted::AsThePage
        } else if chosen == OTHER_LANGUAGE {
            Wanted::Other(self.needed(Field::OtherLanguage))
        } else if let Some(locale) = Locale::from_tag(chosen) {
            Wanted::Locale(locale)
        } else {
            self.problem(Field::Language, Wrong::NotOffered);
            Wanted::AsThePage
        }
    }

    fn answer(&mut self, field: Field) -> Answer {
        self.choice(field).unwrap_or(Answer::NotSaid)
    }

    fn choice<T: Choice>(&mut self, field: Field) -> Option<T> {
        let chosen = self.draft.text(field);
        let value = T::parse(chosen);
        if value.is_none() && !chosen.is_empty() {
            self.problem(field, Wrong::NotOffered);
        }
        value
    }

    fn set<T: Choice>(&mut self, field: Field) -> BTreeSet<T> {
        let chosen = self.draft.all(field);
        let values: BTreeSet<T> = chosen.iter().filter_map(|id| T::parse(id)).collect();
        if chosen.iter().any(|id| T::parse(id).is_none()) {
            self.problem(field, Wrong::NotOffered);
        }
        values
    }

    fn needed(&mut self, field: Field) -> String {
        let typed = self.typed(field);
        if typed.is_empty() {
            self.problem(field, Wrong::Missing);
        }
        typed
    }

    fn typed(&mut self, field: Field) -> String {
        let tidy = text::tidy(self.draft.text(field));
        let (typed, limit) = (text::length(&tidy), field.limit());
        if typed > limit {
            self.problem(field, Wrong::TooLong { limit, typed });
        }
        tidy
    }

    fn problem(&mut self, field: Field, wrong: Wrong) {
        self.problems.push(Problem { field, wrong });
    }
}

/// Only what cannot be an address at all is refused: whether mail arrives, no rule can say.
fn looks_like_an_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let tidy = !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c));
    let dotted = domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.');
    tidy && dotted && !local.is_empty() && !local.contains('@')
}

#[cfg(test)]
mod tests;
