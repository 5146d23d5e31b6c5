//! `/desk/cases/{id}`: how to reach the sender first, then what was said, then what to do. One form with a button for
//! each deed, so that none loses what is typed for another.

mod page;
mod said;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::sent::{Posted, own_words};
use super::{trouble, unsent};
use crate::domain::case::Outcome;
use crate::domain::choice::choices;
use crate::domain::ids::{MessageId, ReportId, StaffId};
use crate::domain::text;
use crate::i18n::Text;
use crate::service::ServiceError;
use crate::service::sign_in::SignedIn;
use crate::service::triage::{self, Sent};
use crate::service::unsent::Unsent;
use crate::web::extract::form::Form;
use crate::web::extract::query::Query;
use crate::web::extract::segment::Segment;
use crate::web::{App, respond};

choices! {
    /// The buttons.
    Go {
        Claim = "claim",
        Answer = "answer",
        Note = "note",
        Close = "close",
        HandOver = "hand-over",
        Release = "release",
    }
}

/// What was typed into the page, and what is wrong with it.
#[derive(Default)]
struct Typed {
    answer: String,
    note: String,
    outcome: String,
    colleague: String,
    /// Typed before and not sent.
    left_over: bool,
    mistake: Option<(&'static str, &'static str)>,
}

impl Typed {
    fn error(&self, field: &str) -> Option<Text> {
        self.mistake.filter(|(wrong, _)| *wrong == field).map(|(_, why)| why.into())
    }

    fn read(form: &Form) -> Self {
        Self {
            answer: text::tidy(form.get("answer")),
            note: text::tidy(form.get("note")),
            outcome: form.get("outcome").to_owned(),
            colleague: form.get("colleague").to_owned(),
            ..Self::default()
        }
    }
}

impl From<Unsent> for Typed {
    fn from(Unsent { answer, note, .. }: Unsent) -> Self {
        Self { answer, note, left_over: true, ..Self::default() }
    }
}

/// Why a button did nothing.
enum Refused {
    /// A field, and what to do about it.
    Mistake(&'static str, &'static str),
    Service(ServiceError),
}

impl From<ServiceError> for Refused {
    fn from(error: ServiceError) -> Self {
        Self::Service(error)
    }
}

pub async fn show(
    State(app): State<App>,
    who: SignedIn,
    Segment(id): Segment,
    query: Query,
    headers: HeaderMap,
) -> Response {
    let Ok(id) = id.parse() else { return trouble::page(&app.site, Some(&who), &ServiceError::NotFound) };
    let typed = unsent::find(&app, &headers, &who, id).await.map(Typed::from).unwrap_or_default();
    page::page(&app, &who, id, typed, query.get("before").parse().ok()).await
}

pub async fn submit(State(app): State<App>, Segment(id): Segment, Posted { who, form }: Posted) -> Response {
    let Ok(id) = id.parse() else {
        return trouble::keeping(&app.site, &who, &ServiceError::NotFound, own_words(&form));
    };
    let mut typed = Typed::read(&form);
    match go(&app, &who, id, &form, &typed).await {
        Ok(left) => {
            let mut response = respond::see_other(&unsent::link(id));
            unsent::keep(&app, &mut response, &left).await;
            response
        }
        Err(Refused::Mistake(field, why)) => {
            typed.mistake = Some((field, why));
            page::page(&app, &who, id, typed, None).await
        }
        Err(Refused::Service(error @ ServiceError::Store(_))) => {
            trouble::again(&app.site, Some(&who), &error, &unsent::link(id), &form)
        }
        Err(Refused::Service(error)) => trouble::keeping(&app.site, &who, &error, own_words(&form)),
    }
}

/// Does what the button says. What is left in the boxes comes back.
async fn go(app: &App, who: &SignedIn, id: ReportId, form: &Form, typed: &Typed) -> Result<Unsent, Refused> {
    let ctx = &app.ctx;
    let left = |answer: &str, note: &str| Unsent { by: who.id(), report: id, answer: answer.into(), note: note.into() };
    match Go::from_id(form.get("go")).ok_or(ServiceError::NotFound)? {
        Go::Claim => triage::claim(ctx, who, id).await?,
        Go::Answer => {
            send(app, who, id, form, &typed.answer).await?;
            return Ok(left("", &typed.note));
        }
        Go::Note => {
            check_text("note", &typed.note)?;
            triage::note(ctx, who, id, &typed.note).await?;
            return Ok(left(&typed.answer, ""));
        }
        Go::Close => {
            nothing_unsent(typed)?;
            let outcome =
                Outcome::from_id(&typed.outcome).ok_or(Refused::Mistake("outcome", "Choose how it ended."))?;
            triage::close(ctx, who, id, outcome).await?;
        }
        Go::HandOver => {
            nothing_unsent(typed)?;
            let to: Option<StaffId> = typed.colleague.parse().ok();
            let to = to.ok_or(Refused::Mistake("colleague", "Choose a colleague."))?;
            triage::hand_over(ctx, who, id, to).await?;
        }
        Go::Release => {
            nothing_unsent(typed)?;
            triage::release(ctx, who, id).await?;
        }
    }
    Ok(left("", ""))
}

async fn send(app: &App, who: &SignedIn, id: ReportId, form: &Form, answer: &str) -> Result<(), Refused> {
    check_text("answer", answer)?;
    let damaged = Refused::Mistake("answer", "The page was damaged on the way. Please send it again.");
    let once: MessageId = form.get("once").parse().map_err(|_| damaged)?;
    match triage::answer(&app.ctx, who, id, once, answer.to_owned()).await? {
        Sent::Yes => Ok(()),
        Sent::Another => Err(Refused::Mistake(
            "answer",
            "Another answer was sent from this page before, and stands in the conversation. This one was not sent yet.",
        )),
    }
}

fn check_text(field: &'static str, typed: &str) -> Result<(), Refused> {
    let why = if typed.is_empty() {
        "Write something first."
    } else if text::length(typed) > text::OWN_WORDS {
        "This is longer than 20,000 letters. Shorten it; what you wrote is still here."
    } else if typed.contains('\u{fffd}') {
        "Some letters were damaged on the way: \u{fffd} stands for each. Put them right, then send it again."
    } else {
        return Ok(());
    };
    Err(Refused::Mistake(field, why))
}

/// Whoever ends or gives away a case with a text in a box has forgotten the text.
fn nothing_unsent(typed: &Typed) -> Result<(), Refused> {
    const WHY: &str = "This was not sent. Send it, or empty the box, before you give the case away or close it.";
    match (typed.answer.is_empty(), typed.note.is_empty()) {
        (false, _) => Err(Refused::Mistake("answer", WHY)),
        (_, false) => Err(Refused::Mistake("note", WHY)),
        (true, true) => Ok(()),
    }
}
