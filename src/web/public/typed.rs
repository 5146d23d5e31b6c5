//! Addresses as people type them from a poster: with capitals, with a slash at the end.

use axum::extract::Request;
use axum::http::header::LOCATION;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::domain::locale::Locale;

/// Leads to the plain address. Only who reads is led on: what was sent is never sent again to another address.
pub async fn plain_address(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    match plain(request.uri().path()).filter(|_| reads) {
        Some(path) => (StatusCode::PERMANENT_REDIRECT, [(LOCATION, path)]).into_response(),
        None => next.run(request).await,
    }
}

/// The same address in small letters, without the slash, if it is another one. Only what is a language and one name:
/// a longer address holds a ticket, in which capitals count.
fn plain(path: &str) -> Option<String> {
    let small = path.to_ascii_lowercase();
    let (tag, name) = small.strip_prefix('/')?.split_once('/').unwrap_or((&small[1..], ""));
    let name = name.strip_suffix('/').unwrap_or(name);
    Locale::from_tag(tag)?;
    let plain = format!("/{tag}/{name}");
    (!name.contains('/') && plain != path).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::testing::Visitor;

    #[test]
    fn capitals_and_a_slash_at_the_end_lead_to_the_plain_address() {
        for (typed, meant) in [
            ("/EN/", "/en/"),
            ("/Pl", "/pl/"),
            ("/en/tell/", "/en/tell"),
            ("/pl/Everyday", "/pl/everyday"),
            ("/UR/PLACES/", "/ur/places"),
        ] {
            assert_eq!(plain(typed).as_deref(), Some(meant), "{typed}");
            assert_eq!(plain(meant), None, "{meant}");
        }
    }

    #[test]
    fn nothing_else_is_touched() {
        for path in ["", "/", "/desk/", "/FR/", "//en/", "/en/tell/AbC", "/en/tell/AbC/", "/en/x//", "*"] {
            assert_eq!(plain(path), None, "{path}");
        }
    }

    #[tokio::test]
    async fn only_who_reads_is_led_on() {
        let visitor = Visitor::new().await;
        let led = visitor.get("/EN/tell/").await;
        assert_eq!((led.status, led.header("location")), (308, Some("/en/tell")));
        assert_eq!(visitor.post("/EN/tell/", "same-origin", "go=on").await.status, 404);
    }
}
