//! How soon somebody of the team must look. Versioned rules over the answers, each with its reason.
//!
//! They order a queue; they are no risk assessment and no score, and nobody outside the team sees them. When in doubt
//! they say "sooner". A further sign, or more worrying answers, never make a report less urgent (a property test).

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::choice::choices;
use super::clock::Seconds;
use super::report::{Answer, SafeNow, Teller, Told};
use super::sign::{Group, Sign};

/// Goes up whenever a rule changes: a stored report says by which rules it was ordered.
pub const RULES: u16 = 1;

/// The most urgent is the least, as in "priority one".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    Immediate,
    Urgent,
    Soon,
    Routine,
}

impl Priority {
    pub const ALL: [Self; 4] = [Self::Immediate, Self::Urgent, Self::Soon, Self::Routine];

    /// As stored and shown: 1 to 4.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    pub fn from_number(number: i64) -> Option<Self> {
        let place = usize::try_from(number).ok()?.checked_sub(1)?;
        Self::ALL.get(place).copied()
    }

    /// Somebody of the team has looked within this time.
    pub fn due_within(self) -> Seconds {
        match self {
            Self::Immediate => Seconds::hours(1),
            Self::Urgent => Seconds::hours(4),
            Self::Soon => Seconds::hours(24),
            Self::Routine => Seconds::days(3),
        }
    }
}

choices! {
    /// A rule over more than one answer. Ids are stored: add, never rename.
    Rule {
        /// The sender is not safe now.
        NotSafe = "not-safe",
        /// Being hurt while it gets worse, while leaving, or with a baby on the way.
        HurtAndChange = "hurt-and-change",
        /// An order or bail condition that does not stop somebody from following.
        OrderAndFollowing = "order-and-following",
        /// Following that began with a separation.
        FollowingAfterLeaving = "following-after-leaving",
        ManyFollowing = "many-following",
        ManyControl = "many-control",
        /// Children live where somebody is hurt or threatened.
        ChildrenAtHome = "children-at-home",
        /// Own words, from somebody who did not say that they are safe.
        UnreadWords = "unread-words",
        /// Own words.
        Words = "words",
    }
}

/// Why a report stands where it stands: one sign, a rule over several answers, or what the sender said later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The sender wrote again, and said this about being safe.
    Wrote(SafeNow),
    Rule(Rule),
    Sign(Sign),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wrote(safe_now) => write!(f, "wrote:{}", safe_now.id()),
            Self::Rule(rule) => f.write_str(rule.id()),
            Self::Sign(sign) => write!(f, "sign:{}", sign.id()),
        }
    }
}

