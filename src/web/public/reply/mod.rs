//! Coming back with the code: reading the team's answers and writing again. Works like the form: every POST is
//! answered with a 303 to a page that is shown once.

mod ask;
mod talk;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use serde::{Deserialize, Serialize};

use super::tell::notes::Saying;
use super::tell::{endings, looked};
use crate::domain::locale::Locale;
use crate::domain::report::SafeNow;
use crate::domain::text;
use crate::i18n::Tr;
use crate::service::ServiceError;
use crate::service::coming_back::{self, NoReport, Visit, Writing};
use crate::service::drafts::{self, Arrival, Secret, Whereabouts};
use crate::web::extract::form::Form;
use crate::web::extract::language::Language;
use crate::web::extract::segment::Segment;
use crate::web::limits::{Doing, Source};
use crate::web::{App, respond};
use ask::Ask;
use talk::{Said, Talk, Typed};

/// Names of the fields; neutral, because browsers remember names.
const SECRET: &str = "draft";
const CODE: &str = "list";
const TEXT: &str = "text";
const SAFE: &str = "now";
const GO: &str = "go";

pub fn routes() -> Router<App> {
    Router::new()
        .route("/{locale}/reply", get(begin).post(submit))
        .route("/{locale}/reply/{ticket}", get(show).head(looked))
}

/// Kept sealed between a POST and the GET that follows.
#[derive(Serialize, Deserialize)]
enum View {
    Ask(Ask),
    Talk(Talk),
}

/// Why something was not done, while what was typed is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Notice {
    Busy {
        seconds: u64,
    },
    Away,
    Foreign,
    Broken,
    Expired,
    /// So much was written today that the next message has to wait.
    Often,
}

impl Notice {
    fn note(self) -> Saying {
        match self {
            Self::Busy { seconds } => Saying::Busy { seconds },
            Self::Away => Saying::Away,
            Self::Foreign => Saying::Foreign,
            Self::Broken => Saying::Broken,
            Self::Expired => Saying::TalkExpired,
            Self::Often => Saying::TalkOften,
        }
    }

    /// Of a page that says this.
    fn status(self) -> StatusCode {
        match self {
            Self::Busy { .. } | Self::Often => StatusCode::TOO_MANY_REQUESTS,
            Self::Away => StatusCode::SERVICE_UNAVAILABLE,
            Self::Foreign | Self::Broken | Self::Expired => StatusCode::NON_AUTHORITATIVE_INFORMATION,
        }
    }

    /// When trying again makes sense.
    fn seconds(self) -> Option<u64> {
        match self {
            Self::Busy { seconds } => Some(seconds),
            Self::Away => Some(endings::AWAY_SECONDS),
            Self::Often => Some(coming_back::WAIT.0.unsigned_abs()),
            Self::Foreign | Self::Broken | Self::Expired => None,
        }
    }
}

async fn begin(State(app): State<App>, Language(tr): Language) -> Response {
    Ask::default().page(&app.site, tr)
}

async fn show(State(app): State<App>, Language(tr): Language, Segment(ticket): Segment, arrival: Arrival) -> Response {
    match drafts::take::<View>(&app.ctx, &ticket, arrival).await {
        Ok(Some(View::Ask(ask))) => ask.page(&app.site, tr),
        Ok(Some(View::Talk(talk))) => show_talk(&app, tr, talk).await,
        Ok(None) => endings::gone_talk(&app.site, tr),
        Err(_) => endings::away(&app.site, tr, &format!("/{}/reply/{ticket}", tr.lang())),
    }
}

async fn show_talk(app: &App, tr: Tr, talk: Talk) -> Response {
    let visit = match &talk.visit {
        Some(visit) => Ok(Some(visit.clone())),
        None => drafts::find::<Visit>(&app.ctx, &talk.secret).await,
    };
    match (visit, &talk.typed) {
        (Ok(Some(visit)), _) => {
            let conversation = coming_back::conversation(&app.ctx, &visit).await.ok();
            let typed = talk.typed.clone().unwrap_or_else(|| Typed::of(&visit));
            talk.page(&app.site, tr, typed, conversation)
        }
        (Ok(None), typed) => Ask::expired(typed.clone().unwrap_or_default().text).page(&app.site, tr),
        (Err(_), Some(typed)) => {
            let typed = typed.clone();
            talk.page(&app.site, tr, typed, None)
        }
        (Err(_), None) => endings::away(&app.site, tr, &address(app, tr, &View::Talk(talk)).await),
    }
}

/// Lays a page ready; where it is shown, once.
async fn address(app: &App, tr: Tr, view: &View) -> String {
    format!("/{}/reply/{}", tr.lang(), drafts::show(&app.ctx, view).await)
}

