//! For somebody who is not safe now: whom to call, also without speaking or hearing. Then on, if they wish.

use leptos::prelude::*;

use crate::i18n::Tr;

pub fn page(tr: Tr) -> AnyView {
    view! {
        <h1>{tr.danger_heading()}</h1>
        <p class="lead">
            <a href="tel:999">{tr.danger_call()}</a>
        </p>
        <h2>{tr.danger_silent_heading()}</h2>
        <ol>
            <li>{tr.danger_silent_call()}</li>
            <li>{tr.danger_silent_listen()}</li>
            <li>{tr.danger_silent_press()}</li>
        </ol>
        <p>{tr.danger_silent_limits()}</p>
        <h2>{tr.danger_deaf_heading()}</h2>
        <ul>
            <li>{tr.danger_text()}</li>
            <li>{tr.danger_bsl()}</li>
        </ul>
        <p>{tr.danger_not_us()}</p>
    }
    .into_any()
}
