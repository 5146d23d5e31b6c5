use super::*;

fn draft(answers: &[(Field, &str)]) -> Draft {
    let mut draft = Draft::default();
    for field in Field::ALL {
        let values = answers.iter().filter(|(of, _)| of == field).map(|(_, value)| (*value).to_owned());
        draft.put(*field, values.collect::<Vec<_>>());
    }
    draft
}

const BY_PHONE: [(Field, &str); 6] = [
    (Field::Words, "He waits outside."),
    (Field::Channel, "phone"),
    (Field::Number, "+44 (0)1632 960-001"),
    (Field::Days, "mon"),
    (Field::From, "9"),
    (Field::To, "12"),
];

fn by_phone_but(field: Field, value: &str) -> Vec<Problem> {
    let mut answers = BY_PHONE.to_vec();
    answers.retain(|(of, _)| *of != field);
    answers.push((field, value));
    draft(&answers).complete().err().unwrap_or_default()
}

fn one(field: Field, wrong: Wrong) -> Vec<Problem> {
    vec![Problem { field, wrong }]
}

#[test]
fn a_sign_alone_is_enough_and_so_are_words_alone() {
    let told = draft(&[(Field::Signs, "phone"), (Field::Signs, "neck")]).complete().unwrap();
    assert!(told.signs == BTreeSet::from([Sign::PhoneChecked, Sign::Neck]));
    assert!(told.safe_now == SafeNow::NotSaid && told.teller == Teller::Myself && told.contact == SafeContact::Here);

    let told = draft(&[(Field::Words, "  He waits\r\noutside. ")]).complete().unwrap();
    assert_eq!(told.words, "He waits\noutside.");
}

#[test]
fn nothing_at_all_is_the_only_thing_that_cannot_be_sent() {
    let nothing = one(Field::Words, Wrong::NothingTold);
    assert_eq!(Draft::default().complete().unwrap_err(), nothing);
    assert_eq!(draft(&[(Field::Words, " \r\n "), (Field::Safe, "no")]).complete().unwrap_err(), nothing);
}

#[test]
fn a_wrong_answer_is_kept_as_typed() {
    let typed = "x".repeat(text::OWN_WORDS + 3) + "\r\n";
    let draft = draft(&[(Field::Words, &typed), (Field::Safe, "perhaps")]);
    assert_eq!(draft.text(Field::Words), typed);
    assert_eq!(
        draft.complete().unwrap_err(),
        [
            Problem { field: Field::Safe, wrong: Wrong::NotOffered },
            Problem {
                field: Field::Words,
                wrong: Wrong::TooLong { limit: text::OWN_WORDS, typed: text::OWN_WORDS + 3 }
            },
        ]
    );
    assert_eq!(draft.problems(&[Field::Safe]), one(Field::Safe, Wrong::NotOffered));
    assert!(draft.problems(&[Field::Signs]).is_empty());
}

#[test]
fn twenty_thousand_letters_of_any_script_fit() {
    assert!(draft(&[(Field::Words, &"ہ".repeat(text::OWN_WORDS))]).complete().is_ok());
}

#[test]
fn questions_of_another_path_are_kept_but_do_not_count() {
    let draft = draft(&[(Field::Signs, "money"), (Field::Who, "me"), (Field::Relation, "nonsense")]);
    assert!(draft.complete().is_ok());
    assert_eq!(draft.text(Field::Relation), "nonsense");
}

#[test]
fn somebody_who_worries_answers_what_they_can() {
    let told = draft(&[
        (Field::Signs, "money"),
        (Field::Who, "someone"),
        (Field::Relation, "neighbour"),
        (Field::Learned, "heard"),
        (Field::Learned, "saw"),
        (Field::CouldWorsen, "unsure"),
    ])
    .complete()
    .unwrap();
    let Teller::Someone(concern) = &told.teller else { panic!("another path") };
    assert!(concern.learned == BTreeSet::from([Learned::Saw, Learned::Heard]));
    assert_eq!(
        (concern.relation, concern.person_knows, concern.could_worsen, concern.children_at_home),
        (Some(Relation::Neighbour), Answer::NotSaid, Answer::Unsure, Answer::NotSaid)
    );
}

