//! The frame of every page: the exit first, then the emergency numbers, then the page.

use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use super::style::{self, Sheet};
use super::{Site, respond};
use crate::domain::locale::Locale;
use crate::i18n::{Text, Tr};

/// A public page, before it is filled. The title is all that a browser's history keeps: it must be neutral.
pub struct Page {
    tr: Tr,
    title: Text,
    /// The same page in another language: `/{locale}{path}`.
    path: String,
    status: StatusCode,
    language_links: bool,
}

impl Page {
    pub fn new(tr: Tr, title: impl Into<Text>) -> Self {
        Self { tr, title: title.into(), path: "/".to_owned(), status: StatusCode::OK, language_links: true }
    }

    /// Where this page is in every language, for the language links: `/everyday`, `/tell`.
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.path = path.into();
        self
    }

    /// A page that holds what somebody typed changes its language by a button in its form: a link would lose the text.
    pub fn without_language_links(mut self) -> Self {
        self.language_links = false;
        self
    }

    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// A page with a form answers 203: a browser's back-forward cache keeps only 200, and would bring typed text back
    /// (measured, quiet browsing).
    pub fn with_form(self) -> Self {
        self.status(StatusCode::NON_AUTHORITATIVE_INFORMATION)
    }

    /// The finished document; `body` is what stands in `<main>`, starting with the only `h1`.
    pub fn html(self, site: &Site, body: impl IntoView + 'static) -> String {
        let Self { tr, title, path, language_links, .. } = self;
        let exit = site.exit_url.clone();
        respond::html(view! {
            <!DOCTYPE html>
            <html lang=tr.lang() dir=tr.dir()>
                <Head title=title sheet=&style::PUBLIC/>
                <body>
                    <Exit tr href=exit/>
                    <header class="top">
                        <Emergency tr/>
                        <nav class="menu" aria-label=tr.menu_label()>
                            <a href=format!("/{}/", tr.lang())>{tr.menu_read()}</a>
                            <a href=format!("/{}/tell", tr.lang())>{tr.menu_tell()}</a>
                            <a href=format!("/{}/reply", tr.lang())>{tr.menu_reply()}</a>
                        </nav>
                        {language_links.then(|| view! { <Languages tr path/> })}
                    </header>
                    <main id="main">{body}</main>
                    <footer>
                        <a href=format!("/{}/privacy", tr.lang())>{tr.footer_privacy()}</a>
                        <a href=format!("/{}/accessibility", tr.lang())>{tr.footer_accessibility()}</a>
                        <a href=format!("/{}/languages", tr.lang())>{tr.footer_languages()}</a>
                    </footer>
                </body>
            </html>
        })
    }

    pub fn render(self, site: &Site, body: impl IntoView + 'static) -> Response {
        let status = self.status;
        respond::page(status, self.html(site, body))
    }
}

/// Everything a browser could fetch besides the page is here or nowhere: no icon, no sheet, no script of another file.
#[component]
pub fn Head(#[prop(into)] title: Text, sheet: &'static Sheet) -> impl IntoView {
    view! {
        <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <meta name="format-detection" content="telephone=no"/>
            <title>{title.into_owned()}</title>
            <link rel="icon" href="data:,"/>
            <style inner_html=sheet.css.as_str()></style>
        </head>
    }
}

/// First in the tab order and at the top of the screen: a plain link, so that it works with nothing else working.
#[component]
pub fn Exit(tr: Tr, href: String) -> impl IntoView {
    view! {
        <nav class="exit" aria-label=tr.leave()>
            <a id="leave" href=href rel="nofollow noreferrer noopener">
                {tr.leave()}
            </a>
            <a class="skip" href="#main">
                {tr.skip_to_content()}
            </a>
        </nav>
    }
}

#[component]
fn Emergency(tr: Tr) -> impl IntoView {
    view! {
        <aside class="now" aria-label=tr.emergency_label()>
            <p>
                <strong>{tr.emergency_label()}": "<a href="tel:999">{tr.emergency_call()}</a></strong>
            </p>
            <p>{tr.emergency_silent()}" "{tr.emergency_location()}</p>
        </aside>
    }
}

#[component]
fn Languages(tr: Tr, path: String) -> impl IntoView {
    let links = Locale::ALL
        .into_iter()
        .map(|locale| {
            let href = format!("/{}{path}", locale.tag());
            let current = (locale == tr.locale()).then_some("true");
            view! {
                <a href=href lang=locale.tag() dir=locale.direction().attribute() hreflang=locale.tag() aria-current=current>
                    {locale.autonym()}
                </a>
            }
        })
        .collect_view();
    view! { <nav class="languages" aria-label=tr.languages_label()>{links}</nav> }
}
