//! Work that nobody waits for. Every job can run on several nodes at once and can be cut off at any moment.

pub mod purge;
pub mod send_mail;
