//! Words that a title, a path or a header must not hold: somebody else may read the tab, the history or the bill.

use quietdoor::domain::locale::Locale;

/// Beginnings of words, in lower case. English is looked for in every language.
const ENGLISH: &[&str] = &[
    "abus", "advoca", "afraid", "assault", "attack", "coerc", "control", "court", "crime", "danger", "domestic",
    "emergen", "fear", "harass", "harm", "help", "hurt", "law", "legal", "police", "protect", "rape", "refuge", "safe",
    "sex", "stalk", "surviv", "threat", "victim", "violen",
];
const POLISH: &[&str] = &[
    "bezpiecz",
    "gwałt",
    "kontrol",
    "krzywd",
    "nękan",
    "niebezp",
    "ochron",
    "ofiar",
    "pomoc",
    "praw",
    "przemoc",
    "przestęp",
    "sąd",
    "stalk",
    "strach",
    "zagroż",
];
const ROMANIAN: &[&str] = &[
    "abuz", "agres", "ajut", "amenin", "control", "drept", "frică", "hărțui", "infracț", "instanț", "lege", "pericol",
    "poliți", "protec", "sigur", "urmări", "victim", "viol",
];
const URDU: &[&str] = &[
    "بدسلوکی",
    "پولیس",
    "پیچھا",
    "تحفظ",
    "تشدد",
    "جرم",
    "حقوق",
    "خطر",
    "خوف",
    "زیادتی",
    "ظلم",
    "عدالت",
    "قانون",
    "کنٹرول",
    "متاثر",
    "محفوظ",
    "مدد",
    "ہراساں",
];

/// The words of this text that name the subject.
pub fn betrayals(text: &str, locale: Locale) -> Vec<&'static str> {
    let own = match locale {
        Locale::En => ENGLISH,
        Locale::Pl => POLISH,
        Locale::Ro => ROMANIAN,
        Locale::Ur => URDU,
    };
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
    let betrays = |start: &&&str| words.iter().any(|word| word.starts_with(**start));
    ENGLISH.iter().chain(own).filter(betrays).copied().collect()
}
