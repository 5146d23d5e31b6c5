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
    /// The language of the words: English where a translation is missing.
    pub locale: Locale,
    pub front: FrontMatter,
    pub body: Body,
}

impl Library {
    /// The pages in the binary.
    pub fn supplied() -> (Self, Vec<Problem>) {
        Self::from_files(SUPPLIED)
    }

    /// From paths below `content/` and their texts.
    pub fn from_files(files: &[(&str, &str)]) -> (Self, Vec<Problem>) {
        let text_of = |path: &str| files.iter().find(|(name, _)| *name == path).map(|(_, text)| *text);
        let (contacts, figures) = (text_of(CONTACTS).unwrap_or_default(), text_of(FIGURES).unwrap_or_default());
        let (records, mut problems) = Records::read(contacts, figures);
        let mut library = Self { pages: BTreeMap::new(), records };
        for (file, text) in files.iter().filter(|(file, _)| ![CONTACTS, FIGURES].contains(file)) {
            match page_and_locale(file) {
                Some((page, locale)) => problems.extend(library.add(page, locale, locale, text)),
                None => problems.push(Problem::new(*file, None, Fault::StrayFile)),
            }
        }
        for (page, locale) in library.gaps() {
            if let Some(text) = text_of(&path_of(page, Locale::SOURCE)) {
                // Its problems have been told of the English page.
                library.add(page, locale, Locale::SOURCE, text);
            }
        }
        (library, problems)
    }

    /// What a reader of this language gets. `None` only if the English page is missing too.
    pub fn reading(&self, page: Page, wanted: Locale) -> Option<&Document> {
        self.pages.get(&(page, wanted))
    }

    /// The page as it was written in this language.
    pub fn document(&self, page: Page, locale: Locale) -> Option<&Document> {
        self.reading(page, locale).filter(|document| document.locale == locale)
    }

    pub fn records(&self) -> &Records {
        &self.records
    }

    fn gaps(&self) -> Vec<(Page, Locale)> {
        let all = Page::ALL.into_iter().flat_map(|page| Locale::ALL.map(|locale| (page, locale)));
        all.filter(|place| !self.pages.contains_key(place)).collect()
    }

    /// Puts a text written in one language before the readers of another: its links stay in theirs.
    fn add(&mut self, page: Page, readers: Locale, written: Locale, text: &str) -> Vec<Problem> {
        let file = path_of(page, written);
        let Some(parts) = front_matter::split(text) else {
            return vec![Problem::new(file, Some(1), Fault::NoHead)];
        };
        let front = match front_matter::parse(&file, parts.head) {
            Ok(front) => front,
            Err(problems) => return problems,
        };
        let (body, problems) = markdown::parse(&file, parts.body, parts.body_line, readers, &self.records);
        self.pages.insert((page, readers), Document { locale: written, front, body });
        problems
    }
}

/// The path of a page below `content/`.
pub(super) fn path_of(page: Page, locale: Locale) -> String {
    format!("{}/{}.md", page.id(), locale.tag())
}

fn page_and_locale(file: &str) -> Option<(Page, Locale)> {
    let (page, locale) = file.strip_suffix(".md")?.split_once('/')?;
    Some((Page::from_id(page)?, Locale::from_tag(locale)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::body::Block;
    use crate::content::sample;

    #[test]
    fn english_stands_in_for_what_a_language_lacks() {
        let page = sample::page("Phones", "[Words](page:tell).");
        let (library, problems) = Library::from_files(&[
            ("devices/en.md", &page),
            ("contacts.toml", sample::CONTACTS),
            ("figures.toml", sample::FIGURES),
        ]);
        assert_eq!(problems, []);
        let reading = library.reading(Page::Devices, Locale::Ur).unwrap();
        assert_eq!((reading.locale, reading.front.title.as_str()), (Locale::En, "Phones"));
        let Block::Prose(html) = &reading.body.sections[0].blocks[0] else { panic!("prose") };
        assert!(html.as_str().contains("href=\"/ur/tell\""), "links stay in the reader's language");
        assert!(library.document(Page::Devices, Locale::Ur).is_none());
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
