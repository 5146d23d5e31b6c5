//! `/desk/cases/{id}`: how to reach the sender first, then what was said, then what to do.

use axum::extract::State;
use axum::response::Response;
use leptos::prelude::*;

use super::layout::DeskPage;
use super::queue::{Reasons, Tags};
use super::sent::Sent;
use super::{trouble, words};
use crate::domain::case::{Case, Outcome, State as CaseState};
use crate::domain::clock::Moment;
use crate::domain::contact::SafeContact;
use crate::domain::ids::{MessageId, ReportId, StaffId};
use crate::domain::message::Author;
use crate::domain::report::{Concern, Professional, SafeNow, Teller, Told};
use crate::domain::text;
use crate::i18n::Text;
use crate::service::ServiceError;
use crate::service::sign_in::SignedIn;
use crate::service::triage::{self, Folder, Noted, Said, Words};
use crate::web::components::form::{Hidden, Mistake, Select, Summary, TextArea};
use crate::web::extract::segment::Segment;
use crate::web::{App, respond};

/// What was typed into this page's forms, and what is wrong with it.
#[derive(Default)]
struct Typed {
    answer: String,
    note: String,
    outcome: String,
    colleague: String,
    mistake: Option<(&'static str, &'static str)>,
}

impl Typed {
    fn error(&self, field: &str) -> Option<Text> {
        self.mistake.filter(|(wrong, _)| *wrong == field).map(|(_, why)| why.into())
    }
}

pub async fn show(State(app): State<App>, who: SignedIn, Segment(id): Segment) -> Response {
    match id.parse() {
        Ok(id) => page(&app, &who, id, Typed::default()).await,
        Err(_) => trouble::page(&app.site, Some(&who), &ServiceError::NotFound),
    }
}

pub async fn claim(State(app): State<App>, who: SignedIn, Segment(id): Segment, _: Sent) -> Response {
    let Ok(id) = id.parse() else { return trouble::page(&app.site, Some(&who), &ServiceError::NotFound) };
    done(&app, &who, id, triage::claim(&app.ctx, &who, id).await, Vec::new())
}

pub async fn release(State(app): State<App>, who: SignedIn, Segment(id): Segment, _: Sent) -> Response {
    let Ok(id) = id.parse() else { return trouble::page(&app.site, Some(&who), &ServiceError::NotFound) };
    done(&app, &who, id, triage::release(&app.ctx, &who, id).await, Vec::new())
}

pub async fn hand_over(State(app): State<App>, who: SignedIn, Segment(id): Segment, Sent(form): Sent) -> Response {
    let Ok(id) = id.parse() else { return trouble::page(&app.site, Some(&who), &ServiceError::NotFound) };
    let colleague = form.get("colleague").to_owned();
    let Ok(to) = colleague.parse::<StaffId>() else {
        let mistake = Some(("colleague", "Choose a colleague."));
        return page(&app, &who, id, Typed { colleague, mistake, ..Typed::default() }).await;
    };
    done(&app, &who, id, triage::hand_over(&app.ctx, &who, id, to).await, Vec::new())
}

pub async fn answer(State(app): State<App>, who: SignedIn, Segment(id): Segment, Sent(form): Sent) -> Response {
    let Ok(id) = id.parse() else { return trouble::page(&app.site, Some(&who), &ServiceError::NotFound) };
    let answer = text::tidy(form.get("answer"));
    let mistake = wrong_text("answer", &answer);
    if mistake.is_some() {
        return page(&app, &who, id, Typed { answer, mistake, ..Typed::default() }).await;
    }
    let Ok(once) = form.get("once").parse::<MessageId>() else {
        let mistake = Some(("answer", "The page was damaged on the way. Please send it again."));
        return page(&app, &who, id, Typed { answer, mistake, ..Typed::default() }).await;
    };
    let outcome = triage::answer(&app.ctx, &who, id, once, answer.clone()).await;
    done(&app, &who, id, outcome, vec![answer])
}

pub async fn note(State(app): State<App>, who: SignedIn, Segment(id): Segment, Sent(form): Sent) -> Response {
    let Ok(id) = id.parse() else { return trouble::page(&app.site, Some(&who), &ServiceError::NotFound) };
    let note = text::tidy(form.get("note"));
    let mistake = wrong_text("note", &note);
    if mistake.is_some() {
        return page(&app, &who, id, Typed { note, mistake, ..Typed::default() }).await;
    }
    let outcome = triage::note(&app.ctx, &who, id, &note).await;
    done(&app, &who, id, outcome, vec![note])
}

