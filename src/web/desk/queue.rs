//! `/desk`: what needs somebody, the most urgent first.

use axum::extract::State;
use axum::response::Response;
use leptos::prelude::*;

use super::layout::DeskPage;
use super::{trouble, words};
use crate::domain::case::{Case, Cursor, State as CaseState, View};
use crate::domain::clock::Moment;
use crate::domain::report::Head;
use crate::service::sign_in::SignedIn;
use crate::service::triage::{self, Item, Queue};
use crate::web::extract::query::Query;
use crate::web::{App, respond};

/// Reasons shown in the queue; the case shows all.
const REASONS: usize = 4;

pub async fn show(State(app): State<App>, who: SignedIn, asked: Query) -> Response {
    if who.reviewer().is_none() {
        return respond::see_other("/desk/sessions");
    }
    let view = View::from_id(asked.get("view")).unwrap_or(View::Needed);
    match triage::queue(&app.ctx, &who, view, Cursor::parse(asked.get("after"))).await {
        Ok(queue) => page(&app, &who, view, queue),
        Err(error) => trouble::page(&app.site, Some(&who), &error),
    }
}

fn page(app: &App, who: &SignedIn, view: View, queue: Queue) -> Response {
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
                <a href=format!("/desk?view={}&after={next}", view.id())>"More"</a>
            </p>
        }
    });
    DeskPage::new("Queue", who).render(
        &app.site,
        view! {
            <h1>{words::view(view)}</h1>
            <nav class="menu" aria-label="Views">{tabs}</nav>
            {empty}
            <ol class="queue">{items}</ol>
            {next}
        },
    )
}

#[component]
fn Row(item: Item, now: Moment) -> impl IntoView {
    let Item { case, head, owner } = item;
    let clock = if case.is_overdue(now) { "clock overdue" } else { "clock" };
    let link = format!("/desk/cases/{}", case.id);
    let claim = matches!(case.state, CaseState::Waiting).then(|| {
        view! {
            <form method="post" action=format!("{link}/claim") class="inline">
                <button class="quiet">"Claim " <span class="away">{case.reference.clone()}</span></button>
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
            <Tags case=case.clone() head=head.clone() owner/>
            <Reasons head at_most=REASONS/>
        </li>
    }
}

#[component]
pub fn Tags(case: Case, head: Option<Head>, owner: Option<String>) -> impl IntoView {
    let mut tags = vec![format!("Came {}", words::when(case.received_at))];
    if let Some(head) = head {
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
pub fn Reasons(head: Option<Head>, at_most: usize) -> impl IntoView {
    let Some(head) = head else {
        return view! { <p class="hint">"You have no key for this case yet. A lead can give it to you."</p> }
            .into_any();
    };
    let more = head.reasons.len().saturating_sub(at_most);
    let reasons =
        head.reasons.into_iter().take(at_most).map(|reason| view! { <li>{words::reason(reason)}</li> }).collect_view();
    let more = (more > 0).then(|| view! { <li>{format!("and {more} more")}</li> });
    view! { <ul class="reasons">{reasons} {more}</ul> }.into_any()
}