async fn submit(State(app): State<App>, Language(tr): Language, source: Source, form: Form) -> Response {
    let tr = other_language(&form).map_or(tr, Tr::new);
    let view = match Secret::parse(form.get(SECRET)) {
        Some(secret) => continue_talk(&app, source, secret, &form).await,
        None => open(&app, source, &form).await,
    };
    respond::see_other(&address(&app, tr, &view).await)
}

/// The words were typed.
async fn open(app: &App, source: Source, form: &Form) -> View {
    let kept = |field, limit| text::cut(form.get(field).to_owned(), text::kept(limit));
    let ask = Ask { typed: kept(CODE, text::SENTENCES), text: kept(TEXT, text::OWN_WORDS), ..Ask::default() };
    let with = |notice| View::Ask(Ask { notice: Some(notice), ..ask.clone() });
    if other_language(form).is_some() {
        return View::Ask(ask);
    }
    if form.foreign {
        return with(Notice::Foreign);
    }
    if let Err(wait) = app.limits.check(Doing::ComingBack, source) {
        return with(Notice::Busy { seconds: wait.seconds() });
    }
    match coming_back::open(&app.ctx, &ask.typed).await {
        Ok(Ok(visit)) => talk(app, visit.with(&ask.text, ""), Said::Nothing, None).await,
        Ok(Err(why)) => View::Ask(Ask { why: Some(why), ..ask }),
        Err(ServiceError::Store(_)) => with(Notice::Away),
        // Found, but it does not open: to its sender that is the same as not found.
        Err(_) => View::Ask(Ask { why: Some(NoReport::NotFound), ..ask }),
    }
}

/// A page of an open conversation was sent.
async fn continue_talk(app: &App, source: Source, secret: Secret, form: &Form) -> View {
    let typed = Typed::read(form);
    let ask = |notice| View::Ask(Ask { text: typed.text.clone(), notice: Some(notice), ..Ask::default() });
    // Another site's page may hold a secret of its maker: nothing is written into that conversation.
    if form.foreign {
        return ask(Notice::Foreign);
    }
    let doing = if form.get(GO) == "send" { Doing::Telling } else { Doing::Writing };
    let allowed = app.limits.check(doing, source);
    let visit = match drafts::find::<Visit>(&app.ctx, &secret).await {
        Ok(Some(visit)) => visit,
        Ok(None) => return ask(Notice::Expired),
        Err(_) => return away(secret, None, typed),
    };
    let unchanged = visit.text == typed.text;
    let visit = visit.with(&typed.text, &typed.safe_now);
    if let Err(wait) = allowed {
        return talk(app, visit, Said::Nothing, Some(Notice::Busy { seconds: wait.seconds() })).await;
    }
    if form.get(GO) != "send" {
        return talk(app, visit, Said::Nothing, None).await;
    }
    // Sent a second time unchanged, the letters are meant as they are.
    if (form.broken || form.cut) && !unchanged {
        let said = visit.message().err().map_or(Said::Nothing, |wrong| Said::Wrong(wrong.into()));
        return talk(app, visit, said, Some(Notice::Broken)).await;
    }
    write(app, secret, visit).await
}

async fn write(app: &App, secret: Secret, visit: Visit) -> View {
    let message = match visit.message() {
        Ok(message) => message,
        Err(wrong) => return talk(app, visit, Said::Wrong(wrong.into()), None).await,
    };
    match coming_back::write(&app.ctx, &secret, &visit, &message).await {
        Ok(Writing::Sent) => {
            let in_danger = message.safe_now == SafeNow::No;
            talk(app, visit.with("", ""), Said::Sent { in_danger }, None).await
        }
        Ok(Writing::TooOften) => talk(app, visit, Said::Nothing, Some(Notice::Often)).await,
        // The same secret again: should it have arrived after all, it is not sent twice.
        Err(_) => {
            let typed = Typed::of(&visit);
            away(secret, Some(visit), typed)
        }
    }
}

/// The conversation, for a page with a secret of its own.
async fn talk(app: &App, visit: Visit, said: Said, notice: Option<Notice>) -> View {
    let (secret, whereabouts) = drafts::keep(&app.ctx, &visit).await;
    // Without room this page is shown all the same; the next one asks for the words again.
    let visit = (whereabouts == Whereabouts::Nowhere).then_some(visit);
    View::Talk(Talk { secret, visit, typed: None, said, notice })
}

/// The same page with the same secret, to be sent again.
fn away(secret: Secret, visit: Option<Visit>, typed: Typed) -> View {
    View::Talk(Talk { secret, visit, typed: Some(typed), said: Said::Nothing, notice: Some(Notice::Away) })
}

fn other_language(form: &Form) -> Option<Locale> {
    form.get(GO).strip_prefix("in-").and_then(Locale::from_tag)
}

#[cfg(test)]
mod tests;
