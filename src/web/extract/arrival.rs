//! How somebody comes to an address.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};

use crate::service::drafts::Arrival;
use crate::web::App;

impl FromRequestParts<App> for Arrival {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        Ok(arrival(&parts.headers))
    }
}

/// What follows from a press on our page says so, and a browser that loads again what was cut off repeats it. Chromium
/// marks a reload. Going back carries neither (measured; docs/decisions/0002).
fn arrival(headers: &HeaderMap) -> Arrival {
    let says = |name: &str, value: &str| headers.get(name).is_some_and(|said| said == value);
    let pressed = says("sec-fetch-site", "same-origin") && says("sec-fetch-user", "?1");
    let reloaded = says(header::CACHE_CONTROL.as_str(), "max-age=0");
    if pressed || reloaded { Arrival::Onward } else { Arrival::Back }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(headers: &[(&'static str, &'static str)]) -> Arrival {
        arrival(
            &headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect::<HeaderMap>(),
        )
    }

    #[test]
    fn only_a_press_on_our_page_and_a_reload_go_on() {
        let (user, ours, reload) =
            (("sec-fetch-user", "?1"), ("sec-fetch-site", "same-origin"), ("cache-control", "max-age=0"));
        assert_eq!(with(&[user, ours]), Arrival::Onward);
        assert_eq!(with(&[reload, ours]), Arrival::Onward);
        for back in [&[ours][..], &[], &[user, ("sec-fetch-site", "none")], &[("cache-control", "no-cache"), ours]] {
            assert_eq!(with(back), Arrival::Back, "{back:?}");
        }
    }
}
