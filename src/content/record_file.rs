//! Reads files of records entry by entry: one mistake costs one record, and every mistake is told at once.

use jiff::civil::{Date, Time};
use serde::Deserialize;
use serde::de::{Deserializer, Error as _};
use toml::{Table, Value};

use super::dates::{self, SourceDate};
use super::problem::{Fault, Problem};

pub(super) const CONTACTS: &str = "contacts.toml";
pub(super) const FIGURES: &str = "figures.toml";

/// The list `key` of a file. An entry that cannot be read is left out and told.
pub(super) fn read_list<'de, T: Deserialize<'de>>(
    file: &str,
    key: &str,
    text: &str,
    problems: &mut Vec<Problem>,
) -> Vec<T> {
    let mut unreadable = |what: &str| problems.push(Problem::new(file, None, Fault::Unreadable(what.to_owned())));
    let mut table: Table = match text.parse() {
        Ok(table) => table,
        Err(error) => {
            unreadable(&error.to_string());
            return Vec::new();
        }
    };
    let Some(Value::Array(entries)) = table.remove(key) else {
        unreadable(&format!("there is no [[{key}]]"));
        return Vec::new();
    };
    table.keys().for_each(|stray| unreadable(&format!("nothing reads `{stray}`")));
    let mut records = Vec::new();
    for entry in entries {
        let id = entry.get("id").and_then(Value::as_str).unwrap_or("without id").to_owned();
        match entry.try_into() {
            Ok(record) => records.push(record),
            Err(error) => unreadable(&format!("{id}: {}", error.to_string().trim())),
        }
    }
    records
}

pub(super) fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let text = String::deserialize(deserializer)?;
    dates::day(&text).ok_or_else(|| D::Error::custom(format!("{text:?} is no day; write 2026-11-22")))
}

pub(super) fn source_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SourceDate, D::Error> {
    let text = String::deserialize(deserializer)?;
    SourceDate::parse(&text).ok_or_else(|| D::Error::custom(format!("{text:?}: {}", SourceDate::WANTED)))
}

pub(super) fn optional_source_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<SourceDate>, D::Error> {
    source_date(deserializer).map(Some)
}

pub(super) fn time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Time, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.parse().map_err(|_| D::Error::custom(format!("{text:?} is no time; write 09:30")))
}
