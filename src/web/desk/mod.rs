//! Pages for staff: signing in, the queue, a case, people, the log.

pub mod layout;