pub async fn close(State(app): State<App>, who: SignedIn, Segment(id): Segment, Sent(form): Sent) -> Response {
    let Ok(id) = id.parse() else { return trouble::page(&app.site, Some(&who), &ServiceError::NotFound) };
    let Some(outcome) = Outcome::from_id(form.get("outcome")) else {
        let mistake = Some(("outcome", "Choose how it ended."));
        return page(&app, &who, id, Typed { mistake, ..Typed::default() }).await;
    };
    done(&app, &who, id, triage::close(&app.ctx, &who, id, outcome).await, Vec::new())
}

fn wrong_text(field: &'static str, typed: &str) -> Option<(&'static str, &'static str)> {
    if typed.is_empty() {
        Some((field, "Write something first."))
    } else if text::length(typed) > text::OWN_WORDS {
        Some((field, "This is longer than 20,000 letters. Shorten it; what you wrote is still here."))
    } else {
        None
    }
}

fn done(app: &App, who: &SignedIn, id: ReportId, outcome: Result<(), ServiceError>, typed: Vec<String>) -> Response {
    match outcome {
        Ok(()) => respond::see_other(&format!("/desk/cases/{id}")),
        Err(error) => trouble::keeping(&app.site, who, &error, typed),
    }
}

async fn page(app: &App, who: &SignedIn, id: ReportId, typed: Typed) -> Response {
    let folder = match triage::folder(&app.ctx, who, id).await {
        Ok(folder) => folder,
        Err(error) => return trouble::page(&app.site, Some(who), &error),
    };
    let words = match folder.readable {
        false => None,
        true => match triage::read(&app.ctx, who, id).await {
            Ok(words) => Some(words),
            Err(error) => return trouble::page(&app.site, Some(who), &error),
        },
    };
    let frame = DeskPage::new("Case", who);
    let frame = if typed.mistake.is_some() { frame.unprocessable() } else { frame };
    let once = triage::fresh_message_id(&app.ctx);
    let mine = folder.item.case.owner() == Some(who.id());
    let now = app.ctx.clock.now();
    frame.render(&app.site, view! { <CaseFolder folder words typed once mine now/> })
}

#[component]
fn CaseFolder(
    folder: Folder,
    words: Option<Words>,
    typed: Typed,
    once: MessageId,
    /// Whether the one who looks at it looks after it.
    mine: bool,
    now: Moment,
) -> impl IntoView {
    let Folder { item, colleagues, .. } = folder;
    let case = item.case;
    let mistakes = typed
        .mistake
        .map(|(field, why)| Mistake { id: field.to_owned(), text: why.into() })
        .into_iter()
        .collect::<Vec<_>>();
    let clock = if case.is_overdue(now) { "clock overdue" } else { "clock" };
    let said = words.map(|words| view! { <AllWords words received_at=case.received_at/> });
    let actions = view! { <Actions case=case.clone() typed once mine colleagues/> };
    view! {
        <Summary heading="Please look at this again".into() mistakes/>
        <div class="row-head">
            <h1>{case.reference.clone()}</h1>
            <strong>{words::priority(case.priority)}</strong>
            <span class=clock>{words::clock(&case, now)}</span>
        </div>
        <Tags case=case.clone() head=item.head.clone() owner=item.owner/>
        <div class="two">
            <div>
                {said}
                <h2>"Why it stands here"</h2>
                <Reasons head=item.head at_most=usize::MAX/>
            </div>
            <div>{actions}</div>
        </div>
    }
}

