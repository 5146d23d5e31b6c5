//! From markup to a response.

use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;

/// A rendered document. Leptos separates neighbouring texts by `<!>`, which the Nu checker counts as an error; in
/// text and attributes `<` is always escaped, so the replacement touches nothing else.
pub fn html(view: impl IntoView) -> String {
    view.to_html().replace("<!>", "")
}

pub fn page(status: StatusCode, document: String) -> Response {
    (status, [(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))], document).into_response()
}

/// The answer to every successful POST, and on the public side to every POST.
pub fn see_other(path: &str) -> Response {
    match HeaderValue::try_from(path) {
        Ok(location) => (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
