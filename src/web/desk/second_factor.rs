//! `/desk/second-factor`: six digits, or a recovery code. Until then nothing is shown.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use super::back::Back;
use super::field::{Field, Problem, Takes};
use super::layout::DeskPage;
use super::sent::Sent;
use super::{trouble, waiting};
use crate::service::sign_in::{self, SecondStep};
use crate::web::extract::session::{self, SIGN_IN, SessionToken};
use crate::web::limits::{Doing, Source};
use crate::web::{App, Site, respond};

const WRONG: &str = "That is not right. Digits change every half a minute: type the ones you see now. \
    If it keeps failing, check that your phone's clock is right.";
const USED_BEFORE: &str = "Those digits were used before. Wait for the next ones.";

pub async fn show(State(app): State<App>, SessionToken(token): SessionToken) -> Response {
    match sign_in::halfway(&app.ctx, &token).await {
        Ok(Some(_)) => page(&app.site, None, StatusCode::OK),
        Ok(None) => respond::see_other(SIGN_IN),
        Err(error) => trouble::page(&app.site, None, &error),
    }
}

pub async fn submit(
    State(app): State<App>,
    SessionToken(token): SessionToken,
    source: Source,
    back: Back,
    Sent(form): Sent,
) -> Response {
    let whose = match sign_in::halfway(&app.ctx, &token).await {
        Ok(Some(id)) => id,
        Ok(None) => return respond::see_other(SIGN_IN),
        Err(error) => return trouble::page(&app.site, None, &error),
    };
    let allowed = app.limits.check(Doing::SigningIn, source).and_then(|()| app.limits.check_second_factor(whose));
    if let Err(wait) = allowed {
        let again = page(&app.site, Some(waiting::words(wait)), StatusCode::TOO_MANY_REQUESTS);
        return waiting::with_retry_after(again, wait);
    }
    match sign_in::with_second_factor(&app.ctx, &token, form.get("code")).await {
        Ok(SecondStep::Done(token)) => {
            back.lead(&app.site, |place| session::set(&app.site, &token, respond::see_other(place)))
        }
        Ok(SecondStep::Wrong) => page(&app.site, Some(WRONG.to_owned()), StatusCode::UNPROCESSABLE_ENTITY),
        Ok(SecondStep::UsedBefore) => page(&app.site, Some(USED_BEFORE.to_owned()), StatusCode::UNPROCESSABLE_ENTITY),
        Ok(SecondStep::StartAgain) => respond::see_other(SIGN_IN),
        Err(error) => trouble::page(&app.site, None, &error),
    }
}

fn page(site: &Site, problem: Option<String>, status: StatusCode) -> Response {
    let problem = problem.map(|text| view! { <Problem text/> });
    DeskPage::outside("Second step").status(status).render(
        site,
        view! {
            <h1>"Second step"</h1>
            {problem}
            <form method="post" action="/desk/second-factor">
                <Field
                    name="code"
                    label="Six digits from your app"
                    takes=Takes::Code
                    hint="No phone with you? Type one of your recovery codes instead. Each works once."
                />
                <div class="actions">
                    <button>"Sign in"</button>
                    <a href=SIGN_IN>"Start again"</a>
                </div>
            </form>
        },
    )
}
