//! Too many tries in a short time: nobody is locked out, everybody waits a little.

use axum::http::HeaderValue;
use axum::http::header::RETRY_AFTER;
use axum::response::Response;

use crate::web::limits::Wait;

pub fn words(wait: Wait) -> String {
    let seconds = wait.seconds();
    let unit = if seconds == 1 { "second" } else { "seconds" };
    format!("There were many tries in a short time. Wait {seconds} {unit}, then try again.")
}

pub fn with_retry_after(mut response: Response, wait: Wait) -> Response {
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(wait.seconds()));
    response
}
