//! For somebody who worries about another person.

use leptos::prelude::*;

use super::asked::{Asked, name};
use crate::domain::draft::Field;
use crate::domain::report::{Learned, Relation};
use crate::web::components::form::{Boxes, Radios};

pub fn questions(asked: &Asked) -> AnyView {
    let tr = asked.tr;
    let relations = asked.choices(Field::Relation, Relation::ALL.iter().copied(), |relation| match relation {
        Relation::Family => tr.tie_family(),
        Relation::Friend => tr.tie_friend(),
        Relation::Neighbour => tr.tie_neighbour(),
        Relation::Work => tr.tie_work(),
        Relation::Other => tr.tie_other(),
    });
    let learned = asked.choices(Field::Learned, Learned::ALL.iter().copied(), |learned| match learned {
        Learned::Saw => tr.how_saw(),
        Learned::WasTold => tr.how_told(),
        Learned::Heard => tr.how_heard(),
    });
    let yes_or_no = [
        (Field::PersonKnows, tr.aware_question()),
        (Field::CouldWorsen, tr.effect_question()),
        (Field::Children, tr.home_question()),
    ]
    .map(|(field, legend)| {
        let (choices, error) = (asked.answers(field), asked.error(field));
        view! { <Radios name=name(field) legend choices error/> }
    });
    view! {
        <h1>{tr.someone_heading()}</h1>
        <p class="lead">{tr.someone_lead()}</p>
        <Radios
            name=name(Field::Relation)
            legend=tr.tie_question()
            choices=relations
            error=asked.error(Field::Relation)
        />
        <Boxes
            name=name(Field::Learned)
            legend=tr.how_question()
            hint=Some(tr.how_hint())
            choices=learned
            error=asked.error(Field::Learned)
        />
        {yes_or_no.collect_view()}
    }
    .into_any()
}
