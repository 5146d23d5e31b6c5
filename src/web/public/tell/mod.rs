//! Telling: one question a page, no question compulsory but one.
//!
//! Each page posts to `/{locale}/tell`. Whatever comes of it, the answer is a 303 to an address that shows one page
//! once: a browser keeps the text of a POST that was answered with a page, and Back would bring it up.

mod asked;
mod channel;
mod check;
mod danger;
pub mod endings;
pub mod frame;
mod language;
pub mod notes;
mod posted;
pub mod problems;
mod reach;
mod safe;
mod sent;
mod signs;
mod someone;
mod view;
mod who;
mod words;
mod work;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::domain::draft::{Draft, Field};
use crate::domain::report;
use crate::domain::steps::Step;
use crate::i18n::Tr;
use crate::service::drafts::{self, Arrival, Whereabouts};
use crate::service::reporting::{self, Receipt, Sending};
use crate::web::extract::form::Form;
use crate::web::extract::language::Language;
use crate::web::extract::segment::Segment;
use crate::web::limits::{Doing, Source};
use crate::web::{App, respond};
use posted::{Go, Posted};
pub use view::Kept;
use view::{Again, Answers, Asking, Notice, View};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/{locale}/tell", get(begin).post(submit))
        // Whoever only looks whether a page is there does not use it up.
        .route("/{locale}/tell/{ticket}", get(show).head(looked))
}

/// The first question. Nothing is kept before somebody answers it.
async fn begin(State(app): State<App>, Language(tr): Language) -> Response {
    View::Asking(Asking::first()).page(&app, tr).await
}

async fn show(State(app): State<App>, Language(tr): Language, Segment(ticket): Segment, arrival: Arrival) -> Response {
    match drafts::take::<View>(&app.ctx, &ticket, arrival).await {
        Ok(Some(view)) => view.page(&app, tr).await,
        Ok(None) => endings::gone(&app.site, tr),
        Err(_) => endings::away(&app.site, tr, &format!("/{}/tell/{ticket}", tr.lang())),
    }
}

/// The answer to HEAD.
pub async fn looked() -> Response {
    StatusCode::NO_CONTENT.into_response()
}

async fn submit(State(app): State<App>, Language(tr): Language, source: Source, form: Form) -> Response {
    let posted = Posted::read(&form);
    let tr = posted.language().map_or(tr, Tr::new);
    let view = answer(&app, tr, source, posted).await;
    respond::see_other(&view.address(&app, tr).await)
}

/// What follows from one page.
async fn answer(app: &App, tr: Tr, source: Source, posted: Posted) -> View {
    let Some(step) = posted.step else { return View::Lost };
    if posted.foreign {
        return posted.again(step, None, Notice::Foreign);
    }
    let doing = if posted.go == Go::Send { Doing::Telling } else { Doing::Writing };
    if let Err(wait) = app.limits.check(doing, source) {
        return posted.kept(tr, step, Kept::Busy { seconds: wait.seconds() });
    }
    match posted.go {
        Go::Send => send(app, tr, step, posted).await,
        _ => write(app, step, posted).await,
    }
}

/// Adds the answers of one page to the draft.
async fn write(app: &App, step: Step, posted: Posted) -> View {
    let mut draft = match &posted.secret {
        None => Draft::default(),
        Some(secret) => match drafts::find::<Draft>(&app.ctx, secret).await {
            Ok(Some(draft)) => draft,
            Ok(None) if posted.says_nothing() => return View::Expired,
            Ok(None) => return posted.again(step, None, Notice::Expired),
            Err(_) => return posted.again(step, Some(secret.clone()), Notice::Away),
        },
    };
    let before = draft.clone();
    posted.answers.iter().for_each(|(field, values)| draft.put(*field, values.clone()));
    // Sent a second time unchanged, the letters are meant as they are.
    let broken = posted.broken && draft != before;
    let unchosen = step == Step::Who && posted.go == Go::On && draft.text(Field::Who).is_empty();
    if unchosen {
        draft.put(Field::Who, [report::Path::Myself.id().to_owned()]);
    }
    let asking = match (broken, unchosen) {
        (true, _) => Asking { mistakes: true, ..Asking::again(step, Notice::Broken) },
        (_, true) => Asking::again(step, Notice::Unchosen),
        _ => next(step, &posted, &draft),
    };
    let (secret, whereabouts) = drafts::keep(&app.ctx, &draft).await;
    let held = match whereabouts {
        Whereabouts::Database => None,
        Whereabouts::Memory => Some(Notice::Held),
        Whereabouts::Nowhere => return posted.again(step, posted.secret.clone(), Notice::Away),
    };
    View::Asking(Asking { answers: Answers::Kept(secret), notice: asking.notice.or(held), ..asking })
}

/// Which page comes after this one.
fn next(step: Step, posted: &Posted, draft: &Draft) -> Asking {
    let mistaken = !draft.problems(step.fields()).is_empty();
    match posted.go {
        Go::Back => Asking::at(step.back(draft)),
        Go::Change(changed) => Asking { to_check: true, ..Asking::at(changed) },
        Go::Language(_) => Asking { to_check: posted.to_check, ..Asking::at(step) },
        Go::On | Go::Check | Go::Send if mistaken => {
            Asking { mistakes: true, to_check: posted.to_check, ..Asking::at(step) }
        }
        Go::Check => Asking::at(Step::Check),
        Go::On | Go::Send => {
            let next = step.next(draft);
            let shortcut = posted.to_check && !next.follows_an_answer();
            Asking { to_check: posted.to_check && !shortcut, ..Asking::at(if shortcut { Step::Check } else { next }) }
        }
    }
}

async fn send(app: &App, tr: Tr, step: Step, posted: Posted) -> View {
    let Some(secret) = posted.secret.clone() else { return View::Lost };
    match reporting::send(&app.ctx, &secret, tr.locale()).await {
        Ok(Sending::Sent(Receipt { priority, contact })) => View::Sent { secret, priority: priority.number(), contact },
        Ok(Sending::Expired) => View::Expired,
        Ok(Sending::Incomplete(problems)) => {
            let step = problems.first().map_or(Step::Check, |problem| Step::of(problem.field));
            let answers = Answers::Kept(secret);
            View::Asking(Asking { answers, mistakes: true, to_check: true, ..Asking::at(step) })
        }
        Err(_) => posted.kept(tr, step, Kept::Away),
    }
}

/// Where a form is shown that nobody has answered, to be sent again.
pub async fn again(app: &App, tr: Tr, action: String, fields: Vec<(String, String)>, kept: Kept) -> String {
    View::Again(Again { action, fields, kept }).address(app, tr).await
}

#[cfg(test)]
mod tests;
