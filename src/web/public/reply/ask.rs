//! The page that asks for the eight words.

use axum::response::Response;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{CODE, GO, Notice, TEXT};
use crate::i18n::{Text, Tr};
use crate::service::coming_back::{NoReport, WORDS};
use crate::web::components::form::{Mistake, Summary, TextArea};
use crate::web::public::tell::endings::after;
use crate::web::public::tell::frame::Languages;
use crate::web::public::tell::notes::Note;
use crate::web::{Site, layout};

#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Ask {
    /// The words as typed. Shown again once: retyping eight words for one letter is too much to ask.
    pub typed: String,
    /// A message that was written on a page which has expired.
    pub text: String,
    pub why: Option<NoReport>,
    pub notice: Option<Notice>,
}

impl Ask {
    /// The conversation is not open any more; this is what was written in it.
    pub fn expired(text: String) -> Self {
        Self { text, notice: Some(Notice::Expired), ..Self::default() }
    }

    pub fn page(self, site: &Site, tr: Tr) -> Response {
        let Self { typed, text, why, notice } = self;
        let error = why.map(|why| words(tr, &why));
        let summary: Vec<_> = error.iter().map(|error| Mistake { id: CODE.to_owned(), text: error.clone() }).collect();
        let page = layout::Page::new(tr, tr.reply_title()).at("/reply").with_form();
        let nothing_typed = typed.is_empty() && text.is_empty();
        let page = if nothing_typed { page.first_step() } else { page.step() };
        let begin = text.is_empty().then(|| view! { <a href=format!("/{}/tell", tr.lang())>{tr.reply_begin()}</a> });
        let kept = (!text.is_empty()).then(|| view! { <TextArea name=TEXT label=tr.talk_kept_label() value=text/> });
        let page = if let Some(notice) = notice { page.status(notice.status()) } else { page };
        let response = page.render(
            site,
            view! {
                {notice.map(|notice| view! { <Note tr note=notice.note()/> })}
                <Summary heading=tr.tell_summary() mistakes=summary/>
                <h1>{tr.reply_heading()}</h1>
                <p class="lead">{tr.reply_lead()}</p>
                <form method="post" action=format!("/{}/reply", tr.lang()) autocomplete="off">
                    <TextArea
                        name=CODE
                        label=tr.reply_label()
                        hint=Some(tr.reply_hint())
                        value=typed
                        error
                        rows=WORDS
                        verbatim=true
                    />
                    {kept}
                    <div class="actions">
                        <button name=GO value="open">
                            {tr.reply_open()}
                        </button>
                    </div>
                    <Languages tr/>
                </form>
                <p>
                    {tr.reply_lost()} " " {begin}
                </p>
            },
        );
        match notice.and_then(Notice::seconds) {
            Some(seconds) => after(response, seconds),
            None => response,
        }
    }
}

fn words(tr: Tr, why: &NoReport) -> Text {
    match why {
        NoReport::Count(count) => tr.error_code_count(*count),
        NoReport::UnknownWord(place) => tr.error_code_word(*place),
        NoReport::NotFound => tr.error_code_unknown(),
    }
}