#[component]
fn AllWords(words: Words, received_at: Moment) -> impl IntoView {
    let Words { told, messages, notes } = words;
    let messages = messages.into_iter().map(|said| view! { <Message said/> }).collect_view();
    let notes = notes.into_iter().map(|noted| view! { <Note noted/> }).collect_view();
    view! {
        <Contract contact=told.contact.clone()/>
        <h2>"What they said"</h2>
        <Answers told=told.clone()/>
        <ol class="thread">
            <li>
                <p class="when">{format!("The sender, {}", words::when(received_at))}</p>
                <p class="text" dir="auto">
                    {if told.words.is_empty() { "No own words.".to_owned() } else { told.words }}
                </p>
            </li>
            {messages}
        </ol>
        <h2>"Notes of the team"</h2>
        <p class="hint">"The sender cannot read these."</p>
        <ol class="thread">{notes}</ol>
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
fn Message(said: Said) -> impl IntoView {
    let Said { author, by, at, message } = said;
    let (class, from) = match author {
        Author::Team => ("team", by.unwrap_or_else(|| "The team".to_owned())),
        Author::Sender => ("sender", "The sender".to_owned()),
    };
    let safe = (author == Author::Sender && message.safe_now != SafeNow::NotSaid)
        .then(|| view! { <p class="when">{words::safe_now(message.safe_now)}</p> });
    view! {
        <li class=class>
            <p class="when">{format!("{from}, {}", words::when(at))}</p>
            {safe}
            <p class="text" dir="auto">{message.text}</p>
        </li>
    }
}

#[component]
fn Note(noted: Noted) -> impl IntoView {
    view! {
        <li>
            <p class="when">{format!("{}, {}", noted.by, words::when(noted.at))}</p>
            <p class="text" dir="auto">{noted.text}</p>
        </li>
    }
}

#[component]
fn Actions(case: Case, typed: Typed, once: MessageId, mine: bool, colleagues: Vec<(StaffId, String)>) -> impl IntoView {
    let link = format!("/desk/cases/{}", case.id);
    match case.state {
        CaseState::Waiting => view! {
            <section>
                <h2>"Nobody has this case"</h2>
                <p>"Claim it to read and answer it. A colleague sees that you have it."</p>
                <form method="post" action=format!("{link}/claim")>
                    <button>"Claim"</button>
                </form>
            </section>
        }
        .into_any(),
        CaseState::Claimed { .. } if mine => view! {
            <AnswerForm link=link.clone() once text=typed.answer.clone() error=typed.error("answer")/>
            <NoteForm link=link.clone() text=typed.note.clone() error=typed.error("note")/>
            <CloseForm link=link.clone() chosen=typed.outcome.clone() error=typed.error("outcome")/>
            <HandOver link=link colleagues chosen=typed.colleague.clone() error=typed.error("colleague")/>
        }
        .into_any(),
        CaseState::Claimed { .. } => view! {
            <section>
                <h2>"A colleague has this case"</h2>
                <HandOver link colleagues chosen=typed.colleague.clone() error=typed.error("colleague")/>
            </section>
        }
        .into_any(),
        CaseState::Closed { .. } => view! {
            <section>
                <h2>"Closed"</h2>
                <p>"If the sender writes again, it comes back to the queue."</p>
            </section>
        }
        .into_any(),
    }
}

#[component]
fn AnswerForm(link: String, once: MessageId, text: String, error: Option<Text>) -> impl IntoView {
    view! {
        <form method="post" action=format!("{link}/answer") autocomplete="off">
            <h2>"Answer"</h2>
            <Hidden name="once" value=once.to_string()/>
            <TextArea
                name="answer"
                label="Your answer".into()
                hint=Some("The sender reads it here with the eight words. Write it so that it may be seen by somebody else.".into())
                value=text
                error
            />
            <button>"Send the answer"</button>
        </form>
    }
}

#[component]
fn NoteForm(link: String, text: String, error: Option<Text>) -> impl IntoView {
    view! {
        <form method="post" action=format!("{link}/note") autocomplete="off">
            <TextArea
                name="note"
                label="Note for the team".into()
                hint=Some("The sender cannot read it.".into())
                value=text
                error
            />
            <button class="quiet">"Keep the note"</button>
        </form>
    }
}

#[component]
fn CloseForm(link: String, chosen: String, error: Option<Text>) -> impl IntoView {
    let options =
        Outcome::ALL.iter().map(|outcome| (outcome.id().to_owned(), words::outcome(*outcome).into())).collect();
    view! {
        <form method="post" action=format!("{link}/close")>
            <Select name="outcome" label="How it ended".into() choose="Choose".into() options value=chosen error/>
            <button class="quiet">"Close the case"</button>
        </form>
    }
}

#[component]
fn HandOver(link: String, colleagues: Vec<(StaffId, String)>, chosen: String, error: Option<Text>) -> impl IntoView {
    let options = colleagues.into_iter().map(|(id, name)| (id.to_string(), name.into())).collect();
    view! {
        <form method="post" action=format!("{link}/hand-over")>
            <Select name="colleague" label="Hand over to".into() choose="Choose".into() options value=chosen error/>
            <button class="quiet">"Hand over"</button>
        </form>
        <form method="post" action=format!("{link}/release")>
            <button class="plain">"Give it back to the queue"</button>
        </form>
    }
}
