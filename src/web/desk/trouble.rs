//! What went wrong at the desk, in words that say what to do.

use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use super::layout::DeskPage;
use super::sent::own_words;
use crate::service::ServiceError;
use crate::service::sign_in::SignedIn;
use crate::web::Site;
use crate::web::components::form::{Hidden, TextArea};
use crate::web::extract::form::Form;

struct Words {
    status: StatusCode,
    heading: &'static str,
    text: &'static str,
}

/// The page for a use case that could not be done.
pub fn page(site: &Site, who: Option<&SignedIn>, error: &ServiceError) -> Response {
    show(site, who, &words_of(error), Vec::new())
}

/// The same, with what was typed: nobody writes an answer twice.
pub fn keeping(site: &Site, who: &SignedIn, error: &ServiceError, typed: Vec<String>) -> Response {
    show(site, Some(who), &words_of(error), typed)
}

/// The same, with the form ready to be sent again when it has passed. Only what is not secret: a form with a password in
/// it is filled in anew.
pub fn again(site: &Site, who: Option<&SignedIn>, error: &ServiceError, path: &str, form: &Form) -> Response {
    let own: Vec<_> = OWN.into_iter().filter(|(name, _)| !form.get(name).is_empty()).collect();
    if own.is_empty() {
        return page(site, who, error);
    }
    let Words { status, heading, text } = words_of(error);
    let action = path.to_owned();
    let areas = own.into_iter().map(|(name, label)| {
        view! { <TextArea name label=label.into() value=form.get(name).to_owned()/> }
    });
    let areas = areas.collect_view();
    let rest = REST.map(|name| view! { <Hidden name value=form.get(name).to_owned()/> }).collect_view();
    let go = form.get("go").to_owned();
    frame(who).status(status).render(
        site,
        view! {
            <h1>{heading}</h1>
            <p class="lead">{text}</p>
            <form method="post" action=action autocomplete="off">
                {areas}
                {rest}
                <div class="actions">
                    <button name="go" value=go>
                        "Try again"
                    </button>
                </div>
            </form>
        },
    )
}

/// Sentences on a case's page, and what travels with them.
const OWN: [(&str, &str); 2] = [("answer", "Your answer"), ("note", "Note for the team")];
const REST: [&str; 4] = ["once", "by", "outcome", "colleague"];

/// A form that another site sent.
pub fn foreign(site: &Site, typed: Vec<String>) -> Response {
    let words = Words {
        status: StatusCode::FORBIDDEN,
        heading: "This form did not come from here",
        text: "Nothing was done. If you meant to do this, open the page at the desk and try again.",
    };
    show(site, None, &words, typed)
}

/// A form of which the end did not arrive.
pub fn cut(site: &Site, typed: Vec<String>) -> Response {
    let words = Words {
        status: StatusCode::UNPROCESSABLE_ENTITY,
        heading: "Not all of this arrived",
        text: "Nothing was done. It was too long, or the connection broke. Copy what is here, and send less at once.",
    };
    show(site, None, &words, typed)
}

/// Nobody answered: a handler broke, or waited for ever.
pub fn broke(site: &Site, status: StatusCode, form: &Form) -> Response {
    let words = Words {
        status,
        heading: "Something went wrong here",
        text: "Perhaps it was done, perhaps not: look at the desk before you do it again.",
    };
    show(site, None, &words, own_words(form))
}

fn show(site: &Site, who: Option<&SignedIn>, words: &Words, typed: Vec<String>) -> Response {
    let (heading, text) = (words.heading, words.text);
    frame(who).status(words.status).render(
        site,
        view! {
            <h1>{heading}</h1>
            <p class="lead">{text}</p>
            <Kept typed/>
            <p>
                <a href="/desk">"To the desk"</a>
            </p>
        },
    )
}

fn frame(who: Option<&SignedIn>) -> DeskPage {
    who.map_or_else(|| DeskPage::outside("Not done"), |who| DeskPage::new("Not done", who))
}

#[component]
pub fn Kept(typed: Vec<String>) -> impl IntoView {
    let heading = (!typed.is_empty()).then(|| view! { <h2>"What you wrote"</h2> });
    let typed = typed.into_iter().map(|text| view! { <p class="words" dir="auto">{text}</p> }).collect_view();
    view! {
        {heading}
        {typed}
    }
}

/// Faults of ours are logged here, once.
fn words_of(error: &ServiceError) -> Words {
    let words = words(error);
    if words.status.is_server_error() {
        tracing::error!(%error, "a page at the desk could not be made");
    }
    words
}

fn words(error: &ServiceError) -> Words {
    let (status, heading, text) = match error {
        ServiceError::Store(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "The database does not answer",
            "Nothing was changed. Wait a minute and try again. If it stays like this, tell whoever runs the machine.",
        ),
        ServiceError::NotFound => {
            (StatusCode::NOT_FOUND, "This is not here", "It may have been removed, or the address is not quite right.")
        }
        ServiceError::Conflict => (
            StatusCode::CONFLICT,
            "This is no longer possible",
            "Something changed since you opened the page, perhaps by a colleague. Open it again to see how it is now.",
        ),
        ServiceError::Forbidden => {
            (StatusCode::FORBIDDEN, "This is not part of your role", "A lead can do it, or say who can.")
        }
        ServiceError::NoKeyYet => (
            StatusCode::FORBIDDEN,
            "You have no key to this yet",
            "Reports are sealed, and nobody has given you the team's key. A lead does it with one button, under Staff.",
        ),
        ServiceError::DoesNotOpen => (
            StatusCode::INTERNAL_SERVER_ERROR,
            "This does not open",
            "What is stored here was damaged or moved. Tell whoever runs the machine: there may be a backup.",
        ),
    };
    Words { status, heading, text }
}
