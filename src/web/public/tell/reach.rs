//! When and how a call or an e-mail is safe: the contract that the team keeps to.

use leptos::prelude::*;

use super::asked::{Asked, name};
use crate::domain::contact::{Channel, Day, Lasts};
use crate::domain::draft::Field;
use crate::domain::report::Answer;
use crate::i18n::{Text, Tr};
use crate::web::components::form::{Boxes, Choice, Line, Radios, Select, TextField};
use crate::web::components::when;

pub fn questions(asked: &Asked) -> AnyView {
    let tr = asked.tr;
    let by_phone = asked.draft.chosen(Field::Channel) != Some(Channel::Email);
    let heading = if by_phone { tr.reach_heading_phone() } else { tr.reach_heading_email() };
    let days = asked.choices(Field::Days, Day::ALL.iter().copied(), |day| when::day(tr, day));
    let address = if by_phone { number(asked) } else { address(asked) };
    let voicemail = by_phone.then(|| voicemail(asked));
    let name_label = if by_phone { tr.ask_label_phone() } else { tr.ask_label_email() };
    view! {
        <h1>{heading}</h1>
        <p class="lead">{tr.reach_lead()}</p>
        {address}
        <Boxes
            name=name(Field::Days)
            legend=tr.days_label()
            hint=Some(tr.days_hint())
            choices=days
            short=true
            error=asked.error(Field::Days)
        />
        {hours(asked)}
        {voicemail}
        <TextField
            name=name(Field::Name)
            label=name_label
            hint=Some(tr.ask_hint())
            value=asked.text(Field::Name)
            error=asked.error(Field::Name)
        />
        {lasts(asked)}
    }
    .into_any()
}

fn number(asked: &Asked) -> AnyView {
    let (label, value, error) = (asked.tr.line_label(), asked.text(Field::Number), asked.error(Field::Number));
    view! { <TextField name=name(Field::Number) label value error line=Line::Phone/> }.into_any()
}

fn address(asked: &Asked) -> AnyView {
    let (label, value, error) = (asked.tr.post_label(), asked.text(Field::Address), asked.error(Field::Address));
    view! { <TextField name=name(Field::Address) label value error line=Line::Address/> }.into_any()
}

fn hours(asked: &Asked) -> AnyView {
    let tr = asked.tr;
    let [from, to] =
        [(Field::From, tr.from_label(), 0..24_u8), (Field::To, tr.to_label(), 1..25)].map(|(field, label, hours)| {
            let options = hours.map(|hour| (hour.to_string(), when::hour(tr, hour))).collect();
            let (value, error) = (asked.text(field), asked.error(field));
            view! { <Select name=name(field) label choose=tr.hour_choose() options value error/> }
        });
    view! {
        <fieldset>
            <legend>{tr.hours_label_between()}</legend>
            <div class="row">{from} {to}</div>
        </fieldset>
    }
    .into_any()
}

fn voicemail(asked: &Asked) -> AnyView {
    let tr = asked.tr;
    let choices = asked.choices(Field::Voicemail, [Answer::No, Answer::Yes], |answer| match answer {
        Answer::Yes => tr.tape_yes(),
        _ => tr.tape_no(),
    });
    let choices = with_default(choices);
    let (legend, error) = (tr.tape_question(), asked.error(Field::Voicemail));
    view! { <Radios name=name(Field::Voicemail) legend choices error/> }.into_any()
}

fn lasts(asked: &Asked) -> AnyView {
    let tr = asked.tr;
    let choices =
        asked.choices(Field::Lasts, [Lasts::Month, Lasts::Week, Lasts::UntilISay], |lasts| lasts_words(tr, lasts));
    let choices = with_default(choices);
    let (legend, error) = (tr.until_question(), asked.error(Field::Lasts));
    view! { <Radios name=name(Field::Lasts) legend choices error/> }.into_any()
}

pub fn lasts_words(tr: Tr, lasts: Lasts) -> Text {
    match lasts {
        Lasts::Week => tr.until_week(),
        Lasts::Month => tr.until_month(),
        Lasts::UntilISay => tr.until_open(),
    }
}

/// What counts when nothing is chosen is shown as chosen: the first.
fn with_default(mut choices: Vec<Choice>) -> Vec<Choice> {
    if !choices.iter().any(|choice| choice.chosen)
        && let Some(first) = choices.first_mut()
    {
        first.chosen = true;
    }
    choices
}
