//! For whom somebody tells.

use leptos::prelude::*;

use super::asked::{Asked, name};
use crate::domain::draft::Field;
use crate::domain::report::Path;
use crate::web::components::form::{Choice, Radios};

pub fn question(asked: &Asked) -> AnyView {
    let tr = asked.tr;
    let words = |path| match path {
        Path::Myself => tr.who_me(),
        Path::Someone => tr.who_someone(),
        Path::Professional => tr.who_work(),
    };
    let hinted = |choice: Choice| Choice {
        hint: (choice.value == Path::Professional.id()).then(|| tr.who_work_hint()),
        ..choice
    };
    let choices = asked.choices(Field::Who, Path::ALL.iter().copied(), words).into_iter().map(hinted).collect();
    view! {
        <Radios name=name(Field::Who) legend=tr.who_heading() is_heading=true choices error=asked.error(Field::Who)/>
    }
    .into_any()
}
