//! What is written down about what colleagues do. Never content: who, what, which report, when.

use serde::{Deserialize, Serialize};

use super::clock::Moment;
use super::ids::{ReportId, StaffId};

/// Something that is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    StaffInvited,
    InvitationAccepted,
    StaffRemoved,
    SignedIn,
    SecondFactorWrong,
    RecoveryCodeUsed,
    RecoveryCodesRenewed,
    SignedOut,
    SessionRevoked,
    KeyGiven,
    EpochStarted,
    RecoveryKitMade,
    RecoveryKitUsed,
    ReportOpened,
    ReportClaimed,
    ReportReleased,
    ReportHandedOver,
    ReportAnswered,
    NoteWritten,
    ReportClosed,
    ReportReopened,
    AuditVerified,
}

impl Action {
    /// As stored and hashed: never change one that has been released.
    pub fn tag(self) -> &'static str {
        match self {
            Self::StaffInvited => "staff-invited",
            Self::InvitationAccepted => "invitation-accepted",
            Self::StaffRemoved => "staff-removed",
            Self::SignedIn => "signed-in",
            Self::SecondFactorWrong => "second-factor-wrong",
            Self::RecoveryCodeUsed => "recovery-code-used",
            Self::RecoveryCodesRenewed => "recovery-codes-renewed",
            Self::SignedOut => "signed-out",
            Self::SessionRevoked => "session-revoked",
            Self::KeyGiven => "key-given",
            Self::EpochStarted => "epoch-started",
            Self::RecoveryKitMade => "recovery-kit-made",
            Self::RecoveryKitUsed => "recovery-kit-used",
            Self::ReportOpened => "report-opened",
            Self::ReportClaimed => "report-claimed",
            Self::ReportReleased => "report-released",
            Self::ReportHandedOver => "report-handed-over",
            Self::ReportAnswered => "report-answered",
            Self::NoteWritten => "note-written",
            Self::ReportClosed => "report-closed",
            Self::ReportReopened => "report-reopened",
            Self::AuditVerified => "audit-verified",
        }
    }
}

/// One thing to write down.
#[derive(Clone, Debug)]
pub struct Entry {
    pub at: Moment,
    /// Nobody when the machine did it, or the command line.
    pub by: Option<StaffId>,
    pub action: Action,
    pub report: Option<ReportId>,
    /// A fixed word or an id, never anything that somebody typed.
    pub detail: String,
}

impl Entry {
    pub fn new(at: Moment, by: Option<StaffId>, action: Action) -> Self {
        Self { at, by, action, report: None, detail: String::new() }
    }

    #[must_use]
    pub fn about(mut self, report: ReportId) -> Self {
        self.report = Some(report);
        self
    }

    #[must_use]
    pub fn detail(mut self, detail: impl std::fmt::Display) -> Self {
        self.detail = detail.to_string();
        self
    }
}

/// One thing that was written down, as it is stored. The action is text: an older version wrote it, or a newer one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    pub seq: i64,
    pub at: Moment,
    pub by: Option<StaffId>,
    pub action: String,
    pub report: Option<ReportId>,
    pub detail: String,
}

/// Which entries somebody looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    All,
    /// What one person did.
    By(StaffId),
    /// What was done with one report.
    About(ReportId),
}

/// What checking the chain found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Entries that hold, from the first.
    pub sound: i64,
    /// The first entry that was changed or is missing.
    pub first_bad: Option<i64>,
}
