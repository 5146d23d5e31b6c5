//! The questions one after the other: which come, and in which order, follows from the answers.

use super::choice::choices;
use super::contact::Channel;
use super::draft::{Draft, Field};
use super::report::{Path, SafeNow};

choices! {
    /// One page of the form.
    Step {
        Safe = "safe",
        /// Only numbers to call, for somebody who is not safe.
        Danger = "now",
        Who = "who",
        Someone = "someone",
        Work = "work",
        Signs = "signs",
        Words = "words",
        Channel = "way",
        Reach = "reach",
        Language = "language",
        Check = "check",
    }
}

impl Step {
    pub const FIRST: Self = Self::Safe;

    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Safe => &[Field::Safe],
            Self::Danger | Self::Check => &[],
            Self::Who => &[Field::Who],
            Self::Someone => {
                &[Field::Relation, Field::Learned, Field::PersonKnows, Field::CouldWorsen, Field::Children]
            }
            Self::Work => &[Field::Agency, Field::Role, Field::Consent, Field::LawfulBasis],
            Self::Signs => &[Field::Signs],
            Self::Words => &[Field::Words],
            Self::Channel => &[Field::Channel],
            Self::Reach => &[
                Field::Number,
                Field::Address,
                Field::Days,
                Field::From,
                Field::To,
                Field::Voicemail,
                Field::Name,
                Field::Lasts,
            ],
            Self::Language => &[Field::Language, Field::OtherLanguage, Field::Interpreter],
        }
    }

    /// A page that is there because of an answer on the page before.
    pub fn follows_an_answer(self) -> bool {
        matches!(self, Self::Danger | Self::Someone | Self::Work | Self::Reach)
    }

    /// Where a question is asked.
    pub fn of(field: Field) -> Self {
        Self::ALL.iter().copied().find(|step| step.fields().contains(&field)).unwrap_or(Self::FIRST)
    }

    pub fn next(self, draft: &Draft) -> Self {
        sequence(draft).find(|step| *step > self).unwrap_or(Self::Check)
    }

    pub fn back(self, draft: &Draft) -> Self {
        sequence(draft).take_while(|step| *step < self).last().unwrap_or(Self::FIRST)
    }

    /// The place of this page and how many there are, as far as the answers say so far.
    pub fn place(self, draft: &Draft) -> (usize, usize) {
        (sequence(draft).take_while(|step| *step < self).count() + 1, sequence(draft).count())
    }
}

/// The pages that these answers lead through; they come in the order in which [`Step`] lists them.
fn sequence(draft: &Draft) -> impl Iterator<Item = Step> + '_ {
    let path = draft.chosen(Field::Who).unwrap_or(Path::Myself);
    let channel = draft.chosen(Field::Channel).unwrap_or(Channel::Here);
    Step::ALL.iter().copied().filter(move |step| match step {
        Step::Danger => draft.chosen(Field::Safe) == Some(SafeNow::No),
        Step::Someone => path == Path::Someone,
        Step::Work => path == Path::Professional,
        Step::Reach => channel != Channel::Here,
        _ => true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(answers: &[(Field, &str)]) -> Draft {
        let mut draft = Draft::default();
        answers.iter().for_each(|(field, value)| draft.put(*field, [(*value).to_owned()]));
        draft
    }

    fn walk(draft: &Draft) -> Vec<Step> {
        let mut steps = vec![Step::FIRST];
        while steps.last() != Some(&Step::Check) {
            steps.extend(steps.last().map(|step| step.next(draft)));
        }
        steps
    }

    #[test]
    fn the_shortest_way_and_the_longest() {
        use Step::*;
        assert_eq!(walk(&draft(&[])), [Safe, Who, Signs, Words, Channel, Language, Check]);
        let long = draft(&[(Field::Safe, "no"), (Field::Who, "someone"), (Field::Channel, "phone")]);
        assert_eq!(walk(&long), [Safe, Danger, Who, Someone, Signs, Words, Channel, Reach, Language, Check]);
        assert_eq!(Words.place(&long), (6, 10));
    }

    #[test]
    fn back_undoes_next() {
        for answers in [vec![], vec![(Field::Who, "work"), (Field::Channel, "email")]] {
            let draft = draft(&answers);
            for step in walk(&draft).into_iter().filter(|step| *step != Step::Check) {
                assert_eq!(step.next(&draft).back(&draft), step);
            }
        }
        assert_eq!(Step::Safe.back(&Draft::default()), Step::Safe);
        assert_eq!(Step::Check.next(&Draft::default()), Step::Check);
    }

    #[test]
    fn every_question_is_asked_on_one_page() {
        for field in Field::ALL {
            assert_eq!(Step::ALL.iter().filter(|step| step.fields().contains(field)).count(), 1, "{field:?}");
            assert!(Step::of(*field).fields().contains(field));
        }
    }
}
