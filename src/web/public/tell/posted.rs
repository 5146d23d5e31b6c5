//! What one page sends.

use super::view::{Again, Answers, Asking, Kept, Notice, View};
use crate::domain::draft::{Draft, Field};
use crate::domain::locale::Locale;
use crate::domain::steps::Step;
use crate::i18n::Tr;
use crate::service::drafts::Secret;
use crate::web::extract::form::Form;

/// The names of the fields that are not questions.
pub const SECRET: &str = "draft";
pub const STEP: &str = "step";
pub const GO: &str = "go";
pub const TO_CHECK: &str = "then";

/// Which button was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    On,
    Back,
    /// To all answers.
    Check,
    Change(Step),
    /// The same page in another language.
    Language(Locale),
    Send,
}

impl Go {
    /// Without a known button, as when Enter is pressed: on.
    fn parse(text: &str) -> Self {
        match text.split_once('-') {
            Some(("change", step)) => Step::from_id(step).map_or(Self::On, Self::Change),
            Some(("in", tag)) => Locale::from_tag(tag).map_or(Self::On, Self::Language),
            _ => match text {
                "back" => Self::Back,
                "check" => Self::Check,
                "send" => Self::Send,
                _ => Self::On,
            },
        }
    }

    pub fn value(self) -> String {
        match self {
            Self::On => "on".to_owned(),
            Self::Back => "back".to_owned(),
            Self::Check => "check".to_owned(),
            Self::Send => "send".to_owned(),
            Self::Change(step) => format!("change-{}", step.id()),
            Self::Language(locale) => format!("in-{}", locale.tag()),
        }
    }
}

pub struct Posted {
    pub secret: Option<Secret>,
    /// None when it is no step of ours.
    pub step: Option<Step>,
    pub go: Go,
    pub to_check: bool,
    /// The answers of this step; an empty one was sent empty.
    pub answers: Vec<(Field, Vec<String>)>,
    /// Not all of it arrived as it was written.
    pub broken: bool,
    pub foreign: bool,
}

impl Posted {
    pub fn read(form: &Form) -> Self {
        let step = Step::from_id(form.get(STEP));
        let fields = step.map(Step::fields).unwrap_or_default().iter().copied();
        let sent = |field: &Field| field.is_ticked() || form.has(field.id());
        let values = |field: Field| (field, form.all(field.id()).map(ToOwned::to_owned).collect());
        Self {
            secret: Secret::parse(form.get(SECRET)),
            step,
            go: Go::parse(form.get(GO)),
            to_check: form.get(TO_CHECK) == "check",
            answers: fields.filter(sent).map(values).collect(),
            broken: form.broken || form.cut,
            foreign: form.foreign,
        }
    }

    pub fn language(&self) -> Option<Locale> {
        match self.go {
            Go::Language(locale) => Some(locale),
            _ => None,
        }
    }

    pub fn says_nothing(&self) -> bool {
        self.typed().is_empty()
    }

    /// The same question with what was typed, not yet taken.
    pub fn again(&self, step: Step, secret: Option<Secret>, notice: Notice) -> View {
        let answers = Answers::Typed(secret, self.typed());
        View::Asking(Asking { answers, to_check: self.to_check, ..Asking::again(step, notice) })
    }

    /// A page that sends the same again.
    pub fn kept(&self, tr: Tr, step: Step, kept: Kept) -> View {
        let typed = self.typed();
        let hidden = [(STEP, Some(step.id().to_owned())), (SECRET, self.secret.as_ref().map(Secret::reveal))];
        let then = [(TO_CHECK, self.to_check.then(|| "check".to_owned())), (GO, Some(self.go.value()))];
        let answers = typed.answers().map(|(field, value)| (field.id(), Some(value.to_owned())));
        let fields = hidden.into_iter().chain(answers).chain(then);
        let fields = fields.filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
        View::Again(Again { action: format!("/{}/tell", tr.lang()), fields, kept })
    }

    fn typed(&self) -> Draft {
        let mut typed = Draft::default();
        self.answers.iter().for_each(|(field, values)| typed.put(*field, values.clone()));
        typed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_button_is_read_as_it_is_written() {
        let steps = Step::ALL.iter().map(|step| Go::Change(*step));
        let languages = Locale::ALL.into_iter().map(Go::Language);
        for go in [Go::On, Go::Back, Go::Check, Go::Send].into_iter().chain(steps).chain(languages) {
            assert_eq!(Go::parse(&go.value()), go);
        }
        for odd in ["", "change-nothing", "in-xx", "-", "send-x"] {
            assert_eq!(Go::parse(odd), Go::On);
        }
    }
}
