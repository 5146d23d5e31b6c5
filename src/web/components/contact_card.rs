//! One service on a card: how to reach it and what is known about it. What nobody could confirm is named, not shown.

use leptos::prelude::*;

use super::prose::marks;
use super::when;
use crate::content::body::CALLS_NOTE;
use crate::content::records::{Bsl, Channel, CheckedHow, Contact};
use crate::domain::locale::Locale;
use crate::i18n::{Text, Tr};

/// For a list item or a `div` of class `card`, under a heading of the second level. What helps to choose is seen at once;
/// everything that is known, and what is not, is one press away.
#[component]
pub fn ContactCard(tr: Tr, contact: Contact) -> impl IntoView {
    let about = contact.about(tr.locale());
    let (lang, dir) = marks(tr, about.locale);
    let ways: Vec<Way> = ways(tr, &contact);
    let nowhere = ways.is_empty().then(|| view! { <p>{tr.ask_elsewhere()}</p> });
    let hours = when::hours(tr, contact.open()).join(" · ");
    let facts = facts(tr, &contact, &ways);
    view! {
        <h3><bdi lang=(tr.locale() != Locale::En).then_some("en")>{contact.name.clone()}</bdi></h3>
        <p lang=lang dir=dir>
            {about.text.to_owned()}
        </p>
        {(!hours.is_empty()).then(|| view! { <p class="label">{hours}</p> })}
        <div class="reach">
            {nowhere}
            {ways.into_iter().map(|way| view! { <Reach way/> }).collect_view()}
            <details>
                <summary>{tr.card_more()}</summary>
                <Facts tr facts contact/>
            </details>
        </div>
    }
}

/// A confirmed way to reach a service, and what it leaves behind.
struct Way {
    href: String,
    shown: String,
    leaves: Text,
    is_number: bool,
    free: Option<Text>,
}

fn ways(tr: Tr, contact: &Contact) -> Vec<Way> {
    let confirmed = |channel: &Option<Channel>| channel.as_ref().and_then(Channel::confirmed).map(ToOwned::to_owned);
    let digits = |number: &str| number.chars().filter(char::is_ascii_digit).collect::<String>();
    let phone = confirmed(&contact.phone).map(|number| Way {
        href: format!("tel:{}", digits(&number)),
        shown: number,
        leaves: tr.call_stays(),
        is_number: true,
        free: contact.free.then(|| tr.cost_free()),
    });
    let text = confirmed(&contact.text).map(|number| Way {
        href: format!("sms:{}", digits(&number)),
        shown: number,
        leaves: tr.text_stays(),
        is_number: true,
        free: contact.free.then(|| tr.cost_free_text()),
    });
    let email = confirmed(&contact.email).map(|address| Way {
        href: format!("mailto:{address}"),
        shown: address,
        leaves: tr.email_stays(),
        is_number: false,
        free: None,
    });
    let web = confirmed(&contact.web).map(|address| Way {
        shown: bare(&address).to_owned(),
        href: address,
        leaves: tr.web_stays(),
        is_number: false,
        free: None,
    });
    [phone, text, email, web].into_iter().flatten().collect()
}

/// An address as people write it.
fn bare(address: &str) -> &str {
    address.trim_start_matches("https://").trim_start_matches("www.").trim_end_matches('/')
}

#[component]
fn Reach(way: Way) -> impl IntoView {
    let rel = way.href.starts_with("https:").then_some("noreferrer noopener nofollow");
    let (class, described_by) = if way.is_number { ("number", Some(CALLS_NOTE)) } else { ("way", None) };
    view! {
        <a class=class href=way.href rel=rel aria-describedby=described_by>
            <bdi dir="ltr">{way.shown}</bdi>
        </a>
        {way.free.map(|free| view! { <span class="label">{free}</span> })}
    }
}

type Fact = (Text, Vec<Text>);

/// What is known, each with its name; what nobody could confirm is named too.
fn facts(tr: Tr, contact: &Contact, ways: &[Way]) -> Vec<Fact> {
    let number = contact.phone.as_ref().filter(|phone| phone.confirmed().is_none()).map(|_| vec![tr.unknown()]);
    let hours = when::hours(tr, contact.open());
    let spoken = contact.languages().map(|spoken| vec![when::list(tr, &names(spoken)).into()]);
    let facts = [
        (tr.number_label(), number.unwrap_or_default()),
        (tr.hours_label(), if hours.is_empty() { vec![tr.unknown()] } else { hours }),
        (tr.cost_label(), cost(tr, contact)),
        (tr.languages_spoken(), spoken.unwrap_or_else(|| vec![tr.unknown()])),
        (tr.sign_language(), sign_language(tr, contact.bsl())),
        (tr.stays_label(), ways.iter().map(|way| way.leaves.clone()).collect()),
    ];
    facts.into_iter().filter(|(_, values)| !values.is_empty()).collect()
}

fn sign_language(tr: Tr, bsl: Bsl<'_>) -> Vec<Text> {
    match bsl {
        Bsl::Unknown => vec![tr.unknown()],
        Bsl::By { how, open } => {
            let yes = how.map_or_else(|| tr.sign_language_yes(), |how| tr.sign_language_by(how.to_owned()));
            [vec![yes], when::hours(tr, open)].concat()
        }
    }
}

fn cost(tr: Tr, contact: &Contact) -> Vec<Text> {
    let has = |channel: &Option<Channel>| channel.as_ref().is_some_and(|channel| channel.confirmed().is_some());
    match (has(&contact.phone), has(&contact.text), contact.free) {
        (true, _, true) => vec![tr.cost_free()],
        (true, _, false) => vec![tr.cost_normal()],
        (false, true, true) => vec![tr.cost_free_text()],
        (false, true, false) => vec![tr.cost_paid_text()],
        (false, false, _) => Vec::new(),
    }
}

/// Languages by their own names; one that this site does not speak as the record has it.
fn names(tags: &[String]) -> Vec<Text> {
    tags.iter().map(|tag| Locale::from_tag(tag).map_or_else(|| tag.clone().into(), |l| l.autonym().into())).collect()
}

#[component]
fn Facts(tr: Tr, facts: Vec<Fact>, contact: Contact) -> impl IntoView {
    let rows = facts.into_iter().map(|(name, values)| {
        let values = values.into_iter().map(|value| view! { <dd>{value}</dd> }).collect_view();
        view! {
            <dt>{name}</dt>
            {values}
        }
    });
    view! {
        <dl>
            {rows.collect_view()}
            <Provenance tr contact/>
        </dl>
    }
}

/// When the record was compared, and with what.
#[component]
fn Provenance(tr: Tr, contact: Contact) -> impl IntoView {
    let on = when::date(tr, contact.checked_on);
    let checked = match contact.checked_how {
        CheckedHow::Published => tr.checked_published(on),
        CheckedHow::Called => tr.checked_called(on),
    };
    let mut sources: Vec<_> = contact.channels().filter(|channel| channel.confirmed().is_some()).collect();
    sources.dedup_by_key(|channel| &channel.source);
    let sources = sources.into_iter().map(|channel| {
        let date = when::source_date(tr, channel.source_date);
        view! { <dd>{tr.source_label()}" "<bdi lang="en">{channel.source.clone()}</bdi>" ("{date}")"</dd> }
    });
    view! {
        <dt>{tr.checked_label()}</dt>
        <dd>{checked}</dd>
        {sources.collect_view()}
    }
}
