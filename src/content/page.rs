//! The pages that are supplied. Their ids are the paths: neutral words, the same in every language.

/// A page to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    Start,
    Everyday,
    Notice,
    Devices,
    Rights,
    Places,
    Friends,
    Change,
    Steps,
    Privacy,
    Accessibility,
}

impl Page {
    pub const ALL: [Self; 11] = [
        Self::Start,
        Self::Everyday,
        Self::Notice,
        Self::Devices,
        Self::Rights,
        Self::Places,
        Self::Friends,
        Self::Change,
        Self::Steps,
        Self::Privacy,
        Self::Accessibility,
    ];

    /// The order of the site's menu: recognising first, then what can be done, then others.
    pub const MENU: [Self; 8] = [
        Self::Everyday,
        Self::Notice,
        Self::Devices,
        Self::Rights,
        Self::Places,
        Self::Friends,
        Self::Change,
        Self::Steps,
    ];

    /// Leads to the form, or says what becomes of what is sent.
    pub fn is_about_telling(self) -> bool {
        matches!(self, Self::Start | Self::Steps | Self::Privacy)
    }

    pub fn id(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Everyday => "everyday",
            Self::Notice => "notice",
            Self::Devices => "devices",
            Self::Rights => "rights",
            Self::Places => "places",
            Self::Friends => "friends",
            Self::Change => "change",
            Self::Steps => "steps",
            Self::Privacy => "privacy",
            Self::Accessibility => "accessibility",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.id() == id)
    }
}

/// Where a link inside the site may lead: `page:ID` in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    Page(Page),
    Tell,
    Reply,
    Languages,
}

impl Target {
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "tell" => Some(Self::Tell),
            "reply" => Some(Self::Reply),
            "languages" => Some(Self::Languages),
            _ => Page::from_id(id).map(Self::Page),
        }
    }

    pub fn path(self, locale: crate::domain::locale::Locale) -> String {
        let tag = locale.tag();
        match self {
            Self::Page(Page::Start) => format!("/{tag}/"),
            Self::Page(page) => format!("/{tag}/{}", page.id()),
            Self::Tell => format!("/{tag}/tell"),
            Self::Reply => format!("/{tag}/reply"),
            Self::Languages => format!("/{tag}/languages"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::locale::Locale;

    #[test]
    fn every_page_is_found_by_its_id() {
        assert!(Page::ALL.iter().all(|page| Page::from_id(page.id()) == Some(*page)));
        assert_eq!(Page::from_id("tell"), None);
    }

    #[test]
    fn the_start_page_is_the_locales_own_address() {
        assert_eq!(Target::from_id("start").unwrap().path(Locale::Ur), "/ur/");
        assert_eq!(Target::from_id("rights").unwrap().path(Locale::Pl), "/pl/rights");
        assert_eq!(Target::from_id("desk"), None);
    }
}
