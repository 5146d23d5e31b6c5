//! What people read: pages as Markdown with a head in TOML, services and figures as records.
//!
//! Everything here is a pure function of text. The supplied files are in the binary, so that reading needs no database.

pub mod body;
pub mod check;
pub mod dates;
mod directive;
pub mod front_matter;
pub mod library;
pub mod markdown;
pub mod page;
pub mod problem;
pub mod prose;
mod record_file;
pub mod records;
#[cfg(test)]
pub(crate) mod sample;

pub use library::Library;
pub use page::Page;

include!(concat!(env!("OUT_DIR"), "/content.rs"));
