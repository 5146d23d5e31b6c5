//! What integration tests share.
//!
//! - [`on_both_databases!`] runs one `async fn x(db: Db)` as two tests, `x::sqlite` and `x::postgres`.
//! - [`Fresh`] is a database and a folder of one test's own, for tests that want their addresses.
//! - [`hire`] puts somebody on the staff, without keys: enough for mail.
//! - [`MailServer`] is a mail server that behaves as badly as a test asks.
//! - [`betrayals`] finds the words that a title or an address must not hold.
//! - [`Site`] is the real program on a free port, killed when dropped.
//! - [`Visitor`] asks for pages and sends forms as a browser without scripts does; [`Page`] is what came back and
//!   [`Form`] what the page offered to fill in.

mod databases;
pub mod desk;
mod neutral;
mod page;
mod site;
mod smtp;
mod staff;
pub mod story;
mod tampering;
mod visitor;

pub(crate) use databases::{Fresh, on_both_databases};
pub use neutral::betrayals;
pub use page::{Form, Page};
pub use site::Site;
pub use smtp::{MailServer, Manner, Tls};
pub use staff::hire;
pub use tampering::sql;
pub use visitor::Visitor;