impl Reason {
    pub fn from_id(id: &str) -> Option<Self> {
        match id.split_once(':') {
            Some(("wrote", safe_now)) => SafeNow::from_id(safe_now).map(Self::Wrote),
            Some(("sign", sign)) => Sign::from_id(sign).map(Self::Sign),
            Some(_) => None,
            None => Rule::from_id(id).map(Self::Rule),
        }
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Reason {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = String::deserialize(deserializer)?;
        Self::from_id(&id).ok_or_else(|| serde::de::Error::custom("unknown reason"))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Urgency {
    pub rules: u16,
    pub priority: Priority,
    /// The most urgent first.
    pub reasons: Vec<Reason>,
}

pub fn assess(told: &Told) -> Urgency {
    let signs = told.signs.iter().map(|sign| (weight(*sign), Reason::Sign(*sign)));
    let rules = Rule::ALL.iter().filter_map(|rule| Some((holds(*rule, told)?, Reason::Rule(*rule))));
    let mut found: Vec<(Priority, Reason)> = rules.chain(signs).collect();
    found.sort();
    let priority = found.first().map_or(Priority::Routine, |(priority, _)| *priority);
    Urgency { rules: RULES, priority, reasons: found.into_iter().map(|(_, reason)| reason).collect() }
}

/// What one sign says by itself.
fn weight(sign: Sign) -> Priority {
    match sign {
        Sign::Neck | Sign::Weapon | Sign::ThreatToKill | Sign::Afraid | Sign::ChildrenHurt | Sign::LockedIn => {
            Priority::Immediate
        }
        Sign::Hurt
        | Sign::Suicide
        | Sign::Worse
        | Sign::Leaving
        | Sign::Pregnant
        | Sign::Order
        | Sign::Animals
        | Sign::Sexual
        | Sign::Family
        | Sign::Care
        | Sign::Followed => Priority::Urgent,
        Sign::PhoneChecked
        | Sign::KeptApart
        | Sign::Rules
        | Sign::Papers
        | Sign::ChildrenUsed
        | Sign::Pictures
        | Sign::Unwanted
        | Sign::Watched
        | Sign::Whereabouts
        | Sign::Accounts
        | Sign::Others
        | Sign::AfterLeaving => Priority::Soon,
        Sign::MoneyKept | Sign::WorkStopped | Sign::PutDown => Priority::Routine,
    }
}

/// How urgent a rule makes the report, if it holds.
fn holds(rule: Rule, told: &Told) -> Option<Priority> {
    let has = |sign| told.signs.contains(&sign);
    let any = |group| count(told, group) > 0;
    let (holds, priority) = match rule {
        Rule::NotSafe => (told.safe_now == SafeNow::No, Priority::Immediate),
        Rule::HurtAndChange => {
            (has(Sign::Hurt) && (has(Sign::Worse) || has(Sign::Leaving) || has(Sign::Pregnant)), Priority::Immediate)
        }
        Rule::OrderAndFollowing => (has(Sign::Order) && any(Group::Following), Priority::Immediate),
        Rule::FollowingAfterLeaving => {
            ((has(Sign::AfterLeaving) || has(Sign::Leaving)) && count_following(told) > 0, Priority::Urgent)
        }
        Rule::ManyFollowing => (count(told, Group::Following) >= 3, Priority::Urgent),
        Rule::ManyControl => (count(told, Group::Control) >= 4, Priority::Soon),
        Rule::ChildrenAtHome => (children_at_home(told) && any(Group::Danger), Priority::Urgent),
        Rule::UnreadWords => (wrote(told) && told.safe_now != SafeNow::Yes, Priority::Urgent),
        Rule::Words => (wrote(told), Priority::Soon),
    };
    holds.then_some(priority)
}

fn count(told: &Told, group: Group) -> usize {
    told.signs.iter().filter(|sign| sign.group() == group).count()
}

/// Behaviours of following, without the sign that says when it began.
fn count_following(told: &Told) -> usize {
    count(told, Group::Following) - usize::from(told.signs.contains(&Sign::AfterLeaving))
}

fn children_at_home(told: &Told) -> bool {
    matches!(&told.teller, Teller::Someone(concern) if concern.children_at_home == Answer::Yes)
}

fn wrote(told: &Told) -> bool {
    !told.words.is_empty()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::domain::contact::SafeContact;
    use crate::domain::report::{Concern, Interpreter, Wanted};

    fn told(safe_now: SafeNow, signs: &[Sign], words: &str) -> Told {
        Told {
            safe_now,
            teller: Teller::Myself,
            signs: signs.iter().copied().collect(),
            words: words.into(),
            contact: SafeContact::Here,
            language: Wanted::AsThePage,
            interpreter: Interpreter::NotSaid,
        }
    }

    fn number(told: &Told) -> u8 {
        assess(told).priority.number()
    }

    fn with(signs: &[Sign]) -> u8 {
        number(&told(SafeNow::Yes, signs, ""))
    }

    #[test]
    fn not_being_safe_now_comes_before_everything() {
        let urgency = assess(&told(SafeNow::No, &[Sign::PutDown], ""));
        assert_eq!(urgency.priority, Priority::Immediate);
        assert_eq!(urgency.reasons, [Reason::Rule(Rule::NotSafe), Reason::Sign(Sign::PutDown)]);
        assert_eq!(urgency.rules, RULES);
    }

    #[test]
    fn one_sign_of_great_danger_is_enough() {
        use Sign::*;
        for sign in [Neck, Weapon, ThreatToKill, Afraid, ChildrenHurt, LockedIn] {
            assert_eq!(with(&[sign]), 1, "{sign:?}");
        }
    }

    #[test]
    fn every_other_sign_of_danger_is_urgent() {
        for sign in Sign::ALL.iter().copied().filter(|sign| sign.group() == Group::Danger) {
            assert!(with(&[sign]) <= 2, "{sign:?}");
        }
    }

    #[test]
    fn signs_that_weigh_more_together() {
        use Sign::*;
        assert_eq!(with(&[Hurt]), 2);
        for change in [Worse, Leaving, Pregnant] {
            assert_eq!(with(&[Hurt, change]), 1, "{change:?}");
        }
        assert_eq!((with(&[Order]), with(&[Order, Accounts])), (2, 1));
        assert_eq!((with(&[AfterLeaving]), with(&[Unwanted]), with(&[AfterLeaving, Unwanted])), (3, 3, 2));
        assert_eq!((with(&[Unwanted, Watched]), with(&[Unwanted, Watched, Accounts])), (3, 2));
        assert_eq!(with(&[MoneyKept, WorkStopped, PutDown]), 4);
    }

    #[test]
    fn words_wait_for_no_more_than_a_day_and_less_when_nobody_knows_of_safety() {
        assert_eq!(number(&told(SafeNow::NotSaid, &[], "He has it in the kitchen.")), 2);
        assert_eq!(number(&told(SafeNow::Yes, &[], "He has it in the kitchen.")), 3);
    }

    #[test]
    fn children_in_the_home_of_somebody_who_is_threatened() {
        let mut told = told(SafeNow::Yes, &[Sign::Animals], "");
        told.teller = Teller::Someone(Concern {
            relation: None,
            learned: BTreeSet::new(),
            person_knows: Answer::NotSaid,
            could_worsen: Answer::NotSaid,
            children_at_home: Answer::Yes,
        });
        assert!(assess(&told).reasons.contains(&Reason::Rule(Rule::ChildrenAtHome)));
    }

    #[test]
    fn due_times() {
        let hours = Priority::ALL.map(|priority| priority.due_within().0 / 3600);
        assert_eq!(hours, [1, 4, 24, 72]);
        for priority in Priority::ALL {
            assert_eq!(Priority::from_number(priority.number().into()), Some(priority));
        }
        assert_eq!((Priority::from_number(0), Priority::from_number(5)), (None, None));
    }

    #[test]
    fn every_reason_is_stored_as_its_id_and_read_back() {
        let rules = Rule::ALL.iter().map(|rule| Reason::Rule(*rule));
        let later = SafeNow::ALL.iter().map(|safe_now| Reason::Wrote(*safe_now));
        for reason in rules.chain(later).chain(Sign::ALL.iter().map(|sign| Reason::Sign(*sign))) {
            let json = serde_json::to_string(&reason).unwrap();
            assert_eq!(serde_json::from_str::<Reason>(&json).unwrap(), reason);
        }
        assert_eq!(serde_json::to_value(Reason::Sign(Sign::Neck)).unwrap(), "sign:neck");
    }

    fn some_signs() -> impl Strategy<Value = Vec<Sign>> {
        proptest::sample::subsequence(Sign::ALL.to_vec(), 0..=Sign::ALL.len())
    }

    proptest! {
        #[test]
        fn a_further_sign_never_makes_it_less_urgent(
            signs in some_signs(),
            further in proptest::sample::select(Sign::ALL.to_vec()),
            safe in proptest::sample::select(SafeNow::ALL.to_vec()),
            words in prop_oneof![Just(""), Just("words")],
        ) {
            let before = told(safe, &signs, words);
            let mut after = before.clone();
            after.signs.insert(further);
            prop_assert!(assess(&after).priority <= assess(&before).priority);
        }

        #[test]
        fn words_and_doubt_never_make_it_less_urgent(signs in some_signs(), words in prop_oneof![Just(""), Just("words")]) {
            let number = |safe, words| number(&told(safe, &signs, words));
            prop_assert!(number(SafeNow::NotSaid, words) <= number(SafeNow::Yes, words));
            prop_assert!(number(SafeNow::No, words) <= number(SafeNow::NotSaid, words));
            prop_assert!(number(SafeNow::Yes, "words") <= number(SafeNow::Yes, ""));
        }
    }
}
