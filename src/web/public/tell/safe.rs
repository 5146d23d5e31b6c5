//! Is the reader safe right now? Asked first, because everything else can wait.

use leptos::prelude::*;

use super::asked::{Asked, name};
use crate::domain::draft::Field;
use crate::domain::report::SafeNow;
use crate::web::components::form::Radios;

pub fn question(asked: &Asked) -> AnyView {
    let tr = asked.tr;
    let choices = asked.choices(Field::Safe, SafeNow::ALL.iter().copied(), |answer| match answer {
        SafeNow::Yes => tr.safe_yes(),
        SafeNow::No => tr.safe_no(),
        SafeNow::NotSaid => tr.safe_not_said(),
    });
    let link = |page: &str| format!("/{}/{page}", tr.lang());
    view! {
        <Radios
            name=name(Field::Safe)
            legend=tr.safe_heading()
            is_heading=true
            choices
            error=asked.error(Field::Safe)
        />
        <div class="note">
            <p>{tr.safe_lead()}</p>
            <p>{tr.safe_reads()}</p>
            <p>{tr.safe_shares()}</p>
            <p>{tr.safe_screen()}" "{tr.safe_time()}</p>
            <p>
                <a href=link("steps")>{tr.safe_steps_link()}</a>
                " · "
                <a href=link("devices")>{tr.safe_devices_link()}</a>
            </p>
        </div>
    }
    .into_any()
}
