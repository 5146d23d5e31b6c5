//! The pages to read, rendered once for each language. A reader costs a look-up; the database is not asked.

use std::collections::HashMap;
use std::sync::Arc;

use arc_swap::ArcSwap;

use super::Site;
use super::encoding::Copies;
use super::public::{languages, page};
use crate::content::{Library, Page};
use crate::domain::locale::Locale;
use crate::i18n::Tr;

/// Swapped as a whole when the content changes: a reader gets the old page or the new one.
#[derive(Debug)]
pub struct Shelf(ArcSwap<Pages>);

type Pages = [HashMap<&'static str, Arc<Copies>>; Locale::ALL.len()];

impl Shelf {
    pub fn new(site: &Site, library: &Library) -> Self {
        Self(ArcSwap::from_pointee(pages(site, library)))
    }

    pub fn replace(&self, site: &Site, library: &Library) {
        self.0.store(Arc::new(pages(site, library)));
    }

    /// The page at `/{locale}/{name}`; the first page has the empty name.
    pub fn find(&self, locale: Locale, name: &str) -> Option<Arc<Copies>> {
        self.0.load()[locale.index()].get(name).cloned()
    }
}

/// What stands behind `/{locale}/` for each page on the shelf.
pub fn names() -> impl Iterator<Item = &'static str> + Clone {
    Page::ALL.into_iter().map(name).chain([languages::NAME])
}

pub fn name(page: Page) -> &'static str {
    if page == Page::Start { "" } else { page.id() }
}

fn pages(site: &Site, library: &Library) -> Pages {
    Locale::ALL.map(|locale| {
        let tr = Tr::new(locale);
        let mut pages: HashMap<_, _> = Page::ALL
            .into_iter()
            .filter_map(|page| Some((name(page), page::html(site, library, page, tr)?)))
            .map(|(name, document)| (name, Arc::new(Copies::new(document))))
            .collect();
        pages.insert(languages::NAME, Arc::new(Copies::new(languages::html(site, library, tr))));
        pages
    })
}
