//! It arrived. The words to come back with, what to do with them, what happens next.

use axum::response::Response;
use leptos::prelude::*;

use crate::i18n::{Text, Tr};
use crate::service::drafts::Secret;
use crate::service::reporting;
use crate::web::{Site, layout};

/// Answered like a page with a form: the words must not come back with Back.
pub fn page(site: &Site, tr: Tr, secret: &Secret, priority: u8) -> Response {
    let words =
        reporting::words_to_keep(secret, tr.locale()).into_iter().map(|word| view! { <li>{word}</li> }).collect_view();
    layout::Page::new(tr, tr.sent_title()).at("/tell").with_form().without_language_links().render(
        site,
        view! {
            <h1>{tr.sent_heading()}</h1>
            <p class="lead">{tr.sent_lead()}</p>
            <ol id="code">{words}</ol>
            <p>
                <strong>{tr.sent_once()}</strong>
            </p>
            <h2>{tr.sent_keep_heading()}</h2>
            <ul>
                <li>{tr.sent_keep_paper()}</li>
                <li>{tr.sent_keep_photo()}</li>
                <li>{tr.sent_keep_lost()}</li>
                <li>{tr.sent_keep_found()}</li>
            </ul>
            <h2>{tr.sent_next_heading()}</h2>
            <p>{within(tr, priority)}" "{tr.sent_answer()}</p>
            <p>{tr.sent_danger()}</p>
            <p>{tr.sent_leave()}</p>
        },
    )
}

fn within(tr: Tr, priority: u8) -> Text {
    match priority {
        1 => tr.sent_within_1(),
        2 => tr.sent_within_2(),
        3 => tr.sent_within_3(),
        _ => tr.sent_within_4(),
    }
}
