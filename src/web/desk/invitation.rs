//! `/desk/invitation/{token}`: a password, a second factor, then ten recovery codes, shown once.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use zeroize::Zeroizing;

use super::field::{Field, Problem, Takes};
use super::layout::DeskPage;
use super::qr::Qr;
use super::sent::Sent;
use super::shown::RecoveryCodes;
use super::{trouble, waiting};
use crate::domain::staff::PasswordProblem;
use crate::service::staff::{self, AcceptError, AcceptProblem, Acceptance, Offer};
use crate::web::extract::segment::Segment;
use crate::web::extract::session::SIGN_IN;
use crate::web::limits::{Doing, Source};
use crate::web::{App, Site, respond};

pub async fn show(State(app): State<App>, Segment(token): Segment) -> Response {
    match staff::look(&app.ctx, &token).await {
        Ok(Some(offer)) => page(&app.site, offer, Typed::default(), &[], None, StatusCode::OK),
        Ok(None) => gone(&app.site),
        Err(error) => trouble::page(&app.site, None, &error),
    }
}

pub async fn submit(State(app): State<App>, Segment(token): Segment, source: Source, Sent(form): Sent) -> Response {
    let typed = Typed { name: form.get("name").to_owned(), email: form.get("email").to_owned() };
    if let Err(wait) = app.limits.check(Doing::SigningIn, source) {
        let again = show_again(&app, &token, typed, &[], Some(waiting::words(wait))).await;
        return waiting::with_retry_after(again, wait);
    }
    let acceptance = Acceptance {
        name: typed.name.clone(),
        email: typed.email.clone(),
        password: Zeroizing::new(form.get("password").to_owned()),
        again: Zeroizing::new(form.get("again").to_owned()),
        digits: form.get("digits").to_owned(),
    };
    match staff::accept(&app.ctx, &token, acceptance).await {
        Ok(()) => respond::see_other(&format!("/desk/invitation/{token}/codes")),
        Err(AcceptError::Gone) => gone(&app.site),
        Err(AcceptError::Wrong(problems)) => show_again(&app, &token, typed, &problems, None).await,
        Err(AcceptError::Service(error)) => trouble::page(&app.site, None, &error),
    }
}

/// The recovery codes, once.
pub async fn codes(State(app): State<App>, Segment(token): Segment) -> Response {
    match staff::take_codes(&app.ctx, &token).await {
        Ok(Some(codes)) => DeskPage::outside("Recovery codes").render(
            &app.site,
            view! {
                <h1>"You are set up"</h1>
                <RecoveryCodes codes/>
                <div class="actions">
                    <a class="button" href=SIGN_IN>
                        "I have them: sign in"
                    </a>
                </div>
            },
        ),
        Ok(None) => gone(&app.site),
        Err(error) => trouble::page(&app.site, None, &error),
    }
}

/// What may be shown again of what was typed: no password, no digits.
#[derive(Clone, Default)]
struct Typed {
    name: String,
    email: String,
}

async fn show_again(
    app: &App,
    token: &str,
    typed: Typed,
    problems: &[AcceptProblem],
    wait: Option<String>,
) -> Response {
    let status = if wait.is_some() { StatusCode::TOO_MANY_REQUESTS } else { StatusCode::UNPROCESSABLE_ENTITY };
    match staff::look(&app.ctx, token).await {
        Ok(Some(offer)) => page(&app.site, offer, typed, problems, wait, status),
        Ok(None) => gone(&app.site),
        Err(error) => trouble::page(&app.site, None, &error),
    }
}

fn page(
    site: &Site,
    offer: Offer,
    typed: Typed,
    problems: &[AcceptProblem],
    wait: Option<String>,
    status: StatusCode,
) -> Response {
    let wrong = Wrong::from(problems);
    let problem = wait.or_else(|| {
        (!problems.is_empty()).then(|| {
            "Not everything is right yet. The notes beside the fields say what. Please type the password again too."
                .to_owned()
        })
    });
    let problem = problem.map(|text| view! { <Problem text/> });
    let greeting = if offer.name.is_empty() { "Welcome".to_owned() } else { format!("Welcome, {}", offer.name) };
    let role = offer.role;
    DeskPage::outside("Set up").status(status).render(site, view! {
        <h1>{greeting}</h1>
        <p class="lead">{format!("You are invited to the desk. Your role is {role}. Three steps, on this page, and you are set up.")}</p>
        {problem}
        <form method="post">
            <Person offer=offer.clone() typed wrong/>
            <Password wrong/>
            <SecondFactor offer wrong/>
            <div class="actions">
                <button>"Set up"</button>
            </div>
        </form>
    })
}

