//! What is wrong, in words that say what to do, and where in the page it is.

use super::signs;
use crate::domain::choice::Choice;
use crate::domain::contact::{Channel, Day, Lasts};
use crate::domain::draft::{Field, Problem, Wrong};
use crate::domain::locale::Locale;
use crate::domain::report::{Answer, Interpreter, Learned, Path, Relation, SafeNow};
use crate::domain::text;
use crate::i18n::{Text, Tr};
use crate::web::components::form::{Mistake, first_of};

pub fn words(tr: Tr, problem: Problem) -> Text {
    match (problem.wrong, problem.field) {
        (Wrong::NothingTold, _) => tr.error_nothing_told(),
        (Wrong::TooLong { limit, typed }, _) => too_long(tr, limit, typed),
        (Wrong::NotANumber, _) => tr.error_number_wrong(),
        (Wrong::NotAnAddress, _) => tr.error_address_wrong(),
        (Wrong::EndsAsItStarts, _) => tr.error_hours_same(),
        (Wrong::Missing, Field::Number) => tr.error_number_missing(),
        (Wrong::Missing, Field::Address) => tr.error_address_missing(),
        (Wrong::Missing, Field::Days) => tr.error_days_missing(),
        (Wrong::Missing, Field::From | Field::To) => tr.error_hour_missing(),
        (Wrong::Missing, Field::OtherLanguage) => tr.error_language_missing(),
        (Wrong::Missing | Wrong::NotOffered, _) => tr.error_not_offered(),
    }
}

/// Of much too much the beginning was kept, and saying that all of it is there would not be true.
pub fn too_long(tr: Tr, limit: usize, typed: usize) -> Text {
    if typed < text::kept(limit) { tr.error_too_long(limit, typed) } else { tr.error_cut(typed, limit) }
}

pub fn mistake(tr: Tr, problem: Problem) -> Mistake {
    Mistake { id: anchor(problem.field), text: words(tr, problem) }
}

/// The id of the element to go to: the field, or a group's first answer.
fn anchor(field: Field) -> String {
    match field {
        Field::Safe => first::<SafeNow>(field),
        Field::Who => first::<Path>(field),
        Field::Relation => first::<Relation>(field),
        Field::Learned => first::<Learned>(field),
        Field::PersonKnows | Field::CouldWorsen | Field::Children | Field::Consent | Field::Voicemail => {
            first::<Answer>(field)
        }
        Field::Signs => {
            signs::in_order().next().map_or_else(|| field.id().to_owned(), |sign| first_of(field.id(), sign.id()))
        }
        Field::Channel => first::<Channel>(field),
        Field::Days => first::<Day>(field),
        Field::Lasts => first::<Lasts>(field),
        Field::Interpreter => first::<Interpreter>(field),
        Field::Language => first_of(field.id(), Locale::ALL[0].tag()),
        Field::Agency
        | Field::Role
        | Field::LawfulBasis
        | Field::Words
        | Field::Number
        | Field::Address
        | Field::From
        | Field::To
        | Field::Name
        | Field::OtherLanguage => field.id().to_owned(),
    }
}

fn first<T: Choice>(field: Field) -> String {
    first_of(field.id(), T::LIST[0].as_id())
}
