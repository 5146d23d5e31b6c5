//! The frame of staff pages. In English: the team works in English, and every word of the law it uses is English.

use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use crate::domain::locale::Locale;
use crate::domain::staff::Role;
use crate::i18n::Tr;
use crate::service::sign_in::SignedIn;
use crate::web::layout::{Exit, Head};
use crate::web::{Site, respond, style};

/// A staff page, before it is filled. The title is neutral here too: a colleague's screen is seen in an open office.
pub struct DeskPage {
    title: String,
    viewer: Option<Viewer>,
    status: StatusCode,
}

/// Who looks at a page, as far as its frame needs to know.
#[derive(Clone)]
struct Viewer {
    name: String,
    role: Role,
    open_setup: bool,
    no_kit: bool,
}

impl Viewer {
    fn of(who: &SignedIn) -> Self {
        Self {
            name: who.name().to_owned(),
            role: who.role(),
            open_setup: who.sees_open_setup(),
            no_kit: who.should_make_kit(),
        }
    }
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
        let top = viewer.map(|viewer| view! { <Top viewer/> });
        let document = respond::html(view! {
            <!DOCTYPE html>
            <html lang="en" dir="ltr">
                <Head title=title sheet=&style::DESK/>
                <body class="desk">
                    <Exit tr href=exit/>
                    {top}
                    <main id="main">{body}</main>
                </body>
            </html>
        });
        respond::page(status, document)
    }
}

#[component]
fn Top(viewer: Viewer) -> impl IntoView {
    let Viewer { name, role, open_setup, no_kit } = viewer;
    let queue = role.reads_reports().then(|| view! { <a href="/desk">"Queue"</a> });
    let lead = (role == Role::Lead).then(|| {
        view! {
            <a href="/desk/staff">"Staff"</a>
            <a href="/desk/audit">"Audit"</a>
        }
    });
    view! {
        <header class="top">
            <nav class="menu" aria-label="Desk">
                {queue}
                {lead}
                <a href="/desk/sessions">"Your sign-ins"</a>
                <form method="post" action="/desk/sign-out" class="inline">
                    <span class="label">{format!("{name}, {role}")}</span>
                    <button class="plain">"Sign out"</button>
                </form>
            </nav>
            {open_setup.then(|| view! { <OpenSetup/> })}
            {no_kit.then(|| view! { <NoKit/> })}
        </header>
    }
}

#[component]
fn OpenSetup() -> impl IntoView {
    view! {
        <p class="note">
            "No lead has signed in yet. Until one does, whoever copies the disk could read what arrives. Invite a lead first."
        </p>
    }
}

#[component]
fn NoKit() -> impl IntoView {
    view! {
        <p class="note">
            "There is no recovery kit. If everybody forgets their password, nobody can read the reports again. "
            <a href="/desk/staff#make-kit">"Make the kit"</a> ", print it, and put it in a safe."
        </p>
    }
}
