//! All answers on one page, each with a way to change it. Sending is the one button.

use leptos::prelude::*;

use super::asked::Asked;
use super::frame::Button;
use super::posted::Go;
use super::{channel, language, reach, signs};
use crate::domain::choice::Choice;
use crate::domain::contact::{Channel, Times};
use crate::domain::draft::{Field, OTHER_LANGUAGE};
use crate::domain::locale::Locale;
use crate::domain::report::{Answer, Learned, Path, Relation, SafeNow};
use crate::domain::steps::Step;
use crate::i18n::{Text, Tr};
use crate::web::components::when;

/// The form of the buttons that change an answer: the page's first form sends.
pub const CHANGES: &str = "changes";

pub fn page(asked: &Asked) -> AnyView {
    let tr = asked.tr;
    let mut rows =
        vec![Row::new(tr.check_safe(), Step::Safe, safe(asked)), Row::new(tr.check_who(), Step::Who, who(asked))];
    rows.extend(match asked.path() {
        Path::Myself => Vec::new(),
        Path::Someone => someone(asked),
        Path::Professional => work(asked),
    });
    rows.push(Row::new(tr.check_signs(), Step::Signs, signs(asked)));
    rows.push(Row::typed(tr.check_words(), Step::Words, asked, Field::Words));
    rows.extend(contact(asked));
    rows.push(Row::new(tr.check_language(), Step::Language, languages(asked)));
    rows.push(Row::new(tr.check_between(), Step::Language, interpreter(asked)));
    let rows = rows.into_iter().map(|row| view! { <Answered tr row/> }).collect_view();
    view! {
        <h1>{tr.check_heading()}</h1>
        <p class="lead">{tr.check_lead()}</p>
        <dl class="answers">{rows}</dl>
        <p>{tr.check_send_lead()}</p>
    }
    .into_any()
}

/// One question and what was answered.
struct Row {
    question: Text,
    step: Step,
    answers: Vec<Text>,
}

impl Row {
    fn new(question: Text, step: Step, answers: Vec<Text>) -> Self {
        Self { question, step, answers }
    }

    fn typed(question: Text, step: Step, asked: &Asked, field: Field) -> Self {
        let typed = asked.text(field).trim().to_owned();
        Self::new(question, step, if typed.is_empty() { Vec::new() } else { vec![typed.into()] })
    }
}

#[component]
fn Answered(tr: Tr, row: Row) -> impl IntoView {
    let Row { question, step, answers } = row;
    let label = format!("{}: {question}", tr.check_change());
    let nothing = answers.is_empty().then(|| view! { <dd class="label">{tr.check_nothing()}</dd> });
    let answers = answers
        .into_iter()
        .map(|answer| {
            view! {
                <dd>
                    <bdi>{answer}</bdi>
                </dd>
            }
        })
        .collect_view();
    view! {
        <div>
            <dt>{question}</dt>
            {answers}
            {nothing}
            <dd class="act">
                <Button go=Go::Change(step) words=tr.check_change() class="plain" label=Some(label) form=CHANGES/>
            </dd>
        </div>
    }
}

fn safe(asked: &Asked) -> Vec<Text> {
    let tr = asked.tr;
    chosen(asked, Field::Safe, |answer| match answer {
        SafeNow::Yes => tr.safe_yes(),
        SafeNow::No => tr.safe_no(),
        SafeNow::NotSaid => tr.safe_not_said(),
    })
}

fn who(asked: &Asked) -> Vec<Text> {
    let tr = asked.tr;
    chosen(asked, Field::Who, |path| match path {
        Path::Myself => tr.who_me(),
        Path::Someone => tr.who_someone(),
        Path::Professional => tr.who_work(),
    })
}

