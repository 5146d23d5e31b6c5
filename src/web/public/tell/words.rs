//! In one's own words.

use leptos::prelude::*;

use super::asked::{Asked, name};
use crate::domain::draft::Field;
use crate::web::components::form::TextArea;

pub fn question(asked: &Asked) -> AnyView {
    let tr = asked.tr;
    let lead = if asked.is_about_another() { tr.words_lead_other() } else { tr.words_lead() };
    view! {
        <h1>{tr.words_heading()}</h1>
        <p class="lead">{lead}</p>
        <TextArea
            name=name(Field::Words)
            label=tr.words_label()
            hint=Some(tr.words_names())
            value=asked.text(Field::Words)
            error=asked.error(Field::Words)
        />
    }
    .into_any()
}
