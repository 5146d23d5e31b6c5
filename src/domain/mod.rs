//! The vocabulary of the site. No input, no output, no framework: plain types and the rules that hold between them.

pub mod clock;
pub mod ids;
pub mod locale;
pub mod notice;
