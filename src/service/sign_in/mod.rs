//! Signing in, in two steps, and what a session may do.

mod signed_in;

pub use signed_in::SignedIn;
