//! Is the reader safe right now? Asked first, because everything else can wait.

use leptos::prelude::*;

use super::asked::{Asked, name};
use crate::domain::draft::Field;
use crate::domain::report::SafeNow;
use crate::i18n::Tr;
use crate::web::components::form::Radios;

pub fn question(asked: &Asked) -> AnyView {
    let tr = asked.tr;
    let choices = asked.choices(Field::Safe, SafeNow::ALL.iter().copied(), |answer| match answer {
        SafeNow::Yes => tr.safe_yes(),
        SafeNow::No => tr.safe_no(),
        SafeNow::NotSaid => tr.safe_not_said(),
    });
    view! {
        <Radios
            name=name(Field::Safe)
            legend=tr.safe_heading()
            is_heading=true
            choices
            error=asked.error(Field::Safe)
        />
    }
    .into_any()
}

/// What to know before telling. It stands below the button: the question comes first. `nothing_typed`: links lose
/// nothing yet.
pub fn note(tr: Tr, nothing_typed: bool) -> AnyView {
    let link = |page: &str| format!("/{}/{page}", tr.lang());
    let links = nothing_typed.then(|| {
        view! {
            <ul class="ways">
                <li>
                    <a href=link("steps")>{tr.safe_steps_link()}</a>
                </li>
                <li>
                    <a href=link("devices")>{tr.safe_devices_link()}</a>
                </li>
            </ul>
        }
    });
    view! {
        <section class="before" aria-labelledby="before">
            <h2 id="before">{tr.safe_before()}</h2>
            <ul>
                <li>{tr.safe_lead()}</li>
                <li>{tr.safe_reads()}</li>
                <li>{tr.safe_shares()}</li>
                <li>{tr.safe_screen()}</li>
                <li>{tr.safe_back()}</li>
                <li>{tr.safe_time()}</li>
            </ul>
            {links}
        </section>
    }
    .into_any()
}
