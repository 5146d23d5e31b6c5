//! The one style sheet, inline in every page and allowed by its hash: a first visit is one request.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// In the order in which they apply.
const SHEETS: [&str; 3] =
    [include_str!("../../style/base.css"), include_str!("../../style/site.css"), include_str!("../../style/forms.css")];
const DESK_SHEET: &str = include_str!("../../style/desk.css");

/// A sheet and what the Content-Security-Policy says to allow it.
pub struct Sheet {
    pub css: String,
    pub source: String,
}

/// What readers get.
pub static PUBLIC: LazyLock<Sheet> = LazyLock::new(|| sheet(&SHEETS.concat()));
/// What staff get.
pub static DESK: LazyLock<Sheet> = LazyLock::new(|| sheet(&(SHEETS.concat() + DESK_SHEET)));

fn sheet(text: &str) -> Sheet {
    let css = compact(text);
    let source = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(&css)));
    Sheet { css, source }
}

/// Without comments and indentation. The sheets hold no string with `/*` in it.
fn compact(text: &str) -> String {
    let mut rest = text;
    let mut out = String::with_capacity(text.len());
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_rules_stay() {
        assert_eq!(compact("/* a */\nb {\n  c: d; /* e\n f */\n}\n"), "b {\nc: d;\n}");
    }
}