#[component]
fn Person(offer: Offer, typed: Typed, wrong: Wrong) -> impl IntoView {
    let fields = if offer.email.is_empty() {
        view! {
            <Field name="name" label="Your name, as colleagues see it" takes=Takes::Name value=typed.name error=wrong.name/>
            <Field
                name="email"
                label="Your e-mail address"
                takes=Takes::SignInEmail
                hint="You sign in with it. It is also told, without any content, that something waits for you."
                value=typed.email
                error=wrong.email
            />
        }
        .into_any()
    } else {
        view! {
            <Field name="email" label="You sign in with this address" takes=Takes::SignInEmail value=offer.email readonly=true/>
        }
        .into_any()
    };
    view! {
        <h2>"1. Who you are"</h2>
        {fields}
    }
}

#[component]
fn Password(wrong: Wrong) -> impl IntoView {
    view! {
        <h2>"2. A password"</h2>
        <Field
            name="password"
            label="New password"
            takes=Takes::NewPassword
            hint="At least twelve letters, digits or signs, and not your e-mail address. Three or four words you do not use \
            elsewhere are good. Nobody can reset it: it is what unlocks the reports for you."
            error=wrong.password
        />
        <Field name="again" label="The same again" takes=Takes::NewPassword error=wrong.again/>
    }
}

#[component]
fn SecondFactor(offer: Offer, wrong: Wrong) -> impl IntoView {
    view! {
        <h2>"3. A second key, on your phone"</h2>
        <p>
            "Open an authenticator app on your phone and add this: scan the picture, or "
            <a id="totp-link" href=offer.totp_url.clone()>
                "open it in an app on this device"
            </a> ", or type the letters."
        </p>
        <Qr text=offer.totp_url label="The same secret as a QR code"/>
        <p>
            <code id="totp-secret">{offer.totp_secret}</code>
        </p>
        <Field
            name="digits"
            label="The six digits that the app shows now"
            takes=Takes::Code
            error=wrong.digits
        />
    }
}

/// Words beside the fields.
#[derive(Clone, Copy, Default)]
struct Wrong {
    name: Option<&'static str>,
    email: Option<&'static str>,
    password: Option<&'static str>,
    again: Option<&'static str>,
    digits: Option<&'static str>,
}

impl From<&[AcceptProblem]> for Wrong {
    fn from(problems: &[AcceptProblem]) -> Self {
        let mut wrong = Self::default();
        for problem in problems {
            match problem {
                AcceptProblem::Name => wrong.name = Some("Type your name, at most 100 letters."),
                AcceptProblem::Email => wrong.email = Some("That does not look like an e-mail address."),
                AcceptProblem::EmailTaken => wrong.email = Some("Somebody signs in with this address already."),
                AcceptProblem::Password(problem) => wrong.password = Some(password_words(*problem)),
                AcceptProblem::NotTheSame => wrong.again = Some("The two passwords are not the same."),
                AcceptProblem::Digits => {
                    wrong.digits = Some("These are not the digits for this secret. Type the ones the app shows now.");
                }
            }
        }
        wrong
    }
}

fn password_words(problem: PasswordProblem) -> &'static str {
    match problem {
        PasswordProblem::Guessable => "Too easy to guess. Four words that do not belong together make a good one.",
        PasswordProblem::TooShort => "Too short: at least twelve letters, digits or signs.",
        PasswordProblem::TooLong => "Too long: at most 512 letters.",
        PasswordProblem::IsTheEmail => "That is your e-mail address: the first thing anybody would try.",
    }
}

/// Used, expired, replaced or mistyped: what to do is the same.
fn gone(site: &Site) -> Response {
    DeskPage::outside("Invitation").status(StatusCode::GONE).render(
        site,
        view! {
            <h1>"This invitation leads nowhere"</h1>
            <p class="lead">"Each link works once, for seven days, and a newer one ends the older ones."</p>
            <p>"If you have used it already, you are set up: " <a href=SIGN_IN>"sign in"</a> "."</p>
            <p>"If not, ask whoever invited you for a new link."</p>
        },
    )
}
