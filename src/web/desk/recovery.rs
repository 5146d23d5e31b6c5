//! `/desk/staff/kit` and `/desk/staff/recover`: the paper in the safe, made and used.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use super::field::{Field, Takes};
use super::layout::DeskPage;
use super::sent::Posted;
use super::{shown, trouble, waiting};
use crate::service::staff::kit::{self, RecoverError};
use crate::web::extract::session::ALead;
use crate::web::limits::{Doing, Source};
use crate::web::{App, Site, respond};

/// Makes a kit; it waits on the next page.
pub async fn make(State(app): State<App>, Posted { who: lead, .. }: Posted<ALead>) -> Response {
    match kit::make(&app.ctx, &lead.who).await {
        Ok(()) => respond::see_other(shown::PATH),
        Err(error) => trouble::page(&app.site, Some(&lead.who), &error),
    }
}

pub async fn show(State(app): State<App>, lead: ALead) -> Response {
    page(&app.site, &lead, None, StatusCode::OK)
}

pub async fn submit(State(app): State<App>, source: Source, Posted { who: lead, form }: Posted<ALead>) -> Response {
    if let Err(wait) = app.limits.check(Doing::SigningIn, source) {
        let words = "There were many tries in a short time. Wait a little, then try again.";
        return waiting::with_retry_after(page(&app.site, &lead, Some(words), StatusCode::TOO_MANY_REQUESTS), wait);
    }
    let wrong = |words| page(&app.site, &lead, Some(words), StatusCode::UNPROCESSABLE_ENTITY);
    match kit::recover(&app.ctx, &lead.who, form.get("kit")).await {
        Ok(()) => respond::see_other("/desk/staff"),
        Err(RecoverError::Mistyped) => {
            wrong("There is a typing mistake somewhere. Compare it with the paper, group by group.")
        }
        Err(RecoverError::NotThisOne) => {
            wrong("That is a kit, but a newer one has ended it. Look for the newer paper.")
        }
        Err(RecoverError::Service(error)) => trouble::page(&app.site, Some(&lead.who), &error),
    }
}

fn page(site: &Site, lead: &ALead, wrong: Option<&'static str>, status: StatusCode) -> Response {
    DeskPage::new("Recovery kit", &lead.who).status(status).render(site, view! {
        <h1>"Use the recovery kit"</h1>
        <p>"Type the fourteen groups from the paper. Capital or small letters, spaces or hyphens: all the same. You then hold \
            every key of the team, and can give them to your colleagues under Staff."</p>
        <form method="post">
            <Field name="kit" label="What the paper says" takes=Takes::Paper error=wrong/>
            <div class="actions">
                <button>"Bring the keys back"</button>
                <a href="/desk/staff">"Not now"</a>
            </div>
        </form>
    })
}
