//! The only way to a form's fields: bounded in size and time, judged for where it came from, never refused: what arrived
//! is shown again, and the page says what is wrong with it.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::request::Parts;
use http_body_util::BodyExt;
use tower::{Layer, Service, ServiceExt};
use tower_http::csrf::CsrfLayer;

use crate::web::App;
use crate::web::middleware::last_resort::Posted;

/// Twenty thousand letters of own words, percent-encoded at three bytes each way, with room for the other fields.
const MOST_BYTES: usize = 512 * 1024;
/// Read and thrown away beyond that, so that the browser hears the answer instead of a broken connection.
const MOST_DRAINED: usize = 8 * 1024 * 1024;
/// A slow phone on a bus sends a full page in this time; a connection held open on purpose ends.
const PATIENCE: Duration = Duration::from_secs(30);
const MOST_FIELDS: usize = 200;

/// A form as it arrived. Handlers say what a broken or foreign one means on their page.
#[derive(Clone, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    /// Some letters were not UTF-8 and became `�`.
    pub broken: bool,
    /// It was too large, too slow or broken off: this is its beginning.
    pub cut: bool,
    /// Another site sent it (Fetch-Metadata, Origin).
    pub foreign: bool,
}

impl Form {
    /// The first field of this name, as typed, with line breaks as `\n`.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Every value of a group of checkboxes.
    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// All of it, in the order of the page.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(field, _)| field == name)
    }

    fn parse(bytes: &[u8]) -> Self {
        let mut form = Self::default();
        for (name, value) in form_urlencoded::parse(bytes).take(MOST_FIELDS) {
            form.broken |= value.contains('\u{fffd}');
            // NUL is in no script, and PostgreSQL's text refuses it.
            let value = value.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}");
            form.fields.push((name.into_owned(), value));
        }
        form
    }
}

impl FromRequest<App> for Form {
    type Rejection = Infallible;

    async fn from_request(request: Request, app: &App) -> Result<Self, Infallible> {
        let (parts, body) = request.into_parts();
        let mut bytes = Vec::new();
        let whole = tokio::time::timeout(PATIENCE, read(body, &mut bytes)).await.unwrap_or(false);
        let form = Self { foreign: is_foreign(&parts, app).await, cut: !whole, ..Self::parse(&bytes) };
        if let Some(posted) = parts.extensions.get::<Posted>() {
            posted.keep(&form);
        }
        Ok(form)
    }
}

/// Returns whether all of it is there.
async fn read(mut body: Body, kept: &mut Vec<u8>) -> bool {
    let mut seen = 0;
    while let Some(frame) = body.frame().await {
        let Ok(frame) = frame else { return false };
        let Ok(data) = frame.into_data() else { continue };
        seen += data.len();
        kept.extend_from_slice(&data[..data.len().min(MOST_BYTES - kept.len())]);
        if seen > MOST_DRAINED {
            break;
        }
    }
    seen <= MOST_BYTES
}

/// Asks tower-http's layer, which knows Fetch-Metadata, Origin and Host; it can only refuse, and a refusal would lose
/// what was typed.
async fn is_foreign(parts: &Parts, app: &App) -> bool {
    let layer = CsrfLayer::new();
    let layer = match layer.clone().add_trusted_origin(&app.site.public_url) {
        Ok(layer) => layer,
        Err(_) => layer,
    };
    let mut question = axum::http::Request::new(Body::empty());
    *question.method_mut() = parts.method.clone();
    *question.uri_mut() = parts.uri.clone();
    *question.headers_mut() = parts.headers.clone();
    let inner = tower::service_fn(|_| async { Ok::<_, Infallible>(axum::http::Response::new(Body::empty())) });
    let mut judge = layer.layer(inner);
    match judge.ready().await {
        Ok(judge) => judge.call(question).await.is_ok_and(|answer| answer.status().is_client_error()),
        Err(never) => match never {},
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_come_as_typed_and_broken_letters_are_noticed() {
        let form = Form::parse(b"a=one+two&b=x&b=y&c=line%0D%0Aline&d=%FF");
        assert_eq!(form.get("a"), "one two");
        assert_eq!(form.all("b").collect::<Vec<_>>(), ["x", "y"]);
        assert_eq!(form.get("c"), "line\nline");
        assert!(form.broken);
        assert_eq!(form.get("nothing"), "");
        assert!(!Form::parse("a=dzień+dobry+%E2%9C%93".as_bytes()).broken);
    }
}
