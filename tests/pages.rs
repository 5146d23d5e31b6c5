//! Every page to read, in every language, as a browser gets it.

use std::collections::{BTreeMap, BTreeSet};

use quietdoor::content::problem::Severity;
use quietdoor::content::{SUPPLIED, check, prose};
use quietdoor::domain::locale::Locale;
use quietdoor::i18n::Tr;
use quietdoor::web::public;

use crate::support::{Fresh, Page, Site, Visitor, betrayals};

/// What fits into the first ten packets of a connection: one round trip.
const MOST_BYTES: usize = 14_000;

/// Every reading page of a running site.
async fn all_pages() -> (Fresh, Site, Vec<(Locale, Page)>) {
    let fresh = Fresh::sqlite();
    let site = Site::start(&fresh);
    let mut pages = Vec::new();
    for locale in Locale::ALL {
        for path in public::paths() {
            pages.push((locale, Visitor::of(&site).get(&format!("/{}{path}", locale.tag())).await));
        }
    }
    (fresh, site, pages)
}

/// Where what is sent is taken, announced or explained, and the first question after one answer.
async fn pages_about_telling(site: &Site, locale: Locale) -> Vec<Page> {
    let visitor = Visitor::of(site);
    let mut pages = Vec::new();
    for path in ["", "steps", "privacy", "tell", "reply"] {
        pages.push(visitor.get(&format!("/{}/{path}", locale.tag())).await);
    }
    pages.push(visitor.submit_and_follow(&pages[3].form("main form")).await);
    pages
}

#[tokio::test]
async fn until_a_team_reads_every_page_about_telling_says_so() {
    let fresh = Fresh::sqlite();
    let site = Site::start(&fresh);
    for locale in Locale::ALL {
        let tr = Tr::new(locale);
        for page in pages_about_telling(&site, locale).await {
            let said = page.one("main #trial");
            assert!(said.contains(&*tr.trial_heading()) && said.contains(&*tr.trial_text()), "{page:?}");
            assert_eq!(page.attributes("#trial a[href^=tel]", "href"), ["tel:08082000247"], "{}", page.path);
        }
        let to_read = Visitor::of(&site).get(&format!("/{}/everyday", locale.tag())).await;
        assert_eq!(to_read.all("#trial").len(), 0);
    }
}

#[tokio::test]
async fn an_open_site_does_not_say_that_nobody_reads() {
    let fresh = Fresh::sqlite();
    let site = Site::start_with(&fresh, &["--open", "true"]);
    for locale in Locale::ALL {
        for page in pages_about_telling(&site, locale).await {
            assert!(!page.text().contains(&*Tr::new(locale).trial_text()), "{page:?}");
        }
    }
}

#[tokio::test]
async fn the_exit_says_where_it_leads() {
    let fresh = Fresh::sqlite();
    let site = Site::start_with(&fresh, &["--exit-url", "https://www.garden.test/roses"]);
    for locale in Locale::ALL {
        let page = Visitor::of(&site).get(&format!("/{}/rights", locale.tag())).await;
        let described = page.attributes("#leave", "aria-describedby");
        assert_eq!(page.one(&format!("#{}", described[0])), &*Tr::new(locale).leave_where("garden.test"));
    }
}

#[tokio::test]
async fn the_first_screen_leads_on() {
    let fresh = Fresh::sqlite();
    let site = Site::start(&fresh);
    let first = Visitor::of(&site).get("/ro/").await;
    assert_eq!(first.attributes("main .hero a", "href"), ["/ro/tell", "#part-1", "/ro/reply"]);
    for (path, way) in [("/ro/", "/ro/"), ("/ro/rights", "/ro/"), ("/ro/languages", "/ro/")] {
        let page = Visitor::of(&site).get(path).await;
        assert_eq!(page.attributes(".menu [aria-current]", "href"), [way], "{path}");
        assert_eq!(page.attributes("main", "tabindex"), ["-1"], "the link to the text moves what has the focus");
        assert_eq!(page.attributes("aside .call a", "href"), ["tel:999"], "{path}");
    }
}

