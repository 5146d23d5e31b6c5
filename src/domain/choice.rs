//! Closed lists of answers with stable text ids: the id is what a form sends and what is stored, the words are chosen
//! when it is shown.

/// One answer from a closed list.
pub trait Choice: Copy + Ord + 'static {
    /// In the order in which a page offers them.
    const LIST: &'static [Self];
    fn as_id(self) -> &'static str;
    fn parse(id: &str) -> Option<Self>;
}

macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $id:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name {
            $($(#[$inner])* #[serde(rename = $id)] $variant),+
        }

        impl $name {
            /// In the order in which a page offers them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id),+
                }
            }

            pub fn from_id(id: &str) -> Option<Self> {
                match id {
                    $($id => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl $crate::domain::choice::Choice for $name {
            const LIST: &'static [Self] = Self::ALL;

            fn as_id(self) -> &'static str {
                self.id()
            }

            fn parse(id: &str) -> Option<Self> {
                Self::from_id(id)
            }
        }
    };
}
pub(crate) use choices;
