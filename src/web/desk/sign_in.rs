//! `/desk/sign-in`: e-mail and password. A wrong one of either gets the same answer after the same time.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use super::field::{Field, Problem, Takes};
use super::layout::DeskPage;
use super::sent::Sent;
use super::{trouble, waiting};
use crate::service::sign_in::{self, SignedIn};
use crate::web::extract::session::{self, SIGN_IN};
use crate::web::limits::{Doing, Source};
use crate::web::{App, Site, respond};

const WRONG: &str = "That e-mail address and password do not go together. Check both and try again.";

pub async fn show(State(app): State<App>, who: Result<SignedIn, Response>) -> Response {
    match who {
        Ok(_) => respond::see_other("/desk"),
        Err(_) => page(&app.site, String::new(), None, StatusCode::OK),
    }
}

pub async fn submit(State(app): State<App>, source: Source, Sent(form): Sent) -> Response {
    let email = form.get("email");
    let allowed = app.limits.check(Doing::SigningIn, source).and_then(|()| app.limits.check_password(email, source));
    if let Err(wait) = allowed {
        let again = page(&app.site, email.to_owned(), Some(waiting::words(wait)), StatusCode::TOO_MANY_REQUESTS);
        return waiting::with_retry_after(again, wait);
    }
    match sign_in::with_password(&app.ctx, email, form.get("password")).await {
        Ok(Some(token)) => session::set(&app.site, &token, respond::see_other("/desk/second-factor")),
        Ok(None) => page(&app.site, email.to_owned(), Some(WRONG.to_owned()), StatusCode::UNPROCESSABLE_ENTITY),
        Err(error) => trouble::page(&app.site, None, &error),
    }
}

/// Signs out, and forgets the cookie whatever it was worth.
pub async fn out(State(app): State<App>, who: Result<SignedIn, Response>, _: Sent) -> Response {
    if let Ok(who) = who
        && let Err(error) = sign_in::sign_out(&app.ctx, &who).await
    {
        return trouble::page(&app.site, Some(&who), &error);
    }
    session::clear(&app.site, respond::see_other(SIGN_IN))
}

fn page(site: &Site, email: String, problem: Option<String>, status: StatusCode) -> Response {
    let problem = problem.map(|text| view! { <Problem text/> });
    DeskPage::outside("Sign in").status(status).render(site, view! {
        <h1>"Sign in"</h1>
        {problem}
        <form method="post" action=SIGN_IN>
            <Field name="email" label="Your e-mail address" takes=Takes::SignInEmail value=email/>
            <Field name="password" label="Your password" takes=Takes::CurrentPassword/>
            <div class="actions">
                <button>"Go on"</button>
            </div>
        </form>
        <p class="hint">
            "Next you are asked for six digits from your app. If you have lost your password, ask a lead for a new invitation."
        </p>
    })
}
