//! `/desk/audit`: who did what, newest first, and whether anybody tampered with it.

use axum::extract::State;
use axum::response::Response;
use leptos::prelude::*;

use super::layout::DeskPage;
use super::sent::Posted;
use super::staff::called;
use super::when::When;
use super::{shown, trouble, unsent, words};
use crate::domain::audit::{Action, Verdict, Which};
use crate::domain::case::Outcome;
use crate::service::audit::{self, Line, Trail};
use crate::service::sign_in::SignedIn;
use crate::web::extract::query::Query;
use crate::web::extract::session::ALead;
use crate::web::{App, Site, respond};

pub async fn show(State(app): State<App>, lead: ALead, query: Query) -> Response {
    let asked = Asked::read(&query);
    match audit::page(&app.ctx, lead.lead, asked.which, asked.before).await {
        Ok(trail) => page(&app.site, &lead.who, asked.which, trail),
        Err(error) => trouble::page(&app.site, Some(&lead.who), &error),
    }
}

/// What the address asks for.
struct Asked {
    which: Which,
    before: Option<i64>,
}

impl Asked {
    fn read(query: &Query) -> Self {
        let by = query.get("by").parse().ok().map(Which::By);
        let about = query.get("case").parse().ok().map(Which::About);
        Self { which: by.or(about).unwrap_or(Which::All), before: query.get("before").parse().ok() }
    }
}

/// The address of a page of the audit.
fn link(which: Which, before: Option<i64>) -> String {
    let which = match which {
        Which::All => String::new(),
        Which::By(person) => format!("by={person}&"),
        Which::About(report) => format!("case={report}&"),
    };
    let before = before.map(|seq| format!("before={seq}")).unwrap_or_default();
    format!("/desk/audit?{which}{before}")
}

/// Checks the whole chain; the outcome waits on the next page.
pub async fn verify(State(app): State<App>, Posted { who: lead, .. }: Posted<ALead>) -> Response {
    match audit::verify(&app.ctx, &lead.who).await {
        Ok(_) => respond::see_other(shown::PATH),
        Err(error) => trouble::page(&app.site, Some(&lead.who), &error),
    }
}

pub fn verdict(site: &Site, who: &SignedIn, verdict: Verdict) -> Response {
    let (heading, text) = match verdict {
        Verdict { sound, first_bad: None } => {
            ("The audit is whole", format!("All {sound} entries are as they were written, and none is missing."))
        }
        Verdict { sound, first_bad: Some(seq) } => (
            "Somebody has tampered with the audit",
            format!(
                "The first {sound} entries are as they were written. Entry {seq} was changed or is missing. \
                 Keep a copy of the database as it is, and tell whoever is responsible for data protection."
            ),
        ),
    };
    DeskPage::new("Audit", who).render(
        site,
        view! {
            <h1>{heading}</h1>
            <p class="lead" id="verdict">{text}</p>
            <p>
                <a href="/desk/audit">"To the audit"</a>
            </p>
        },
    )
}

fn page(site: &Site, who: &SignedIn, which: Which, trail: Trail) -> Response {
    let Trail { lines, older, of, entries, seal } = trail;
    let older = older.map(|seq| {
        view! {
            <p>
                <a rel="next" class="step" href=link(which, Some(seq))>
                    "Older entries"
                </a>
            </p>
        }
    });
    let of = (which != Which::All).then(|| view! { <Narrowed of=of.unwrap_or_else(|| "somebody".to_owned())/> });
    let rows = lines.into_iter().map(|line| view! { <Row line/> }).collect_view();
    DeskPage::new("Audit", who).render(site, view! {
        <h1>"Audit"</h1>
        <p>"Who did what, newest first. Each entry holds a seal over the one before it, so that none can be changed or taken \
            out without leaving a trace."</p>
        {of}
        <form method="post" action="/desk/audit/verify">
            <button class="quiet">"Check every seal"</button>
        </form>
        <ol class="rows" id="audit">
            {rows}
        </ol>
        {older}
        <Seal entries seal/>
    })
}

#[component]
fn Narrowed(of: String) -> impl IntoView {
    view! {
        <p>
            <strong>{format!("Only {of}. ")}</strong>
            <a class="step" href="/desk/audit">
                "Show everything"
            </a>
        </p>
    }
}

/// Whoever owns the database could rewrite the chain whole. A seal that was copied elsewhere would not fit it.
#[component]
fn Seal(entries: i64, seal: Vec<u8>) -> impl IntoView {
    let seal: String = seal.iter().map(|byte| format!("{byte:02x}")).collect();
    view! {
        <h2>"The last seal"</h2>
        <p>
            "Copy this line to a place outside this machine from time to time. It shows later whether the entries up to here were \
            rewritten."
        </p>
        <p>
            <code id="seal">{format!("{entries} {seal}")}</code>
        </p>
    }
}

#[component]
fn Row(line: Line) -> impl IntoView {
    let detail = detail(&line).map(|detail| format!(" ({detail})"));
    let Line { recorded, who, reference, .. } = line;
    let case = recorded.report.zip(reference);
    let case = case.map(|(id, reference)| view! { <a href=unsent::link(id)>{reference}</a> });
    let who = match recorded.by.zip(who) {
        Some((id, name)) => view! { <a href=link(Which::By(id), None)>{name}</a> }.into_any(),
        None => nobody(&recorded.action).into_any(),
    };
    view! {
        <li data-seq=recorded.seq.to_string()>
            <span class="when">{format!("No. {}, ", recorded.seq)} <When at=recorded.at/></span>
            <span>{who} " " {done(&recorded.action).to_owned()} {detail} " " {case}</span>
        </li>
    }
}

/// Who did what nobody of the team did.
fn nobody(action: &str) -> &'static str {
    if action == Action::ReportReopened.tag() { "A sender" } else { "The machine" }
}

/// What adds something for a reader: no ids.
fn detail(line: &Line) -> Option<String> {
    let detail = line.recorded.detail.as_str();
    let outcome = || Outcome::from_id(detail).map(|outcome| words::outcome(outcome).to_owned());
    let number = || detail.parse::<i64>().ok().map(|number| format!("number {number}"));
    let found = || ["sound", "broken", "used before"].contains(&detail).then(|| detail.to_owned());
    let whom = line.whom.clone().map(|name| called(&name));
    whom.or_else(outcome).or_else(number).or_else(found)
}

/// An action in words; one of another version as it is.
fn done(action: &str) -> &str {
    match action {
        "staff-invited" => "invited somebody",
        "invitation-accepted" => "accepted an invitation",
        "staff-removed" => "removed somebody",
        "signed-in" => "signed in",
        "second-factor-wrong" => "knew the password, not the second factor",
        "recovery-code-used" => "used a recovery code",
        "recovery-codes-renewed" => "made new recovery codes",
        "signed-out" => "signed out",
        "session-revoked" => "ended a sign-in",
        "key-given" => "gave the team's key",
        "epoch-started" => "began a new team key",
        "recovery-kit-made" => "made a recovery kit",
        "recovery-kit-used" => "used the recovery kit",
        "report-opened" => "read a case",
        "report-claimed" => "claimed a case",
        "report-released" => "put a case back",
        "report-handed-over" => "handed a case over",
        "report-answered" => "answered",
        "note-written" => "wrote a note",
        "report-closed" => "closed a case",
        "report-reopened" => "wrote to a closed case, which is open again",
        "audit-verified" => "checked the audit",
        other => other,
    }
}
