//! Answers for machines.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::domain::clock::{Moment, Seconds};
use crate::domain::locale::Locale;
use crate::web::{App, Site, public};

/// The process answers.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// The database answers too: a load balancer may send people here.
pub async fn ready(State(app): State<App>) -> Response {
    match app.ctx.db.ping().await {
        Ok(()) => "ok\n".into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response(),
    }
}

pub async fn robots(State(app): State<App>) -> String {
    format!(
        "User-agent: *\nDisallow: /desk\nDisallow: /press\nDisallow: /a/\nSitemap: {}/sitemap.xml\n",
        app.site.public_url
    )
}

pub async fn sitemap(State(app): State<App>) -> Response {
    let urls: String = Locale::ALL
        .iter()
        .flat_map(|locale| public::paths().map(move |path| (locale.tag(), path)))
        .map(|(tag, path)| format!("<url><loc>{}/{tag}{path}</loc></url>", app.site.public_url))
        .collect();
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{urls}</urlset>"
    );
    ([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], body).into_response()
}

/// RFC 9116. It must expire within a year; this one says half a year from now.
pub async fn security(State(app): State<App>) -> String {
    let expires = app.ctx.clock.now() + Seconds::days(180);
    let Site { public_url, security_contact, .. } = &*app.site;
    format!(
        "Contact: {security_contact}\nExpires: {}\nPreferred-Languages: en\nCanonical: {public_url}/.well-known/security.txt\n",
        rfc3339(expires)
    )
}

fn rfc3339(moment: Moment) -> String {
    jiff::Timestamp::from_second(moment.0).unwrap_or_default().to_string()
}
