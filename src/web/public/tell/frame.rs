//! The frame of every question: what to know first, what is wrong, the question, the buttons.

use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use super::asked::Asked;
use super::notes::Note;
use super::posted::{GO, Go, SECRET, STEP, TO_CHECK};
use super::view::{Asking, Notice};
use super::{channel, check, danger, endings, language, problems, reach, safe, signs, someone, who, words, work};
use crate::domain::draft::Draft;
use crate::domain::locale::Locale;
use crate::domain::steps::Step;
use crate::i18n::{Text, Tr};
use crate::service::drafts::Secret;
use crate::web::components::form::{Hidden, Summary};
use crate::web::{Site, layout};

pub fn page(site: &Site, tr: Tr, asking: Asking, secret: Option<Secret>, draft: Draft) -> Response {
    let Asking { step, mistakes, notice, to_check, .. } = asking;
    let problems = if mistakes { draft.problems(step.fields()) } else { Vec::new() };
    let (number, of) = step.place(&draft);
    let asked = Asked { tr, draft, problems };
    let summary: Vec<_> = asked.problems.iter().map(|problem| problems::mistake(tr, *problem)).collect();
    let away = notice == Some(Notice::Away);
    let hidden = || {
        view! {
            <Hidden name=STEP value=step.id()/>
            {secret.as_ref().map(|secret| view! { <Hidden name=SECRET value=secret.reveal()/> })}
            {to_check.then(|| view! { <Hidden name=TO_CHECK value="check"/> })}
        }
    };
    let action = format!("/{}/tell", tr.lang());
    // What is read before sending stands outside the form whose first button sends; its own buttons have theirs.
    let (above, within) = match step {
        Step::Check => (Some(check::page(&asked)), None),
        _ => (None, Some(question(&asked, step))),
    };
    let changes = above.is_some().then(|| {
        view! {
            <form id=check::CHANGES method="post" action=action.clone() autocomplete="off">
                {hidden()}
            </form>
        }
    });
    let nothing_typed = step == Step::FIRST && secret.is_none();
    let frame = layout::Page::new(tr, tr.tell_title()).at("/tell").with_form();
    let frame = if nothing_typed { frame.first_step() } else { frame.step() };
    let frame = if away { frame.status(StatusCode::SERVICE_UNAVAILABLE) } else { frame };
    let response = frame.render(
        site,
        view! {
            <Progress tr number of/>
            {notice.map(|notice| view! { <Note tr note=notice.into()/> })}
            <Summary heading=tr.tell_summary() mistakes=summary/>
            {above}
            <form method="post" action=action.clone() autocomplete="off">
                {hidden()}
                {within}
                <Buttons tr step to_check/>
                <Languages tr/>
            </form>
            {changes}
            {(step == Step::FIRST).then(|| safe::note(tr, nothing_typed))}
        },
    );
    if away { endings::after(response, endings::AWAY_SECONDS) } else { response }
}

fn question(asked: &Asked, step: Step) -> AnyView {
    match step {
        Step::Safe => safe::question(asked),
        Step::Danger => danger::page(asked.tr),
        Step::Who => who::question(asked),
        Step::Someone => someone::questions(asked),
        Step::Work => work::questions(asked),
        Step::Signs => signs::question(asked),
        Step::Words => words::question(asked),
        Step::Channel => channel::question(asked),
        Step::Reach => reach::questions(asked),
        Step::Language => language::questions(asked),
        Step::Check => check::page(asked),
    }
}

#[component]
fn Progress(tr: Tr, number: usize, of: usize) -> impl IntoView {
    view! {
        <div class="progress">
            <p class="label">{tr.tell_progress(number, of)}</p>
            <progress value=number.to_string() max=of.to_string() aria-hidden="true"></progress>
        </div>
    }
}

/// The first button is the one that Enter presses.
#[component]
fn Buttons(tr: Tr, step: Step, to_check: bool) -> impl IntoView {
    let first = match step {
        Step::Danger => view! { <Button go=Go::On words=tr.danger_on() class="quiet"/> }.into_any(),
        Step::Check => view! { <Button go=Go::Send words=tr.check_send()/> }.into_any(),
        _ => view! { <Button go=Go::On words=tr.tell_go_on()/> }.into_any(),
    };
    let back = (step != Step::FIRST && !to_check)
        .then(|| view! { <Button go=Go::Back words=tr.tell_go_back() class="quiet"/> });
    let check = to_check.then(|| view! { <Button go=Go::Check words=tr.tell_go_check() class="quiet"/> });
    view! { <div class="actions">{first} {back} {check}</div> }
}

#[component]
pub fn Button(
    go: Go,
    words: Text,
    #[prop(optional)] class: Option<&'static str>,
    #[prop(optional_no_strip)] label: Option<String>,
    /// The form it belongs to, when it stands in another place.
    #[prop(optional)]
    form: Option<&'static str>,
) -> impl IntoView {
    view! {
        <button name=GO value=go.value() class=class aria-label=label form=form>
            {words}
        </button>
    }
}

/// Another language without losing what was typed: a button, not a link.
#[component]
pub fn Languages(tr: Tr) -> impl IntoView {
    let buttons = Locale::ALL
        .into_iter()
        .filter(|locale| *locale != tr.locale())
        .map(|locale| {
            view! {
                <button
                    name=GO
                    value=Go::Language(locale).value()
                    class="plain"
                    lang=locale.tag()
                    dir=locale.direction().attribute()
                >
                    {locale.autonym()}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="languages-in-form">
            <span class="label">{tr.tell_language_label()}</span>
            {buttons}
        </div>
    }
}
