//! Pieces that several pages share. A component is a function from ready data to markup.

pub mod contact_card;
pub mod figure;
pub mod form;
pub mod prose;
pub mod rescue;
pub mod when;
