//! `/`: to the first page in the language the browser asks for. The only place that negotiates, and nothing remembers.

use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse, Response};

use crate::web::{errors, respond};

pub async fn show(uri: Uri, headers: HeaderMap) -> Response {
    let tr = errors::speaks(&uri, &headers);
    let first_page = respond::see_other(&format!("/{}/", tr.lang()));
    ([(header::VARY, "Accept-Language")], first_page).into_response()
}
