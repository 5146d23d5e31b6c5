//! Whom to call in danger, also without speaking or hearing; and who answers day and night.

use leptos::prelude::*;

use crate::content::records::{self, Channel, Contact, Open};
use crate::i18n::Tr;

/// What comes before everything else for somebody who is not safe. The heading above it is the page's.
#[component]
pub fn Rescue(tr: Tr) -> impl IntoView {
    // In a tab of its own: the page with the questions is shown only once.
    let bsl = web("999-bsl").map(|href| {
        view! {
            <a class="button quiet" href=href target="_blank" rel="noreferrer noopener nofollow">
                <bdi lang="en">"999 BSL"</bdi>
                <small>{tr.danger_bsl_who()}</small>
            </a>
        }
    });
    view! {
        <div class="rescue">
            <a class="button urgent" href="tel:999">
                {tr.danger_call()}
            </a>
            <a class="button quiet" href="sms:999">
                {tr.danger_text_button()}
                <small>{tr.danger_text_who()}</small>
            </a>
            {bsl}
        </div>
        <h2>{tr.danger_silent_heading()}</h2>
        <ol class="steps">
            <li>{tr.danger_silent_call()}</li>
            <li>{tr.danger_silent_listen()}</li>
            <li>{tr.danger_silent_press()}</li>
        </ol>
        <p>{tr.danger_silent_limits()}</p>
        <h2>{tr.danger_deaf_heading()}</h2>
        <ul>
            <li>{tr.danger_text()}</li>
            <li>{tr.danger_bsl()}</li>
        </ul>
    }
}

/// Numbers instead of links: a link would lose what was typed on this page.
#[component]
pub fn Lines(tr: Tr) -> impl IntoView {
    let lines = DAY_AND_NIGHT.iter().filter_map(|id| records::supplied().contact(id)).filter_map(line).collect_view();
    view! {
        <p>{tr.lines_lead()}</p>
        <ul class="lines">
            <li>
                <a href="tel:999">"999"</a>
            </li>
            {lines}
        </ul>
        <p class="label">{tr.lines_stay()}</p>
    }
}

/// Ids of records.
const DAY_AND_NIGHT: [&str; 2] = ["ndah", "ndas"];

/// A service whose number and hours are confirmed, and which answers at any time.
fn line(contact: &Contact) -> Option<AnyView> {
    let number = confirmed(&contact.phone).filter(|_| contact.open() == Open::Always)?;
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let line = view! {
        <li>
            <a href=format!("tel:{digits}")>
                <bdi dir="ltr">{number}</bdi>
            </a>
            <bdi lang="en">{contact.name.clone()}</bdi>
        </li>
    };
    Some(line.into_any())
}

fn web(id: &str) -> Option<String> {
    confirmed(&records::supplied().contact(id)?.web)
}

fn confirmed(channel: &Option<Channel>) -> Option<String> {
    channel.as_ref().and_then(Channel::confirmed).map(ToOwned::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::locale::Locale;
    use crate::web::respond;

    #[test]
    fn every_way_is_one_that_a_record_confirms() {
        let html = respond::html(view! { <Rescue tr=Tr::new(Locale::En)/> });
        for id in ["999", "999-text"] {
            let contact = records::supplied().contact(id).unwrap();
            let channel = if id == "999" { &contact.phone } else { &contact.text };
            assert_eq!(confirmed(channel).as_deref(), Some("999"));
        }
        assert!(html.contains(r#"href="tel:999""#) && html.contains(r#"href="sms:999""#), "{html}");
        assert!(html.contains(&web("999-bsl").unwrap()), "{html}");
    }

    #[test]
    fn who_answers_day_and_night_can_be_called_from_the_page() {
        let html = respond::html(view! { <Lines tr=Tr::new(Locale::Ur)/> });
        assert_eq!(html.matches(r#"href="tel:"#).count(), 1 + DAY_AND_NIGHT.len(), "{html}");
        assert!(!html.contains(r#"href="/"#), "{html}");
    }
}
