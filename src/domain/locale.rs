//! The languages on offer.

use serde::{Deserialize, Serialize};

/// A language in which every page and every message exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    En,
    Pl,
    Ro,
    Ur,
}

/// Which way the script runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Direction {
    /// As the HTML attribute `dir` wants it.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl Locale {
    /// The language every text is first written in.
    pub const SOURCE: Self = Self::En;
    pub const ALL: [Self; 4] = [Self::En, Self::Pl, Self::Ro, Self::Ur];

    /// The first path segment, the `lang` attribute and the folder in `locales/`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Pl => "pl",
            Self::Ro => "ro",
            Self::Ur => "ur",
        }
    }

    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.tag() == tag)
    }

    /// The language's own name for itself.
    pub fn autonym(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Pl => "Polski",
            Self::Ro => "Română",
            Self::Ur => "اردو",
        }
    }

    pub fn direction(self) -> Direction {
        match self {
            Self::En | Self::Pl | Self::Ro => Direction::LeftToRight,
            Self::Ur => Direction::RightToLeft,
        }
    }

    pub fn index(self) -> usize {
        self as usize
    }
}
