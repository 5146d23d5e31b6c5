//! Pages for everybody. No cookie, no storage, ever.

mod entrance;
pub mod languages;
pub mod page;
mod reply;
pub mod resend;
mod tell;
pub mod typed;
mod well_known;

use axum::Router;
use axum::routing::get;

use super::{App, shelf};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(entrance::show))
        .route("/{locale}", get(page::bare))
        .route("/{locale}/", get(page::first))
        .route("/{locale}/{name}", get(page::named))
        .route("/healthz", get(well_known::alive))
        .route("/readyz", get(well_known::ready))
        .route("/robots.txt", get(well_known::robots))
        .route("/sitemap.xml", get(well_known::sitemap))
        .route("/.well-known/security.txt", get(well_known::security))
        .merge(tell::routes())
        .merge(reply::routes())
}

/// Where the reading pages are, under each language. Not the form: nobody should land in the middle of it.
pub fn paths() -> impl Iterator<Item = String> {
    shelf::names().map(|name| format!("/{name}"))
}
