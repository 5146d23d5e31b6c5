//! The page of one case.

use axum::response::Response;
use leptos::prelude::*;

use super::said::AllWords;
use super::{Go, Typed};
use crate::domain::case::{Case, Deed, Outcome, State as CaseState};
use crate::domain::clock::Moment;
use crate::domain::ids::{MessageId, ReportId, StaffId};
use crate::service::ServiceError;
use crate::service::sign_in::SignedIn;
use crate::service::triage::{self, Folder, Shut, Words};
use crate::web::App;
use crate::web::components::form::{Hidden, Mistake, Select, Summary, TextArea};
use crate::web::desk::layout::DeskPage;
use crate::web::desk::queue::{Reasons, Tags};
use crate::web::desk::{trouble, unsent, words};

/// Who looks at it, as far as the page needs to know.
#[derive(Clone, Copy)]
struct Viewer {
    id: StaffId,
    is_lead: bool,
}

pub(super) async fn page(app: &App, who: &SignedIn, id: ReportId, typed: Typed, before: Option<MessageId>) -> Response {
    let (folder, words) = match open(app, who, id, before).await {
        Ok(opened) => opened,
        Err(error) => return trouble::page(&app.site, Some(who), &error),
    };
    let frame = DeskPage::new("Case", who);
    let frame = if typed.mistake.is_some() { frame.unprocessable() } else { frame };
    let once = triage::fresh_message_id(&app.ctx);
    let viewer = Viewer { id: who.id(), is_lead: who.lead().is_some() };
    let now = app.ctx.clock.now();
    frame.render(&app.site, view! { <CaseFolder folder words typed once viewer now earlier=before.is_some()/> })
}

async fn open(
    app: &App,
    who: &SignedIn,
    id: ReportId,
    before: Option<MessageId>,
) -> Result<(Folder, Option<Words>), ServiceError> {
    let folder = triage::folder(&app.ctx, who, id).await?;
    let words = match folder.readable {
        true => Some(triage::read(&app.ctx, who, id, before).await?),
        false => None,
    };
    Ok((folder, words))
}

#[component]
fn CaseFolder(
    folder: Folder,
    words: Option<Words>,
    typed: Typed,
    once: MessageId,
    viewer: Viewer,
    now: Moment,
    earlier: bool,
) -> impl IntoView {
    let Folder { item, colleagues, .. } = folder;
    let case = item.case;
    let mistakes = typed
        .mistake
        .map(|(field, why)| Mistake { id: field.to_owned(), text: why.into() })
        .into_iter()
        .collect::<Vec<_>>();
    let clock = if case.is_overdue(now) { "clock overdue" } else { "clock" };
    let crossed = words.as_ref().is_some_and(|words| words.crossed).then(|| view! { <Crossed/> });
    let left_over = typed.left_over.then(|| {
        view! { <p class="note" role="status">"What you typed before is still in its box. It was not sent."</p> }
    });
    let jump = case.may(Deed::Answer, viewer.id, viewer.is_lead).then(|| view! { <Jump/> });
    let trail = viewer.is_lead.then(|| view! { <Trail report=case.id/> });
    let said = words.map(|words| view! { <AllWords words report=case.id received_at=case.received_at earlier/> });
    let can_open = item.head != Err(Shut::NoKeyYet);
    let actions = view! { <Actions case=case.clone() typed once viewer colleagues can_open/> };
    view! {
        <Summary heading="Please look at this again".into() mistakes/>
        {left_over}
        <div class="row-head">
            <h1>{case.reference.clone()}</h1>
            <strong>{words::priority(case.priority)}</strong>
            <span class=clock>{words::clock(&case, now)}</span>
        </div>
        <Tags case=case.clone() head=item.head.clone().ok() owner=item.owner/>
        {crossed}
        {jump}
        <div class="two">
            <div>{said}</div>
            <div>
                {actions}
                <h2>"Why it stands here"</h2>
                <Reasons head=item.head at_most=usize::MAX/>
                {trail}
            </div>
        </div>
    }
}

#[component]
fn Crossed() -> impl IntoView {
    view! {
        <p class="note" id="crossed">
            <strong>"They wrote again meanwhile."</strong>
            " The last answer was sent before anybody had read their newest message, so the case still waits for you."
        </p>
    }
}

