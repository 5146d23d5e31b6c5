//! The text of a page, ready for the web: prose as HTML that cannot carry anything else, cards as typed blocks.

use super::records::Group;

/// HTML that may be put into a page as it is. Only `content` makes it, and only from tags it wrote itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SafeHtml(String);

/// The text of a page below its head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    pub sections: Vec<Section>,
    /// Every directive and every link inside the site, in the order of the text: a translation has the same.
    pub uses: Vec<String>,
}

/// What stands under one `##`, or before the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    pub heading: Option<Heading>,
    pub blocks: Vec<Block>,
    /// Holds a number to call: such a link is described by [`CALLS_NOTE`].
    pub calls: bool,
}

/// The same id in every language and no word of the text: an address bar shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    pub id: String,
    pub words: SafeHtml,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Prose(SafeHtml),
    Contact(String),
    Contacts(Group),
    Figure(String),
}

/// Id of the element that says where a call leaves traces.
pub const CALLS_NOTE: &str = "calls";

impl SafeHtml {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For whoever wrote every tag in it and escaped all else.
    pub(super) fn trusted(html: String) -> Self {
        Self(html)
    }
}

/// Makes text harmless, inside an element and inside a quoted attribute.
pub(super) fn escape_into(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            letter => html.push(letter),
        }
    }
}
