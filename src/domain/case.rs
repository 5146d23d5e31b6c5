//! A report as work: who has it, whether it was read, how it ended.
//!
//! The rules stand here as plain functions; the store repeats each as the condition of one `UPDATE`, so that of two
//! colleagues on two nodes one wins.

use super::choice::choices;
use super::clock::Moment;
use super::ids::{ReportId, StaffId};
use super::urgency::Priority;

choices! {
    /// How a case ended. Shown at the desk only.
    Outcome {
        Supported = "supported",
        Referred = "referred",
        Marac = "marac",
        Police = "police",
        ClaresLaw = "clares-law",
        Children = "children",
        NoReply = "no-reply",
        NotForUs = "not-for-us",
        Duplicate = "duplicate",
    }
}

choices! {
    /// Which part of the queue somebody looks at.
    View {
        /// Somebody waits for us.
        Needed = "needed",
        /// What I have claimed.
        Mine = "mine",
        /// We answered; it is the sender's turn.
        Answered = "answered",
        Closed = "closed",
    }
}

/// What a colleague may want to do with a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Claim,
    Read,
    /// Notes too.
    Answer,
    Close,
    HandOver,
    Release,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has it.
    Waiting,
    Claimed {
        by: StaffId,
        at: Moment,
    },
    Closed {
        outcome: Outcome,
        at: Moment,
    },
}

/// What the queue knows of a case without opening anything.
#[derive(Clone, Debug)]
pub struct Case {
    pub id: ReportId,
    /// What colleagues call it.
    pub reference: String,
    pub received_at: Moment,
    pub priority: Priority,
    pub due_at: Moment,
    pub state: State,
    pub opened_at: Option<Moment>,
    /// The sender wrote after the team last answered.
    pub sender_waits: bool,
}

impl Case {
    pub fn owner(&self) -> Option<StaffId> {
        match self.state {
            State::Claimed { by, .. } => Some(by),
            State::Waiting | State::Closed { .. } => None,
        }
    }

    /// The one answer to who may do what: pages offer by it, the service refuses by it. Words are for the one who looks
    /// after the case, and for leads; so is giving it away.
    pub fn may(&self, deed: Deed, who: StaffId, is_lead: bool) -> bool {
        let mine = self.owner() == Some(who);
        match deed {
            Deed::Claim => self.state == State::Waiting,
            Deed::Read => mine || is_lead,
            Deed::Answer | Deed::Close => mine,
            Deed::HandOver | Deed::Release => mine || (is_lead && self.owner().is_some()),
        }
    }

    pub fn is_overdue(&self, now: Moment) -> bool {
        self.sender_waits && !matches!(self.state, State::Closed { .. }) && now > self.due_at
    }
}

/// Where the next page of the queue begins: after this case. It says nothing about anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub priority: Priority,
    pub due_at: Moment,
    pub id: ReportId,
}

impl Cursor {
    pub fn after(case: &Case) -> Self {
        Self { priority: case.priority, due_at: case.due_at, id: case.id }
    }

    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let cursor = Self {
            priority: Priority::from_number(parts.next()?.parse().ok()?)?,
            due_at: Moment(parts.next()?.parse().ok()?),
            id: parts.next()?.parse().ok()?,
        };
        parts.next().is_none().then_some(cursor)
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", self.priority.number(), self.due_at.0, self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(state: State, opened_at: Option<Moment>) -> Case {
        Case {
            id: ReportId::from_random([1; 16]),
            reference: "AAAA-AAAA".to_owned(),
            received_at: Moment(0),
            priority: Priority::Soon,
            due_at: Moment(100),
            state,
            opened_at,
            sender_waits: true,
        }
    }

    const ME: [u8; 16] = [7; 16];

    #[test]
    fn who_may_do_what() {
        const ALL: [Deed; 6] = [Deed::Claim, Deed::Read, Deed::Answer, Deed::Close, Deed::HandOver, Deed::Release];
        let (me, other) = (StaffId::from_random(ME), StaffId::from_random([8; 16]));
        let closed = State::Closed { outcome: Outcome::Supported, at: Moment(2) };
        let of = |by| State::Claimed { by, at: Moment(1) };
        let may = |state, is_lead| ALL.map(|deed| case(state, None).may(deed, me, is_lead));
        //                                    claim  read   answer close  over   release
        assert_eq!(may(State::Waiting, false), [true, false, false, false, false, false]);
        assert_eq!(may(State::Waiting, true), [true, true, false, false, false, false]);
        assert_eq!(may(of(me), false), [false, true, true, true, true, true]);
        assert_eq!(may(of(other), false), [false, false, false, false, false, false]);
        assert_eq!(may(of(other), true), [false, true, false, false, true, true]);
        assert_eq!(may(closed, false), [false, false, false, false, false, false]);
        assert_eq!(may(closed, true), [false, true, false, false, false, false]);
    }

    #[test]
    fn a_case_is_overdue_only_while_somebody_waits() {
        let mut one = case(State::Waiting, None);
        assert!(!one.is_overdue(Moment(100)));
        assert!(one.is_overdue(Moment(101)));
        one.sender_waits = false;
        assert!(!one.is_overdue(Moment(101)));
    }

    #[test]
    fn a_cursor_goes_there_and_back_and_nothing_else_is_one() {
        let cursor = Cursor::after(&case(State::Waiting, None));
        assert_eq!(Cursor::parse(&cursor.to_string()), Some(cursor));
        for odd in ["", "1", "1.2", "9.2.x", "1.2.00000000000000000000000000000000.4", "-1.5.zz"] {
            assert_eq!(Cursor::parse(odd), None, "{odd}");
        }
    }
}
