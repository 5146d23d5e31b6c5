//! What one address shows, once.

use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::notes::Saying;
use super::{endings, frame, sent};
use crate::domain::contact::SafeContact;
use crate::domain::draft::Draft;
use crate::domain::steps::Step;
use crate::i18n::Tr;
use crate::service::drafts::{self, Secret};
use crate::service::{Context, ServiceError};
use crate::web::App;

/// Kept sealed between a POST and the GET that follows.
#[derive(Serialize, Deserialize)]
pub enum View {
    Asking(Asking),
    /// The words to keep follow from the secret.
    Sent {
        secret: Secret,
        priority: u8,
        contact: Option<SafeContact>,
    },
    /// Nothing was done yet; the same page can be sent again with one button.
    Again(Again),
    Expired,
    /// A page that we did not make.
    Lost,
}

/// A question.
#[derive(Serialize, Deserialize)]
pub struct Asking {
    pub step: Step,
    pub answers: Answers,
    /// Say what is wrong.
    pub mistakes: bool,
    pub notice: Option<Notice>,
    /// The sender came from the last page to change one answer.
    pub to_check: bool,
}

/// What to show in the fields.
#[derive(Serialize, Deserialize)]
pub enum Answers {
    /// The draft under this secret.
    Kept(Secret),
    /// Typed on this page and kept nowhere else. What was answered before it, if anything was, is under the secret.
    Typed(Option<Secret>, Draft),
}

/// Something to know before going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Notice {
    /// The database is away, and this page's answers are on this page only.
    Away,
    /// The database is away; the draft is in memory.
    Held,
    Foreign,
    Broken,
    Expired,
    /// For whom somebody writes decides how everything else is asked: skipped, it is asked once more.
    Unchosen,
}

impl From<Notice> for Saying {
    fn from(notice: Notice) -> Self {
        match notice {
            Notice::Away => Self::Away,
            Notice::Held => Self::Held,
            Notice::Foreign => Self::Foreign,
            Notice::Broken => Self::Broken,
            Notice::Expired => Self::Expired,
            Notice::Unchosen => Self::Unchosen,
        }
    }
}

/// A form as it was sent, and where to.
#[derive(Serialize, Deserialize)]
pub struct Again {
    pub action: String,
    pub fields: Vec<(String, String)>,
    pub kept: Kept,
}

/// Why a page waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kept {
    Busy {
        seconds: u64,
    },
    Away,
    /// We made a mistake.
    Fault,
}

impl Asking {
    pub fn first() -> Self {
        Self::at(Step::FIRST)
    }

    pub fn at(step: Step) -> Self {
        let answers = Answers::Typed(None, Draft::default());
        Self { step, answers, mistakes: false, notice: None, to_check: false }
    }

    pub fn again(step: Step, notice: Notice) -> Self {
        Self { notice: Some(notice), ..Self::at(step) }
    }

    /// The secret for the page and what to fill in. None when the draft has expired.
    async fn filled_in(&self, ctx: &Context) -> Result<Option<(Option<Secret>, Draft)>, ServiceError> {
        Ok(match &self.answers {
            Answers::Kept(secret) => drafts::find(ctx, secret).await?.map(|draft| (Some(secret.clone()), draft)),
            Answers::Typed(secret, draft) => Some((secret.clone(), draft.clone())),
        })
    }
}

impl View {
    pub async fn page(self, app: &App, tr: Tr) -> Response {
        let site = &app.site;
        match self {
            Self::Asking(asking) => match asking.filled_in(&app.ctx).await {
                Ok(Some((secret, draft))) => frame::page(site, tr, asking, secret, draft),
                Ok(None) => endings::expired(site, tr),
                Err(_) => endings::away(site, tr, &Self::Asking(asking).address(app, tr).await),
            },
            Self::Sent { secret, priority, contact } => sent::page(site, tr, &secret, priority, contact),
            Self::Again(again) => endings::again(site, tr, again),
            Self::Expired => endings::expired(site, tr),
            Self::Lost => endings::lost(site, tr),
        }
    }

    /// Lays it ready; where it is shown, once.
    pub async fn address(&self, app: &App, tr: Tr) -> String {
        format!("/{}/tell/{}", tr.lang(), drafts::show(&app.ctx, self).await)
    }
}
