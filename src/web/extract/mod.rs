//! From a request to what a handler needs, or to a page that says what to do.

pub mod arrival;
pub mod cookie;
pub mod form;
pub mod language;
pub mod query;
pub mod segment;
pub mod session;
pub mod source;
