//! Pages instead of a question. None of them is a dead end.

use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use leptos::prelude::*;

use super::view::{Again, Kept};
use crate::i18n::{Text, Tr};
use crate::web::components::form::Hidden;
use crate::web::components::rescue::Lines;
use crate::web::errors::Help;
use crate::web::{Site, layout};

/// Seconds to wait while the database is away.
pub const AWAY_SECONDS: u64 = 60;

/// This page was shown before, or never.
pub fn gone(site: &Site, tr: Tr) -> Response {
    let body = view! {
        <p>{tr.gone_sent()}</p>
        <p>{tr.gone_without_words()}</p>
    };
    ending(site, tr, "/tell", StatusCode::GONE, [tr.gone_title(), tr.gone_heading(), tr.gone_text()], body)
}

/// The same for messages.
pub fn gone_talk(site: &Site, tr: Tr) -> Response {
    let body = view! { <p>{tr.gone_talk()}</p> };
    ending(site, tr, "/reply", StatusCode::GONE, [tr.gone_title(), tr.gone_heading(), tr.gone_text()], body)
}

pub fn expired(site: &Site, tr: Tr) -> Response {
    ending(site, tr, "/tell", StatusCode::GONE, [tr.expired_title(), tr.expired_heading(), tr.expired_text()], ())
}

pub fn lost(site: &Site, tr: Tr) -> Response {
    ending(site, tr, "/tell", StatusCode::BAD_REQUEST, [tr.lost_title(), tr.lost_heading(), tr.lost_text()], ())
}

/// The page is there but cannot be read now. The address is good later.
pub fn away(site: &Site, tr: Tr, address: &str) -> Response {
    let address = address.to_owned();
    let page = layout::Page::new(tr, tr.away_title()).step().status(StatusCode::SERVICE_UNAVAILABLE);
    let response = page.render(
        site,
        view! {
            <h1>{tr.away_heading()}</h1>
            <p class="lead">{tr.notice_held()}</p>
            <p>
                <a class="button" href=address>
                    {tr.away_retry()}
                </a>
            </p>
            <Lines tr/>
        },
    );
    after(response, AWAY_SECONDS)
}

/// What was sent, on a page that sends it again with one button.
pub fn again(site: &Site, tr: Tr, again: Again) -> Response {
    let (status, seconds, title, heading, text) = match again.kept {
        Kept::Busy { seconds } => {
            (StatusCode::TOO_MANY_REQUESTS, seconds, tr.wait_title(), tr.wait_heading(), tr.wait_text())
        }
        Kept::Away => {
            (StatusCode::SERVICE_UNAVAILABLE, AWAY_SECONDS, tr.away_title(), tr.away_heading(), tr.notice_away())
        }
        Kept::Fault => {
            (StatusCode::INTERNAL_SERVER_ERROR, AWAY_SECONDS, tr.fault_title(), tr.fault_heading(), tr.fault_kept())
        }
    };
    let wait = matches!(again.kept, Kept::Busy { .. }).then(|| view! { <p>{tr.wait_when(seconds)}</p> });
    let page = layout::Page::new(tr, title).step().status(status);
    let response = page.render(
        site,
        view! {
            <h1>{heading}</h1>
            <p class="lead">{text}</p>
            {wait}
            <Resend tr again/>
            <Lines tr/>
        },
    );
    after(response, seconds)
}

#[component]
fn Resend(tr: Tr, again: Again) -> impl IntoView {
    let fields = again.fields.into_iter().map(|(name, value)| view! { <Hidden name value/> }).collect_view();
    view! {
        <form method="post" action=again.action autocomplete="off">
            {fields}
            <div class="actions">
                <button>{tr.wait_again()}</button>
            </div>
        </form>
    }
}

fn ending(
    site: &Site,
    tr: Tr,
    path: &'static str,
    status: StatusCode,
    words: [Text; 3],
    more: impl IntoView + 'static,
) -> Response {
    let [title, heading, text] = words;
    layout::Page::new(tr, title).at(path).status(status).render(
        site,
        view! {
            <h1>{heading}</h1>
            <p class="lead">{text}</p>
            {more}
            <ul class="ways">
                <li>
                    <a href=format!("/{}/tell", tr.lang())>{tr.gone_begin()}</a>
                </li>
                <li>
                    <a href=format!("/{}/reply", tr.lang())>{tr.gone_reply()}</a>
                </li>
            </ul>
            <Help tr/>
        },
    )
}

/// Says when trying again makes sense.
pub fn after(mut response: Response, seconds: u64) -> Response {
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    response
}