#[test]
fn a_call_needs_a_number_days_and_hours() {
    let told = draft(&BY_PHONE).complete().unwrap();
    let SafeContact::Phone { number, times, voicemail, name } = &told.contact else { panic!("another way") };
    assert_eq!((number.as_str(), *voicemail, name), ("+44 (0)1632 960-001", false, &None));
    assert_eq!((times.hours, times.lasts), (Hours::new(9, 12).unwrap(), Lasts::Month));

    for field in [Field::Number, Field::Days, Field::From, Field::To] {
        assert_eq!(by_phone_but(field, ""), one(field, Wrong::Missing));
    }
    assert_eq!(by_phone_but(Field::To, "9"), one(Field::To, Wrong::EndsAsItStarts));
    assert_eq!(by_phone_but(Field::To, "2"), [], "until two in the night");
    assert_eq!(by_phone_but(Field::From, "25"), one(Field::From, Wrong::NotOffered));
    assert_eq!(by_phone_but(Field::Days, "today"), one(Field::Days, Wrong::NotOffered));
    for wrong in ["12", "call me", "01632 960001 or 960002 or 960003"] {
        assert_eq!(by_phone_but(Field::Number, wrong), one(Field::Number, Wrong::NotANumber));
    }
    assert!(by_phone_but(Field::Number, "۰۱۶۳۲۹۶۰۰۰۱").is_empty());
}

#[test]
fn an_address_is_refused_only_when_it_cannot_be_one() {
    let by_email = |address: &str| {
        let mut answers = BY_PHONE.to_vec();
        answers[1].1 = "email";
        answers[2] = (Field::Address, address);
        draft(&answers).complete().map(drop)
    };
    for fine in ["a@example.org", "zoë.o'neil+x@sub.example.org", "اسم@example.org"] {
        assert!(by_email(fine).is_ok(), "{fine}");
    }
    for wrong in ["a", "a@b", "@example.org", "a@.org", "a b@example.org", "a@b@example.org", "a@example.org,b@x.org"] {
        assert_eq!(by_email(wrong), Err(one(Field::Address, Wrong::NotAnAddress)), "{wrong}");
    }
}

#[test]
fn another_language_is_named() {
    let wants = |language, other| {
        draft(&[(Field::Signs, "money"), (Field::Language, language), (Field::OtherLanguage, other)]).complete()
    };
    assert!(wants("", "").unwrap().language == Wanted::AsThePage);
    assert!(wants("ro", "").unwrap().language == Wanted::Locale(Locale::Ro));
    assert!(wants("other", "Tigrinya").unwrap().language == Wanted::Other("Tigrinya".into()));
    assert_eq!(wants("other", " ").unwrap_err(), one(Field::OtherLanguage, Wrong::Missing));
    assert_eq!(wants("xx", "").unwrap_err(), one(Field::Language, Wrong::NotOffered));
}

#[test]
fn a_flood_of_values_is_cut_off() {
    let mut draft = Draft::default();
    draft.put(Field::Signs, (0..100_000).map(|n| n.to_string()));
    assert_eq!(draft.all(Field::Signs).len(), MOST_VALUES);
}

#[test]
fn a_draft_and_what_it_becomes_survive_being_stored() {
    let draft = draft(&BY_PHONE);
    let again: Draft = serde_json::from_str(&serde_json::to_string(&draft).unwrap()).unwrap();
    assert!(again == draft);
    for answers in [
        &BY_PHONE[..],
        &[(Field::Signs, "money"), (Field::Who, "work")],
        &[(Field::Words, "x"), (Field::Who, "someone")],
    ] {
        let told = self::draft(answers).complete().unwrap();
        assert!(serde_json::from_str::<Told>(&serde_json::to_string(&told).unwrap()).unwrap() == told);
    }
}

#[test]
fn debug_shows_nothing_typed() {
    assert_eq!(format!("{:?} {:?}", draft(&BY_PHONE), draft(&BY_PHONE).complete().unwrap()), "Draft(…) Told(…)");
}
