//! The cookie that finds what was typed for a case and not sent, and the page for somebody whose session was over.

use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use leptos::prelude::*;

use super::back;
use super::layout::DeskPage;
use super::sent::own_words;
use super::trouble::Kept;
use crate::domain::ids::ReportId;
use crate::service::drafts::DRAFT_LIFE;
use crate::service::sign_in::SignedIn;
use crate::service::unsent::{self, Unsent};
use crate::web::extract::cookie::Passing;
use crate::web::extract::form::Form;
use crate::web::extract::session::SIGN_IN;
use crate::web::{App, respond};

pub fn link(report: ReportId) -> String {
    format!("/desk/cases/{report}")
}

fn cookie(report: ReportId) -> Passing {
    Passing { name: "unsent", path: link(report), life: DRAFT_LIFE }
}

/// What this colleague typed for this case before. A database that is away has shown itself before this is asked.
pub async fn find(app: &App, headers: &HeaderMap, who: &SignedIn, report: ReportId) -> Option<Unsent> {
    let token = cookie(report).read(&app.site, headers)?;
    unsent::find(&app.ctx, who, report, token).await.ok().flatten()
}

/// Keeps what is left in the boxes, or forgets that there was something.
pub async fn keep(app: &App, response: &mut Response, left: &Unsent) {
    if left.answer.is_empty() && left.note.is_empty() {
        cookie(left.report).forget(&app.site, response);
    } else {
        cookie(left.report).set(&app.site, response, &unsent::keep(&app.ctx, left).await);
    }
}

/// For a form whose sender is signed in no more.
pub async fn signed_out(app: &App, path: &str, form: &Form) -> Response {
    let words = own_words(form);
    if words.is_empty() {
        return respond::see_other(SIGN_IN);
    }
    let Some(unsent) = of_case(path, form) else { return page(app, words) };
    let mut response = page(app, Vec::new());
    keep(app, &mut response, &unsent).await;
    back::remember(&app.site, &mut response, path);
    response
}

/// The page says whose it was. Whoever changes that hides the text from everybody.
fn of_case(path: &str, form: &Form) -> Option<Unsent> {
    Some(Unsent {
        by: form.get("by").parse().ok()?,
        report: path.strip_prefix("/desk/cases/")?.parse().ok()?,
        answer: form.get("answer").to_owned(),
        note: form.get("note").to_owned(),
    })
}

/// The words stay sealed, for this may be a shared screen; only what cannot be kept is shown.
fn page(app: &App, shown: Vec<String>) -> Response {
    let kept = shown.is_empty().then(|| {
        view! {
            <p>
                "What you typed is kept for half an hour. Sign in here, in this browser, and it stands in its box again."
            </p>
        }
    });
    DeskPage::outside("Sign in again").status(StatusCode::UNAUTHORIZED).render(
        &app.site,
        view! {
            <h1>"You were signed out"</h1>
            <p class="lead">"Nothing was sent. A sign-in ends after half an hour without use."</p>
            {kept}
            <Kept typed=shown/>
            <p class="actions">
                <a class="button" href=SIGN_IN>
                    "Sign in again"
                </a>
            </p>
        },
    )
}
