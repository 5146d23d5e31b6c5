//! `Tr` speaks one language: `tr.leave()` is the text of message `leave`.
//!
//! The methods are made by build.rs from `locales/en/*.ftl`. A message that a language lacks falls back to English and
//! is counted; a language with such a gap is not offered (a test fails).

use std::borrow::Cow;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::domain::locale::{Direction, Locale};

/// Text that is ready to be shown.
pub type Text = Cow<'static, str>;

/// The words of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tr(Locale);

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

impl Tr {
    pub fn new(locale: Locale) -> Self {
        Self(locale)
    }

    pub fn locale(self) -> Locale {
        self.0
    }

    pub fn lang(self) -> &'static str {
        self.0.tag()
    }

    pub fn dir(self) -> &'static str {
        self.0.direction().attribute()
    }

    /// The text of a message whose id is made from a value, such as `sign-` and the sign's own id. Whoever uses it
    /// has a test that goes through all values.
    pub fn named(self, id: &str) -> Option<Text> {
        let bundle = &BUNDLES[self.0.index()];
        let pattern = bundle.get_message(id)?.value()?;
        Some(Cow::Owned(bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned()))
    }

    fn plain(self, id: &'static str) -> Text {
        self.format(id, None)
    }

    fn with(self, id: &'static str, values: Vec<(&'static str, FluentValue<'static>)>) -> Text {
        self.format(id, Some(&values.into_iter().collect()))
    }

    fn format(self, id: &'static str, values: Option<&FluentArgs<'_>>) -> Text {
        for locale in [self.0, Locale::SOURCE] {
            let bundle: &'static FluentBundle<_> = &BUNDLES[locale.index()];
            if let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) {
                return Cow::Owned(bundle.format_pattern(pattern, values, &mut Vec::new()).into_owned());
            }
            FALLBACKS.fetch_add(1, Ordering::Relaxed);
        }
        Cow::Borrowed("")
    }
}

/// How often English stood in for a missing message since the start.
pub fn fallbacks() -> u64 {
    FALLBACKS.load(Ordering::Relaxed)
}

static FALLBACKS: AtomicU64 = AtomicU64::new(0);

static BUNDLES: LazyLock<[FluentBundle<Arc<FluentResource>>; Locale::ALL.len()]> =
    LazyLock::new(|| Locale::ALL.map(bundle));

fn bundle(locale: Locale) -> FluentBundle<Arc<FluentResource>> {
    let language: LanguageIdentifier = locale.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Marks around values keep a Latin name from turning an Urdu sentence round; elsewhere they are noise.
    bundle.set_use_isolating(locale.direction() == Direction::RightToLeft);
    let files = CATALOGUES.iter().filter(|(tag, _)| *tag == locale.tag()).flat_map(|(_, files)| files.iter());
    for text in files {
        // build.rs has parsed every file and refused mistakes and repetitions.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(Arc::new(resource));
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_on_offer_is_complete() {
        let gaps: Vec<String> = Locale::ALL
            .into_iter()
            .flat_map(|locale| IDS.iter().map(move |id| (locale, *id)))
            .filter(|(locale, id)| BUNDLES[locale.index()].get_message(id).is_none())
            .map(|(locale, id)| format!("{}:{id}", locale.tag()))
            .collect();
        assert!(gaps.is_empty(), "missing: {gaps:?}");
    }
}
