//! The language in the address.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;

use crate::domain::locale::Locale;
use crate::i18n::Tr;
use crate::web::{App, errors};

/// The first path segment as a language on offer; any other is a page that is not here.
pub struct Language(pub Tr);

impl FromRequestParts<App> for Language {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let tag = parts.uri.path().split('/').nth(1).unwrap_or_default();
        Locale::from_tag(tag).map(|locale| Self(Tr::new(locale))).ok_or_else(|| {
            errors::page(&app.site, errors::speaks(&parts.uri, &parts.headers), errors::Trouble::NotFound)
        })
    }
}
