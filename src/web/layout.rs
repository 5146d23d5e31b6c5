//! The frame of every page: the exit first, then the emergency numbers, then the page.

use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use super::style::{self, Sheet};
use super::{Site, respond};
use crate::domain::locale::Locale;
use crate::i18n::{Text, Tr};

/// Marks that keep a value apart in an Urdu sentence. A title is no sentence: tabs and histories show them as boxes.
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// A public page, before it is filled. The title is all that a browser's history keeps: it must be neutral.
pub struct Page {
    tr: Tr,
    title: Text,
    /// The same page in another language: `/{locale}{path}`.
    path: String,
    status: StatusCode,
    around: Around,
    only_to_read: bool,
}

/// What stands around a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Around {
    /// What to do in an emergency, the menu, languages, the footer.
    Everything,
    /// One line for emergencies, and the footer: nothing is typed yet that a link could lose.
    FirstStep,
    /// One line for emergencies. Every link would lose what was typed, or a page that is shown once.
    Step,
}

/// Id of the words that say where the exit leads.
const LEAVE_WHERE: &str = "where";

impl Page {
    pub fn new(tr: Tr, title: impl Into<Text>) -> Self {
        let path = "/".to_owned();
        let around = Around::Everything;
        Self { tr, title: title.into(), path, status: StatusCode::OK, around, only_to_read: false }
    }

    /// Where this page is in every language, for the language links: `/everyday`, `/tell`.
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.path = path.into();
        self
    }

    /// A page that holds what somebody typed, or is shown once: without links, which would lose it. Its language is
    /// changed by a button in its form. The question stands in the first screen.
    pub fn step(mut self) -> Self {
        self.around = Around::Step;
        self
    }

    /// The first page of a form, with nothing typed yet.
    pub fn first_step(mut self) -> Self {
        self.around = Around::FirstStep;
        self
    }

    /// Neither takes a message nor says what becomes of one: before the site opens it has nothing to warn of.
    pub fn only_to_read(mut self) -> Self {
        self.only_to_read = true;
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
        let Self { tr, title, path, around, only_to_read, .. } = self;
        let exit = site.exit_url.clone();
        let leads = site.exit_host();
        let reading = around == Around::Everything;
        let described_by = reading.then_some(LEAVE_WHERE);
        let top = if reading { view! { <Top tr path leads/> }.into_any() } else { view! { <Danger tr/> }.into_any() };
        let on_trial = (!site.open && !only_to_read)
            .then(|| view! { <Trial tr helpline=site.helpline.clone() links=around != Around::Step/> });
        respond::html(view! {
            <!DOCTYPE html>
            <html lang=tr.lang() dir=tr.dir()>
                <Head title=title sheet=&style::PUBLIC/>
                <body class=(!reading).then_some("step")>
                    <Exit tr href=exit described_by/>
                    <header class="top">{top}</header>
                    <main id="main" tabindex="-1">{on_trial}{body}</main>
                    {(around != Around::Step).then(|| view! { <Footer tr/> })}
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
            <title>{title.replace(ISOLATES, "")}</title>
            <link rel="icon" href="data:,"/>
            <style inner_html=sheet.css.as_str()></style>
        </head>
    }
}

/// First in the tab order and at the top of the screen: a plain link, so that it works with nothing else working.
#[component]
pub fn Exit(tr: Tr, href: String, #[prop(optional_no_strip)] described_by: Option<&'static str>) -> impl IntoView {
    view! {
        <nav class="exit" aria-label=tr.leave()>
            <a id="leave" href=href rel="nofollow noreferrer noopener" aria-describedby=described_by>
                {tr.leave()}
            </a>
            <a class="skip" href="#main">
                {tr.skip_to_content()}
            </a>
        </nav>
    }
}

#[component]
fn Top(tr: Tr, path: String, leads: String) -> impl IntoView {
    view! {
        <p id=LEAVE_WHERE>{tr.leave_where(leads)}</p>
        <Emergency tr/>
        <div class="bar">
            <Menu tr path=path.clone()/>
            <Languages tr path/>
        </div>
    }
}

/// The emergency in one line, where the question must be in the first screen.
#[component]
fn Danger(tr: Tr) -> impl IntoView {
    view! {
        <aside class="danger-line" aria-label=tr.emergency_label()>
            <a href="tel:999">{tr.tell_danger()}</a>
        </aside>
    }
}

#[component]
fn Footer(tr: Tr) -> impl IntoView {
    view! {
        <footer>
            <a href=format!("/{}/privacy", tr.lang())>{tr.footer_privacy()}</a>
            <a href=format!("/{}/accessibility", tr.lang())>{tr.footer_accessibility()}</a>
            <a href=format!("/{}/languages", tr.lang())>{tr.footer_languages()}</a>
        </footer>
    }
}

#[component]
fn Emergency(tr: Tr) -> impl IntoView {
    view! {
        <aside class="now" aria-label=tr.emergency_label()>
            <p class="call">
                <strong>{tr.emergency_label()}</strong>
                <a href="tel:999">{tr.emergency_call()}</a>
            </p>
            <p>{tr.emergency_silent()}" "{tr.emergency_location()}</p>
        </aside>
    }
}

/// What a team that does not read yet owes to whoever is about to write.
#[component]
fn Trial(
    tr: Tr,
    #[prop(optional_no_strip)] helpline: Option<String>,
    /// Nothing is typed yet that a link could lose.
    links: bool,
) -> impl IntoView {
    let helpline = helpline.map(|number| {
        let href = format!("tel:{}", number.replace(' ', ""));
        view! { {tr.trial_call()}" "<a href=href><bdi dir="ltr">{number}</bdi></a> }
    });
    let places = links.then(|| {
        view! { " "<a href=format!("/{}/places", tr.lang())>{tr.error_help_link()}</a> }
    });
    view! {
        <p id="trial" role="note">
            <strong>{tr.trial_heading()}</strong>
            " "
            {tr.trial_text()}
            " "
            {helpline}
            {places}
        </p>
    }
}

/// Three ways, and which of them this page is on.
#[component]
fn Menu(tr: Tr, path: String) -> impl IntoView {
    let ways = [("/", tr.menu_read()), ("/tell", tr.menu_tell()), ("/reply", tr.menu_reply())];
    let here = ways.iter().rposition(|(way, _)| path.starts_with(way));
    let links = ways.into_iter().enumerate().map(|(at, (way, words))| {
        let current = (here == Some(at)).then_some("true");
        view! { <a href=format!("/{}{way}", tr.lang()) aria-current=current>{words}</a> }
    });
    view! { <nav class="menu" aria-label=tr.menu_label()>{links.collect_view()}</nav> }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_has_no_marks_that_a_tab_would_show() {
        let html = respond::html(view! { <Head title="\u{2068}5\u{2069} سوال" sheet=&style::PUBLIC/> });
        assert!(html.contains("<title>5 سوال</title>"), "{html}");
    }
}
