//! The head of a page: what it is called, who wrote it and when somebody must look again.

use jiff::civil::Date;
use toml::{Table, Value};

use super::dates;
use super::problem::{Fault, Problem};
use crate::domain::locale::Locale;

/// Who made a text. Readers are told, in their language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MadeBy {
    Human,
    Machine,
    /// Made by a machine, then read and corrected by a person who knows the language and the subject.
    MachineChecked,
}

/// What a mistake in this page could do, and so who must check it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    Safety,
    Legal,
    General,
}

/// A page's head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// For the browser's tab: names the page, never the subject.
    pub title: String,
    /// The page's only `h1`.
    pub heading: String,
    pub summary: String,
    pub made_by: MadeBy,
    pub risk: Risk,
    pub checked_on: Date,
    pub review_by: Date,
    /// The language of the text that this one was made from.
    pub source: Option<Locale>,
}

/// The head's text, the body and the line on which the body begins.
pub struct Parts<'a> {
    pub head: &'a str,
    pub body: &'a str,
    pub body_line: usize,
}

const FENCE: &str = "+++";
const FIELDS: [&str; 8] = ["title", "heading", "summary", "made_by", "risk", "checked_on", "review_by", "source"];

/// Cuts a file at its two fences.
pub fn split(text: &str) -> Option<Parts<'_>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let inside = text.strip_prefix(FENCE)?.trim_start_matches('\r').strip_prefix('\n')?;
    let (head, after) = inside.split_once(&format!("\n{FENCE}"))?;
    let (rest_of_fence, body) = after.split_once('\n').unwrap_or((after, ""));
    rest_of_fence.trim().is_empty().then_some(Parts { head, body, body_line: head.lines().count() + 3 })
}

/// Reads the head, or says everything that is wrong with it.
pub fn parse(file: &str, head: &str) -> Result<FrontMatter, Vec<Problem>> {
    let table = head.parse::<Table>().map_err(|error| {
        let line = error.span().map(|span| line_of(head, span.start) + 1);
        vec![Problem::new(file, line, Fault::Unreadable(error.message().to_owned()))]
    })?;
    let mut reader = HeadReader { table: &table, faults: Vec::new() };
    let front_matter = reader.read();
    match front_matter {
        Some(front_matter) if reader.faults.is_empty() => Ok(front_matter),
        _ => Err(reader.faults.into_iter().map(|fault| Problem::new(file, None, fault)).collect()),
    }
}

/// The one-based line of a byte.
pub fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

struct HeadReader<'a> {
    table: &'a Table,
    faults: Vec<Fault>,
}

impl HeadReader<'_> {
    /// Asks for every field before it gives up, so that a writer hears of all faults at once.
    fn read(&mut self) -> Option<FrontMatter> {
        for field in self.table.keys().filter(|key| !FIELDS.contains(&key.as_str())) {
            self.faults.push(Fault::UnknownField(field.clone()));
        }
        let (title, heading, summary) = (self.text("title"), self.text("heading"), self.text("summary"));
        let made_by = self.one_of("made_by", "write human, machine or machine-checked", |text| match text {
            "human" => Some(MadeBy::Human),
            "machine" => Some(MadeBy::Machine),
            "machine-checked" => Some(MadeBy::MachineChecked),
            _ => None,
        });
        let risk = self.one_of("risk", "write safety, legal or general", |text| match text {
            "safety" => Some(Risk::Safety),
            "legal" => Some(Risk::Legal),
            "general" => Some(Risk::General),
            _ => None,
        });
        let checked_on = self.one_of("checked_on", "write a day, 2026-11-22", dates::day);
        let review_by = self.one_of("review_by", "write a day, 2026-11-22", dates::day);
        let source = match self.table.contains_key("source") {
            true => self.one_of("source", "write a language of this site: en", Locale::from_tag).map(Some),
            false => Some(None),
        };
        Some(FrontMatter {
            title: title?,
            heading: heading?,
            summary: summary?,
            made_by: made_by?,
            risk: risk?,
            checked_on: checked_on?,
            review_by: review_by?,
            source: source?,
        })
    }

    fn text(&mut self, field: &'static str) -> Option<String> {
        let text = match self.table.get(field) {
            Some(Value::String(text)) => text.trim(),
            Some(_) => return self.refuse(field, "a value without quotes", "write words between quotes"),
            None => "",
        };
        if text.is_empty() {
            self.faults.push(Fault::Missing(field));
            return None;
        }
        Some(text.to_owned())
    }

    fn one_of<T>(&mut self, field: &'static str, wanted: &'static str, read: fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(field)?;
        read(&text).or_else(|| self.refuse(field, &text, wanted))
    }

    fn refuse<T>(&mut self, field: &'static str, value: &str, wanted: &'static str) -> Option<T> {
        self.faults.push(Fault::BadValue { field, value: value.to_owned(), wanted });
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = r#"title = "Phones"
heading = "Use your phone"
summary = "What stays behind."
made_by = "machine"
risk = "safety"
checked_on = "2026-11-22"
review_by = "2027-02-20""#;

    #[test]
    fn a_whole_head_is_read() {
        let head = parse("devices/en.md", WHOLE).unwrap();
        assert_eq!(head.title, "Phones");
        assert_eq!(head.made_by, MadeBy::Machine);
        assert_eq!(head.review_by, jiff::civil::date(2027, 2, 20));
        assert_eq!(head.source, None);
        let translated = parse("devices/pl.md", &format!("{WHOLE}\nsource = \"en\"")).unwrap();
        assert_eq!(translated.source, Some(Locale::En));
        assert!(parse("devices/pl.md", &format!("{WHOLE}\nsource = \"xx\"")).is_err());
    }

    #[test]
    fn all_faults_are_told_at_once() {
        let head = WHOLE.replace("machine", "robot").replace("2027-02-20", "soon").replace("title", "titel");
        let faults: Vec<_> = parse("x", &head).unwrap_err().into_iter().map(|problem| problem.fault).collect();
        assert_eq!(faults.len(), 4, "{faults:?}");
        assert!(faults.contains(&Fault::UnknownField("titel".into())));
        assert!(faults.contains(&Fault::Missing("title")));
    }

    #[test]
    fn a_file_is_cut_at_its_fences() {
        let text = format!("+++\n{WHOLE}\n+++\nFirst line\n");
        let parts = split(&text).unwrap();
        assert_eq!(parts.head, WHOLE);
        assert_eq!(parts.body, "First line\n");
        assert_eq!(text.lines().nth(parts.body_line - 1), Some("First line"));
        assert!(split("no fence").is_none());
        assert!(split("+++\ntitle = 1\n").is_none());
    }
}
