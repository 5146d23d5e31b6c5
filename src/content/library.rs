//! All pages in all languages. A page that a language lacks is the English one, and says so.

use std::collections::BTreeMap;

use super::body::Body;
use super::front_matter::{self, FrontMatter};
use super::page::Page;
use super::problem::{Fault, Problem};
use super::record_file::{CONTACTS, FIGURES};
use super::records::Records;
use super::{SUPPLIED, markdown};
use crate::domain::locale::Locale;

/// What there is to read.
#[derive(Clone, Debug, Default)]
pub struct Library {
    pages: BTreeMap<(Page, Locale), Document>,
    records: Records,
}

/// One page in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub front: FrontMatter,
    pub body: Body,
}

/// A page as a reader of one language gets it.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    pub page: Page,
    pub document: &'a Document,
    /// The language the document is really in: English stands in for what is missing.
    pub locale: Locale,
}

impl Library {
    /// The pages in the binary.
    pub fn supplied() -> (Self, Vec<Problem>) {
        Self::from_files(SUPPLIED)
    }

    /// From paths below `content/` and their texts.
    pub fn from_files(files: &[(&str, &str)]) -> (Self, Vec<Problem>) {
        let text_of = |path| files.iter().find(|(name, _)| *name == path).map_or("", |(_, text)| *text);
        let (records, mut problems) = Records::read(text_of(CONTACTS), text_of(FIGURES));
        let mut pages = BTreeMap::new();
        for (file, text) in files.iter().filter(|(file, _)| ![CONTACTS, FIGURES].contains(file)) {
            let Some((page, locale)) = page_and_locale(file) else {
                problems.push(Problem::new(*file, None, Fault::StrayFile));
                continue;
            };
            match read(file, text, locale, &records) {
                Ok((document, faults)) => {
                    problems.extend(faults);
                    pages.insert((page, locale), document);
                }
                Err(faults) => problems.extend(faults),
            }
        }
        (Self { pages, records }, problems)
    }

    /// `None` only if the English page is missing too.
    pub fn reading(&self, page: Page, wanted: Locale) -> Option<Reading<'_>> {
        [wanted, Locale::SOURCE].into_iter().find_map(|locale| {
            let document = self.document(page, locale)?;
            Some(Reading { page, document, locale })
        })
    }

    /// Exactly this page in exactly this language.
    pub fn document(&self, page: Page, locale: Locale) -> Option<&Document> {
        self.pages.get(&(page, locale))
    }

    pub fn records(&self) -> &Records {
        &self.records
    }
}

pub(super) fn path_of(page: Page, locale: Locale) -> String {
    format!("{}/{}.md", page.id(), locale.tag())
}

fn page_and_locale(file: &str) -> Option<(Page, Locale)> {
    let (page, locale) = file.strip_suffix(".md")?.split_once('/')?;
    Some((Page::from_id(page)?, Locale::from_tag(locale)?))
}

fn read(file: &str, text: &str, locale: Locale, records: &Records) -> Result<(Document, Vec<Problem>), Vec<Problem>> {
    let no_head = || vec![Problem::new(file, Some(1), Fault::NoHead)];
    let parts = front_matter::split(text).ok_or_else(no_head)?;
    let front = front_matter::parse(file, parts.head)?;
    let (body, problems) = markdown::parse(file, parts.body, parts.body_line, locale, records);
    Ok((Document { front, body }, problems))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::sample;

    #[test]
    fn english_stands_in_for_what_a_language_lacks() {
        let page = sample::page("Phones", "Words.");
        let (library, problems) = Library::from_files(&[
            ("devices/en.md", &page),
            ("contacts.toml", sample::CONTACTS),
            ("figures.toml", sample::FIGURES),
        ]);
        assert_eq!(problems, []);
        let reading = library.reading(Page::Devices, Locale::Ur).unwrap();
        assert_eq!(reading.locale, Locale::En);
        assert_eq!(reading.document.front.title, "Phones");
        assert!(library.reading(Page::Rights, Locale::En).is_none());
    }

    #[test]
    fn a_damaged_translation_costs_only_itself() {
        let page = sample::page("Phones", "Words.");
        let (library, problems) = Library::from_files(&[
            ("devices/en.md", &page),
            ("devices/pl.md", "no head"),
            ("devices/xx.md", &page),
            ("desk/en.md", &page),
            ("contacts.toml", sample::CONTACTS),
            ("figures.toml", sample::FIGURES),
        ]);
        assert_eq!(library.reading(Page::Devices, Locale::Pl).unwrap().locale, Locale::En);
        let faults: Vec<_> = problems.into_iter().map(|problem| problem.fault).collect();
        assert_eq!(faults, [Fault::NoHead, Fault::StrayFile, Fault::StrayFile]);
    }
}
