//! The safe-contact contract: how the team may reach a sender, as data. Whoever records or makes a contact asks
//! [`SafeContact::permits`] first; outside the contract there is no contact.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::choice::choices;
use super::clock::{Moment, Seconds};
use super::local::LocalTime;

choices! {
    Channel {
        /// Only on this site, with the code. The default.
        Here = "here",
        Phone = "phone",
        Email = "email",
    }
}

choices! {
    Day {
        Monday = "mon",
        Tuesday = "tue",
        Wednesday = "wed",
        Thursday = "thu",
        Friday = "fri",
        Saturday = "sat",
        Sunday = "sun",
    }
}

choices! {
    /// How long what is safe today stays safe.
    Lasts {
        Week = "week",
        Month = "month",
        UntilISay = "open",
    }
}

impl Day {
    fn before(self) -> Self {
        Self::ALL[(self as usize + 6) % 7]
    }
}

impl Lasts {
    fn over(self, told_at: Moment, now: Moment) -> bool {
        match self {
            Self::Week => now >= told_at + Seconds::days(7),
            Self::Month => now >= told_at + Seconds::days(30),
            Self::UntilISay => false,
        }
    }
}

/// Whole hours of the county's clock, `from` included and `to` not. With an end before its start they go on into the
/// next day: what is safe at ten in the evening may be safe until two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    from: u8,
    to: u8,
}

impl Hours {
    pub const ALL_DAY: Self = Self { from: 0, to: 24 };

    /// None for hours that a clock does not have, and for a start that is the end too: a whole day, or nothing?
    pub fn new(from: u8, to: u8) -> Option<Self> {
        (from < 24 && (1..=24).contains(&to) && from != to).then_some(Self { from, to })
    }

    pub fn from(self) -> u8 {
        self.from
    }

    pub fn to(self) -> u8 {
        self.to
    }

    pub fn end_next_day(self) -> bool {
        self.to < self.from
    }

    fn contains(self, hour: u8) -> bool {
        if self.end_next_day() { !(self.to..self.from).contains(&hour) } else { (self.from..self.to).contains(&hour) }
    }

    /// The day on which the hours began that this one belongs to.
    fn day_of(self, local: LocalTime) -> Day {
        if self.end_next_day() && local.hour < self.to { local.day.before() } else { local.day }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Times {
    pub days: BTreeSet<Day>,
    pub hours: Hours,
    pub lasts: Lasts,
}

impl Times {
    fn permit(&self, told_at: Moment, now: Moment) -> Result<(), Refusal> {
        let local = LocalTime::of(now);
        if self.lasts.over(told_at, now) {
            Err(Refusal::NoLonger)
        } else if !self.days.contains(&self.hours.day_of(local)) {
            Err(Refusal::NotThisDay)
        } else if !self.hours.contains(local.hour) {
            Err(Refusal::NotThisHour)
        } else {
            Ok(())
        }
    }
}

/// What a sender said is safe.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "channel", rename_all = "lowercase")]
pub enum SafeContact {
    Here,
    /// `name` is whom the caller asks for, or says they are.
    Phone {
        number: String,
        times: Times,
        voicemail: bool,
        name: Option<String>,
    },
    Email {
        address: String,
        times: Times,
        name: Option<String>,
    },
}

/// What somebody of the team is about to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// An answer on this site: always allowed, it waits for the code.
    AnswerHere,
    Call,
    LeaveVoicemail,
    WriteEmail,
}

/// Why an attempt is outside the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    NotThisWay,
    NotThisDay,
    NotThisHour,
    NoVoicemail,
    NoLonger,
}

impl SafeContact {
    pub fn channel(&self) -> Channel {
        match self {
            Self::Here => Channel::Here,
            Self::Phone { .. } => Channel::Phone,
            Self::Email { .. } => Channel::Email,
        }
    }

    /// Whether the sender allowed this, now. `told_at` is when the contract was made.
    pub fn permits(&self, attempt: Attempt, told_at: Moment, now: Moment) -> Result<(), Refusal> {
        match (attempt, self) {
            (Attempt::AnswerHere, _) => Ok(()),
            (Attempt::LeaveVoicemail, Self::Phone { voicemail: false, .. }) => Err(Refusal::NoVoicemail),
            (Attempt::Call | Attempt::LeaveVoicemail, Self::Phone { times, .. })
            | (Attempt::WriteEmail, Self::Email { times, .. }) => times.permit(told_at, now),
            _ => Err(Refusal::NotThisWay),
        }
    }
}

