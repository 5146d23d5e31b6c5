//! What one address shows, once.

use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::notes::Saying;
use super::{endings, frame, sent};
use crate::domain::contact::SafeContact;
use crate::domain::draft::Draft;
use crate::domain::steps::Step;
use crate::i18n::Tr;
use crate::service::drafts::Secret;
use crate::web::Site;

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
    /// None when nothing is kept yet.
    pub secret: Option<Secret>,
    pub step: Step,
    /// What to show in the fields.
    pub draft: Draft,
    /// Say what is wrong.
    pub mistakes: bool,
    pub notice: Option<Notice>,
    /// The sender came from the last page to change one answer.
    pub to_check: bool,
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

/// A page as it was sent.
#[derive(Serialize, Deserialize)]
pub struct Again {
    pub secret: Option<Secret>,
    pub step: Step,
    pub go: String,
    pub to_check: bool,
    pub answers: Draft,
    pub kept: Kept,
}

/// Why a page waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kept {
    Busy { seconds: u64 },
    Away,
}

impl Asking {
    pub fn first() -> Self {
        Self::at(Step::FIRST)
    }

    pub fn at(step: Step) -> Self {
        Self { secret: None, step, draft: Draft::default(), mistakes: false, notice: None, to_check: false }
    }

    pub fn again(step: Step, notice: Notice) -> Self {
        Self { notice: Some(notice), ..Self::at(step) }
    }
}

impl View {
    pub fn page(self, site: &Site, tr: Tr) -> Response {
        match self {
            Self::Asking(asking) => frame::page(site, tr, asking),
            Self::Sent { secret, priority, contact } => sent::page(site, tr, &secret, priority, contact),
            Self::Again(again) => endings::again(site, tr, again),
            Self::Expired => endings::expired(site, tr),
            Self::Lost => endings::lost(site, tr),
        }
    }
}
