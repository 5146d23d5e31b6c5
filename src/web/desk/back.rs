//! Where somebody was when the session was over, in a cookie, so that signing in leads there.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, Uri};
use axum::response::Response;

use crate::domain::clock::Seconds;
use crate::web::extract::cookie::Passing;
use crate::web::extract::session::SIGN_IN;
use crate::web::{App, Site, respond};

const DESK: &str = "/desk";

fn cookie() -> Passing {
    Passing { name: "desk-back", path: DESK.to_owned(), life: Seconds::minutes(30) }
}

/// To signing in, and then back to a page that was asked for.
pub fn first_sign_in(site: &Site, method: &Method, uri: &Uri) -> Response {
    let mut response = respond::see_other(SIGN_IN);
    if method == Method::GET {
        remember(site, &mut response, uri.path_and_query().map_or(DESK, |place| place.as_str()));
    }
    response
}

pub fn remember(site: &Site, response: &mut Response, place: &str) {
    if is_ours(place) && place != DESK {
        cookie().set(site, response, place);
    }
}

/// The page to go to after signing in.
pub struct Back(Option<String>);

impl Back {
    pub fn lead(self, site: &Site, done: impl FnOnce(&str) -> Response) -> Response {
        let mut response = done(self.0.as_deref().unwrap_or(DESK));
        if self.0.is_some() {
            cookie().forget(site, &mut response);
        }
        response
    }
}

impl FromRequestParts<App> for Back {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(Self(place(&app.site, &parts.headers)))
    }
}

fn place(site: &Site, headers: &HeaderMap) -> Option<String> {
    cookie().read(site, headers).filter(|place| is_ours(place)).map(str::to_owned)
}

/// A page of the desk and nothing else, in letters that a cookie may hold.
fn is_ours(place: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-_.?=&".contains(c);
    (place == DESK || place.starts_with("/desk/") || place.starts_with("/desk?")) && place.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_page_of_the_desk_is_gone_back_to() {
        for ours in ["/desk", "/desk/cases/0af1", "/desk?view=mine", "/desk/audit?before=9&by=0a"] {
            assert!(is_ours(ours), "{ours}");
        }
        for odd in [
            "",
            "//elsewhere.test",
            "https://elsewhere.test/desk",
            "/deskelsewhere",
            "/desk/a b",
            "/desk/%0d",
            "/desk;x",
        ] {
            assert!(!is_ours(odd), "{odd}");
        }
    }
}
