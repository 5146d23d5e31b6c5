//! What every question needs: the words, what was answered, what is wrong.

use super::problems;
use crate::domain::choice::Choice as _;
use crate::domain::draft::{Draft, Field, Problem};
use crate::domain::report::{Answer, Path};
use crate::i18n::{Text, Tr};
use crate::web::components::form::Choice;

pub struct Asked {
    pub tr: Tr,
    pub draft: Draft,
    pub problems: Vec<Problem>,
}

impl Asked {
    /// What is wrong with this answer, in words.
    pub fn error(&self, field: Field) -> Option<Text> {
        let problem = self.problems.iter().find(|problem| problem.field == field)?;
        Some(problems::words(self.tr, *problem))
    }

    pub fn text(&self, field: Field) -> String {
        self.draft.text(field).to_owned()
    }

    /// The answers on offer, with the chosen ones marked.
    pub fn choices<T: crate::domain::choice::Choice>(
        &self,
        field: Field,
        offered: impl IntoIterator<Item = T>,
        words: impl Fn(T) -> Text,
    ) -> Vec<Choice> {
        let choice = |value: T| Choice {
            value: value.as_id(),
            label: words(value),
            hint: None,
            chosen: self.draft.has(field, value.as_id()),
        };
        offered.into_iter().map(choice).collect()
    }

    pub fn answers(&self, field: Field) -> Vec<Choice> {
        let tr = self.tr;
        self.choices(field, Answer::OFFERED.iter().copied(), |answer| match answer {
            Answer::Yes => tr.answer_yes(),
            Answer::No => tr.answer_no(),
            Answer::Unsure | Answer::NotSaid => tr.answer_unsure(),
        })
    }

    /// Whether it happens to somebody else.
    pub fn is_about_another(&self) -> bool {
        self.path() != Path::Myself
    }

    pub fn path(&self) -> Path {
        self.draft.chosen(Field::Who).unwrap_or(Path::Myself)
    }
}

/// The field's name in the form.
pub fn name(field: Field) -> &'static str {
    field.as_id()
}
