//! Which language a first visit at `/` is sent to (RFC 9110, 12.5.4).

use crate::domain::locale::Locale;

/// Longer lists are not people.
const MOST_RANGES: usize = 32;

/// The offered language that `Accept-Language` likes best; English when it likes none.
pub fn negotiate(accept_language: &str) -> Locale {
    let mut wishes: Vec<(Locale, u16)> = accept_language
        .split(',')
        .take(MOST_RANGES)
        .filter_map(|range| {
            let (tag, quality) = range.split_once(';').unwrap_or((range, "q=1"));
            let primary = tag.trim().split('-').next().unwrap_or_default().to_ascii_lowercase();
            Some((Locale::from_tag(&primary)?, thousandths(quality)?))
        })
        .filter(|(_, quality)| *quality > 0)
        .collect();
    // Stable: equal wishes keep the order in which they were named.
    wishes.sort_by_key(|(_, quality)| std::cmp::Reverse(*quality));
    wishes.first().map_or(Locale::SOURCE, |(locale, _)| *locale)
}

fn thousandths(quality: &str) -> Option<u16> {
    let number: f32 = quality.trim().strip_prefix("q=")?.trim().parse().ok()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=1000 first")]
    (0.0..=1.0).contains(&number).then_some((number * 1000.0) as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn picks_the_best_language_on_offer() {
        for (header, expected) in [
            ("", Locale::En),
            ("pl", Locale::Pl),
            ("de, pl;q=0.5, ur;q=0.9", Locale::Ur),
            ("ro-RO,ro;q=0.9,en;q=0.8", Locale::Ro),
            ("UR-pk", Locale::Ur),
            ("pl;q=0, en;q=0.1", Locale::En),
            ("pl;q=banana, ro;q=0.2", Locale::Ro),
            ("*;q=0.5", Locale::En),
            ("pl;q=NaN", Locale::En),
            (";;;,,,=", Locale::En),
        ] {
            assert_eq!(negotiate(header), expected, "{header}");
        }
    }
}
