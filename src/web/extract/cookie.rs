//! Cookies, at the desk only: a visitor is given none.

use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;

use crate::domain::clock::Seconds;
use crate::web::Site;

pub fn read<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|value| value.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find_map(|(cookie, value)| (cookie == name).then_some(value))
}

pub fn write(response: &mut Response, cookie: &str) {
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
}

pub fn secure(site: &Site) -> &'static str {
    if site.is_https() { "; Secure" } else { "" }
}

/// A cookie that only one part of the desk is sent, for a while.
pub struct Passing {
    pub name: &'static str,
    pub path: String,
    pub life: Seconds,
}

impl Passing {
    pub fn set(&self, site: &Site, response: &mut Response, value: &str) {
        let Self { path, life, .. } = self;
        let name = self.full_name(site);
        write(
            response,
            &format!("{name}={value}; Path={path}; HttpOnly; SameSite=Lax; Max-Age={}{}", life.0, secure(site)),
        );
    }

    pub fn read<'h>(&self, site: &Site, headers: &'h HeaderMap) -> Option<&'h str> {
        read(headers, &self.full_name(site))
    }

    pub fn forget(&self, site: &Site, response: &mut Response) {
        Self { name: self.name, path: self.path.clone(), life: Seconds(0) }.set(site, response, "");
    }

    /// `__Host-` would ask for the path `/`.
    fn full_name(&self, site: &Site) -> String {
        format!("{}{}", if site.is_https() { "__Secure-" } else { "" }, self.name)
    }
}
