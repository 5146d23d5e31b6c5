//! The one variable part of an address, besides the language.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use axum::response::Response;

use crate::web::{App, errors};

/// As it was typed, decoded. What is not UTF-8 is a page that is not here.
pub struct Segment(pub String);

impl FromRequestParts<App> for Segment {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let decoded = RawPathParams::from_request_parts(parts, app).await.ok();
        let segment =
            decoded.and_then(|all| all.iter().find(|(name, _)| *name != "locale").map(|(_, it)| it.to_owned()));
        segment.map(Self).ok_or_else(|| {
            errors::page(&app.site, errors::speaks(&parts.uri, &parts.headers), errors::Trouble::NotFound)
        })
    }
}
