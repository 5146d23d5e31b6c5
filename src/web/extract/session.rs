//! Who is asking, from the session cookie. A handler that asks for one of these cannot be reached without it.

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::Response;

use super::cookie;
use crate::domain::staff::Lead;
use crate::service::ServiceError;
use crate::service::sign_in::{self, SignedIn};
use crate::web::desk::{back, trouble};
use crate::web::{App, Site};

/// Where somebody who is not signed in is sent.
pub const SIGN_IN: &str = "/desk/sign-in";

/// Whose session the cookie is, when it is good.
pub async fn find(app: &App, headers: &HeaderMap) -> Result<Option<SignedIn>, ServiceError> {
    sign_in::resume(&app.ctx, token(&app.site, headers).unwrap_or_default()).await
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        match find(app, &parts.headers).await {
            Ok(Some(who)) => Ok(who),
            Ok(None) => Err(back::first_sign_in(&app.site, &parts.method, &parts.uri)),
            Err(error) => Err(trouble::page(&app.site, None, &error)),
        }
    }
}

/// What a session has to prove before a handler is reached.
pub trait Proof: Sized {
    /// Gives the session back when it does not.
    fn prove(who: SignedIn) -> Result<Self, Box<SignedIn>>;
}

impl Proof for SignedIn {
    fn prove(who: SignedIn) -> Result<Self, Box<SignedIn>> {
        Ok(who)
    }
}

/// Somebody who looks after the team.
pub struct ALead {
    pub who: SignedIn,
    pub lead: Lead,
}

impl Proof for ALead {
    fn prove(who: SignedIn) -> Result<Self, Box<SignedIn>> {
        match who.lead() {
            Some(lead) => Ok(Self { who, lead }),
            None => Err(Box::new(who)),
        }
    }
}

impl FromRequestParts<App> for ALead {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let who = SignedIn::from_request_parts(parts, app).await?;
        Self::prove(who).map_err(|who| trouble::page(&app.site, Some(&who), &ServiceError::Forbidden))
    }
}

/// What the session cookie holds, whatever it is worth.
pub struct SessionToken(pub String);

impl FromRequestParts<App> for SessionToken {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        Ok(Self(token(&app.site, &parts.headers).unwrap_or_default().to_owned()))
    }
}

/// Gives the browser a session. It ends with the browser, no script reads it, and no form of another site carries it.
pub fn set(site: &Site, token: &str, mut response: Response) -> Response {
    cookie::write(
        &mut response,
        &format!("{}={token}; Path=/; HttpOnly; SameSite=Lax{}", name(site), cookie::secure(site)),
    );
    response
}

pub fn clear(site: &Site, mut response: Response) -> Response {
    let forgotten = format!("{}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{}", name(site), cookie::secure(site));
    cookie::write(&mut response, &forgotten);
    response
}

/// `__Host-` binds the cookie to this host over TLS: no neighbour under the same domain can plant one. Without TLS
/// (development, an onion address) browsers would drop it.
fn name(site: &Site) -> &'static str {
    if site.is_https() { "__Host-desk" } else { "desk" }
}

fn token<'h>(site: &Site, headers: &'h HeaderMap) -> Option<&'h str> {
    cookie::read(headers, name(site))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;
    use axum::http::header::{COOKIE, SET_COOKIE};

    use super::*;
    use crate::web::respond;

    fn site(public_url: &str) -> Site {
        Site { public_url: public_url.to_owned(), ..Site::default() }
    }

    fn headers(cookies: &[&'static str]) -> HeaderMap {
        cookies.iter().map(|cookie| (COOKIE, HeaderValue::from_static(cookie))).collect()
    }

    #[test]
    fn the_cookie_is_found_among_others_and_only_under_its_name() {
        let (plain, tls) = (site("http://127.0.0.1:8080"), site("https://site.test"));
        let all = headers(&["a=b; desk=one; x", "__Host-desk=two"]);
        assert_eq!(token(&plain, &all), Some("one"));
        assert_eq!(token(&tls, &all), Some("two"));
        assert_eq!(token(&tls, &headers(&["desk=one"])), None);
        assert_eq!(token(&plain, &headers(&[])), None);
    }

    #[test]
    fn over_tls_the_cookie_is_bound_to_the_host() {
        let cookie =
            |site| set(&site, "t", respond::see_other("/desk")).headers()[SET_COOKIE].to_str().unwrap().to_owned();
        assert_eq!(cookie(site("https://site.test")), "__Host-desk=t; Path=/; HttpOnly; SameSite=Lax; Secure");
        assert_eq!(cookie(site("http://127.0.0.1:1")), "desk=t; Path=/; HttpOnly; SameSite=Lax");
    }
}
