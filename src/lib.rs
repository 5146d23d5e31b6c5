//! Quietdoor: read, tell, answer, publish, leaving as little as can be behind.

pub mod crypto;
pub mod domain;
pub mod service;
pub mod store;
pub mod i18n;
