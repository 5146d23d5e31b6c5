//! Moments as the county's clock shows them.

use leptos::prelude::*;

use crate::domain::clock::Moment;
use crate::domain::local::LocalTime;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `22 Nov 2026, 16:05`, with the exact moment for machines.
#[component]
pub fn When(at: Moment) -> impl IntoView {
    let exact = jiff::Timestamp::from_second(at.0).unwrap_or_default().to_string();
    view! { <time datetime=exact>{words(at)}</time> }
}

pub fn words(at: Moment) -> String {
    let LocalTime { year, month, day_of_month, hour, minute, .. } = LocalTime::of(at);
    let month = MONTHS.get(usize::from(month).wrapping_sub(1)).unwrap_or(&"");
    format!("{day_of_month} {month} {year}, {hour:02}:{minute:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_countys_clock_not_the_servers() {
        assert_eq!(words(Moment(1_795_514_400)), "24 Nov 2026, 10:00");
        assert_eq!(words(Moment(1_782_864_000)), "1 Jul 2026, 01:00");
    }
}
