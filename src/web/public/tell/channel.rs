//! How the team may answer, if at all. What asks least of a shared home is chosen already.

use leptos::prelude::*;

use super::asked::{Asked, name};
use crate::domain::contact::Channel;
use crate::domain::draft::Field;
use crate::i18n::{Text, Tr};
use crate::web::components::form::{Choice, Radios};

pub fn question(asked: &Asked) -> AnyView {
    let tr = asked.tr;
    let nothing_chosen = asked.text(Field::Channel).is_empty();
    let choices = Channel::ALL
        .iter()
        .map(|channel| Choice {
            value: channel.id(),
            label: words(tr, *channel),
            hint: Some(hint(tr, *channel)),
            chosen: asked.draft.has(Field::Channel, channel.id()) || (nothing_chosen && *channel == Channel::Here),
        })
        .collect();
    view! {
        <Radios
            name=name(Field::Channel)
            legend=tr.way_heading()
            is_heading=true
            hint=Some(tr.way_lead())
            choices
            error=asked.error(Field::Channel)
        />
    }
    .into_any()
}

pub fn words(tr: Tr, channel: Channel) -> Text {
    match channel {
        Channel::Here => tr.way_here(),
        Channel::Phone => tr.way_phone(),
        Channel::Email => tr.way_email(),
    }
}

fn hint(tr: Tr, channel: Channel) -> Text {
    match channel {
        Channel::Here => tr.way_here_hint(),
        Channel::Phone => tr.way_phone_hint(),
        Channel::Email => tr.way_email_hint(),
    }
}
