//! Tables and the SQL that touches them, once for both databases. No page, no key that opens anything.

pub mod audit;
pub mod db;
pub mod draft;
pub mod invitation;
pub mod message;
pub mod migrate;
pub mod note;
pub mod outbox;
pub mod purge;
pub mod queue;
mod readers;
pub mod recovery_code;
pub mod recovery_kit;
pub mod report;
pub mod session;
pub mod staff;
pub mod team_key;
#[cfg(test)]
pub(crate) mod testing;

pub use db::{Db, StoreError, Tx};
