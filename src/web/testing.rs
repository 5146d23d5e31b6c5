//! For unit tests: the whole site in this process, on a fresh database, with a clock that a test moves. Pages are read
//! and forms filled in by the same code as in tests/.

#[path = "../../tests/support/page.rs"]
#[expect(dead_code, reason = "shared with tests/, which use the rest")]
mod page;

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::response::Response;
use http_body_util::BodyExt;
use tempfile::TempDir;
use tower::ServiceExt;

use super::limits::Limits;
use super::shelf::Shelf;
use super::{App, Site, router};
use crate::content::Library;
use crate::domain::clock::Seconds;
use crate::service::testing;

pub(crate) use page::{Form, Page};

/// Follows no redirect unless told to; keeps no cookie.
pub(crate) struct Visitor {
    pub(crate) app: App,
    folder: TempDir,
}

impl Visitor {
    pub(crate) async fn new() -> Self {
        let (ctx, folder) = testing::context().await;
        let site = Site {
            public_url: "http://site.test".to_owned(),
            exit_url: "https://exit.test/".to_owned(),
            security_contact: "mailto:security@site.test".to_owned(),
            ..Site::default()
        };
        // Rendering and compressing every page to read takes seconds, and these tests do not read.
        let shelf = Arc::new(Shelf::new(&site, &Library::from_files(&[]).0));
        Self { app: App { limits: Arc::new(Limits::new(&ctx)), shelf, site: Arc::new(site), ctx }, folder }
    }

    pub(crate) fn wait(&self, time: Seconds) {
        self.app.ctx.clock.advance(time);
    }

    pub(crate) async fn take_database_away(&self) {
        testing::take_database_away(&self.folder).await;
    }

    pub(crate) async fn bring_database_back(&self) {
        testing::bring_database_back(&self.folder).await;
        self.wait(Seconds::minutes(1));
    }

    pub(crate) async fn get(&self, path: &str) -> Page {
        self.ask(Request::get(path), Body::empty()).await
    }

    /// What a browser sends when the page did not arrive.
    pub(crate) async fn reload(&self, path: &str) -> Page {
        self.ask(Request::get(path).header("cache-control", "max-age=0"), Body::empty()).await
    }

    pub(crate) async fn head(&self, path: &str) -> Page {
        self.ask(Request::head(path), Body::empty()).await
    }

    /// With the headers of a browser that is on our page.
    pub(crate) async fn submit(&self, form: &Form) -> Page {
        self.post(form.action(), "same-origin", form.encoded()).await
    }

    /// As another site's page would.
    pub(crate) async fn submit_from_elsewhere(&self, form: &Form) -> Page {
        self.post(form.action(), "cross-site", form.encoded()).await
    }

    pub(crate) async fn post(&self, path: &str, from: &str, body: impl Into<Body>) -> Page {
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", from);
        self.ask(request, body.into()).await
    }

    /// Goes where a 303 points to.
    pub(crate) async fn follow(&self, page: &Page) -> Page {
        assert_eq!(page.status, 303, "not a redirect: {page:?}");
        self.get(page.header("location").unwrap()).await
    }

    pub(crate) async fn send(&self, form: &Form) -> Page {
        self.follow(&self.submit(form).await).await
    }

    async fn ask(&self, request: axum::http::request::Builder, body: Body) -> Page {
        let request = request.header("host", "site.test").body(body).unwrap();
        self.ask_of(router(self.app.clone()), request).await
    }

    /// Asks a site with other handlers.
    pub(crate) async fn ask_of(&self, routes: Router, request: Request<Body>) -> Page {
        let path = request.uri().path().to_owned();
        let response = routes.oneshot(request).await.unwrap();
        Page::parse(&path, &as_sent(response).await)
    }
}

async fn as_sent(response: Response) -> Vec<u8> {
    let (parts, body) = response.into_parts();
    let mut answer = format!("HTTP/1.1 {}\r\n", parts.status).into_bytes();
    for (name, value) in &parts.headers {
        answer.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
    }
    answer.extend(b"\r\n");
    answer.extend(body.collect().await.unwrap().to_bytes());
    answer
}
