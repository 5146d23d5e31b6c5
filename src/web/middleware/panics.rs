//! A panic in a handler is an answer and one log line, and the line holds nothing that was sent.

use std::any::Any;

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use tower_http::catch_panic::{CatchPanicLayer, ResponseForPanic};

use crate::web::App;

pub fn catch(routes: Router<App>) -> Router<App> {
    routes.layer(CatchPanicLayer::custom(Fault))
}

/// Marks the answer of a handler that broke; the last resort makes a page of it.
#[derive(Clone)]
pub struct Broke;

#[derive(Clone)]
struct Fault;

impl ResponseForPanic for Fault {
    type ResponseBody = Body;

    /// The payload may quote what was sent; the panic hook logs the place.
    fn response_for_panic(&mut self, _: Box<dyn Any + Send + 'static>) -> Response {
        let mut response = Response::default();
        response.extensions_mut().insert(Broke);
        response
    }
}
