//! What must not be typed into a sentence: a telephone number, an address, a statistic. Each is a record with a source,
//! so that one correction reaches every page and every language.

use super::problem::Fault;

/// Fewer digits than this are years, ages and 999; more are a number to call or a count.
const DIGITS_OF_A_NUMBER: usize = 6;

/// Everything wrong with this stretch of plain text.
pub fn faults(text: &str) -> Vec<Fault> {
    let mut faults = runs_of_digits(text);
    if text.contains('@') {
        faults.push(Fault::Address);
    }
    faults
}

fn runs_of_digits(text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(char::is_numeric) {
        let (run, after) = split_run(&rest[start..]);
        let digits = run.chars().filter(|letter| letter.is_numeric()).count();
        if digits >= DIGITS_OF_A_NUMBER {
            faults.push(Fault::Digits(run.to_owned()));
        } else if after.trim_start().starts_with(['%', '٪']) {
            faults.push(Fault::Share(format!("{run}%")));
        }
        rest = after;
    }
    faults
}

/// Digits of any script, with what people put between the digits of one number: "0808 2000-247", "1,350,460".
fn split_run(text: &str) -> (&str, &str) {
    let mut end = text.find(|letter: char| !letter.is_numeric()).unwrap_or(text.len());
    while let Some(gap) = text[end..].find(char::is_numeric).filter(|gap| joins(&text[end..end + gap])) {
        let next = end + gap;
        end = text[next..].find(|letter: char| !letter.is_numeric()).map_or(text.len(), |length| next + length);
    }
    text.split_at(end)
}

fn joins(gap: &str) -> bool {
    matches!(gap, " " | "\u{a0}" | "-" | "–" | "." | "," | "٫" | "٬" | ") " | ")-" | " (")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_to_call_and_counts_are_found() {
        for text in [
            "call 0808 2000 247 now",
            "0300-0120-154.",
            "(01604) 250721",
            "116 123",
            "۰۸۰۸ ۲۰۰۰ ۲۴۷",
            "1,350,460 crimes",
        ] {
            assert!(matches!(faults(text)[..], [Fault::Digits(_)]), "{text}");
        }
        assert_eq!(faults("about 7.8% of people"), [Fault::Share("7.8%".into())]);
        assert_eq!(faults("25 % of people"), [Fault::Share("25%".into())]);
        assert_eq!(faults("write to help@example.org"), [Fault::Address]);
    }

    #[test]
    fn years_ages_and_short_numbers_are_left_alone() {
        for text in [
            "Since December 2015 this is a crime.",
            "In danger, call 999. Press 55. Not in danger: 101. Abroad: 112.",
            "14 to 28 days, 48 hours, up to 5 years, aged 16 or over",
            "WCAG 2.2, rule 2.4.2 and rule 2.2.1",
            "the rules of 2018, 2021 and 2023.",
        ] {
            assert_eq!(faults(text), [], "{text}");
        }
    }
}
