//! The languages on offer, each by its own name, and honestly what its translation is worth.

use leptos::prelude::*;

use crate::content::front_matter::MadeBy;
use crate::content::library::Library;
use crate::content::page::{Page, Target};
use crate::domain::locale::Locale;
use crate::i18n::{Text, Tr};
use crate::web::{Site, layout};

/// Behind `/{locale}/`.
pub const NAME: &str = "languages";

/// The finished document.
pub fn html(site: &Site, library: &Library, tr: Tr) -> String {
    let languages = Locale::ALL.map(|locale| language(tr, locale, &state(tr, library, locale))).collect_view();
    let body = view! {
        <div class="hero">
            <h1>{tr.languages_heading()}</h1>
            <p class="lead">{tr.languages_summary()}</p>
        </div>
        <ul class="cards">{languages}</ul>
        <p>{tr.languages_mistake()}</p>
    };
    layout::Page::new(tr, tr.languages_title()).at(format!("/{NAME}")).only_to_read().html(site, body)
}

fn language(tr: Tr, locale: Locale, state: &[Text]) -> impl IntoView + use<> {
    let (tag, dir) = (locale.tag(), locale.direction().attribute());
    let href = Target::Page(Page::Start).path(locale);
    let current = (locale == tr.locale()).then_some("true");
    let state = state.iter().cloned().map(|line| view! { <p class="label">{line}</p> }).collect_view();
    view! {
        <li class="card">
            <h2>
                <a href=href lang=tag dir=dir hreflang=tag aria-current=current>{locale.autonym()}</a>
            </h2>
            {state}
        </li>
    }
}

/// Counted, not claimed.
fn state(tr: Tr, library: &Library, locale: Locale) -> Vec<Text> {
    if locale == Locale::SOURCE {
        return vec![tr.languages_source()];
    }
    let all = Page::ALL.len();
    let written: Vec<_> = Page::ALL.into_iter().filter_map(|page| library.document(page, locale)).collect();
    let checked = written.iter().filter(|document| document.front.made_by != MadeBy::Machine).count();
    let missing = all - written.len();
    let made = match checked {
        _ if written.is_empty() => None,
        0 => Some(tr.languages_machine()),
        _ if checked == all => Some(tr.languages_checked()),
        _ => Some(tr.languages_mixed(all, checked)),
    };
    made.into_iter().chain((missing > 0).then(|| tr.languages_missing(missing))).collect()
}
