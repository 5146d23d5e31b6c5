//! A number with its period, and who counted.

use leptos::prelude::*;

use super::prose::marks;
use super::when;
use crate::content::records::Figure;
use crate::i18n::Tr;

/// Shows nothing for a figure that is not confirmed: there is no way to its text.
#[component]
pub fn FigureSentence(tr: Tr, figure: Figure) -> impl IntoView {
    let said = figure.confirmed(tr.locale())?;
    let (lang, dir) = marks(tr, said.locale);
    Some(view! {
        <figure>
            <p lang=lang dir=dir>
                {said.text.to_owned()}
            </p>
            <figcaption class="label">
                {tr.source_label()}" "<bdi lang="en">{figure.source.clone()}</bdi>". "
                {tr.checked_published(when::date(tr, figure.checked_on))}
            </figcaption>
        </figure>
    })
}
