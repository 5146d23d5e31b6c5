//! Days, hours and dates in words.

use jiff::civil::{Date, Time};

use crate::content::dates::SourceDate;
use crate::content::records::{Open, Span};
use crate::domain::clock::Moment;
use crate::domain::contact::{Day, Hours, Times};
use crate::domain::local::LocalTime;
use crate::i18n::{Text, Tr};

pub fn date(tr: Tr, date: Date) -> Text {
    tr.date_full(date.day(), date.month(), date.year().to_string())
}

pub fn source_date(tr: Tr, date: SourceDate) -> Text {
    match date {
        SourceDate::Undated => tr.source_undated(),
        SourceDate::Year(year) => year.to_string().into(),
        SourceDate::Month { year, month } => tr.date_month(month, year.to_string()),
        SourceDate::Day(day) => self::date(tr, day),
    }
}

pub fn day(tr: Tr, day: Day) -> Text {
    match day {
        Day::Monday => tr.day_mon(),
        Day::Tuesday => tr.day_tue(),
        Day::Wednesday => tr.day_wed(),
        Day::Thursday => tr.day_thu(),
        Day::Friday => tr.day_fri(),
        Day::Saturday => tr.day_sat(),
        Day::Sunday => tr.day_sun(),
    }
}

/// One line for each stretch of hours; none when nobody knows them.
pub fn hours(tr: Tr, open: Open<'_>) -> Vec<Text> {
    match open {
        Open::Always => vec![tr.hours_always()],
        Open::Spans(spans) => spans.iter().map(|span| self::span(tr, span)).collect(),
        Open::Unknown => Vec::new(),
    }
}

/// Days and hours that somebody said are safe.
pub fn safe_times(tr: Tr, times: &Times) -> Text {
    let days: Vec<Day> = times.days.iter().copied().collect();
    let (days, hours) = (self::days(tr, &days), times.hours);
    match [hours.from(), hours.to()].map(|hour| self::hour(tr, hour)) {
        _ if hours == Hours::ALL_DAY => tr.times_all_day(days),
        [from, to] if hours.end_next_day() => tr.times_over_midnight(days, from, to),
        [from, to] => tr.hours_span(days, from, to),
    }
}

/// A whole hour; 24 is the midnight at the end of the day.
pub fn hour(tr: Tr, hour: u8) -> Text {
    time(tr, jiff::civil::time(hour.cast_signed() % 24, 0, 0, 0))
}

pub fn time(tr: Tr, time: Time) -> Text {
    let hour12 = (time.hour() + 11) % 12 + 1;
    let half = if time.hour() < 12 { "am" } else { "pm" };
    match time.minute() {
        0 => tr.time_whole(half, time.hour(), hour12),
        minute => tr.time_minutes(half, time.hour(), hour12, format!("{minute:02}")),
    }
}

/// Day and time on the county's clock.
pub fn moment(tr: Tr, moment: Moment) -> (Text, Text) {
    let local = LocalTime::of(moment);
    let clock = jiff::civil::time(local.hour.cast_signed(), local.minute.cast_signed(), 0, 0);
    (tr.date_full(local.day_of_month, local.month, local.year.to_string()), time(tr, clock))
}

/// Joined as this language joins a list.
pub fn list(tr: Tr, items: &[Text]) -> String {
    items.join(tr.list_separator().as_ref())
}

fn span(tr: Tr, span: &Span) -> Text {
    tr.hours_span(days(tr, &span.days), time(tr, span.from), time(tr, span.to))
}

/// Three or more days in a row are a range: "Monday to Friday".
fn days(tr: Tr, days: &[Day]) -> String {
    let mut phrases = Vec::new();
    let mut rest = days;
    while !rest.is_empty() {
        let run = rest.windows(2).take_while(|pair| pair[1] as usize == pair[0] as usize + 1).count() + 1;
        let (run, after) = rest.split_at(run);
        match run {
            [first, _, .., last] => phrases.push(tr.day_range(day(tr, *first), day(tr, *last))),
            short => phrases.extend(short.iter().map(|each| day(tr, *each))),
        }
        rest = after;
    }
    list(tr, &phrases)
}

#[cfg(test)]
mod tests {
    use jiff::civil;

    use super::*;
    use crate::domain::contact::Lasts;
    use crate::domain::locale::Locale;

    const EN: fn() -> Tr = || Tr::new(Locale::En);

    #[test]
    fn days_in_a_row_become_a_range() {
        let weekdays = &Day::ALL[..5];
        assert_eq!(days(EN(), weekdays), "Monday to Friday");
        assert_eq!(days(EN(), &[Day::Monday, Day::Wednesday]), "Monday, Wednesday");
        assert_eq!(days(EN(), &[Day::Saturday, Day::Sunday]), "Saturday, Sunday");
        assert_eq!(
            days(EN(), &[Day::Monday, Day::Tuesday, Day::Wednesday, Day::Friday]),
            "Monday to Wednesday, Friday"
        );
    }

    #[test]
    fn every_stretch_of_safe_hours_is_said_as_it_is_kept() {
        let said = |from, to| {
            let hours = Hours::new(from, to)?;
            let times = Times { days: [Day::Monday, Day::Thursday].into(), hours, lasts: Lasts::Month };
            Some(safe_times(EN(), &times))
        };
        assert_eq!(said(0, 24).as_deref(), Some("Monday, Thursday, at any time of the day"));
        assert_eq!(said(10, 14).as_deref(), Some("Monday, Thursday, 10am to 2pm"));
        assert_eq!(said(22, 2).as_deref(), Some("Monday, Thursday, 10pm to 2am the next day"));
        assert_eq!(said(22, 24).as_deref(), Some("Monday, Thursday, 10pm to midnight"));
        for (from, to) in (0..24).flat_map(|from| (1..=24).map(move |to| (from, to))) {
            let next_day = said(from, to).map(|said| said.ends_with("the next day"));
            assert_eq!(next_day, (from != to).then_some(to < from), "{from} to {to}");
        }
    }

    #[test]
    fn hours_are_said_as_people_say_them() {
        let span = Span { days: Day::ALL[..4].to_vec(), from: civil::time(10, 0, 0, 0), to: civil::time(20, 30, 0, 0) };
        assert_eq!(hours(EN(), Open::Spans(&[span])), ["Monday to Thursday, 10am to 8:30pm"]);
        assert_eq!(hours(EN(), Open::Always), ["Day and night, every day"]);
        for (hour, said) in [(0, "midnight"), (1, "1am"), (11, "11am"), (12, "noon"), (13, "1pm"), (23, "11pm")] {
            assert_eq!(time(EN(), civil::time(hour, 0, 0, 0)), said);
        }
        assert_eq!(time(EN(), civil::time(12, 5, 0, 0)), "12:05pm");
        assert_eq!(time(EN(), civil::time(0, 30, 0, 0)), "12:30am");
    }

    #[test]
    fn dates_are_as_exact_as_their_source() {
        assert_eq!(date(EN(), civil::date(2026, 11, 22)), "22 November 2026");
        assert_eq!(source_date(EN(), SourceDate::Month { year: 2024, month: 1 }), "January 2024");
        assert_eq!(source_date(EN(), SourceDate::Year(2020)), "2020");
        assert_eq!(source_date(EN(), SourceDate::Undated), "no date");
    }
}
