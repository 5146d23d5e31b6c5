//! A QR code as an inline drawing: nothing is fetched, no script runs.

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

/// Light border that readers need (ISO/IEC 18004).
const QUIET: usize = 4;

/// Nothing at all for a text that is too long for a code.
#[component]
pub fn Qr(text: String, label: &'static str) -> impl IntoView {
    QrCode::with_error_correction_level(&text, EcLevel::M).ok().map(|code| {
        let side = code.width() + 2 * QUIET;
        let path = path(&code);
        // White whatever the colour scheme: readers expect dark on light.
        view! {
            <svg class="qr" viewBox=format!("0 0 {side} {side}") role="img" aria-label=label>
                <rect width=side height=side fill="#fff"/>
                <path d=path fill="#000" shape-rendering="crispEdges"/>
            </svg>
        }
    })
}

fn path(code: &QrCode) -> String {
    let width = code.width();
    let dark = code.to_colors().into_iter().enumerate().filter(|(_, color)| *color == Color::Dark);
    dark.map(|(at, _)| format!("M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_finder_in_the_corner_is_drawn_inside_the_quiet_border() {
        let path = path(&QrCode::new("otpauth://totp/x").unwrap());
        assert!(path.starts_with("M4 4h1v1h-1z"), "{path}");
        assert!(!path.contains("M3 ") && !path.contains("M11 4h"), "{path}");
    }
}