fn someone(asked: &Asked) -> Vec<Row> {
    let tr = asked.tr;
    let relation = chosen(asked, Field::Relation, |relation| match relation {
        Relation::Family => tr.tie_family(),
        Relation::Friend => tr.tie_friend(),
        Relation::Neighbour => tr.tie_neighbour(),
        Relation::Work => tr.tie_work(),
        Relation::Other => tr.tie_other(),
    });
    let learned = chosen(asked, Field::Learned, |learned| match learned {
        Learned::Saw => tr.how_saw(),
        Learned::WasTold => tr.how_told(),
        Learned::Heard => tr.how_heard(),
    });
    let row = |question, answers| Row::new(question, Step::Someone, answers);
    vec![
        row(tr.tie_question(), relation),
        row(tr.how_question(), learned),
        row(tr.aware_question(), yes_or_no(asked, Field::PersonKnows)),
        row(tr.effect_question(), yes_or_no(asked, Field::CouldWorsen)),
        row(tr.home_question(), yes_or_no(asked, Field::Children)),
    ]
}

fn work(asked: &Asked) -> Vec<Row> {
    let tr = asked.tr;
    vec![
        Row::typed(tr.place_label(), Step::Work, asked, Field::Agency),
        Row::typed(tr.part_label(), Step::Work, asked, Field::Role),
        Row::new(tr.agreed_question(), Step::Work, yes_or_no(asked, Field::Consent)),
        Row::typed(tr.basis_label(), Step::Work, asked, Field::LawfulBasis),
    ]
}

fn signs(asked: &Asked) -> Vec<Text> {
    let ticked = signs::in_order().filter(|sign| asked.draft.has(Field::Signs, sign.id()));
    ticked.map(|sign| signs::words(asked.tr, sign, asked.is_about_another())).collect()
}

fn contact(asked: &Asked) -> Vec<Row> {
    let tr = asked.tr;
    let way = asked.draft.chosen(Field::Channel).unwrap_or(Channel::Here);
    let mut rows = vec![Row::new(tr.check_way(), Step::Channel, vec![channel::words(tr, way)])];
    match way {
        Channel::Here => return rows,
        Channel::Phone => rows.push(Row::typed(tr.line_label(), Step::Reach, asked, Field::Number)),
        Channel::Email => rows.push(Row::typed(tr.post_label(), Step::Reach, asked, Field::Address)),
    }
    rows.push(Row::new(tr.check_when(), Step::Reach, times(asked)));
    if way == Channel::Phone {
        let yes = asked.draft.chosen(Field::Voicemail) == Some(Answer::Yes);
        let message = if yes { tr.tape_yes() } else { tr.tape_no() };
        rows.push(Row::new(tr.check_message(), Step::Reach, vec![message]));
    }
    rows.push(Row::typed(tr.check_name(), Step::Reach, asked, Field::Name));
    rows
}

fn times(asked: &Asked) -> Vec<Text> {
    let tr = asked.tr;
    let said = |times: Times| vec![when::safe_times(tr, &times), reach::lasts_words(tr, times.lasts)];
    asked.draft.times().map(said).unwrap_or_default()
}

fn languages(asked: &Asked) -> Vec<Text> {
    let wanted = asked.text(Field::Language);
    let words = match Locale::from_tag(&wanted) {
        Some(locale) => locale.autonym().into(),
        None if wanted == OTHER_LANGUAGE => asked.text(Field::OtherLanguage).into(),
        None => asked.tr.locale().autonym().into(),
    };
    vec![words]
}

fn interpreter(asked: &Asked) -> Vec<Text> {
    let chosen = asked.draft.chosen(Field::Interpreter);
    chosen.and_then(|interpreter| language::interpreter_words(asked.tr, interpreter)).into_iter().collect()
}

fn yes_or_no(asked: &Asked, field: Field) -> Vec<Text> {
    asked.answers(field).into_iter().filter(|choice| choice.chosen).map(|choice| choice.label).collect()
}

/// The chosen answers in words, in the order of the page.
fn chosen<T: Choice>(asked: &Asked, field: Field, words: impl Fn(T) -> Text) -> Vec<Text> {
    T::LIST.iter().filter(|value| asked.draft.has(field, value.as_id())).map(|value| words(*value)).collect()
}
