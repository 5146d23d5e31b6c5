//! `content check`: everything that is wrong with the content, at once, so that one round of mending is enough.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::front_matter::FrontMatter;
use super::library::{Document, Library, path_of};
use super::page::Page;
use super::problem::{Fault, Problem};
use super::prose;
use super::record_file::{CONTACTS, FIGURES};
use super::records::{Contact, Figure};
use crate::domain::locale::Locale;

/// All problems of the files, as of `today`, in the order of severity, file and line.
pub fn check(files: &[(&str, &str)], today: Date) -> Vec<Problem> {
    let (library, mut problems) = Library::from_files(files);
    for locale in Locale::ALL {
        problems.extend(titles(&library, locale));
        for page in Page::ALL {
            problems.extend(translation(files, &library, page, locale));
            if let Some(document) = library.document(page, locale) {
                problems.extend(head(&path_of(page, locale), &document.front, today));
            }
        }
    }
    problems.extend(records(&library, today));
    problems.sort_by(|a, b| (a.severity(), &a.file, a.line).cmp(&(b.severity(), &b.file, b.line)));
    problems
}

/// Two tabs with one title cannot be told apart (WCAG 2.4.2).
fn titles(library: &Library, locale: Locale) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let pages = Page::ALL.into_iter().filter_map(|page| Some((page, library.document(page, locale)?)));
    pages
        .filter(|(_, document)| !seen.insert(document.front.title.to_lowercase()))
        .map(|(page, document)| {
            Problem::new(path_of(page, locale), None, Fault::SameTitle(document.front.title.clone()))
        })
        .collect()
}

/// A translation exists and has the links, cards and parts of its source.
fn translation(files: &[(&str, &str)], library: &Library, page: Page, locale: Locale) -> Vec<Problem> {
    let path = path_of(page, locale);
    let problem = |fault| Problem::new(path.clone(), None, fault);
    if !files.iter().any(|(file, _)| *file == path) {
        return vec![problem(Fault::NoTranslation)];
    }
    // Of a page that cannot be read the reason has been told.
    let (Some(source), Some(translated)) = (library.document(page, Locale::SOURCE), library.document(page, locale))
    else {
        return Vec::new();
    };
    differences(source, translated).into_iter().map(|what| problem(Fault::DiffersFromSource(what))).collect()
}

fn differences(source: &Document, translated: &Document) -> Vec<String> {
    let sorted = |document: &Document| {
        let mut uses = document.body.uses.clone();
        uses.sort();
        uses
    };
    let (wanted, found) = (sorted(source), sorted(translated));
    let lacks = wanted.iter().filter(|item| count(&wanted, item) > count(&found, item)).collect::<BTreeSet<_>>();
    let adds = found.iter().filter(|item| count(&found, item) > count(&wanted, item)).collect::<BTreeSet<_>>();
    let mut differences: Vec<String> = lacks.into_iter().map(|item| format!("it lacks {item}")).collect();
    differences.extend(adds.into_iter().map(|item| format!("it adds {item}")));
    let (here, there) = (translated.body.sections.len(), source.body.sections.len());
    if here != there {
        differences.push(format!("{here} parts for {there}"));
    }
    if source.front.risk != translated.front.risk {
        differences.push("another `risk`".to_owned());
    }
    if source.locale != translated.locale && translated.front.source != Some(source.locale) {
        differences.push("its `source` is not \"en\"".to_owned());
    }
    differences
}

fn count(items: &[String], item: &str) -> usize {
    items.iter().filter(|other| *other == item).count()
}

fn head(path: &str, front: &FrontMatter, today: Date) -> Vec<Problem> {
    let words = [&front.title, &front.heading, &front.summary];
    let mut faults: Vec<Fault> = words.into_iter().flat_map(|text| prose::faults(text)).collect();
    faults.extend(overdue(front.review_by, today));
    faults.into_iter().map(|fault| Problem::new(path, None, fault)).collect()
}

fn overdue(review_by: Date, today: Date) -> Option<Fault> {
    (review_by < today).then_some(Fault::Overdue(review_by))
}

fn records(library: &Library, today: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut ids = BTreeSet::new();
    for contact in library.records().contacts() {
        let faults = contact_faults(contact, ids.insert(&contact.id), today);
        problems
            .extend(faults.into_iter().map(|fault| Problem::new(format!("{CONTACTS}#{}", contact.id), None, fault)));
    }
    let mut ids = BTreeSet::new();
    for figure in library.records().figures() {
        let faults = figure_faults(figure, ids.insert(&figure.id), today);
        problems.extend(faults.into_iter().map(|fault| Problem::new(format!("{FIGURES}#{}", figure.id), None, fault)));
    }
    problems
}

