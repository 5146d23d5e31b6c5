//! The vocabulary of the site. No input, no output, no framework: plain types and the rules that hold between them.

pub mod audit;
pub mod case;
pub mod choice;
pub mod clock;
pub mod contact;
pub mod draft;
pub mod ids;
pub mod local;
pub mod locale;
pub mod message;
pub mod notice;
pub mod report;
pub mod sign;
pub mod staff;
pub mod steps;
pub mod text;
pub mod urgency;
