//! What a handler does not answer, because it broke or because it waits for ever, is answered here: with a page in the
//! person's language, with help and the exit, and with what was typed.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;

use super::panics::Broke;
use crate::i18n::Tr;
use crate::web::errors::{self, Trouble};
use crate::web::extract::form::Form;
use crate::web::public::resend;
use crate::web::{App, desk};

/// No handler takes longer, reading a form and waiting for the database included.
const PATIENCE: Duration = Duration::from_secs(60);

/// What was posted, as far as it was read. Only here for the time of one request.
#[derive(Clone, Default)]
pub struct Posted(Arc<Mutex<Option<Form>>>);

impl Posted {
    pub fn keep(&self, form: &Form) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(form.clone());
    }

    fn take(&self) -> Form {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take().unwrap_or_default()
    }
}

pub async fn answer(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let (uri, tr) = (request.uri().clone(), errors::speaks(request.uri(), request.headers()));
    let posted = (request.method() == Method::POST).then(Posted::default);
    if let Some(posted) = &posted {
        request.extensions_mut().insert(posted.clone());
    }
    let trouble = match tokio::time::timeout(PATIENCE, next.run(request)).await {
        Ok(response) if response.extensions().get::<Broke>().is_none() => return response,
        Ok(_) => Trouble::Fault,
        Err(_) => {
            tracing::error!("a request was not answered in time");
            // Most likely that is what it waited for: what was typed must not wait for it again.
            app.ctx.held.database_failed(app.ctx.clock.now());
            Trouble::Away
        }
    };
    match posted {
        None => errors::page(&app.site, tr, trouble),
        Some(posted) => keeping(&app, tr, uri.path(), trouble, &posted.take()).await,
    }
}

async fn keeping(app: &App, tr: Tr, path: &str, trouble: Trouble, form: &Form) -> Response {
    if path.starts_with("/desk") {
        return desk::trouble::broke(&app.site, trouble.status(), form);
    }
    resend::page(app, tr, path, trouble, form).await
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use axum::routing::get;

    use super::*;
    use crate::web::middleware;
    use crate::web::testing::{Page, Visitor};

    const PATHS: [(&str, &str); 4] =
        [("/pl/tell", "pl"), ("/ur/reply", "ur"), ("/ro/nothing", "ro"), ("/desk/cases/1/answer", "en")];
    const SENT: &str = "step=words&text=He+waits&answer=We+can+help&password=marmalade&go=on";

    async fn breaks(_: Form) -> Response {
        panic!("it quotes what was sent")
    }

    async fn hangs(_: Form) -> Response {
        std::future::pending().await
    }

    /// The same frame around handlers that read what was sent and then break, or never end.
    fn site(app: &App, never_ends: bool) -> Router {
        let handler = if never_ends { get(hangs).post(hangs) } else { get(breaks).post(breaks) };
        let routes = PATHS.iter().fold(Router::new(), |routes, (path, _)| routes.route(path, handler.clone()));
        middleware::wrap(routes, app).with_state(app.clone())
    }

    async fn ask(visitor: &Visitor, never_ends: bool, method: Method, path: &str) -> Page {
        let request = Request::builder().method(method).uri(path).header("host", "site.test");
        visitor.ask_of(site(&visitor.app, never_ends), request.body(Body::from(SENT)).unwrap()).await
    }

    fn whole(page: &Page, status: u16, language: &str) {
        assert_eq!((page.status, page.attributes("html", "lang")), (status, vec![language.to_owned()]), "{page:?}");
        assert!(page.header("content-security-policy").is_some() && page.header("cache-control").is_some());
        assert_eq!(page.all("h1").len(), 1);
    }

    async fn every_way_out(visitor: &Visitor, never_ends: bool, status: u16) {
        for (path, language) in PATHS {
            let page = ask(visitor, never_ends, Method::GET, path).await;
            whole(&page, status, language);
            assert!(page.text().contains("999") && page.all("#leave").len() == 1, "{page:?}");

            let answer = ask(visitor, never_ends, Method::POST, path).await;
            let page = if answer.status == 303 { visitor.follow(&answer).await } else { answer };
            whole(&page, status, language);
            match path {
                "/pl/tell" | "/ur/reply" => {
                    let form = page.form("main form");
                    assert_eq!(
                        (form.action(), form.value("text"), form.value("go")),
                        (path, Some("He waits"), Some("on"))
                    );
                    assert!(page.header("retry-after").is_some() && page.text().contains("999"));
                }
                "/desk/cases/1/answer" => {
                    assert_eq!(page.all(".words"), ["We can help"]);
                    assert!(!page.text().contains("marmalade"), "a password is never shown again");
                }
                _ => {}
            }
        }
    }

    #[tokio::test]
    async fn a_handler_that_breaks_is_a_page_that_keeps_what_was_typed() {
        let visitor = Visitor::new().await;
        every_way_out(&visitor, false, 500).await;
    }

    #[tokio::test]
    async fn a_handler_that_never_ends_is_a_page_that_keeps_what_was_typed() {
        let visitor = Visitor::new().await;
        tokio::time::pause();
        every_way_out(&visitor, true, 503).await;
    }

    #[tokio::test]
    async fn the_form_that_broke_can_be_sent_again() {
        let visitor = Visitor::new().await;
        let broken = visitor.follow(&ask(&visitor, false, Method::POST, "/pl/tell").await).await;
        let next = visitor.send(&broken.form("main form")).await;
        assert_eq!(next.form("main form").value("step"), Some("way"));
    }
}
