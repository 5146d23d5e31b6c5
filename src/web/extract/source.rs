//! Where a request comes from, only ever as a keyed hash of a network prefix.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;

use crate::web::limits::Source;
use crate::web::{App, Site};

impl FromRequestParts<App> for Source {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let address = client(&app.site, peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)), &parts.headers);
        Ok(app.limits.source(address))
    }
}

/// The last address in `X-Forwarded-For` that is not one of our proxies. What stands before it is a stranger's claim, as
/// is the whole header without a trusted proxy: when that last one is not an address, nothing is believed.
fn client(site: &Site, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    let trusted = |address: &IpAddr| site.trusted_proxies.iter().any(|network| network.contains(address));
    if !trusted(&peer) {
        return peer;
    }
    headers
        .get_all("x-forwarded-for")
        .iter()
        .flat_map(|value| value.to_str().unwrap_or_default().split(','))
        .map(|written| address(written.trim()))
        .rfind(|address| !address.is_some_and(|address| trusted(&address)))
        .flatten()
        .unwrap_or(peer)
}

/// Some proxies add the port.
fn address(written: &str) -> Option<IpAddr> {
    written.parse().ok().or_else(|| written.parse::<SocketAddr>().ok().map(|with_port| with_port.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(peer: &str, forwarded: &str) -> String {
        let site = Site {
            public_url: "http://site.test".to_owned(),
            trusted_proxies: vec!["10.0.0.0/8".parse().unwrap()],
            ..Site::default()
        };
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", forwarded.parse().unwrap());
        client(&site, peer.parse().unwrap(), &headers).to_string()
    }

    #[test]
    fn what_a_stranger_wrote_before_the_proxy_counts_for_nothing() {
        assert_eq!(seen("10.0.0.2", "203.0.113.9, 198.51.100.7:4711"), "198.51.100.7");
        assert_eq!(seen("10.0.0.2", "203.0.113.9, [2001:db8::1]:4711"), "2001:db8::1");
        assert_eq!(seen("10.0.0.2", "203.0.113.9, unknown"), "10.0.0.2");
        assert_eq!(seen("10.0.0.2", "203.0.113.9, , 10.0.0.3"), "10.0.0.2");
    }

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        assert_eq!(seen("192.0.2.1", "198.51.100.7"), "192.0.2.1");
        assert_eq!(seen("10.0.0.2", "198.51.100.7"), "198.51.100.7");
        assert_eq!(seen("10.0.0.2", "203.0.113.9, 198.51.100.7, 10.0.0.3"), "198.51.100.7");
        assert_eq!(seen("10.0.0.2", "rubbish"), "10.0.0.2");
    }
}
