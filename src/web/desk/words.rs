//! What the team calls things.

use crate::domain::case::{Case, Outcome, State, View};
use crate::domain::clock::{Moment, Seconds};
use crate::domain::contact::{Day, Hours, Lasts, SafeContact, Times};
use crate::domain::local::LocalTime;
use crate::domain::locale::Locale;
use crate::domain::report::{Answer, Head, Interpreter, Learned, Path, Relation, SafeNow, Wanted};
use crate::domain::sign::Sign;
use crate::domain::urgency::{Priority, Reason, Rule};
use crate::i18n::{Text, Tr};

pub fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::Immediate => "Most urgent",
        Priority::Urgent => "Urgent",
        Priority::Soon => "Soon",
        Priority::Routine => "When you can",
    }
}

pub fn view(view: View) -> &'static str {
    match view {
        View::Needed => "Waiting for us",
        View::Mine => "Mine",
        View::Answered => "Answered",
        View::Closed => "Closed",
    }
}

pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Supported => "Answered and supported",
        Outcome::Referred => "Referred to a service",
        Outcome::Marac => "Referred to MARAC",
        Outcome::Police => "Passed to the police",
        Outcome::ClaresLaw => "Clare's Law request",
        Outcome::Children => "Children's front door",
        Outcome::NoReply => "No reply",
        Outcome::NotForUs => "Not for us",
        Outcome::Duplicate => "Told twice",
    }
}

pub fn reason(reason: Reason) -> Text {
    match reason {
        Reason::Wrote(safe_now) => wrote(safe_now).into(),
        Reason::Sign(sign) => self::sign(sign),
        Reason::Rule(rule) => self::rule(rule).into(),
    }
}

/// As the form says it about another person: it fits all three paths.
pub fn sign(sign: Sign) -> Text {
    Tr::new(Locale::SOURCE).named(&format!("sign-{}-other", sign.id())).unwrap_or_else(|| sign.id().into())
}

fn wrote(safe_now: SafeNow) -> &'static str {
    match safe_now {
        SafeNow::No => "Wrote again: not safe.",
        SafeNow::Yes => "Wrote again: safe for now.",
        SafeNow::NotSaid => "Wrote again; did not say that it is safe.",
    }
}

/// Whether there is something that its owner has not seen.
pub fn news(case: &Case, head: &Head) -> Option<&'static str> {
    match (case.sender_waits, case.opened_at) {
        (false, _) => None,
        (true, Some(_)) => Some("Read, not answered"),
        (true, None) if head.has_later_words() => Some("Wrote again"),
        (true, None) => Some("New"),
    }
}

fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::NotSafe => "Says: not safe right now.",
        Rule::HurtAndChange => "Hurt, and it gets worse, or leaving, or a baby.",
        Rule::OrderAndFollowing => "An order or bail does not stop the following.",
        Rule::FollowingAfterLeaving => "Following after a separation.",
        Rule::ManyFollowing => "Many kinds of following at once.",
        Rule::ManyControl => "Many kinds of control at once.",
        Rule::ChildrenAtHome => "Children live where somebody is hurt or threatened.",
        Rule::UnreadWords => "Wrote in their own words; did not say that it is safe.",
        Rule::Words => "Wrote in their own words.",
    }
}

pub fn path(path: Path) -> &'static str {
    match path {
        Path::Myself => "About themselves",
        Path::Someone => "About somebody else",
        Path::Professional => "As a professional",
    }
}

pub fn safe_now(safe: SafeNow) -> &'static str {
    match safe {
        SafeNow::Yes => "Safe for now",
        SafeNow::No => "Not safe",
        SafeNow::NotSaid => "Did not say",
    }
}

pub fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "Yes",
        Answer::No => "No",
        Answer::Unsure => "Does not know",
        Answer::NotSaid => "Did not say",
    }
}

pub fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Family => "Family",
        Relation::Friend => "Friend",
        Relation::Neighbour => "Neighbour",
        Relation::Work => "Work, school or a club",
        Relation::Other => "Somebody else",
    }
}

pub fn learned(learned: Learned) -> &'static str {
    match learned {
        Learned::Saw => "Saw or heard it",
        Learned::WasTold => "Was told by the person",
        Learned::Heard => "Heard it from others",
    }
}

pub fn language(wanted: &Wanted, page: Locale) -> String {
    match wanted {
        Wanted::AsThePage => page.autonym().to_owned(),
        Wanted::Locale(locale) => locale.autonym().to_owned(),
        Wanted::Other(name) => name.clone(),
    }
}

