//! The frame of staff pages. In English: the team works in English, and every word of the law it uses is English.

use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use crate::domain::locale::Locale;
use crate::i18n::Tr;
use crate::service::sign_in::SignedIn;
use crate::web::layout::{Exit, Head};
use crate::web::{Site, respond, style};

/// Who looks at a page, as far as its frame needs to know.
#[derive(Clone)]
pub struct Viewer {
    name: String,
    leads: bool,
    reads: bool,
}

impl Viewer {
    pub fn of(who: &SignedIn) -> Self {
        Self { name: who.name().to_owned(), leads: who.lead().is_some(), reads: who.reviewer().is_some() }
    }
}

/// A staff page, before it is filled. The title is neutral here too: a colleague's screen is seen in an open office.
pub struct DeskPage {
    title: String,
    viewer: Option<Viewer>,
    status: StatusCode,
}

impl DeskPage {
    /// For somebody who is not signed in yet.
    pub fn outside(title: impl Into<String>) -> Self {
        Self { title: title.into(), viewer: None, status: StatusCode::OK }
    }

    pub fn new(title: impl Into<String>, who: &SignedIn) -> Self {
        Self { title: title.into(), viewer: Some(Viewer::of(who)), status: StatusCode::OK }
    }

    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// Bad input: the same page with the text kept.
    pub fn unprocessable(self) -> Self {
        self.status(StatusCode::UNPROCESSABLE_ENTITY)
    }

    /// `body` is what stands in `<main>`, starting with the only `h1`.
    pub fn render(self, site: &Site, body: impl IntoView + 'static) -> Response {
        let Self { title, viewer, status } = self;
        let tr = Tr::new(Locale::SOURCE);
        let exit = site.exit_url.clone();
        let document = respond::html(view! {
            <!DOCTYPE html>
            <html lang="en" dir="ltr">
                <Head title=title sheet=&style::DESK/>
                <body class="desk">
                    <Exit tr href=exit/>
                    {viewer.map(|viewer| view! { <Top viewer/> })}
                    <main id="main">{body}</main>
                </body>
            </html>
        });
        respond::page(status, document)
    }
}

#[component]
fn Top(viewer: Viewer) -> impl IntoView {
    let Viewer { name, leads, reads } = viewer;
    view! {
        <header class="top">
            <nav class="menu" aria-label="Desk">
                {reads.then(|| view! { <a href="/desk">"Queue"</a> })}
                {leads.then(|| view! { <a href="/desk/staff">"People"</a> })}
                {leads.then(|| view! { <a href="/desk/audit">"Log"</a> })}
                <a href="/desk/sessions">{name}</a>
                <form method="post" action="/desk/sign-out" class="inline">
                    <button class="plain">"Sign out"</button>
                </form>
            </nav>
        </header>
    }
}
