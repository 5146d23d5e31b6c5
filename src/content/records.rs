//! Services and figures as records. A value carries what is known about it, and a value that nobody could confirm does
//! not come out: a wrong number on a page can cost more than no number.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::{Date, Time};
use serde::Deserialize;

use super::SUPPLIED;
use super::dates::SourceDate;
use super::problem::Problem;
use super::record_file::{self, CONTACTS, FIGURES, day, optional_source_date, source_date, time};
use crate::domain::contact::Day;
use crate::domain::locale::Locale;

/// Everything that pages refer to by id, in the order of the files.
#[derive(Clone, Debug, Default)]
pub struct Records {
    contacts: Vec<Contact>,
    figures: Vec<Figure>,
}

/// Where a service belongs on a page of services.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    Emergency,
    Local,
    National,
}

/// Where a service stands in the directory, once: those who always answer come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Emergency,
    Always,
    Local,
    National,
}

/// Whether a published source was read that says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    Confirmed,
    Unconfirmed,
    /// Sources disagree; kept so that nobody publishes it by mistake.
    Conflicting,
}

/// How good the source is. Only `H` and `M` may be confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Confidence {
    H,
    M,
    K,
}

/// How a record was compared with the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CheckedHow {
    Published,
    Called,
}

/// A service that people can turn to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    pub id: String,
    pub scope: Scope,
    /// A proper name, in no language but its own.
    pub name: String,
    pub phone: Option<Channel>,
    pub text: Option<Channel>,
    pub email: Option<Channel>,
    pub web: Option<Channel>,
    hours: Hours,
    bsl: Option<Hours>,
    languages: Languages,
    pub free: bool,
    #[serde(deserialize_with = "day")]
    pub checked_on: Date,
    pub checked_how: CheckedHow,
    #[serde(deserialize_with = "day")]
    pub review_by: Date,
    about: Texts,
}

/// One way to reach a service. The value is private: see [`Channel::confirmed`].
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    value: String,
    status: Status,
    confidence: Confidence,
    pub source: String,
    #[serde(deserialize_with = "source_date")]
    pub source_date: SourceDate,
}

/// When somebody answers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Hours {
    status: Status,
    #[serde(default)]
    always: bool,
    #[serde(default)]
    spans: Vec<Span>,
    note: Option<String>,
    #[expect(dead_code, reason = "for whoever checks the record; the card names the channel's source")]
    source: Option<String>,
    #[serde(default, deserialize_with = "optional_source_date")]
    #[expect(dead_code, reason = "for whoever checks the record; the card names the channel's source")]
    source_date: Option<SourceDate>,
}

/// The same hours on some days of the week.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    pub days: Vec<Day>,
    #[serde(deserialize_with = "time")]
    pub from: Time,
    #[serde(deserialize_with = "time")]
    pub to: Time,
}

/// What may be said about hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open<'a> {
    Always,
    Spans(&'a [Span]),
    /// It is open, but nobody could confirm when.
    Unknown,
}

/// What may be said about sign language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bsl<'a> {
    Unknown,
    By { how: Option<&'a str>, open: Open<'a> },
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Languages {
    status: Status,
    list: Vec<String>,
}

/// A number that pages may show, as a sentence with its period.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    pub id: String,
    status: Status,
    pub source: String,
    #[serde(deserialize_with = "source_date")]
    pub source_date: SourceDate,
    #[serde(deserialize_with = "day")]
    pub checked_on: Date,
    #[serde(deserialize_with = "day")]
    pub review_by: Date,
    text: Texts,
}

/// A short text in each language that has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
struct Texts(BTreeMap<String, String>);

/// A text and the language it is really in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    pub text: &'a str,
    pub locale: Locale,
}

/// The records in the binary, for pages that are not made of content.
pub fn supplied() -> &'static Records {
    static RECORDS: LazyLock<Records> = LazyLock::new(|| {
        let text_of = |path| SUPPLIED.iter().find(|(name, _)| *name == path).map_or("", |(_, text)| *text);
        Records::read(text_of(CONTACTS), text_of(FIGURES)).0
    });
    &RECORDS
}

impl Records {
    /// Reads both files, leaves out each record that cannot be read, and says so.
    pub fn read(contacts: &str, figures: &str) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let contacts: Vec<Contact> = record_file::read_list(CONTACTS, "contact", contacts, &mut problems);
        let figures: Vec<Figure> = record_file::read_list(FIGURES, "figure", figures, &mut problems);
        (Self { contacts, figures }, problems)
    }

    pub fn contacts(&self) -> &[Contact] {
        &self.contacts
    }

    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    pub fn contact(&self, id: &str) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.id == id)
    }

    pub fn in_group(&self, group: Group) -> impl Iterator<Item = &Contact> {
        self.contacts.iter().filter(move |contact| contact.group() == group)
    }

    /// A number in the whole country where somebody answers day and night, and a call is free.
    pub fn helpline(&self) -> Option<&str> {
        let mut national =
            self.in_group(Group::Always).filter(|contact| contact.scope == Scope::National && contact.free);
        national.find_map(Contact::number)
    }

    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id == id)
    }
}