/// For a thumb: the boxes are below everything that was said.
#[component]
fn Jump() -> impl IntoView {
    view! {
        <nav class="menu jump" aria-label="On this page">
            <a href="#answer">"Answer"</a>
            <a href="#note">"Note"</a>
            <a href="#outcome">"Close"</a>
            <a href="#colleague">"Hand over"</a>
        </nav>
    }
}

#[component]
fn Trail(report: ReportId) -> impl IntoView {
    view! {
        <p>
            <a class="step" href=format!("/desk/audit?case={report}")>
                "Who did what with this case"
            </a>
        </p>
    }
}

#[component]
fn Actions(
    case: Case,
    typed: Typed,
    once: MessageId,
    viewer: Viewer,
    colleagues: Vec<(StaffId, String)>,
    can_open: bool,
) -> impl IntoView {
    let may = |deed| case.may(deed, viewer.id, viewer.is_lead);
    let (heading, text) = match case.state {
        CaseState::Waiting if can_open => {
            (Some("Nobody has this case"), "Claim it to read and answer it. A colleague sees that you have it.")
        }
        CaseState::Waiting => (Some("Nobody has this case"), "You cannot claim it: you have no key to it yet."),
        CaseState::Claimed { .. } if may(Deed::Answer) => (None, ""),
        CaseState::Claimed { .. } => (Some("A colleague has this case"), ""),
        CaseState::Closed { .. } => (Some("Closed"), "If the sender writes again, it comes back to the queue."),
    };
    let heading = heading.map(|heading| view! { <h2>{heading}</h2> });
    let text = (!text.is_empty()).then(|| view! { <p>{text}</p> });
    let claim = (may(Deed::Claim) && can_open).then(|| view! { <Button go=Go::Claim class="" words="Claim"/> });
    let write = may(Deed::Answer).then(|| view! { <Write typed=&typed/> });
    let close = may(Deed::Close).then(|| view! { <Close typed=&typed/> });
    let give = may(Deed::HandOver).then(|| view! { <HandOver typed=&typed colleagues/> });
    let back =
        may(Deed::Release).then(|| view! { <Button go=Go::Release class="plain" words="Give it back to the queue"/> });
    view! {
        <form id="work" method="post" action=unsent::link(case.id) autocomplete="off">
            <Hidden name="once" value=once.to_string()/>
            <Hidden name="by" value=viewer.id.to_string()/>
            {heading}
            {text}
            {claim}
            {write}
            {close}
            {give}
            {back}
        </form>
    }
}

#[component]
fn Button(go: Go, class: &'static str, words: &'static str) -> impl IntoView {
    view! {
        <p>
            <button name="go" value=go.id() class=class>
                {words}
            </button>
        </p>
    }
}

#[component]
fn Write<'t>(typed: &'t Typed) -> impl IntoView + use<> {
    view! {
        <TextArea
            name="answer"
            label="Your answer".into()
            hint=Some("The sender reads it here, with the words they keep. Write it so that it may be seen by somebody else.".into())
            value=typed.answer.clone()
            error=typed.error("answer")
        />
        <Button go=Go::Answer class="" words="Send the answer"/>
        <TextArea
            name="note"
            label="Note for the team".into()
            hint=Some("The sender cannot read it.".into())
            value=typed.note.clone()
            error=typed.error("note")
        />
        <Button go=Go::Note class="quiet" words="Keep the note"/>
    }
}

#[component]
fn Close<'t>(typed: &'t Typed) -> impl IntoView + use<> {
    let options =
        Outcome::ALL.iter().map(|outcome| (outcome.id().to_owned(), words::outcome(*outcome).into())).collect();
    view! {
        <Select
            name="outcome"
            label="How it ended".into()
            choose="Choose".into()
            options
            value=typed.outcome.clone()
            error=typed.error("outcome")
        />
        <Button go=Go::Close class="quiet" words="Close the case"/>
    }
}

#[component]
fn HandOver<'t>(typed: &'t Typed, colleagues: Vec<(StaffId, String)>) -> impl IntoView + use<> {
    let options = colleagues.into_iter().map(|(id, name)| (id.to_string(), name.into())).collect();
    view! {
        <Select
            name="colleague"
            label="Hand over to".into()
            choose="Choose".into()
            options
            value=typed.colleague.clone()
            error=typed.error("colleague")
        />
        <Button go=Go::HandOver class="quiet" words="Hand over"/>
    }
}
