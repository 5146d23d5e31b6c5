//! Headers of every response.

use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;
use tower::util::MapResponseLayer;

use crate::web::{App, style};

/// Nothing may be fetched, run, framed or sent anywhere but here. `same-origin` and not `no-referrer`: under the latter
/// browsers send `Origin: null` on our own forms, which cannot be told from a forgery.
pub fn secure(routes: Router<App>) -> Router<App> {
    let policy = format!(
        "default-src 'none'; style-src {} {}; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        style::PUBLIC.source,
        style::DESK.source
    );
    let policy = HeaderValue::try_from(policy).unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'"));
    let always = [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
        (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    ];
    // One layer for all: each is an allocation and a call for every request.
    routes.layer(MapResponseLayer::new(move |mut response: Response| {
        for (name, value) in &always {
            response.headers_mut().insert(name, value.clone());
        }
        response
    }))
}
