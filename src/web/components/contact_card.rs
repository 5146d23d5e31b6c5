//! One service on a card: how to reach it and what is known about it. What nobody could confirm is named, not shown.

use leptos::prelude::*;

use super::prose::marks;
use super::when;
use crate::content::records::{Bsl, Channel, CheckedHow, Contact, Open};
use crate::domain::locale::Locale;
use crate::i18n::{Text, Tr};

/// For a list item or a `div` of class `card`, under a heading of the second level.
#[component]
pub fn ContactCard(tr: Tr, contact: Contact) -> impl IntoView {
    let about = contact.about(tr.locale());
    let (lang, dir) = marks(tr, about.locale);
    let ways: Vec<Way> = ways(tr, &contact);
    let nowhere = ways.is_empty().then(|| view! { <p>{tr.ask_elsewhere()}</p> });
    let facts = facts(tr, &contact);
    let gaps = gaps(tr, &contact);
    view! {
        <h3><bdi lang=(tr.locale() != Locale::En).then_some("en")>{contact.name.clone()}</bdi></h3>
        <p lang=lang dir=dir>
            {about.text.to_owned()}
        </p>
        {ways.into_iter().map(|way| view! { <Reach way/> }).collect_view()}
        {nowhere}
        {(!facts.is_empty()).then(|| view! { <Facts facts/> })}
        {(!gaps.is_empty()).then(|| view! { <p class="label">{tr.not_confirmed(when::list(tr, &gaps))}</p> })}
        <Provenance tr contact/>
    }
}

/// A confirmed way to reach a service, and what it leaves behind.
struct Way {
    href: String,
    shown: String,
    leaves: Text,
    is_number: bool,
}

fn ways(tr: Tr, contact: &Contact) -> Vec<Way> {
    let confirmed = |channel: &Option<Channel>| channel.as_ref().and_then(Channel::confirmed).map(ToOwned::to_owned);
    let digits = |number: &str| number.chars().filter(char::is_ascii_digit).collect::<String>();
    let phone = confirmed(&contact.phone).map(|number| Way {
        href: format!("tel:{}", digits(&number)),
        shown: number,
        leaves: tr.call_stays(),
        is_number: true,
    });
    let text = confirmed(&contact.text).map(|number| Way {
        href: format!("sms:{}", digits(&number)),
        shown: number,
        leaves: tr.text_stays(),
        is_number: true,
    });
    let email = confirmed(&contact.email).map(|address| Way {
        href: format!("mailto:{address}"),
        shown: address,
        leaves: tr.email_stays(),
        is_number: false,
    });
    let web = confirmed(&contact.web).map(|address| Way {
        shown: bare(&address).to_owned(),
        href: address,
        leaves: tr.web_stays(),
        is_number: false,
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
    let class = if way.is_number { "number" } else { "way" };
    view! {
        <p class=class>
            <a href=way.href rel=rel>
                <bdi dir="ltr">{way.shown}</bdi>
            </a>
        </p>
        <p class="label">{way.leaves}</p>
    }
}

type Fact = (Text, Vec<Text>);

/// What is known, each with its name.
fn facts(tr: Tr, contact: &Contact) -> Vec<Fact> {
    let mut facts = vec![(tr.hours_label(), when::hours(tr, contact.open())), (tr.cost_label(), cost(tr, contact))];
    if let Some(spoken) = contact.languages() {
        facts.push((tr.languages_spoken(), vec![when::list(tr, &names(spoken)).into()]));
    }
    if let Bsl::By { how, open } = contact.bsl() {
        let how = how.map_or_else(|| tr.sign_language_yes(), |how| how.to_owned().into());
        facts.push((tr.sign_language(), [vec![how], when::hours(tr, open)].concat()));
    }
    facts.retain(|(_, values)| !values.is_empty());
    facts
}

fn cost(tr: Tr, contact: &Contact) -> Vec<Text> {
    let has = |channel: &Option<Channel>| channel.as_ref().is_some_and(|channel| channel.confirmed().is_some());
    match (has(&contact.phone), has(&contact.text), contact.free) {
        (true, _, true) => vec![tr.cost_free()],
        (false, true, true) => vec![tr.cost_free_text()],
        (true, _, false) | (false, true, false) => vec![tr.cost_paid()],
        (false, false, _) => Vec::new(),
    }
}

/// Languages by their own names; one that this site does not speak as the record has it.
fn names(tags: &[String]) -> Vec<Text> {
    tags.iter().map(|tag| Locale::from_tag(tag).map_or_else(|| tag.clone().into(), |l| l.autonym().into())).collect()
}

#[component]
fn Facts(facts: Vec<Fact>) -> impl IntoView {
    let rows = facts.into_iter().map(|(name, values)| {
        let values = values.into_iter().map(|value| view! { <dd>{value}</dd> }).collect_view();
        view! {
            <dt>{name}</dt>
            {values}
        }
    });
    view! { <dl>{rows.collect_view()}</dl> }
}

/// What nobody could confirm.
fn gaps(tr: Tr, contact: &Contact) -> Vec<Text> {
    let number = contact.phone.as_ref().is_some_and(|phone| phone.confirmed().is_none());
    [
        number.then(|| tr.not_confirmed_number()),
        (contact.open() == Open::Unknown).then(|| tr.not_confirmed_hours()),
        contact.languages().is_none().then(|| tr.not_confirmed_languages()),
        (contact.bsl() == Bsl::Unknown).then(|| tr.not_confirmed_sign()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// When the record was compared, and with what.
#[component]
fn Provenance(tr: Tr, contact: Contact) -> impl IntoView {
    let on = when::date(tr, contact.checked_on);
    let checked = match contact.checked_how {
        CheckedHow::Published => tr.checked_published(on),
        CheckedHow::Called => tr.checked_called(on),
    };
    let source = contact.channels().find(|channel| channel.confirmed().is_some()).map(|channel| {
        let date = when::source_date(tr, channel.source_date);
        view! { " "{tr.source_label()}" "<bdi lang="en">{channel.source.clone()}</bdi>" ("{date}")." }
    });
    view! { <p class="label">{checked}{source}</p> }
}
