//! What integration tests share.
//!
//! - [`on_both_databases!`] runs one `async fn x(db: Db)` as two tests, `x::sqlite` and `x::postgres`.
//! - [`Fresh`] is a database of one test's own, for tests that want its address.

mod databases;

pub(crate) use databases::{Fresh, on_both_databases};
