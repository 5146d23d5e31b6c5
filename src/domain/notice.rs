//! What the team is told has happened: that something did, never what.

/// Why a mail is owed. The mails of all kinds look alike from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoticeKind {
    /// Somebody told us something.
    Told,
    /// Somebody came back with the code and wrote again.
    Wrote,
    /// A colleague's mailbox takes no mail, so a colleague does not hear of what waits.
    MailboxDead,
}

impl NoticeKind {
    pub const ALL: [Self; 3] = [Self::Told, Self::Wrote, Self::MailboxDead];

    /// As stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::Told => "told",
            Self::Wrote => "wrote",
            Self::MailboxDead => "mailbox_dead",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
