//! The one place that puts HTML into a page as it is: only [`SafeHtml`], which only `content` makes.

use leptos::prelude::*;

use crate::content::body::{Heading, SafeHtml};
use crate::domain::locale::Locale;
use crate::i18n::Tr;

/// A stretch of text, in the language it was written in.
#[component]
pub fn Prose(tr: Tr, written: Locale, html: SafeHtml) -> impl IntoView {
    let (lang, dir) = marks(tr, written);
    view! { <div lang=lang dir=dir inner_html=html.as_str().to_owned()></div> }
}

/// The heading of a part of a page.
#[component]
pub fn PartHeading(tr: Tr, written: Locale, heading: Heading) -> impl IntoView {
    let (lang, dir) = marks(tr, written);
    view! { <h2 id=heading.id lang=lang dir=dir inner_html=heading.words.as_str().to_owned()></h2> }
}

/// `lang` and `dir` for words that are not in the page's language (WCAG 3.1.2).
pub fn marks(tr: Tr, written: Locale) -> (Option<&'static str>, Option<&'static str>) {
    let other = (written != tr.locale()).then_some(written);
    (other.map(Locale::tag), other.map(|locale| locale.direction().attribute()))
}
