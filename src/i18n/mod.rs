//! Words: Fluent catalogues in `locales/`, one typed method for each message, and the choice of a language.

pub mod catalog;
pub mod negotiate;

pub use catalog::{Text, Tr};
