//! The conversation: what was written, by whom and when, and a place to write again.

use axum::response::Response;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{GO, Notice, SAFE, SECRET, TEXT};
use crate::domain::choice::Choice as _;
use crate::domain::clock::Moment;
use crate::domain::draft::Wrong;
use crate::domain::message::Author;
use crate::domain::report::SafeNow;
use crate::domain::text;
use crate::i18n::{Text, Tr};
use crate::service::coming_back::{Conversation, Line, Visit};
use crate::service::drafts::Secret;
use crate::web::components::form::{Choice, Hidden, Mistake, Radios, Summary, TextArea};
use crate::web::components::rescue::Rescue;
use crate::web::components::when;
use crate::web::extract::form::Form;
use crate::web::public::tell::endings::after;
use crate::web::public::tell::frame::Languages;
use crate::web::public::tell::notes::Note;
use crate::web::public::tell::problems;
use crate::web::{Site, layout};

#[derive(Serialize, Deserialize)]
pub struct Talk {
    pub secret: Secret,
    /// None when it is kept under the secret.
    pub visit: Option<Visit>,
    /// None when that is kept under the secret too.
    pub typed: Option<Typed>,
    pub said: Said,
    pub notice: Option<Notice>,
}

/// What is in the fields.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Typed {
    pub text: String,
    pub safe_now: String,
}

impl Typed {
    /// What was sent, or its beginning.
    pub fn read(form: &Form) -> Self {
        let kept = |field, limit| text::cut(form.get(field).to_owned(), text::kept(limit));
        Self { text: kept(TEXT, text::OWN_WORDS), safe_now: kept(SAFE, text::SHORT) }
    }

    pub fn of(visit: &Visit) -> Self {
        Self { text: visit.text.clone(), safe_now: visit.safe_now.clone() }
    }
}

/// What came of the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Said {
    Nothing,
    /// With what they answered about being safe.
    Sent {
        in_danger: bool,
    },
    Wrong(Mistaken),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mistaken {
    Empty,
    TooLong { limit: usize, typed: usize },
}

impl From<Wrong> for Mistaken {
    fn from(wrong: Wrong) -> Self {
        match wrong {
            Wrong::TooLong { limit, typed } => Self::TooLong { limit, typed },
            _ => Self::Empty,
        }
    }
}

impl Talk {
    /// Without a conversation when the database is away just now.
    pub fn page(self, site: &Site, tr: Tr, typed: Typed, conversation: Option<Conversation>) -> Response {
        let notice = if conversation.is_none() { Some(Notice::Away) } else { self.notice };
        let page = layout::Page::new(tr, tr.talk_title()).at("/reply").with_form().step();
        let page = if let Some(notice) = notice { page.status(notice.status()) } else { page };
        let error = match self.said {
            Said::Wrong(Mistaken::Empty) => Some(tr.error_message_missing()),
            Said::Wrong(Mistaken::TooLong { limit, typed }) => Some(problems::too_long(tr, limit, typed)),
            Said::Nothing | Said::Sent { .. } => None,
        };
        let summary: Vec<_> = error.iter().map(|error| Mistake { id: TEXT.to_owned(), text: error.clone() }).collect();
        let not_safe = typed.safe_now == SafeNow::No.id();
        let danger = not_safe || self.said == Said::Sent { in_danger: true };
        let sent = matches!(self.said, Said::Sent { .. }).then(|| {
            view! {
                <div class="note" role="status">
                    <p>
                        <strong>{tr.talk_sent()}</strong>
                        " "
                        {tr.talk_sent_again()}
                    </p>
                </div>
            }
        });
        let response = page.render(
            site,
            view! {
                <Heading tr danger/>
                {notice.map(|notice| view! { <Note tr note=notice.note()/> })}
                <Summary heading=tr.tell_summary() mistakes=summary/>
                {sent}
                {danger.then(|| view! { <h2>{tr.talk_heading()}</h2> })}
                {conversation.map(|conversation| view! { <Messages tr conversation/> })}
                {(!danger).then(|| view! { <p>{tr.talk_danger()}</p> })}
                <Write tr secret=self.secret text=typed.text safe_now=typed.safe_now error/>
                <p>{tr.talk_leave()}</p>
            },
        );
        match notice.and_then(Notice::seconds) {
            Some(seconds) => after(response, seconds),
            None => response,
        }
    }
}

/// Whoever says that they are not safe gets the numbers before anything else.
#[component]
fn Heading(tr: Tr, danger: bool) -> impl IntoView {
    if !danger {
        return view! { <h1>{tr.talk_heading()}</h1> }.into_any();
    }
    view! {
        <h1>{tr.danger_heading()}</h1>
        <Rescue tr/>
        <p>{tr.danger_not_us()}</p>
    }
    .into_any()
}

#[component]
fn Messages(tr: Tr, conversation: Conversation) -> impl IntoView {
    let Conversation { messages, standing } = conversation;
    let nobody_answered = !messages.iter().any(|line| line.author == Author::Team);
    let state = if standing.closed {
        tr.talk_closed()
    } else if standing.sender_waits {
        tr.talk_by(moment(tr, standing.due_at))
    } else {
        tr.talk_answered()
    };
    let lines = messages.into_iter().map(|line| view! { <OneMessage tr line/> }).collect_view();
    view! {
        {nobody_answered.then(|| view! { <p class="lead">{tr.talk_none()}</p> })}
        <ol class="thread">{lines}</ol>
        <p>{state}</p>
    }
}

#[component]
fn OneMessage(tr: Tr, line: Line) -> impl IntoView {
    let (class, who) = match line.author {
        Author::Team => (Some("team"), tr.talk_team()),
        Author::Sender => (None, tr.talk_you()),
    };
    view! {
        <li class=class>
            <p class="when">
                <strong>{who}</strong>
                " · "
                {moment(tr, line.sent_at)}
            </p>
            <p class="text" dir="auto">
                {line.text}
            </p>
        </li>
    }
}

#[component]
fn Write(tr: Tr, secret: Secret, text: String, safe_now: String, error: Option<Text>) -> impl IntoView {
    let choice = |value: SafeNow, label: Text| Choice {
        value: value.as_id(),
        label,
        hint: None,
        chosen: safe_now == value.as_id(),
    };
    let choices = vec![choice(SafeNow::Yes, tr.talk_safe_yes()), choice(SafeNow::No, tr.talk_safe_no())];
    view! {
        <h2>{tr.talk_write_heading()}</h2>
        <form method="post" action=format!("/{}/reply", tr.lang()) autocomplete="off">
            <Hidden name=SECRET value=secret.reveal()/>
            <Radios name=SAFE legend=tr.talk_safe() hint=Some(tr.tell_optional()) choices/>
            <TextArea name=TEXT label=tr.talk_label() hint=Some(tr.talk_hint()) value=text error/>
            <div class="actions">
                <button name=GO value="send">
                    {tr.talk_send()}
                </button>
            </div>
            <Languages tr/>
        </form>
    }
}

/// Day and time on the county's clock.
fn moment(tr: Tr, moment: Moment) -> Text {
    let (date, time) = when::moment(tr, moment);
    tr.talk_when(date, time)
}
