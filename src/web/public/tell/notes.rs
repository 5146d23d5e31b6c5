//! Something to know before going on, and whom to turn to when we cannot help now.

use leptos::prelude::*;

use crate::i18n::{Text, Tr};
use crate::web::components::rescue::Lines;

/// What a note says, and whether it shows who can help instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saying {
    Away,
    Held,
    Foreign,
    Broken,
    Expired,
    Unchosen,
    TalkExpired,
    TalkOften,
    Busy { seconds: u64 },
}

#[component]
pub fn Note(tr: Tr, note: Saying) -> impl IntoView {
    let help = matches!(note, Saying::Away | Saying::Held | Saying::TalkOften | Saying::Busy { .. })
        .then(|| view! { <Lines tr/> });
    view! {
        <div class="note" role="status">
            <p>{words(tr, note)}</p>
            {help}
        </div>
    }
}

fn words(tr: Tr, note: Saying) -> Text {
    match note {
        Saying::Away => tr.notice_away(),
        Saying::Held => tr.notice_held(),
        Saying::Foreign => tr.notice_foreign(),
        Saying::Broken => tr.notice_broken(),
        Saying::Expired => tr.notice_expired(),
        Saying::Unchosen => tr.notice_unchosen(),
        Saying::TalkExpired => tr.talk_expired(),
        Saying::TalkOften => tr.talk_often(),
        Saying::Busy { seconds } => format!("{} {}", tr.wait_text(), tr.wait_when(seconds)).into(),
    }
}
