//! In which language the team answers, and whether with an interpreter.

use leptos::prelude::*;

use super::asked::{Asked, name};
use crate::domain::draft::{Field, OTHER_LANGUAGE};
use crate::domain::locale::Locale;
use crate::domain::report::Interpreter;
use crate::i18n::{Text, Tr};
use crate::web::components::form::{Choice, Radios, TextField};

pub fn questions(asked: &Asked) -> AnyView {
    let tr = asked.tr;
    let interpreters = [Interpreter::No, Interpreter::Spoken, Interpreter::Signed];
    let between = asked.choices(Field::Interpreter, interpreters, |interpreter| {
        interpreter_words(tr, interpreter).unwrap_or_default()
    });
    view! {
        <h1>{tr.language_heading()}</h1>
        <Radios
            name=name(Field::Language)
            legend=tr.language_question()
            choices=languages(asked)
            error=asked.error(Field::Language)
        />
        <TextField
            name=name(Field::OtherLanguage)
            label=tr.language_other_label()
            depends=true
            value=asked.text(Field::OtherLanguage)
            error=asked.error(Field::OtherLanguage)
        />
        <Radios
            name=name(Field::Interpreter)
            legend=tr.between_question()
            hint=Some(tr.tell_optional())
            choices=between
            error=asked.error(Field::Interpreter)
        />
    }
    .into_any()
}

/// The language of the page is chosen already.
fn languages(asked: &Asked) -> Vec<Choice> {
    let tr = asked.tr;
    let chosen = Some(asked.text(Field::Language)).filter(|chosen| !chosen.is_empty());
    let chosen = chosen.unwrap_or_else(|| tr.lang().to_owned());
    let choice = |value: &'static str, label: Text| Choice { value, label, hint: None, chosen: chosen == value };
    Locale::ALL
        .into_iter()
        .map(|locale| choice(locale.tag(), locale.autonym().into()))
        .chain([choice(OTHER_LANGUAGE, tr.language_other())])
        .collect()
}

/// None when nothing was said.
pub fn interpreter_words(tr: Tr, interpreter: Interpreter) -> Option<Text> {
    match interpreter {
        Interpreter::No => Some(tr.between_no()),
        Interpreter::Spoken => Some(tr.between_spoken()),
        Interpreter::Signed => Some(tr.between_signed()),
        Interpreter::NotSaid => None,
    }
}
