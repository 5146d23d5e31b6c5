//! A table that may be wider than a phone: it scrolls by itself, by keyboard too, and the page does not.

use leptos::prelude::*;

#[component]
pub fn Wide(label: &'static str, children: Children) -> impl IntoView {
    view! {
        <div class="wide" role="region" tabindex="0" aria-label=label>
            {children()}
        </div>
    }
}
