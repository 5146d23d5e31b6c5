//! Days as the writers know them: some sources carry a month or only a year, and some carry nothing.

use jiff::civil::Date;

/// How exactly a source says when it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceDate {
    Undated,
    Year(i16),
    Month { year: i16, month: i8 },
    Day(Date),
}

impl SourceDate {
    pub const WANTED: &'static str = "write 2026-11-22, 2026-11, 2026 or undated";

    pub fn parse(text: &str) -> Option<Self> {
        match text.len() {
            _ if text == "undated" => Some(Self::Undated),
            4 => text.parse().ok().map(Self::Year),
            7 => {
                let day: Date = format!("{text}-01").parse().ok()?;
                Some(Self::Month { year: day.year(), month: day.month() })
            }
            _ => day(text).map(Self::Day),
        }
    }
}

/// A whole day, `2026-11-22`.
pub fn day(text: &str) -> Option<Date> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_source_may_be_vague_but_not_wrong() {
        assert_eq!(SourceDate::parse("undated"), Some(SourceDate::Undated));
        assert_eq!(SourceDate::parse("2020"), Some(SourceDate::Year(2020)));
        assert_eq!(SourceDate::parse("2024-11"), Some(SourceDate::Month { year: 2024, month: 11 }));
        assert_eq!(SourceDate::parse("2026-11-22"), Some(SourceDate::Day(date(2026, 11, 22))));
        for wrong in ["", "2024-13", "last year", "2026-02-30", "20261122"] {
            assert_eq!(SourceDate::parse(wrong), None, "{wrong}");
        }
    }
}
