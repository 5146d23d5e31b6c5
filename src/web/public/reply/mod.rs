//! Coming back with the code: reading the team's answers and writing again. Works like the form: every POST is
//! answered with a 303 to a page that is shown once.

mod ask;
mod talk;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use serde::{Deserialize, Serialize};

use super::tell::notes::Saying;
use super::tell::{endings, looked};
use crate::domain::locale::Locale;
use crate::domain::report::SafeNow;
use crate::i18n::Tr;
use crate::service::ServiceError;
use crate::service::coming_back::{self, NoReport, Visit};
use crate::service::drafts::{self, Secret};
use crate::web::extract::form::Form;
use crate::web::extract::language::Language;
use crate::web::extract::segment::Segment;
use crate::web::limits::{Doing, Source};
use crate::web::{App, respond};
use ask::Ask;
use talk::{Said, Talk};

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
    Busy { seconds: u64 },
    Away,
    Foreign,
    Broken,
    Expired,
}

impl Notice {
    fn note(self) -> Saying {
        match self {
            Self::Busy { seconds } => Saying::Busy { seconds },
            Self::Away => Saying::Away,
            Self::Foreign => Saying::Foreign,
            Self::Broken => Saying::Broken,
            Self::Expired => Saying::TalkExpired,
        }
    }

    /// When trying again makes sense.
    fn seconds(self) -> Option<u64> {
        match self {
            Self::Busy { seconds } => Some(seconds),
            Self::Away => Some(endings::AWAY_SECONDS),
            Self::Foreign | Self::Broken | Self::Expired => None,
        }
    }
}

async fn begin(State(app): State<App>, Language(tr): Language) -> Response {
    Ask::default().page(&app.site, tr)
}

async fn show(State(app): State<App>, Language(tr): Language, Segment(ticket): Segment) -> Response {
    match drafts::take::<View>(&app.ctx, &ticket).await {
        Ok(Some(View::Ask(ask))) => ask.page(&app.site, tr),
        Ok(Some(View::Talk(talk))) => {
            let conversation = match &talk.visit {
                Some(visit) => coming_back::conversation(&app.ctx, visit).await.ok(),
                None => None,
            };
            talk.page(&app.site, tr, conversation)
        }
        Ok(None) => endings::gone(&app.site, tr, "/reply"),
        Err(_) => endings::away(&app.site, tr, &format!("/reply/{ticket}")),
    }
}

async fn submit(State(app): State<App>, Language(tr): Language, source: Source, form: Form) -> Response {
    let tr = other_language(&form).map_or(tr, Tr::new);
    let view = match Secret::parse(form.get(SECRET)) {
        Some(secret) => continue_talk(&app, source, secret, &form).await,
        None => open(&app, source, &form).await,
    };
    let ticket = drafts::show(&app.ctx, &view).await;
    respond::see_other(&format!("/{}/reply/{ticket}", tr.lang()))
}

/// The words were typed.
async fn open(app: &App, source: Source, form: &Form) -> View {
    let ask = Ask { typed: form.get(CODE).to_owned(), text: form.get(TEXT).to_owned(), ..Ask::default() };
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
    let typed = form.get(TEXT).to_owned();
    let ask = |notice| View::Ask(Ask { text: typed.clone(), notice: Some(notice), ..Ask::default() });
    // Another site's page may hold a secret of its maker: nothing is written into that conversation.
    if form.foreign {
        return ask(Notice::Foreign);
    }
    let doing = if form.get(GO) == "send" { Doing::Telling } else { Doing::Writing };
    let allowed = app.limits.check(doing, source);
    let visit = match drafts::find::<Visit>(&app.ctx, &secret).await {
        Ok(Some(visit)) => visit,
        Ok(None) => return ask(Notice::Expired),
        Err(_) => return away(secret, None, typed, form.get(SAFE)),
    };
    let unchanged = visit.text == typed;
    let visit = visit.with(&typed, form.get(SAFE));
    if let Err(wait) = allowed {
        return talk(app, visit, Said::Nothing, Some(Notice::Busy { seconds: wait.seconds() })).await;
    }
    if form.get(GO) != "send" {
        return talk(app, visit, Said::Nothing, None).await;
    }
    // Sent a second time unchanged, the letters are meant as they are.
    if form.broken && !unchanged {
        return talk(app, visit, Said::Nothing, Some(Notice::Broken)).await;
    }
    write(app, secret, visit).await
}

async fn write(app: &App, secret: Secret, visit: Visit) -> View {
    let message = match visit.message() {
        Ok(message) => message,
        Err(wrong) => return talk(app, visit, Said::Wrong(wrong.into()), None).await,
    };
    match coming_back::write(&app.ctx, &secret, &visit, &message).await {
        Ok(()) => {
            let in_danger = message.safe_now == SafeNow::No;
            talk(app, visit.with("", ""), Said::Sent { in_danger }, None).await
        }
        // The same secret again: should it have arrived after all, it is not sent twice.
        Err(_) => {
            let (text, safe_now) = (visit.text.clone(), visit.safe_now.clone());
            away(secret, Some(visit), text, &safe_now)
        }
    }
}

/// The conversation, for a page with a secret of its own.
async fn talk(app: &App, visit: Visit, said: Said, notice: Option<Notice>) -> View {
    let (secret, _) = drafts::keep(&app.ctx, &visit).await;
    let (text, safe_now) = (visit.text.clone(), visit.safe_now.clone());
    View::Talk(Talk { secret, visit: Some(visit), text, safe_now, said, notice })
}

/// The same page with the same secret, to be sent again.
fn away(secret: Secret, visit: Option<Visit>, text: String, safe_now: &str) -> View {
    let (safe_now, notice) = (safe_now.to_owned(), Some(Notice::Away));
    View::Talk(Talk { secret, visit, text, safe_now, said: Said::Nothing, notice })
}

fn other_language(form: &Form) -> Option<Locale> {
    form.get(GO).strip_prefix("in-").and_then(Locale::from_tag)
}

#[cfg(test)]
mod tests;
