//! The one variable part of an address.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::response::Response;

use crate::web::{App, errors};

/// As it was typed, decoded. What is not UTF-8 is a page that is not here.
pub struct Segment(pub String);

impl FromRequestParts<App> for Segment {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        match Path::<String>::from_request_parts(parts, app).await {
            Ok(Path(segment)) => Ok(Self(segment)),
            Err(_) => {
                let tr = errors::speaks(&parts.uri, &parts.headers);
                Err(errors::page(&app.site, tr, errors::Trouble::NotFound))
            }
        }
    }
}
