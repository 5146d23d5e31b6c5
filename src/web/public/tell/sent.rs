//! It arrived. The words to come back with, what to do with them, what happens next.

use axum::response::Response;
use leptos::prelude::*;

use crate::domain::contact::SafeContact;
use crate::i18n::{Text, Tr};
use crate::service::drafts::Secret;
use crate::service::reporting;
use crate::web::components::when;
use crate::web::{Site, layout};

/// Answered like a page with a form: the words must not come back with Back.
pub fn page(site: &Site, tr: Tr, secret: &Secret, priority: u8, contact: Option<SafeContact>) -> Response {
    let words =
        reporting::words_to_keep(secret, tr.locale()).into_iter().map(|word| view! { <li>{word}</li> }).collect_view();
    let within = within(tr, priority);
    let answer = answer(tr, contact).into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    layout::Page::new(tr, tr.sent_title()).at("/tell").with_form().step().render(
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
            <ul id="next">
                <li>{within}</li>
                {answer}
            </ul>
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

/// How they are answered, as they chose. Not the number or the address: somebody else may see the screen.
fn answer(tr: Tr, contact: Option<SafeContact>) -> Vec<Text> {
    let mut lines = match contact {
        Some(SafeContact::Here) => return vec![tr.sent_answer()],
        None => vec![tr.sent_answer_chosen()],
        Some(SafeContact::Phone { times, name, voicemail, .. }) => {
            let mut lines = vec![tr.sent_call(when::safe_times(tr, &times).into_owned())];
            lines.extend(name.map(|name| tr.sent_call_name(name)));
            lines.push(if voicemail { tr.sent_call_message() } else { tr.sent_call_no_message() });
            lines
        }
        Some(SafeContact::Email { times, name, .. }) => {
            let mut lines = vec![tr.sent_mail(when::safe_times(tr, &times).into_owned())];
            lines.extend(name.map(|name| tr.sent_mail_name(name)));
            lines
        }
    };
    lines.push(tr.sent_words_too());
    lines
}
