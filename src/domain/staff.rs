//! People who work here, what each may do, and the values that prove it.

use super::clock::Moment;
use super::ids::StaffId;

/// What somebody is here for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Reads and answers reports.
    Reviewer,
    /// A reviewer who also looks after the team: invites, removes, hands over, reads the audit.
    Lead,
    /// Puts campaigns out.
    Publisher,
    /// Writes pages that a publisher puts out.
    Writer,
    /// Runs the machine. Opens nothing.
    Admin,
}

impl Role {
    pub const ALL: [Self; 5] = [Self::Reviewer, Self::Lead, Self::Publisher, Self::Writer, Self::Admin];

    /// As stored and as typed on the command line.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Reviewer => "reviewer",
            Self::Lead => "lead",
            Self::Publisher => "publisher",
            Self::Writer => "writer",
            Self::Admin => "admin",
        }
    }

    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.tag() == tag)
    }

    /// Whether this person holds the team's keys. Whoever does not need to read a report cannot.
    pub fn reads_reports(self) -> bool {
        matches!(self, Self::Reviewer | Self::Lead)
    }
}

impl std::fmt::Display for Role {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}

/// Where somebody stands with us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Holds a link, has no password yet.
    Invited,
    Active,
    /// Has left. The name stays with what was done; nothing else does.
    Gone,
}

impl Standing {
    const ALL: [Self; 3] = [Self::Invited, Self::Active, Self::Gone];

    pub fn tag(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Active => "active",
            Self::Gone => "gone",
        }
    }

    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.tag() == tag)
    }
}

/// Somebody who works here.
#[derive(Clone, PartialEq, Eq)]
pub struct StaffMember {
    pub id: StaffId,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub standing: Standing,
    pub since: Moment,
}

/// The id alone: names and addresses stay out of logs.
impl std::fmt::Debug for StaffMember {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "StaffMember({:?}, {})", self.id, self.role)
    }
}

/// Proof that a session has both factors. Only signing in makes one.
#[derive(Clone, Copy, Debug)]
pub struct BothFactors(());

impl BothFactors {
    /// For a session whose stored row says so. `None` for one that waits for the second factor.
    pub fn given(second_factor: bool) -> Option<Self> {
        second_factor.then_some(Self(()))
    }
}

/// Somebody who may read reports, signed in with both factors. What touches a report asks for this value, so a path
/// around the check does not compile.
#[derive(Clone, Copy, Debug)]
pub struct Reviewer {
    id: StaffId,
}

impl Reviewer {
    pub fn prove(member: &StaffMember, _: BothFactors) -> Option<Self> {
        let may = member.standing == Standing::Active && member.role.reads_reports();
        may.then_some(Self { id: member.id })
    }

    pub fn id(self) -> StaffId {
        self.id
    }
}

/// Somebody who looks after the team, signed in with both factors.
#[derive(Clone, Copy, Debug)]
pub struct Lead {
    id: StaffId,
}

impl Lead {
    pub fn prove(member: &StaffMember, _: BothFactors) -> Option<Self> {
        let may = member.standing == Standing::Active && member.role == Role::Lead;
        may.then_some(Self { id: member.id })
    }

    pub fn id(self) -> StaffId {
        self.id
    }
}

impl From<Lead> for Reviewer {
    fn from(lead: Lead) -> Self {
        Self { id: lead.id }
    }
}

/// An e-mail address as compared and stored. Only its shape is checked: the invitation proves it.
pub fn tidy_email(typed: &str) -> Option<String> {
    let email = typed.trim().to_lowercase();
    let (mailbox, host) = email.rsplit_once('@')?;
    let plain = email.chars().all(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | ',' | ';'));
    (plain && !mailbox.is_empty() && !host.is_empty() && email.len() <= 254).then_some(email)
}

/// A name as shown to colleagues.
pub fn tidy_name(typed: &str) -> Option<String> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = |c: char| !c.is_control() && c != '\u{fffd}';
    let fits = !name.is_empty() && name.chars().count() <= 100 && name.chars().all(plain);
    fits.then_some(name)
}

