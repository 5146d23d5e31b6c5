//! What was said, on a case's page: how it is safe to answer, the telling, the conversation, the team's notes.

use leptos::prelude::*;

use crate::domain::clock::Moment;
use crate::domain::contact::SafeContact;
use crate::domain::ids::{MessageId, ReportId};
use crate::domain::message::{Author, Message};
use crate::domain::report::{Concern, Professional, SafeNow, Teller, Told};
use crate::service::triage::{Noted, Said, Words};
use crate::web::desk::unsent;
use crate::web::desk::words;

/// Stands in the place of what does not open, so that the rest can be shown.
const DOES_NOT_OPEN: &str = "This does not open: what is stored was damaged, or is sealed with a key that you do not \
    have. Tell whoever runs the machine.";

#[component]
pub fn AllWords(
    words: Words,
    report: ReportId,
    received_at: Moment,
    /// Not the newest part of the conversation.
    earlier: bool,
) -> impl IntoView {
    let Words { told, messages, notes, older, .. } = words;
    let thread = view! { <Thread messages report older earlier/> };
    let notes = notes.into_iter().map(|noted| view! { <Note noted/> }).collect_view();
    view! {
        <Telling told received_at/>
        {thread}
        <h2>"Notes of the team"</h2>
        <p class="hint">"The sender cannot read these."</p>
        <ol class="thread">{notes}</ol>
    }
}

#[component]
fn Telling(told: Option<Told>, received_at: Moment) -> impl IntoView {
    let Some(told) = told else {
        return view! { <p class="note">{DOES_NOT_OPEN}</p> }.into_any();
    };
    let own = if told.words.is_empty() { "No own words.".to_owned() } else { told.words.clone() };
    view! {
        <Contract contact=told.contact.clone()/>
        <h2>"What they said"</h2>
        <Answers told/>
        <ol class="thread">
            <Entry class="sender" from="The sender" at=received_at text=own/>
        </ol>
    }
    .into_any()
}

#[component]
fn Thread(messages: Vec<Said>, report: ReportId, older: Option<MessageId>, earlier: bool) -> impl IntoView {
    let link = unsent::link(report);
    let older = older.map(|before| {
        view! {
            <p>
                <a rel="prev" class="step" href=format!("{link}?before={before}")>
                    "Earlier messages"
                </a>
            </p>
        }
    });
    let newest = earlier.then(|| {
        view! {
            <p>
                <a rel="next" class="step" href=link.clone()>
                    "To the newest messages"
                </a>
            </p>
        }
    });
    let messages = messages.into_iter().map(|said| view! { <OneSaid said/> }).collect_view();
    view! {
        {older}
        <ol class="thread" id="thread">
            {messages}
        </ol>
        {newest}
    }
}

/// First on the page: nobody is contacted outside it.
#[component]
fn Contract(contact: SafeContact) -> impl IntoView {
    view! {
        <section class="safe-contact" aria-labelledby="contract">
            <h2 id="contract">"How it is safe to answer"</h2>
            <Lines lines=words::contact(&contact)/>
        </section>
    }
}

#[component]
fn Answers(told: Told) -> impl IntoView {
    let mut lines: Vec<(&'static str, String)> = vec![("Safe right now", words::safe_now(told.safe_now).to_owned())];
    match told.teller {
        Teller::Myself => {}
        Teller::Someone(concern) => lines.extend(concern_lines(concern)),
        Teller::Professional(professional) => lines.extend(professional_lines(professional)),
    }
    let signs = told.signs.iter().map(|sign| view! { <li>{words::sign(*sign)}</li> }).collect_view();
    view! {
        <Lines lines/>
        <ul>{signs}</ul>
    }
}

/// What was asked, and what was said.
#[component]
fn Lines(lines: Vec<(&'static str, String)>) -> impl IntoView {
    let lines = lines
        .into_iter()
        .map(|(what, value)| {
            view! {
                <div>
                    <dt>{what}</dt>
                    <dd dir="auto">{value}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="answers">{lines}</dl> }
}

fn concern_lines(concern: Concern) -> Vec<(&'static str, String)> {
    let learned = concern.learned.iter().map(|how| words::learned(*how)).collect::<Vec<_>>().join("; ");
    vec![
        ("The person is", concern.relation.map_or("Did not say", words::relation).to_owned()),
        ("How they know", if learned.is_empty() { "Did not say".to_owned() } else { learned }),
        ("The person knows of this", words::answer(concern.person_knows).to_owned()),
        ("Contact could make it worse", words::answer(concern.could_worsen).to_owned()),
        ("Children in the home", words::answer(concern.children_at_home).to_owned()),
    ]
}

fn professional_lines(professional: Professional) -> Vec<(&'static str, String)> {
    vec![
        ("Works at", professional.agency),
        ("As", professional.role),
        ("The person agreed", words::answer(professional.consent).to_owned()),
        ("Reason to share without", professional.lawful_basis),
    ]
}

#[component]
fn OneSaid(said: Said) -> impl IntoView {
    let Said { author, by, at, message, .. } = said;
    let (class, from) = match author {
        Author::Team => ("team", by.unwrap_or_else(|| "The team".to_owned())),
        Author::Sender => ("sender", "The sender".to_owned()),
    };
    let safe = message.as_ref().filter(|_| author == Author::Sender).and_then(about_safety);
    let text = message.map_or_else(|| DOES_NOT_OPEN.to_owned(), |message| message.text);
    view! { <Entry class from at safe text/> }
}

fn about_safety(message: &Message) -> Option<&'static str> {
    (message.safe_now != SafeNow::NotSaid).then(|| words::safe_now(message.safe_now))
}

#[component]
fn Note(noted: Noted) -> impl IntoView {
    view! { <Entry class="note-of-team" from=noted.by at=noted.at text=noted.text.unwrap_or_else(|| DOES_NOT_OPEN.to_owned())/> }
}

#[component]
fn Entry(
    class: &'static str,
    #[prop(into)] from: String,
    at: Moment,
    #[prop(optional_no_strip)] safe: Option<&'static str>,
    text: String,
) -> impl IntoView {
    let safe = safe.map(|safe| view! { <p class="when">{safe}</p> });
    view! {
        <li class=class>
            <p class="when">{format!("{from}, {}", words::when(at))}</p>
            {safe}
            <p class="text" dir="auto">{text}</p>
        </li>
    }
}
