//! The code a sender comes back with: eight things of everyday shopping, so that it can lie on the kitchen table.
//!
//! 1,024 words in a list, eight of them: 80 bits. From the words follow a lookup value (to find the report) and a key
//! (to open it). The server stores the first and never the second.

use std::collections::HashMap;
use std::sync::LazyLock;

use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::sealed::Key;
use crate::domain::locale::Locale;

pub const WORDS: usize = 8;
/// 1,024 words in a list.
const BITS: usize = 10;

/// A guess at a code costs a thief of the database one run of argon2id with this much memory, for every report at
/// once. Small on purpose: it is also paid for each report that arrives (docs/SEALING.md has the arithmetic).
const STRETCH_KIB: u32 = 256;

/// Eight places in a list of 1,024. The same code reads differently in each language; any of them is accepted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Code([u16; WORDS]);

/// What the words lead to.
pub struct Opened {
    /// Finds the report. Stored.
    pub lookup: [u8; 16],
    /// Opens it. Never stored.
    pub key: Key,
}

/// Why some typed words are not a code, for saying so helpfully.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotACode {
    /// Not eight words.
    Count(usize),
    /// The place of the first word (from one) that is in no list.
    Unknown(usize),
}

impl Code {
    /// The code that belongs to a secret: sending twice gives the same words.
    pub fn derive(secret: &Key) -> Self {
        let bytes = secret.derive("shopping list");
        let mut bits = bytes.expose().chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]) % (1 << BITS));
        Self(std::array::from_fn(|_| bits.next().unwrap_or_default()))
    }

    pub fn words(&self, locale: Locale) -> [&'static str; WORDS] {
        self.0.map(|place| LISTS[locale.index()].words[usize::from(place)])
    }

    /// Reads what a person typed: any case, any separators, with or without accents, in any language on offer.
    /// A few readings are possible when a word stands in two lists.
    pub fn parse(text: &str) -> Result<Vec<Self>, NotACode> {
        let typed: Vec<String> =
            text.split(|c: char| !c.is_alphabetic() && !is_mark(c)).map(fold).filter(|word| !word.is_empty()).collect();
        if typed.len() != WORDS {
            return Err(NotACode::Count(typed.len()));
        }
        if let Some(at) = typed.iter().position(|word| !LISTS.iter().any(|list| list.places.contains_key(word))) {
            return Err(NotACode::Unknown(at + 1));
        }
        let mut readings: Vec<Self> = Vec::new();
        for list in LISTS.iter() {
            let places: Option<Vec<u16>> = typed.iter().map(|word| list.places.get(word).copied()).collect();
            if let Some(Ok(places)) = places.map(<[u16; WORDS]>::try_from) {
                readings.push(Self(places));
            }
        }
        readings.dedup();
        // Eight known words that are in no one list together: as good as an unknown word.
        if readings.is_empty() { Err(NotACode::Unknown(1)) } else { Ok(readings) }
    }

    pub fn open(&self) -> Opened {
        let mut typed = Zeroizing::new([0; 2 * WORDS]);
        for (pair, place) in typed.chunks_exact_mut(2).zip(self.0) {
            pair.copy_from_slice(&place.to_le_bytes());
        }
        let params = Params::new(STRETCH_KIB, 1, 1, Some(32)).expect("constants within argon2's limits");
        let mut root = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(typed.as_slice(), b"quietdoor/1/code", root.as_mut_slice())
            .expect("constants within argon2's limits");
        let root = Key::from_bytes(*root);
        let mut lookup = [0; 16];
        lookup.copy_from_slice(&root.derive("lookup").expose()[..16]);
        Opened { lookup, key: root.derive("sender") }
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(…)")
    }
}

struct List {
    words: Vec<&'static str>,
    places: HashMap<String, u16>,
}

static LISTS: LazyLock<[List; Locale::ALL.len()]> = LazyLock::new(|| {
    Locale::ALL.map(|locale| {
        let words: Vec<&'static str> = match locale {
            Locale::En => include_str!("../../locales/en/shopping.txt"),
            Locale::Pl => include_str!("../../locales/pl/shopping.txt"),
            Locale::Ro => include_str!("../../locales/ro/shopping.txt"),
            Locale::Ur => include_str!("../../locales/ur/shopping.txt"),
        }
        .lines()
        .collect();
        let places = (0..).zip(&words).map(|(place, word)| (fold(word), place)).collect();
        List { words, places }
    })
});

/// Accents, joiners and vowel signs that people leave out when they type.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) || matches!(c, '\u{200c}' | '\u{200d}' | '\u{640}')
}

/// One spelling for what people type in many.
fn fold(word: &str) -> String {
    word.nfd()
        .filter(|c| !is_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ł' => 'l',
            'ı' => 'i',
            // Arabic keyboards write these where Urdu ones write their own letters.
            'ي' | 'ى' | 'ئ' => 'ی',
            'ك' => 'ک',
            'ه' | 'ھ' | 'ۃ' | 'ة' | 'ۂ' => 'ہ',
            'أ' | 'إ' | 'آ' => 'ا',
            'ؤ' => 'و',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::random::Random;

    fn some_code() -> Code {
        Code::derive(&Key::random(&Random::repeatable(5)))
    }

    #[test]
    fn every_list_has_1024_words_that_stay_apart_when_typed_carelessly() {
        for locale in Locale::ALL {
            let list = &LISTS[locale.index()];
            assert_eq!(list.words.len(), 1 << BITS, "{locale:?}");
            assert_eq!(list.places.len(), 1 << BITS, "{locale:?}: two words fold to one");
            for word in &list.words {
                assert!(word.chars().all(|c| c.is_alphabetic() || is_mark(c)), "{locale:?}: {word}");
            }
        }
    }

    #[test]
    fn the_words_lead_back_to_the_code_in_every_language() {
        let code = some_code();
        for locale in Locale::ALL {
            let typed = code.words(locale).join(" ");
            assert!(Code::parse(&typed).unwrap().contains(&code), "{typed}");
        }
    }

    #[test]
    fn typing_habits_do_not_matter() {
        let code = some_code();
        let [a, b, c, d, e, f, g, h] = code.words(Locale::Pl).map(str::to_uppercase);
        let typed = format!("  1. {a},{b};\n- {c}\t{d}\r\n{e} / {f} … {g}, {h}.");
        assert!(Code::parse(&typed).unwrap().contains(&code), "{typed}");
        let plain = code.words(Locale::Ro).join(",").nfd().filter(|c| !is_mark(*c)).collect::<String>();
        assert!(Code::parse(&plain).unwrap().contains(&code), "{plain}");
    }

    #[test]
    fn says_what_is_wrong() {
        let mut words = some_code().words(Locale::En);
        assert_eq!(Code::parse(&words[..6].join(" ")), Err(NotACode::Count(6)));
        assert_eq!(Code::parse(""), Err(NotACode::Count(0)));
        words[3] = "xyzzy";
        assert_eq!(Code::parse(&words.join(" ")), Err(NotACode::Unknown(4)));
    }

    #[test]
    fn lookup_and_key_differ_between_codes_and_from_each_other() {
        let one = some_code().open();
        let two = Code::derive(&Key::random(&Random::repeatable(6))).open();
        assert_ne!(one.lookup, two.lookup);
        assert_ne!(one.key.expose(), two.key.expose());
        assert_ne!(one.lookup, one.key.expose()[..16]);
        assert_eq!(one.lookup, some_code().open().lookup);
    }
}