impl Group {
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "emergency" => Some(Self::Emergency),
            "always" => Some(Self::Always),
            "local" => Some(Self::Local),
            "national" => Some(Self::National),
            _ => None,
        }
    }
}

impl Contact {
    pub fn about(&self, locale: Locale) -> Said<'_> {
        self.about.said(locale)
    }

    pub fn has_about(&self, locale: Locale) -> bool {
        self.about.has(locale)
    }

    pub fn open(&self) -> Open<'_> {
        self.hours.open()
    }

    pub fn group(&self) -> Group {
        match (self.scope, self.open()) {
            (Scope::Emergency, _) => Group::Emergency,
            (_, Open::Always) => Group::Always,
            (Scope::Local, _) => Group::Local,
            (Scope::National, _) => Group::National,
        }
    }

    pub fn bsl(&self) -> Bsl<'_> {
        match &self.bsl {
            Some(hours) if hours.status == Status::Confirmed => {
                Bsl::By { how: hours.note.as_deref(), open: hours.open() }
            }
            _ => Bsl::Unknown,
        }
    }

    /// The languages with interpreters, `None` when nobody could confirm any.
    pub fn languages(&self) -> Option<&[String]> {
        (self.languages.status == Status::Confirmed).then_some(self.languages.list.as_slice())
    }

    /// The number to call, if it may be shown.
    pub fn number(&self) -> Option<&str> {
        self.phone.as_ref().and_then(Channel::confirmed)
    }

    pub fn channels(&self) -> impl Iterator<Item = &Channel> {
        [&self.phone, &self.text, &self.email, &self.web].into_iter().flatten()
    }
}

impl Channel {
    /// The value, if it may be shown.
    pub fn confirmed(&self) -> Option<&str> {
        (self.status == Status::Confirmed && self.confidence != Confidence::K).then_some(self.value.as_str())
    }

    /// Marked confirmed, but from no source that was found.
    pub fn is_contradictory(&self) -> bool {
        self.status == Status::Confirmed && self.confidence == Confidence::K
    }
}

impl Hours {
    fn open(&self) -> Open<'_> {
        match self.status {
            Status::Confirmed if self.always => Open::Always,
            Status::Confirmed if !self.spans.is_empty() => Open::Spans(&self.spans),
            _ => Open::Unknown,
        }
    }
}

impl Figure {
    /// The sentence, if it may be shown.
    pub fn confirmed(&self, locale: Locale) -> Option<Said<'_>> {
        (self.status == Status::Confirmed).then(|| self.text.said(locale))
    }

    pub fn is_confirmed(&self) -> bool {
        self.status == Status::Confirmed
    }

    pub fn has_text(&self, locale: Locale) -> bool {
        self.text.has(locale)
    }
}

impl Texts {
    fn said(&self, locale: Locale) -> Said<'_> {
        let find = |locale: Locale| self.0.get(locale.tag()).map(|text| Said { text, locale });
        find(locale).or_else(|| find(Locale::SOURCE)).unwrap_or(Said { text: "", locale: Locale::SOURCE })
    }

    fn has(&self, locale: Locale) -> bool {
        self.0.get(locale.tag()).is_some_and(|text| !text.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::problem::Fault;
    use crate::content::sample;

    #[test]
    fn only_what_is_confirmed_comes_out() {
        let records = sample::records();
        let (line, rumour) = (records.contact("line").unwrap(), records.contact("rumour").unwrap());
        assert_eq!(line.phone.as_ref().unwrap().confirmed(), Some("0808 2000 247"));
        assert_eq!(line.open(), Open::Always);
        assert_eq!(records.helpline(), Some("0808 2000 247"));
        assert_eq!(line.languages(), None);
        assert_eq!(rumour.phone.as_ref().unwrap().confirmed(), None);
        assert_eq!(rumour.open(), Open::Unknown);
        assert_eq!(rumour.bsl(), Bsl::Unknown);
        assert_eq!(records.figure("disputed").unwrap().confirmed(Locale::En), None);
    }

    #[test]
    fn a_text_says_in_which_language_it_is() {
        let records = sample::records();
        let line = records.contact("line").unwrap();
        assert_eq!(line.about(Locale::Pl), Said { text: "Dla każdego.", locale: Locale::Pl });
        let disputed = records.figure("disputed").unwrap();
        assert!(!disputed.has_text(Locale::Pl));
    }

    #[test]
    fn one_mistake_costs_one_record() {
        let contacts = sample::CONTACTS.replacen("scope = \"national\"", "scope = \"moon\"", 1);
        let (records, problems) = Records::read(&contacts, "[[figure]]\nid = \"x\"\n");
        assert!(records.contact("line").is_none());
        assert!(records.contact("rumour").is_some());
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(matches!(&problems[0].fault, Fault::Unreadable(what) if what.starts_with("line: ")), "{problems:?}");
    }
}
