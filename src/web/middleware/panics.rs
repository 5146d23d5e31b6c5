//! A panic in a handler is a page and one log line, and the line holds nothing that was sent.

use std::any::Any;
use std::sync::Arc;

use axum::Router;
use axum::response::Response;
use tower_http::catch_panic::{CatchPanicLayer, ResponseForPanic};

use crate::domain::locale::Locale;
use crate::i18n::Tr;
use crate::web::{App, Site, errors};

pub fn catch(routes: Router<App>, app: &App) -> Router<App> {
    routes.layer(CatchPanicLayer::custom(Fault(Arc::clone(&app.site))))
}

#[derive(Clone)]
struct Fault(Arc<Site>);

impl ResponseForPanic for Fault {
    type ResponseBody = axum::body::Body;

    fn response_for_panic(&mut self, _: Box<dyn Any + Send + 'static>) -> Response {
        // The payload may quote what was sent; the panic hook has logged the place.
        tracing::error!("a handler panicked");
        errors::page(&self.0, Tr::new(Locale::SOURCE), errors::Trouble::Fault)
    }
}
