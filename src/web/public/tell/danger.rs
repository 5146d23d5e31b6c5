//! For somebody who is not safe now: whom to call, before everything else. Then on, if they wish.

use leptos::prelude::*;

use crate::i18n::Tr;
use crate::web::components::rescue::Rescue;

pub fn page(tr: Tr) -> AnyView {
    view! {
        <h1>{tr.danger_heading()}</h1>
        <Rescue tr/>
        <p>{tr.danger_not_us()}</p>
    }
    .into_any()
}