#[tokio::test]
async fn every_service_is_in_the_directory_once() {
    let (_, text) = SUPPLIED.iter().find(|(path, _)| *path == "contacts.toml").unwrap();
    let table: toml::Table = text.parse().unwrap();
    let contacts = table["contact"].as_array().unwrap().iter();
    let names = contacts.map(|contact| contact["name"].as_str().unwrap()).filter(|name| *name != "999");
    let mut names: Vec<String> = names.map(ToOwned::to_owned).collect();
    names.sort();
    let fresh = Fresh::sqlite();
    let site = Site::start(&fresh);
    for locale in Locale::ALL {
        let page = Visitor::of(&site).get(&format!("/{}/places", locale.tag())).await;
        let mut listed = page.all("main .card h3");
        listed.sort();
        assert_eq!(listed, names);
        assert_eq!(page.all("main .card details dl").len(), names.len(), "each says what is known and from where");
        let numbers = page.attributes("main a[href^=tel]", "href");
        let first = numbers.iter().position(|number| number == "tel:08082000247");
        assert!(first.is_some_and(|at| at < 2), "who always answers comes first: {numbers:?}");
    }
}

#[test]
fn supplied_content_has_no_fault() {
    let mut problems = check::check(SUPPLIED, jiff::civil::date(2026, 11, 22));
    problems.retain(|problem| problem.severity() == Severity::Error);
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", lines.join("\n"));
}

#[tokio::test]
async fn every_page_is_whole_in_every_language() {
    let (_fresh, _site, pages) = all_pages().await;
    let mut titles = BTreeSet::new();
    for (locale, page) in &pages {
        let at = &page.path;
        assert_eq!(page.status, 200, "{at}");
        assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"), "{at}");
        assert_eq!(page.header("cache-control"), Some("no-store"), "{at}");
        assert_eq!(page.header("set-cookie"), None, "{at}");
        assert_eq!(page.attributes("html", "lang"), [locale.tag()], "{at}");
        assert_eq!(page.attributes("html", "dir"), [locale.direction().attribute()], "{at}");
        assert!(!page.one("main h1").is_empty() && page.all("h1").len() == 1, "{at}");
        assert_eq!(page.all("a#leave").len(), 1, "{at}");
        assert_eq!(page.all("main").len(), 1, "{at}");
        let title = page.one("title");
        assert_eq!(betrayals(&title, *locale), [""; 0], "the title of {at} names the subject: {title}");
        assert_eq!(betrayals(at, *locale), [""; 0], "{at}");
        assert!(titles.insert((locale, title.to_lowercase())), "{at} has the title of another page: {title}");
    }
}

#[tokio::test]
async fn markup_is_sound() {
    let (_fresh, site, pages) = all_pages().await;
    let of_the_frame = Visitor::of(&site).get("/en/no-such-page").await.all("script");
    for (_, page) in &pages {
        let at = &page.path;
        assert_eq!(page.all("script"), of_the_frame, "{at}");
        assert_eq!(page.all("img, iframe, object, embed, link[rel=stylesheet], form"), [""; 0], "{at}");
        assert_eq!(page.attributes("[style]", "style"), [""; 0], "{at}");
        assert!(page.all("nav").len() == page.all("nav[aria-label], nav[aria-labelledby]").len(), "{at}");
        assert!(page.all("a").iter().all(|words| !words.is_empty()), "{at}");
        assert!(!page.text().contains("<!>"), "{at}");
        headings_descend_one_by_one(page);
        ids_are_unique_and_references_lead_somewhere(page);
        words_in_another_language_say_so(page);
    }
}

fn headings_descend_one_by_one(page: &Page) {
    let document = scraper::Html::parse_document(page.text());
    let headings = scraper::Selector::parse("h1, h2, h3, h4, h5, h6").unwrap();
    let levels: Vec<u32> =
        document.select(&headings).map(|heading| heading.value().name()[1..].parse().unwrap()).collect();
    assert_eq!(levels[0], 1, "{}", page.path);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{}: {levels:?}", page.path);
}

