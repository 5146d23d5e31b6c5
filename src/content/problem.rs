//! What can be wrong with content, said so that a writer who is not a programmer can mend it.

use std::fmt;

/// Whether the site may be published so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
}

/// One thing to mend, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Path below `content/`.
    pub file: String,
    pub line: Option<usize>,
    pub fault: Fault,
}

/// The faults that are looked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("nothing on this site has this name; pages are content/PAGE/LOCALE.md")]
    StrayFile,
    #[error("the page begins with a head between two lines of +++")]
    NoHead,
    #[error("cannot be read: {0}")]
    Unreadable(String),
    #[error("`{0}` is missing")]
    Missing(&'static str),
    #[error("`{0}` has no text in {1:?}; readers get the English one, marked as such")]
    MissingIn(&'static str, &'static str),
    #[error("`{field}` cannot be {value:?}; {wanted}")]
    BadValue { field: &'static str, value: String, wanted: &'static str },
    #[error("`{0}` is not a field that anything reads")]
    UnknownField(String),
    #[error("there is no such translation; readers get the English text, marked as such")]
    NoTranslation,
    #[error("the title {0:?} is also that of another page in this language")]
    SameTitle(String),
    #[error("the id {0:?} is used twice")]
    SameId(String),
    #[error("headings are ## and ###, and ### comes under a ##")]
    HeadingOrder,
    #[error("raw HTML is shown as text, never run")]
    RawHtml,
    #[error("{0} is not used on these pages")]
    NotUsedHere(&'static str),
    #[error("links go to page:NAME or to https://; this one goes to {0:?}")]
    BadLink(String),
    #[error("`page:{0}` is no page")]
    UnknownPage(String),
    #[error("{{{{{0}}}}} is no directive")]
    UnknownDirective(String),
    #[error("{{{{{0}}}}} stands alone on its line, outside lists and notes")]
    DirectiveNotAlone(String),
    #[error("{{{{{0}}}}} has no ## above it; a card's name is a heading of the third level")]
    CardWithoutHeading(String),
    #[error("there is no record {0:?}")]
    UnknownRecord(String),
    #[error("the number of {0:?} is not confirmed, so a page may not show it")]
    UnconfirmedNumber(String),
    #[error("the figure {0:?} is not confirmed, so a page may not show it")]
    UnconfirmedFigure(String),
    #[error("{0:?} looks like a telephone number or a count; numbers are records")]
    Digits(String),
    #[error("{0:?} looks like a statistic; figures are records")]
    Share(String),
    #[error("an e-mail address belongs into a record")]
    Address,
    #[error("differs from the English page: {0}")]
    DiffersFromSource(String),
    #[error("was to be looked at again by {0}")]
    Overdue(jiff::civil::Date),
}

impl Problem {
    pub fn new(file: impl Into<String>, line: Option<usize>, fault: Fault) -> Self {
        Self { file: file.into(), line, fault }
    }

    pub fn severity(&self) -> Severity {
        match self.fault {
            Fault::Overdue(_) => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "content/{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {severity}: {}", self.fault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_says_where_and_what() {
        let problem = Problem::new("start/en.md", Some(7), Fault::UnknownDirective("phon:x".into()));
        assert_eq!(problem.to_string(), "content/start/en.md:7: error: {{phon:x}} is no directive");
    }
}
