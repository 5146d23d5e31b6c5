//! `/desk`: what needs somebody, the most urgent first.

use axum::extract::State;
use axum::response::Response;
use leptos::prelude::*;

use super::field::{Field, Takes};
use super::layout::DeskPage;
use super::{trouble, unsent, words};
use crate::domain::case::{Case, Cursor, State as CaseState, View};
use crate::domain::clock::Moment;
use crate::domain::report::Head;
use crate::service::sign_in::SignedIn;
use crate::service::triage::{self, COUNTED_AT_MOST, Item, Queue, Shut, Waiting};
use crate::web::extract::query::Query;
use crate::web::{App, respond};

/// Reasons shown in the queue; the case shows all.
const REASONS: usize = 4;

pub async fn show(State(app): State<App>, who: SignedIn, asked: Query) -> Response {
    if who.reviewer().is_none() {
        return respond::see_other("/desk/sessions");
    }
    let found = match asked.get("find") {
        "" => Ok(None),
        typed => triage::find(&app.ctx, &who, typed).await,
    };
    match found {
        Ok(Some(id)) => respond::see_other(&unsent::link(id)),
        Ok(None) => list(&app, &who, &asked).await,
        Err(error) => trouble::page(&app.site, Some(&who), &error),
    }
}

async fn list(app: &App, who: &SignedIn, asked: &Query) -> Response {
    let view = View::from_id(asked.get("view")).unwrap_or(View::Needed);
    let queue = triage::queue(&app.ctx, who, view, Cursor::parse(asked.get("after"))).await;
    let counts = match who.lead() {
        Some(lead) => triage::counts(&app.ctx, lead).await,
        None => Ok(Vec::new()),
    };
    match (queue, counts) {
        (Ok(queue), Ok(counts)) => page(app, who, view, queue, counts, asked.get("find").to_owned()),
        (Err(error), _) | (_, Err(error)) => trouble::page(&app.site, Some(who), &error),
    }
}

fn page(app: &App, who: &SignedIn, view: View, queue: Queue, counts: Vec<Waiting>, sought: String) -> Response {
    let now = app.ctx.clock.now();
    let tabs = View::ALL
        .iter()
        .map(|tab| {
            let current = (*tab == view).then_some("page");
            view! {
                <a href=format!("/desk?view={}", tab.id()) aria-current=current>
                    {words::view(*tab)}
                </a>
            }
        })
        .collect_view();
    let empty = queue.items.is_empty().then(|| view! { <p class="lead">"Nothing here."</p> });
    let items = queue.items.into_iter().map(|item| view! { <Row item now/> }).collect_view();
    let next = queue.next.map(|next| {
        view! {
            <p>
                <a class="step" href=format!("/desk?view={}&after={next}", view.id())>
                    "More"
                </a>
            </p>
        }
    });
    DeskPage::new("Queue", who).render(
        &app.site,
        view! {
            <h1>{words::view(view)}</h1>
            <Counts counts/>
            <nav class="menu" aria-label="Views">{tabs}</nav>
            {empty}
            <ol class="queue">{items}</ol>
            {next}
            <Find sought/>
        },
    )
}

/// For whoever looks after the team.
#[component]
fn Counts(counts: Vec<Waiting>) -> impl IntoView {
    let counts = counts
        .into_iter()
        .map(|Waiting { priority, waiting, overdue }| {
            let late =
                (overdue > 0).then(|| view! { <span class="overdue">{format!(", {} overdue", many(overdue))}</span> });
            view! { <li>{format!("{}: {}", words::priority(priority), many(waiting))} {late}</li> }
        })
        .collect_view();
    view! { <ul class="numbers" id="counts">{counts}</ul> }
}

fn many(count: i64) -> String {
    if count < COUNTED_AT_MOST { count.to_string() } else { format!("{COUNTED_AT_MOST} or more") }
}

#[component]
fn Find(sought: String) -> impl IntoView {
    let error = (!sought.is_empty()).then_some("No case has this reference.");
    view! {
        <form method="get" action="/desk">
            <Field name="find" label="Find a case by its reference" takes=Takes::Paper value=sought error=error/>
            <button class="quiet">"Find"</button>
        </form>
    }
}

#[component]
fn Row(item: Item, now: Moment) -> impl IntoView {
    let Item { case, head, owner } = item;
    let clock = if case.is_overdue(now) { "clock overdue" } else { "clock" };
    let link = unsent::link(case.id);
    let can_claim = matches!(case.state, CaseState::Waiting) && head != Err(Shut::NoKeyYet);
    let claim = can_claim.then(|| {
        view! {
            <form method="post" action=link.clone() class="inline">
                <button class="quiet" name="go" value="claim">
                    "Claim " <span class="away">{case.reference.clone()}</span>
                </button>
            </form>
        }
    });
    view! {
        <li data-case=case.id.to_string() data-priority=case.priority.number().to_string() data-due=words::stamp(case.due_at)>
            <div class="row-head">
                <h2>
                    <a href=link>{case.reference.clone()}</a>
                </h2>
                <strong>{words::priority(case.priority)}</strong>
                <span class=clock>{words::clock(&case, now)}</span>
                {claim}
            </div>
            <Tags case=case.clone() head=head.clone().ok() owner/>
            <Reasons head at_most=REASONS/>
        </li>
    }
}

#[component]
pub fn Tags(case: Case, head: Option<Head>, owner: Option<String>) -> impl IntoView {
    let mut tags = vec![format!("Came {}", words::when(case.received_at))];
    if let Some(head) = head {
        tags.extend(words::news(&case, &head).map(str::to_owned));
        tags.push(words::path(head.path).to_owned());
        tags.push(words::language(&head.language, head.locale));
        tags.extend(words::interpreter(head.interpreter).map(str::to_owned));
    }
    tags.push(owner.map_or_else(|| "Nobody has it".to_owned(), |owner| format!("With {owner}")));
    let tags = tags.into_iter().map(|tag| view! { <li class="tag" dir="auto">{tag}</li> }).collect_view();
    view! { <ul class="tags">{tags}</ul> }
}

/// Why it stands where it stands.
#[component]
pub fn Reasons(head: Result<Head, Shut>, at_most: usize) -> impl IntoView {
    let head = match head {
        Ok(head) => head,
        Err(Shut::NoKeyYet) => {
            return view! { <p class="hint">"You have no key for this case yet. A lead can give it to you."</p> }
                .into_any();
        }
        Err(Shut::Damaged) => {
            return view! {
                <p class="hint">
                    "This does not open: what is stored was damaged or moved. Tell whoever runs the machine; there may be a backup."
                </p>
            }
            .into_any();
        }
    };
    let more = head.reasons.len().saturating_sub(at_most);
    let reasons =
        head.reasons.into_iter().take(at_most).map(|reason| view! { <li>{words::reason(reason)}</li> }).collect_view();
    let more = (more > 0).then(|| view! { <li>{format!("and {more} more")}</li> });
    view! { <ul class="reasons">{reasons} {more}</ul> }.into_any()
}
