//! Tables and the SQL that touches them, once for both databases. No page, no key that opens anything.

pub mod db;
pub mod migrate;
pub mod outbox;

pub use db::{Db, StoreError, Tx};
