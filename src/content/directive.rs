//! `{{kind:id}}`: how a text refers to a record.

use super::body::Block;
use super::problem::Fault;
use super::records::{Contact, Group, Records};

/// A reference whose record exists.
#[derive(Debug)]
pub(super) enum Directive<'r> {
    /// A number inside a sentence.
    Phone(&'r Contact),
    /// A card in a place of its own.
    Alone(Block),
}

/// Resolves what stands between the braces.
pub(super) fn resolve<'r>(text: &str, records: &'r Records) -> Result<Directive<'r>, Fault> {
    let unknown = || Fault::UnknownDirective(text.to_owned());
    let (kind, id) = text.split_once(':').ok_or_else(unknown)?;
    let contact = || records.contact(id).ok_or_else(|| Fault::UnknownRecord(id.to_owned()));
    Ok(match kind {
        "phone" => Directive::Phone(contact()?),
        "contact" => Directive::Alone(Block::Contact(contact()?.id.clone())),
        "contacts" => Directive::Alone(Block::Contacts(Group::from_id(id).ok_or_else(unknown)?)),
        "figure" => match records.figure(id) {
            Some(figure) if figure.is_confirmed() => Directive::Alone(Block::Figure(figure.id.clone())),
            Some(_) => return Err(Fault::UnconfirmedFigure(id.to_owned())),
            None => return Err(Fault::UnknownRecord(id.to_owned())),
        },
        _ => return Err(unknown()),
    })
}

/// The first directive of a text: what stands before it, it, and what stands after it.
pub(super) fn next(text: &str) -> Option<(&str, &str, &str)> {
    let (before, inside) = text.split_once("{{")?;
    let (directive, after) = inside.split_once("}}")?;
    Some((before, directive.trim(), after))
}

/// The directive, if the text is nothing else and it is no number for a sentence.
pub(super) fn alone(text: &str) -> Option<&str> {
    match next(text.trim()) {
        Some(("", directive, "")) if !directive.starts_with("phone:") => Some(directive),
        _ => None,
    }
}