/// Long beats complicated (NCSC, "Password policy"): no rule about digits or capitals.
///
/// Nothing but the password stands between a stolen database and what people told (docs/SEALING.md), so it also has to
/// outlast guessing without a limit: [`zxcvbn`]'s middle score, 10⁸ guesses, at 64 MiB of argon2id each.
pub const PASSWORD_AT_LEAST: usize = 12;
const PASSWORD_AT_MOST: usize = 512;

/// Why a new password will not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordProblem {
    TooShort,
    TooLong,
    /// The first guess of anybody who knows the address.
    IsTheEmail,
    /// Among the first hundred million guesses of somebody who knows how people choose.
    Guessable,
}

pub fn check_password(password: &str, email: &str) -> Result<(), PasswordProblem> {
    let length = password.chars().count();
    let folded = password.trim().to_lowercase();
    let mailbox = email.split('@').next().unwrap_or(email);
    match length {
        0..PASSWORD_AT_LEAST => Err(PasswordProblem::TooShort),
        _ if length > PASSWORD_AT_MOST => Err(PasswordProblem::TooLong),
        _ if folded == email || folded == mailbox => Err(PasswordProblem::IsTheEmail),
        _ if zxcvbn::zxcvbn(password, &[email, mailbox, "quietdoor"]).score() < zxcvbn::Score::Three => {
            Err(PasswordProblem::Guessable)
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(role: Role, standing: Standing) -> StaffMember {
        StaffMember {
            id: StaffId::from_random([1; 16]),
            name: "Ada".into(),
            email: "ada@example.org".into(),
            role,
            standing,
            since: Moment(0),
        }
    }

    #[test]
    fn only_reviewers_and_leads_prove_that_they_may_read() {
        let both = BothFactors::given(true).unwrap();
        for role in Role::ALL {
            let may = matches!(role, Role::Reviewer | Role::Lead);
            assert_eq!(Reviewer::prove(&member(role, Standing::Active), both).is_some(), may, "{role}");
            assert_eq!(Lead::prove(&member(role, Standing::Active), both).is_some(), role == Role::Lead, "{role}");
            assert!(Reviewer::prove(&member(role, Standing::Gone), both).is_none());
            assert!(Lead::prove(&member(role, Standing::Invited), both).is_none());
        }
        assert!(BothFactors::given(false).is_none());
    }

    #[test]
    fn passwords_are_long_and_not_the_address() {
        assert_eq!(check_password("elevenchars", "a@b"), Err(PasswordProblem::TooShort));
        assert_eq!(check_password("łóśżźćąęłóśż", "a@b"), Ok(()));
        assert_eq!(check_password(&"x".repeat(513), "a@b"), Err(PasswordProblem::TooLong));
        assert_eq!(check_password("Ada@Example.org", "ada@example.org"), Err(PasswordProblem::IsTheEmail));
        assert_eq!(check_password("ada.lovelace1", "ada.lovelace1@example.org"), Err(PasswordProblem::IsTheEmail));
        assert_eq!(check_password("correct horse battery", "ada@example.org"), Ok(()));
        for guessed in ["password1234", "123456789012", "aaaaaaaaaaaaaaa", "qwertyuiop12", "adaquietdoor"] {
            assert_eq!(check_password(guessed, "ada@example.org"), Err(PasswordProblem::Guessable), "{guessed}");
        }
    }

    #[test]
    fn addresses_are_compared_tidied() {
        assert_eq!(tidy_email(" Ada@Example.ORG ").as_deref(), Some("ada@example.org"));
        for bad in ["", "ada", "@example.org", "ada@", "a b@c", "a@b\r\nBcc: c@d", "<a@b>"] {
            assert_eq!(tidy_email(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_name_has_letters_that_arrived_whole() {
        assert_eq!(tidy_name("  Ada   Lovelace ").as_deref(), Some("Ada Lovelace"));
        for bad in ["", " ", "Ad\u{fffd}", "A\u{7}"] {
            assert_eq!(tidy_name(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn debug_shows_neither_name_nor_address() {
        let shown = format!("{:?}", member(Role::Lead, Standing::Active));
        assert!(!shown.contains("Ada") && !shown.contains("ada@"), "{shown}");
    }
}
