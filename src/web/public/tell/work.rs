//! For somebody who tells as part of their work.

use leptos::prelude::*;

use super::asked::{Asked, name};
use crate::domain::draft::Field;
use crate::web::components::form::{Radios, TextArea, TextField};

pub fn questions(asked: &Asked) -> AnyView {
    let tr = asked.tr;
    view! {
        <h1>{tr.work_heading()}</h1>
        <p class="lead">{tr.work_lead()}</p>
        <TextField
            name=name(Field::Agency)
            label=tr.place_label()
            hint=Some(tr.place_hint())
            value=asked.text(Field::Agency)
            error=asked.error(Field::Agency)
        />
        <TextField
            name=name(Field::Role)
            label=tr.part_label()
            value=asked.text(Field::Role)
            error=asked.error(Field::Role)
        />
        <Radios
            name=name(Field::Consent)
            legend=tr.agreed_question()
            choices=asked.answers(Field::Consent)
            error=asked.error(Field::Consent)
        />
        <TextArea
            name=name(Field::LawfulBasis)
            label=tr.basis_label()
            hint=Some(tr.basis_hint())
            value=asked.text(Field::LawfulBasis)
            error=asked.error(Field::LawfulBasis)
        />
    }
    .into_any()
}