pub fn interpreter(interpreter: Interpreter) -> Option<&'static str> {
    match interpreter {
        Interpreter::Spoken => Some("Interpreter wanted"),
        Interpreter::Signed => Some("Sign language interpreter wanted"),
        Interpreter::No | Interpreter::NotSaid => None,
    }
}

/// The contract, line by line: what a colleague must know before anything else.
pub fn contact(contact: &SafeContact) -> Vec<(&'static str, String)> {
    match contact {
        SafeContact::Here => vec![("How", "Only here. Do not call, do not write to anybody.".to_owned())],
        SafeContact::Phone { number, times, voicemail, name } => {
            let mut lines = vec![("How", "By phone".to_owned()), ("Number", number.clone())];
            lines.extend(self::times(times));
            lines.push(("Voicemail", if *voicemail { "A message is safe" } else { "NO message" }.to_owned()));
            lines.extend(name.iter().map(|name| ("Ask for, or say", name.clone())));
            lines
        }
        SafeContact::Email { address, times, name } => {
            let mut lines = vec![("How", "By e-mail".to_owned()), ("Address", address.clone())];
            lines.extend(self::times(times));
            lines.extend(name.iter().map(|name| ("Write to", name.clone())));
            lines
        }
    }
}

fn times(times: &Times) -> [(&'static str, String); 3] {
    let days = times.days.iter().map(|day| self::day(*day)).collect::<Vec<_>>().join(", ");
    let lasts = match times.lasts {
        Lasts::Week => "For one week after it was told",
        Lasts::Month => "For thirty days after it was told",
        Lasts::UntilISay => "Until they say otherwise",
    };
    [("Days", days), ("Hours", hours(times.hours)), ("Holds", lasts.to_owned())]
}

fn hours(hours: Hours) -> String {
    let next_day = if hours.end_next_day() { " the next day" } else { "" };
    format!("{:02}:00 to {:02}:00{next_day}", hours.from(), hours.to())
}

fn day(day: Day) -> &'static str {
    match day {
        Day::Monday => "Monday",
        Day::Tuesday => "Tuesday",
        Day::Wednesday => "Wednesday",
        Day::Thursday => "Thursday",
        Day::Friday => "Friday",
        Day::Saturday => "Saturday",
        Day::Sunday => "Sunday",
    }
}

/// `Sun 22 Nov, 16:05` by the county's clock.
pub fn when(moment: Moment) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let local = LocalTime::of(moment);
    let month = MONTHS.get(usize::from(local.month).saturating_sub(1)).copied().unwrap_or_default();
    let day = &day(local.day)[..3];
    format!("{day} {} {month}, {:02}:{:02}", local.day_of_month, local.hour, local.minute)
}

/// RFC 3339, for attributes.
pub fn stamp(moment: Moment) -> String {
    jiff::Timestamp::from_second(moment.0).unwrap_or_default().to_string()
}

/// How the clock of a case stands.
pub fn clock(case: &Case, now: Moment) -> String {
    match case.state {
        State::Closed { outcome, at } => format!("{}, {}", self::outcome(outcome), when(at)),
        _ if !case.sender_waits => "Their turn".to_owned(),
        _ if case.is_overdue(now) => format!("Overdue by {}", span(now - case.due_at)),
        _ => format!("Due in {}", span(case.due_at - now)),
    }
}

fn span(length: Seconds) -> String {
    match length.0 {
        ..60 => "less than a minute".to_owned(),
        seconds @ ..3600 => format!("{} min", seconds / 60),
        seconds @ ..86_400 => format!("{} h {} min", seconds / 3600, seconds % 3600 / 60),
        seconds => format!("{} days {} h", seconds / 86_400, seconds % 86_400 / 3600),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_has_words_and_times_read_as_people_say_them() {
        for sign in Sign::ALL {
            assert_ne!(self::sign(*sign), sign.id());
        }
        assert_eq!(hours(Hours::ALL_DAY), "00:00 to 24:00");
        assert_eq!(Hours::new(22, 2).map(hours).as_deref(), Some("22:00 to 02:00 the next day"));
        assert_eq!(span(Seconds(59)), "less than a minute");
        assert_eq!(span(Seconds(3599)), "59 min");
        assert_eq!(span(Seconds(3660)), "1 h 1 min");
        assert_eq!(span(Seconds::days(3)), "3 days 0 h");
        assert_eq!(when(Moment(1_793_620_800)), "Mon 2 Nov, 12:00");
    }
}
