//! Headers of every response.

use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use tower_http::set_header::SetResponseHeaderLayer;

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
    routes
        .layer(always(header::CONTENT_SECURITY_POLICY, policy))
        .layer(always(header::REFERRER_POLICY, HeaderValue::from_static("same-origin")))
        .layer(always(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")))
        .layer(always(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")))
        .layer(always(header::CACHE_CONTROL, HeaderValue::from_static("no-store")))
        .layer(always(HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")))
        .layer(always(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")))
}

fn always(name: HeaderName, value: HeaderValue) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(name, value)
}
