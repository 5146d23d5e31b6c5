//! Pieces that several pages share. A component is a function from ready data to markup.

pub mod form;