fn contact_faults(contact: &Contact, is_first: bool, today: Date) -> Vec<Fault> {
    let mut faults: Vec<Fault> = overdue(contact.review_by, today).into_iter().collect();
    if !is_first {
        faults.push(Fault::SameId(contact.id.clone()));
    }
    if contact.channels().any(|channel| channel.is_contradictory()) {
        faults.push(Fault::BadValue {
            field: "status",
            value: "confirmed".to_owned(),
            wanted: "confidence K is a value without a source",
        });
    }
    for locale in Locale::ALL {
        if contact.has_about(locale) {
            faults.extend(prose::faults(contact.about(locale).text));
        } else {
            faults.push(Fault::MissingIn("about", locale.tag()));
        }
    }
    faults
}

fn figure_faults(figure: &Figure, is_first: bool, today: Date) -> Vec<Fault> {
    let mut faults: Vec<Fault> = overdue(figure.review_by, today).into_iter().collect();
    if !is_first {
        faults.push(Fault::SameId(figure.id.clone()));
    }
    // What is never shown needs no translation.
    let gaps = Locale::ALL.into_iter().filter(|locale| figure.is_confirmed() && !figure.has_text(*locale));
    faults.extend(gaps.map(|locale| Fault::MissingIn("text", locale.tag())));
    faults
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::content::sample;

    const TODAY: Date = date(2026, 11, 22);

    /// Every page in every language, then with some files replaced or added.
    fn faults(changes: &[(&str, &str)], today: Date) -> Vec<(String, Fault)> {
        let mut files =
            vec![(CONTACTS.to_owned(), sample::CONTACTS.to_owned()), (FIGURES.to_owned(), sample::FIGURES.to_owned())];
        for locale in Locale::ALL {
            files.extend(Page::ALL.map(|page| (path_of(page, locale), sample::page(page.id(), "Words."))));
        }
        files.retain(|(path, _)| !changes.iter().any(|(changed, _)| changed == path));
        files.extend(changes.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
        files.retain(|(_, text)| !text.is_empty());
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        check(&files, today).into_iter().map(|problem| (problem.file, problem.fault)).collect()
    }

    #[test]
    fn whole_content_has_no_problem() {
        assert_eq!(faults(&[], TODAY), []);
    }

    #[test]
    fn all_problems_are_told_at_once() {
        let found = faults(
            &[
                ("rights/pl.md", ""),
                ("places/en.md", &sample::page("start", "{{contact:line}}\n\nCall 0300 0120 154. That is 8% of all.")),
                ("change/ur.md", "+++\ntitle = 1\n"),
            ],
            TODAY,
        );
        let expect = |file: &str, fault| {
            assert!(found.contains(&(file.to_owned(), fault)), "{found:#?}");
        };
        expect("rights/pl.md", Fault::NoTranslation);
        expect("places/en.md", Fault::SameTitle("start".into()));
        expect("places/en.md", Fault::Digits("0300 0120 154".into()));
        expect("places/en.md", Fault::Share("8%".into()));
        expect("places/ro.md", Fault::DiffersFromSource("it lacks contact:line".into()));
        expect("change/ur.md", Fault::NoHead);
    }

    #[test]
    fn what_nobody_looked_at_again_is_a_warning() {
        let problems = faults(&[], date(2027, 2, 21));
        assert_eq!(problems.len(), 11 * 4 + 4);
        let overdue = Problem::new("", None, problems[0].1.clone());
        assert_eq!(overdue.severity(), crate::content::problem::Severity::Warning);
        assert_eq!(faults(&[], date(2027, 2, 20)), []);
    }

    #[test]
    fn records_are_checked_too() {
        let twice = format!("{}{}", sample::CONTACTS, sample::CONTACTS.replace("pl = \"Dla każdego.\", ", ""));
        let found = faults(
            &[(
                CONTACTS,
                &twice.replace(
                    "status = \"unconfirmed\", confidence = \"K\"",
                    "status = \"confirmed\", confidence = \"K\"",
                ),
            )],
            TODAY,
        );
        let has = |wanted: &dyn Fn(&Fault) -> bool| found.iter().any(|(_, fault)| wanted(fault));
        assert!(has(&|fault| *fault == Fault::SameId("line".into())));
        assert!(has(&|fault| *fault == Fault::MissingIn("about", "pl")));
        assert!(has(&|fault| matches!(fault, Fault::BadValue { field: "status", .. })));
    }
}
