//! Limits and small repairs for typed text. Limits count characters as people do, not bytes.

/// About ten pages: nobody who tells for the first time should meet this.
pub const OWN_WORDS: usize = 20_000;
/// A name, a role, a language, an agency.
pub const SHORT: usize = 120;
/// A sentence or two.
pub const SENTENCES: usize = 2_000;

/// What is kept of a text that is too long: enough to shorten it, and not a gigabyte of somebody's rubbish.
pub fn kept(limit: usize) -> usize {
    2 * limit
}

/// The beginning of a text, at most this many letters.
pub fn cut(mut text: String, most: usize) -> String {
    if let Some((end, _)) = text.char_indices().nth(most) {
        text.truncate(end);
    }
    text
}

/// Browsers send line ends as CRLF and people leave blanks around: neither is part of what was said. Control
/// characters other than line ends and tabs cannot be typed, only sent.
pub fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.trim().chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

pub fn length(text: &str) -> usize {
    text.chars().count()
}

/// Digits as Urdu and Arabic keyboards type them, turned into 0 to 9.
pub fn western_digits(text: &str) -> String {
    text.chars().map(western).collect()
}

fn western(c: char) -> char {
    let zero = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        _ => return c,
    };
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tidying_keeps_what_was_said() {
        assert_eq!(tidy("  He said\r\n\r\n\u{0}\u{1b}no.\t\n "), "He said\n\nno.");
        assert_eq!(tidy("و\u{200c}ہ"), "و\u{200c}ہ", "joiners are letters' business");
        assert_eq!(length("ąę😀"), 3);
    }

    #[test]
    fn a_cut_falls_between_letters() {
        assert_eq!(cut("ąę😀".into(), 2), "ąę");
        assert_eq!(cut("ąę😀".into(), 3), "ąę😀");
    }

    #[test]
    fn digits_of_every_keyboard_are_digits() {
        assert_eq!(western_digits("۰۷۹٠٣ 12"), "07903 12");
    }
}
