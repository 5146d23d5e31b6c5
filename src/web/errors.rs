//! Dead ends that lead on: every rejected request gets a page in the person's language with help and the exit.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::Response;
use leptos::prelude::*;

use super::layout::Page;
use super::{App, Site};
use crate::domain::locale::Locale;
use crate::i18n::{Text, Tr, negotiate::negotiate};

/// What went wrong, as far as a visitor is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    NotFound,
    Method,
    Away,
    Fault,
}

impl Trouble {
    pub fn status(self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Away => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn words(self, tr: Tr) -> (Text, Text, Text) {
        match self {
            Self::NotFound => (tr.not_found_title(), tr.not_found_heading(), tr.not_found_text()),
            Self::Method => (tr.method_title(), tr.method_heading(), tr.method_text()),
            Self::Away => (tr.away_title(), tr.away_heading(), tr.away_text()),
            Self::Fault => (tr.fault_title(), tr.fault_heading(), tr.fault_text()),
        }
    }
}

/// The page for a trouble.
pub fn page(site: &Site, tr: Tr, trouble: Trouble) -> Response {
    let (title, heading, text) = trouble.words(tr);
    Page::new(tr, title).status(trouble.status()).render(
        site,
        view! {
            <h1>{heading}</h1>
            <p class="lead">{text}</p>
            <Help tr/>
        },
    )
}

/// The way on from a dead end.
#[component]
pub fn Help(tr: Tr) -> impl IntoView {
    view! {
        <p>{tr.error_help()}</p>
        <ul class="ways">
            <li>
                <a href=format!("/{}/places", tr.lang())>{tr.error_help_link()}</a>
            </li>
            <li>
                <a href=format!("/{}/", tr.lang())>{tr.error_home_link()}</a>
            </li>
        </ul>
    }
}

pub async fn not_found(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Response {
    page(&app.site, speaks(&uri, &headers), Trouble::NotFound)
}

pub async fn method(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Response {
    page(&app.site, speaks(&uri, &headers), Trouble::Method)
}

/// The language of a request: its address says it, else the browser.
pub fn speaks(uri: &Uri, headers: &HeaderMap) -> Tr {
    let by_path = uri.path().split('/').nth(1).and_then(Locale::from_tag);
    let by_browser =
        || negotiate(headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default());
    Tr::new(by_path.unwrap_or_else(by_browser))
}
