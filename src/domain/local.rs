//! The county's clock on the wall.

use jiff::tz::TimeZone;

use super::clock::Moment;
use super::contact::Day;

/// The United Kingdom's rule since 1996, written out: the program needs no time zone files to be installed.
const RULE: &str = "GMT0BST,M3.5.0/1,M10.5.0";

/// A moment as people in the county read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalTime {
    pub year: i16,
    /// From 1.
    pub month: u8,
    /// From 1.
    pub day_of_month: u8,
    pub day: Day,
    pub hour: u8,
    pub minute: u8,
}

impl LocalTime {
    pub fn of(moment: Moment) -> Self {
        let zone = TimeZone::posix(RULE).unwrap_or(TimeZone::UTC);
        let time = jiff::Timestamp::from_second(moment.0).unwrap_or_default().to_zoned(zone);
        Self {
            year: time.year(),
            month: time.month().unsigned_abs(),
            day_of_month: time.day().unsigned_abs(),
            day: Day::ALL[usize::from(time.weekday().to_monday_zero_offset().unsigned_abs())],
            hour: time.hour().unsigned_abs(),
            minute: time.minute().unsigned_abs(),
        }
    }

    pub fn date(self) -> jiff::civil::Date {
        jiff::civil::date(self.year, self.month.cast_signed(), self.day_of_month.cast_signed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::clock::Seconds;

    #[test]
    fn both_clock_changes_of_2026() {
        // Sunday 29 March, 01:00 UTC, and Sunday 25 October, 01:00 UTC.
        for (change, before, after) in [(1_774_746_000, 0, 2), (1_792_890_000, 1, 1)] {
            assert_eq!(LocalTime::of(Moment(change) - Seconds(1)).hour, before);
            let then = LocalTime::of(Moment(change));
            assert_eq!((then.hour, then.day), (after, Day::Sunday));
        }
    }

    #[test]
    fn a_known_day() {
        let time = LocalTime::of(Moment(1_795_514_400));
        assert_eq!((time.year, time.month, time.day_of_month), (2026, 11, 24));
        assert_eq!((time.day, time.hour, time.minute), (Day::Tuesday, 10, 0));
    }
}
