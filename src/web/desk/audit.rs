//! `/desk/audit`: who did what, newest first, and whether anybody tampered with it.

use axum::extract::State;
use axum::response::Response;
use leptos::prelude::*;

use super::layout::DeskPage;
use super::sent::Sent;
use super::when::When;
use super::wide::Wide;
use super::{shown, trouble};
use crate::domain::audit::Verdict;
use crate::service::audit::{self, Line};
use crate::service::sign_in::SignedIn;
use crate::web::extract::query::Query;
use crate::web::extract::session::ALead;
use crate::web::{App, Site, respond};

pub async fn show(State(app): State<App>, lead: ALead, asked: Query) -> Response {
    // The entries before this one; anything that is no number means the newest.
    match audit::page(&app.ctx, lead.lead, asked.get("before").parse().ok()).await {
        Ok(lines) => page(&app.site, &lead.who, lines),
        Err(error) => trouble::page(&app.site, Some(&lead.who), &error),
    }
}

/// Checks the whole chain; the outcome waits on the next page.
pub async fn verify(State(app): State<App>, lead: ALead, _: Sent) -> Response {
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

fn page(site: &Site, who: &SignedIn, lines: Vec<Line>) -> Response {
    let oldest = lines.last().map(|line| line.recorded.seq).filter(|seq| *seq > 1);
    let older = oldest.map(|seq| {
        view! {
            <p>
                <a rel="next" href=format!("/desk/audit?before={seq}")>
                    "Older entries"
                </a>
            </p>
        }
    });
    let rows = lines.into_iter().map(|line| view! { <Row line/> }).collect_view();
    DeskPage::new("Audit", who).render(site, view! {
        <h1>"Audit"</h1>
        <p>"Who did what, newest first. Each entry holds a seal over the one before it, so that none can be changed or taken \
            out without leaving a trace."</p>
        <form method="post" action="/desk/audit/verify">
            <button class="quiet">"Check every seal"</button>
        </form>
        <Wide label="Audit">
            <table id="audit">
                <thead>
                    <tr>
                        <th scope="col">"No."</th>
                        <th scope="col">"When"</th>
                        <th scope="col">"Who"</th>
                        <th scope="col">"What"</th>
                        <th scope="col">"Case"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </Wide>
        {older}
    })
}

#[component]
fn Row(line: Line) -> impl IntoView {
    let Line { recorded, who, whom, reference } = line;
    let what = words(&recorded.action);
    let whom = whom.unwrap_or_else(|| recorded.detail.clone());
    let case = recorded.report.zip(reference);
    let case = case.map(|(id, reference)| view! { <a href=format!("/desk/cases/{id}")>{reference}</a> });
    let detail = (!whom.is_empty()).then(|| format!(" ({whom})"));
    view! {
        <tr data-seq=recorded.seq.to_string()>
            <td>{recorded.seq}</td>
            <td>
                <When at=recorded.at/>
            </td>
            <td>{who.unwrap_or_else(|| "the machine".to_owned())}</td>
            <td>{what.to_owned()} {detail}</td>
            <td>{case}</td>
        </tr>
    }
}

/// An action in words; one of another version as it is.
fn words(action: &str) -> &str {
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
        "epoch-started" => "a new team key began",
        "recovery-kit-made" => "made a recovery kit",
        "recovery-kit-used" => "used the recovery kit",
        "report-opened" => "read a case",
        "report-claimed" => "claimed a case",
        "report-released" => "put a case back",
        "report-handed-over" => "handed a case over",
        "report-answered" => "answered",
        "contact-recorded" => "recorded a contact",
        "note-written" => "wrote a note",
        "report-closed" => "closed a case",
        "report-reopened" => "opened a case again",
        "audit-verified" => "checked the audit",
        other => other,
    }
}