fn ids_are_unique_and_references_lead_somewhere(page: &Page) {
    let ids = page.attributes("[id]", "id");
    let unique: BTreeSet<_> = ids.iter().cloned().collect();
    assert_eq!(ids.len(), unique.len(), "{}: {ids:?}", page.path);
    for reference in ["aria-describedby", "aria-labelledby"] {
        for target in page.attributes(&format!("[{reference}]"), reference) {
            assert!(unique.contains(&target), "{}: {reference}={target}", page.path);
        }
    }
}

fn words_in_another_language_say_so(page: &Page) {
    let with_dir = page.attributes("main [lang]:not(bdi)", "dir").len();
    assert_eq!(page.attributes("main [lang]:not(bdi)", "lang").len(), with_dir, "{}", page.path);
}

#[tokio::test]
async fn a_translation_says_who_made_it_and_leads_to_the_english() {
    let (_fresh, _site, pages) = all_pages().await;
    for (locale, page) in pages.iter().filter(|(_, page)| !page.path.ends_with("/languages")) {
        let below = &page.path[1 + locale.tag().len()..];
        let originals = page.attributes("main > p.label > a[hreflang]", "href");
        match locale {
            Locale::En => assert!(originals.is_empty(), "{}", page.path),
            _ => assert_eq!(originals, [format!("/en{below}")], "{}", page.path),
        }
    }
}

#[tokio::test]
async fn a_first_visit_fits_into_one_round_trip() {
    let (_fresh, site, pages) = all_pages().await;
    let visitor = Visitor::of(&site).with("Accept-Encoding", "gzip, deflate, br, zstd");
    let mut table: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut too_large = Vec::new();
    for (locale, page) in &pages {
        let small = visitor.get(&page.path).await;
        assert_eq!(small.header("content-encoding"), Some("br"), "{}", page.path);
        assert_eq!(small.header("vary"), Some("Accept-Encoding"), "{}", page.path);
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut small.body.as_slice(), &mut plain).unwrap();
        assert_eq!(plain, page.body, "{}", page.path);
        let row = table.entry(page.path[1 + locale.tag().len()..].to_owned()).or_default();
        row.push(format!("{:>6} {:>6}", small.body.len(), page.body.len()));
        if small.body.len() > MOST_BYTES {
            too_large.push(format!("{}: {}", page.path, small.body.len()));
        }
    }
    println!("{:<16}{}", "br and plain", Locale::ALL.map(|locale| format!("{:>14}", locale.tag())).concat());
    table.iter().for_each(|(path, row)| println!("{path:<16} {}", row.join(" ")));
    assert!(too_large.is_empty(), "{too_large:?}");
}

#[tokio::test]
async fn clients_get_what_they_can_read() {
    let fresh = Fresh::sqlite();
    let site = Site::start(&fresh);
    let visitor = Visitor::of(&site);
    let plain = visitor.get("/pl/rights").await;
    assert_eq!(plain.header("content-encoding"), None);
    let gzip = visitor.with("Accept-Encoding", "gzip").get("/pl/rights").await;
    assert_eq!(gzip.header("content-encoding"), Some("gzip"));
    let head = visitor.send("HEAD", "/pl/rights", &[], b"").await;
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("content-length"), Some(plain.body.len().to_string().as_str()));
}

#[tokio::test]
async fn one_page_has_one_address() {
    let fresh = Fresh::sqlite();
    let site = Site::start(&fresh);
    let visitor = Visitor::of(&site);
    for (typed, meant) in [("/ur", "/ur/"), ("/EN/", "/en/"), ("/en/PLACES", "/en/places"), ("/en/tell/", "/en/tell")] {
        let led = visitor.get(typed).await;
        assert_eq!((led.status, led.header("location")), (308, Some(meant)), "{typed}");
    }
    let unknown = visitor.with("Accept-Language", "fr, pl;q=0.5").get("/fr").await;
    assert_eq!((unknown.status, unknown.header("location")), (303, Some("/pl/languages")));
    for missing in ["/ur/start", "/xx/", "/xx/places", "/xyz", "/en/%70laces%2f", "/en/places/x"] {
        assert_eq!(visitor.get(missing).await.status, 404, "{missing}");
    }
    let lost = visitor.get("/ur/nowhere").await;
    assert_eq!(lost.attributes("html", "lang"), ["ur"]);
}

