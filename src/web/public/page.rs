//! A page to read: supplied text, cards, and an honest word about who made it.

use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use leptos::prelude::*;

use crate::content::body::{Block, CALLS_NOTE, Section};
use crate::content::front_matter::MadeBy;
use crate::content::library::{Document, Library};
use crate::content::page::{Page, Target};
use crate::content::records::Records;
use crate::domain::locale::Locale;
use crate::i18n::Tr;
use crate::web::components::contact_card::ContactCard;
use crate::web::components::figure::FigureSentence;
use crate::web::components::prose::{PartHeading, Prose, marks};
use crate::web::components::when;
use crate::web::extract::language::Language;
use crate::web::extract::segment::Segment;
use crate::web::{App, Site, errors, layout, respond, shelf};

/// `/{locale}` for a language that this site does not have: which it has. (`typed` knows the others.)
pub async fn bare(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Response {
    let tag = uri.path().trim_start_matches('/');
    if tag.len() == 2 && tag.chars().all(|letter| letter.is_ascii_alphabetic()) {
        return respond::see_other(&Target::Languages.path(errors::speaks(&uri, &headers).locale()));
    }
    errors::not_found(State(app), uri, headers).await
}

/// `/{locale}/`
pub async fn first(State(app): State<App>, Language(tr): Language, uri: Uri, headers: HeaderMap) -> Response {
    show(app, tr, shelf::name(Page::Start), uri, headers).await
}

/// `/{locale}/{name}`
pub async fn named(
    State(app): State<App>,
    Language(tr): Language,
    Segment(name): Segment,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    show(app, tr, &name, uri, headers).await
}

async fn show(app: App, tr: Tr, name: &str, uri: Uri, headers: HeaderMap) -> Response {
    match app.shelf.find(tr.locale(), name) {
        Some(copies) => copies.response(&headers).await,
        None => errors::not_found(State(app), uri, headers).await,
    }
}

/// The finished document; `None` if there is no such text, not even in English.
pub fn html(site: &Site, library: &Library, page: Page, tr: Tr) -> Option<String> {
    let document = library.reading(page, tr.locale())?;
    let path = format!("/{}", shelf::name(page));
    let (lang, dir) = marks(tr, document.locale);
    let heading = document.front.heading.clone();
    let summary = document.front.summary.clone();
    let maker = maker(tr, document.locale, document.front.made_by, &path);
    let parts = parts(tr, document, library.records());
    let checked = tr.page_checked(when::date(tr, document.front.checked_on));
    let doors = (page == Page::Start).then(|| view! { <Doors tr/> });
    let more = (page != Page::Start).then(|| more(tr, library, page));
    let body = view! {
        <div class="hero">
            <h1 lang=lang dir=dir>{heading}</h1>
            <p class="lead" lang=lang dir=dir>{summary}</p>
            {doors}
        </div>
        {maker}
        {parts}
        <p class="label">{checked}</p>
        {more}
    };
    let frame = layout::Page::new(tr, document.front.title.clone()).at(path);
    let frame = if page.is_about_telling() { frame } else { frame.only_to_read() };
    Some(frame.html(site, body))
}

/// The three things that can be done here, in the first screen. What can be read is the first part of the same page.
#[component]
fn Doors(tr: Tr) -> impl IntoView {
    view! {
        <ul class="doors">
            <li><a class="button" href=Target::Tell.path(tr.locale())>{tr.door_tell()}</a></li>
            <li><a class="button quiet" href="#part-1">{tr.door_read()}</a></li>
            <li><a class="button quiet" href=Target::Reply.path(tr.locale())>{tr.door_reply()}</a></li>
        </ul>
    }
}

/// Whose words these are. A translation that no person has read says so and leads to the English.
fn maker(tr: Tr, written: Locale, made_by: MadeBy, path: &str) -> impl IntoView + use<> {
    let is_source = written == Locale::SOURCE;
    let label = match made_by {
        _ if written != tr.locale() => Some(tr.not_translated()),
        MadeBy::Human => None,
        MadeBy::Machine if is_source => Some(tr.written_by_machine()),
        MadeBy::Machine => Some(tr.translated_by_machine()),
        MadeBy::MachineChecked if is_source => Some(tr.written_checked()),
        MadeBy::MachineChecked => Some(tr.translated_checked()),
    };
    let source = Locale::SOURCE.tag();
    let original = (!is_source).then(|| {
        view! { " "<a href=format!("/{source}{path}") hreflang=source>{tr.translated_see_english()}</a> }
    });
    label.map(|label| view! { <p class="label">{label}{original}</p> })
}

fn parts(tr: Tr, document: &Document, records: &Records) -> Vec<AnyView> {
    let first_with_calls = document.body.sections.iter().position(|section| section.calls);
    let sections = document.body.sections.iter().enumerate();
    sections.map(|(at, section)| part(tr, document.locale, section, records, first_with_calls == Some(at))).collect()
}

/// One heading and what stands under it. Under the first part with a number to call a note says, once, what a call
/// leaves; every such number is described by it.
fn part(tr: Tr, written: Locale, section: &Section, records: &Records, holds_the_note: bool) -> AnyView {
    let heading = section.heading.clone().map(|heading| view! { <PartHeading tr written heading/> });
    let blocks: Vec<AnyView> = section.blocks.iter().map(|block| self::block(tr, written, block, records)).collect();
    let note = holds_the_note.then(|| view! { <p class="label" id=CALLS_NOTE>{tr.calls_note()}</p> });
    match heading {
        Some(heading) => view! { <section>{heading}{blocks}{note}</section> }.into_any(),
        None => view! { {blocks}{note} }.into_any(),
    }
}

fn block(tr: Tr, written: Locale, block: &Block, records: &Records) -> AnyView {
    match block {
        Block::Prose(html) => view! { <Prose tr written html=html.clone()/> }.into_any(),
        Block::Contact(id) => {
            let card = records.contact(id).cloned().map(|contact| view! { <ContactCard tr contact/> });
            view! { <div class="card">{card}</div> }.into_any()
        }
        Block::Contacts(group) => {
            let contacts = records.in_group(*group).cloned();
            let cards =
                contacts.map(|contact| view! { <li class="card"><ContactCard tr contact/></li> }).collect_view();
            view! { <ul class="cards">{cards}</ul> }.into_any()
        }
        Block::Figure(id) => records.figure(id).cloned().map(|figure| view! { <FigureSentence tr figure/> }).into_any(),
    }
}

/// The other pages, in the same order everywhere (WCAG 3.2.3).
fn more(tr: Tr, library: &Library, this: Page) -> impl IntoView + use<> {
    let others = Page::MENU.into_iter().filter(|page| *page != this);
    let links = others.filter_map(|page| Some((page, library.reading(page, tr.locale())?))).map(|(page, document)| {
        let (lang, dir) = marks(tr, document.locale);
        let href = Target::Page(page).path(tr.locale());
        view! { <li><a href=href lang=lang dir=dir>{document.front.heading.clone()}</a></li> }
    });
    view! {
        <nav aria-labelledby="more">
            <h2 id="more">{tr.more_label()}</h2>
            <ul class="ways">{links.collect_view()}</ul>
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::sample;

    /// The places page with this text, before a reader of this language.
    fn shown(locale: Locale, body: &str) -> String {
        shown_from(sample::CONTACTS, locale, body)
    }

    fn shown_from(contacts: &str, locale: Locale, body: &str) -> String {
        let page = sample::page("Contacts", body);
        let files = [("places/en.md", page.as_str()), ("contacts.toml", contacts), ("figures.toml", sample::FIGURES)];
        let (library, problems) = Library::from_files(&files);
        assert_eq!(problems, []);
        let site = Site {
            public_url: "http://localhost".to_owned(),
            exit_url: "https://example.org/".to_owned(),
            ..Site::default()
        };
        html(&site, &library, Page::Places, Tr::new(locale)).unwrap()
    }

    #[test]
    fn english_before_a_reader_of_urdu_is_marked_and_says_so() {
        let html = shown(Locale::Ur, "Words.\n\n## Part\n\n{{contact:line}}");
        assert!(html.contains("<html lang=\"ur\" dir=\"rtl\">"));
        assert!(html.contains("<h1 lang=\"en\" dir=\"ltr\">A heading</h1>"));
        assert!(html.contains("<div lang=\"en\" dir=\"ltr\"><p>Words.</p></div>"));
        assert!(html.contains("<h2 id=\"part-1\" lang=\"en\" dir=\"ltr\">Part</h2>"));
        assert!(html.contains(&*Tr::new(Locale::Ur).not_translated()));
        assert!(html.contains("<p>سب کے لیے۔</p>"), "the card is in the reader's language");
    }

    #[test]
    fn a_card_shows_what_is_confirmed_and_says_what_is_not() {
        let tr = Tr::new(Locale::En);
        let line = shown(Locale::En, "## Part\n\n{{contact:line}}");
        let (seen, folded) = line.split_once("<details>").unwrap();
        assert!(seen.contains("tel:08082000247") && seen.contains("<bdi dir=\"ltr\">0808 2000 247</bdi></a>"));
        assert!(seen.contains(&*tr.hours_always()) && seen.contains(&*tr.cost_free()));
        for words in [tr.call_stays(), "August 2026".into(), "22 November 2026".into(), tr.unknown()] {
            assert!(!seen.contains(&*words) && folded.contains(&*words), "{words}");
        }
        let rumour = shown(Locale::En, "## Part\n\n{{contacts:local}}");
        assert!(rumour.contains("A &lt;Rumour&gt;") && rumour.contains("Polski"));
        assert!(rumour.contains(&*tr.ask_elsewhere()));
        assert_eq!(rumour.matches(&*tr.unknown()).count(), 3, "the number, the hours, sign language");
        for secret in ["250721", "01604", "9am", "none found"] {
            assert!(!rumour.contains(secret), "{secret}");
        }
    }

    #[test]
    fn sign_language_is_said_in_words() {
        let tr = Tr::new(Locale::En);
        let by = |note: &str| {
            let bsl = format!("bsl = {{ status = \"confirmed\", spans = [] {note} }}\nfree = true");
            let contacts = sample::CONTACTS.replacen("free = true", &bsl, 1);
            shown_from(&contacts, Locale::En, "## Part\n\n{{contact:line}}")
        };
        assert!(by("").contains(&format!("<dt>{}</dt><dd>{}</dd>", tr.sign_language(), tr.sign_language_yes())));
        assert!(by(", note = \"a service\"").contains(&*tr.sign_language_by("a service")));
    }

    #[test]
    fn a_card_says_once_on_its_page_what_a_call_leaves() {
        let html = shown(Locale::En, "## One\n\n{{contact:line}}\n\n## Two\n\n{{contact:line}}");
        assert_eq!(html.matches("id=\"calls\"").count(), 1);
        assert_eq!(html.matches("aria-describedby=\"calls\"").count(), 2);
    }

    #[test]
    fn a_number_in_a_sentence_is_described_once() {
        let html = shown(Locale::En, "## One\n\nCall {{phone:line}}.\n\n## Two\n\n- Or {{phone:line}}.");
        assert_eq!(html.matches("aria-describedby=\"calls\"").count(), 2);
        assert_eq!(html.matches("id=\"calls\"").count(), 1);
        assert_eq!(html.matches(&*Tr::new(Locale::En).calls_note()).count(), 1);
    }

    #[test]
    fn a_figure_carries_its_source() {
        let html = shown(Locale::Pl, "{{figure:year}}");
        assert!(html.contains("<figure><p>7,8% w roku.</p><figcaption class=\"label\">"));
        assert!(html.contains("<bdi lang=\"en\">A survey</bdi>"));
    }
}
