//! HTTP and HTML. A handler extracts, makes one service call, and returns a page or a redirect.

use std::sync::Arc;

use axum::Router;

use crate::service::Context;

pub mod components;
pub mod desk;
pub mod encoding;
pub mod errors;
pub mod extract;
pub mod layout;
pub mod limits;
pub mod middleware;
pub mod public;
pub mod respond;
pub mod server;
pub mod shelf;
pub mod style;
#[cfg(test)]
pub(crate) mod testing;

/// What every handler may reach.
#[derive(Clone)]
pub struct App {
    pub ctx: Context,
    pub site: Arc<Site>,
    pub limits: Arc<limits::Limits>,
    pub shelf: Arc<shelf::Shelf>,
}

/// What pages say that the operator chooses.
#[derive(Debug, Default)]
pub struct Site {
    /// Where the site is reached, without a slash at the end.
    pub public_url: String,
    /// A team reads what is sent. Until then pages that take or announce a message say that nobody does.
    pub open: bool,
    /// Somebody answers there day and night; from the records.
    pub helpline: Option<String>,
    /// Where "Leave this page" leads: neutral, busy, plausible.
    pub exit_url: String,
    /// Where faults in the site's security are told to: a `mailto:` or `https:` address (RFC 9116).
    pub security_contact: String,
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<ipnet::IpNet>,
}

impl Site {
    /// What "Leave this page" opens, as people say it.
    pub fn exit_host(&self) -> String {
        let host = self.exit_url.parse::<axum::http::Uri>().ok().and_then(|uri| uri.host().map(ToOwned::to_owned));
        host.unwrap_or_default().trim_start_matches("www.").to_owned()
    }

    /// Cookies can be bound to TLS.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// Everything that answers.
pub fn router(app: App) -> Router {
    let routes = Router::new()
        .merge(public::routes())
        .merge(desk::routes())
        .fallback(errors::not_found)
        .method_not_allowed_fallback(errors::method)
        .layer(axum::middleware::from_fn(public::typed::plain_address));
    middleware::wrap(routes, &app).with_state(app)
}