#[tokio::test]
async fn no_link_dangles() {
    let (_fresh, site, pages) = all_pages().await;
    let mut links: BTreeMap<String, String> = BTreeMap::new();
    for (_, page) in &pages {
        for href in page.attributes("a[href]", "href").into_iter().filter(|href| href.starts_with('/')) {
            links.entry(href).or_insert_with(|| page.path.clone());
        }
        let fragments = page.attributes("a[href^='#']", "href");
        assert!(fragments.iter().all(|target| page.all(target).len() == 1), "{}: {fragments:?}", page.path);
        let outside = page.attributes("a[href^='http']:not(#leave)", "rel");
        assert_eq!(outside.len(), page.all("a[href^='http']:not(#leave)").len(), "{}", page.path);
        assert!(outside.iter().all(|rel| rel == "noreferrer noopener nofollow"), "{}: {outside:?}", page.path);
    }
    let mut dangling = Vec::new();
    for (href, from) in links {
        let status = Visitor::of(&site).get(&href).await.status;
        if ![200, 203].contains(&status) {
            dangling.push(format!("{from} links to {href}: {status}"));
        }
    }
    assert!(dangling.is_empty(), "{dangling:#?}");
}

#[tokio::test]
async fn numbers_come_from_records_and_only_confirmed_ones() {
    let (confirmed, unconfirmed) = numbers_of_the_records();
    assert!(confirmed.len() > 5 && unconfirmed.len() > 2);
    let (_fresh, _site, pages) = all_pages().await;
    for (_, page) in &pages {
        for href in page.attributes("a[href^='tel:'], a[href^='sms:']", "href") {
            assert!(confirmed.contains(&href[4..]), "{}: {href}", page.path);
        }
        let digits = digits_of(page.text());
        let leaked = unconfirmed.iter().find(|number| digits.contains(number.as_str()));
        assert_eq!(leaked, None, "{} shows a number that nobody confirmed", page.path);
        for words in words_outside_records(page) {
            assert_eq!(prose::faults(&words), [], "{}: {words}", page.path);
        }
    }
}

/// The digits of every number, confirmed ones and others.
fn numbers_of_the_records() -> (BTreeSet<String>, BTreeSet<String>) {
    let (_, text) = SUPPLIED.iter().find(|(path, _)| *path == "contacts.toml").unwrap();
    let table: toml::Table = text.parse().unwrap();
    let channels = table["contact"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|contact| ["phone", "text"].into_iter().filter_map(move |channel| contact.get(channel)));
    let (confirmed, unconfirmed): (Vec<_>, Vec<_>) =
        channels.partition(|channel| channel["status"].as_str() == Some("confirmed"));
    let numbers = |channels: Vec<&toml::Value>| {
        channels.into_iter().map(|channel| digits_of(channel["value"].as_str().unwrap())).collect()
    };
    (numbers(confirmed), numbers(unconfirmed))
}

fn digits_of(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The page's own sentences: without numbers to call, sources and figures.
fn words_outside_records(page: &Page) -> Vec<String> {
    let document = scraper::Html::parse_document(page.text());
    let main = scraper::Selector::parse("main").unwrap();
    let is_record = |element: scraper::ElementRef<'_>| {
        let leaves = element.attr("href").is_some_and(|href| !href.starts_with('/'));
        leaves || matches!(element.value().name(), "bdi" | "figure")
    };
    let nodes = document.select(&main).flat_map(|main| main.descendants());
    nodes
        .filter(|node| !node.ancestors().filter_map(scraper::ElementRef::wrap).any(is_record))
        .filter_map(|node| Some(node.value().as_text()?.to_string()))
        .collect()
}