/// A number and an address are content: they never reach a log.
impl std::fmt::Debug for SafeContact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SafeContact({})", self.channel().id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tuesday 24 November 2026, 10:00 in Northampton.
    const TUESDAY_TEN: Moment = Moment(1_795_514_400);

    fn times(lasts: Lasts) -> Times {
        Times { days: BTreeSet::from([Day::Tuesday, Day::Friday]), hours: Hours::new(9, 12).unwrap(), lasts }
    }

    fn phone(voicemail: bool) -> SafeContact {
        SafeContact::Phone { number: "01632 960001".into(), times: times(Lasts::Month), voicemail, name: None }
    }

    fn call(at: Moment) -> Result<(), Refusal> {
        phone(false).permits(Attempt::Call, TUESDAY_TEN, at)
    }

    #[test]
    fn the_default_allows_answers_here_and_nothing_else() {
        for attempt in [Attempt::Call, Attempt::LeaveVoicemail, Attempt::WriteEmail] {
            assert_eq!(SafeContact::Here.permits(attempt, TUESDAY_TEN, TUESDAY_TEN), Err(Refusal::NotThisWay));
        }
        for contract in [SafeContact::Here, phone(false)] {
            assert_eq!(contract.permits(Attempt::AnswerHere, TUESDAY_TEN, TUESDAY_TEN), Ok(()));
        }
    }

    #[test]
    fn a_call_outside_the_days_and_hours_is_refused() {
        assert_eq!(call(TUESDAY_TEN), Ok(()));
        assert_eq!(call(TUESDAY_TEN + Seconds::hours(2)), Err(Refusal::NotThisHour), "twelve is not before twelve");
        assert_eq!(call(TUESDAY_TEN - Seconds(3601)), Err(Refusal::NotThisHour));
        assert_eq!(call(TUESDAY_TEN + Seconds::days(1)), Err(Refusal::NotThisDay));
        assert_eq!(call(TUESDAY_TEN + Seconds::days(3)), Ok(()), "Friday");
    }

    #[test]
    fn hours_are_the_countys_hours_in_summer_too() {
        // Tuesday 2 June 2026, 08:30 UTC is 09:30 in summer time.
        let summer = Moment(1_780_389_000);
        assert_eq!(phone(false).permits(Attempt::Call, summer, summer), Ok(()));
        assert_eq!(
            phone(false).permits(Attempt::Call, summer, summer + Seconds::hours(3)),
            Err(Refusal::NotThisHour),
            "11:30 UTC is 12:30"
        );
    }

    #[test]
    fn what_was_safe_for_a_month_is_not_safe_for_longer() {
        assert_eq!(call(TUESDAY_TEN + Seconds::days(28)), Ok(()));
        assert_eq!(call(TUESDAY_TEN + Seconds::days(35)), Err(Refusal::NoLonger));
    }

    #[test]
    fn voicemail_needs_its_own_yes() {
        let voicemail = |contract: SafeContact| contract.permits(Attempt::LeaveVoicemail, TUESDAY_TEN, TUESDAY_TEN);
        assert_eq!(voicemail(phone(true)), Ok(()));
        assert_eq!(voicemail(phone(false)), Err(Refusal::NoVoicemail));
    }

    #[test]
    fn one_way_does_not_allow_another() {
        let email = SafeContact::Email { address: "a@example.org".into(), times: times(Lasts::UntilISay), name: None };
        assert_eq!(email.permits(Attempt::WriteEmail, TUESDAY_TEN, TUESDAY_TEN + Seconds::days(700)), Ok(()));
        assert_eq!(email.permits(Attempt::Call, TUESDAY_TEN, TUESDAY_TEN), Err(Refusal::NotThisWay));
    }

    #[test]
    fn hours_that_go_over_midnight_belong_to_the_day_on_which_they_began() {
        let times = Times { hours: Hours::new(22, 2).unwrap(), ..times(Lasts::Month) };
        let night = SafeContact::Phone { number: "01632 960001".into(), times, voicemail: false, name: None };
        let call = |hours| night.permits(Attempt::Call, TUESDAY_TEN, TUESDAY_TEN + Seconds::hours(hours));
        assert_eq!(call(12), Ok(()), "Tuesday, ten in the evening");
        assert_eq!(call(15), Ok(()), "Wednesday, one in the night");
        assert_eq!(call(16), Err(Refusal::NotThisDay), "Wednesday, two");
        assert_eq!(call(11), Err(Refusal::NotThisHour), "Tuesday, nine in the evening");
        assert_eq!(call(36), Err(Refusal::NotThisDay), "Wednesday, ten in the evening");
        assert_eq!(call(-9), Err(Refusal::NotThisDay), "Tuesday, one in the night: Monday's hours");
    }

    #[test]
    fn what_is_no_stretch_of_hours_is_refused() {
        for (from, to) in [(9, 9), (9, 25), (24, 2), (0, 0), (22, 0)] {
            assert_eq!(Hours::new(from, to), None, "{from} to {to}");
        }
        assert_eq!(Hours::new(0, 24), Some(Hours::ALL_DAY));
    }

    #[test]
    fn debug_shows_no_number() {
        assert_eq!(format!("{:?}", phone(true)), "SafeContact(phone)");
    }
}
