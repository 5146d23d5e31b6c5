//! The audit's chain: each entry's hash covers all its fields and the hash of the entry before.

use sha2::{Digest, Sha256};

use crate::domain::audit::Recorded;

/// Before the first entry.
pub const START: [u8; 32] = [0; 32];

/// SHA-256 over an encoding that has one reading: every field with its length in front, absent ones marked.
pub fn link(previous: &[u8], entry: &Recorded) -> [u8; 32] {
    let mut hash = Sha256::new().chain_update(b"quietdoor/1/audit");
    field(&mut hash, Some(previous));
    field(&mut hash, Some(&entry.seq.to_be_bytes()));
    field(&mut hash, Some(&entry.at.0.to_be_bytes()));
    field(&mut hash, entry.by.as_ref().map(|id| id.as_bytes().as_slice()));
    field(&mut hash, Some(entry.action.as_bytes()));
    field(&mut hash, entry.report.as_ref().map(|id| id.as_bytes().as_slice()));
    field(&mut hash, Some(entry.detail.as_bytes()));
    hash.finalize().into()
}

fn field(hash: &mut Sha256, value: Option<&[u8]>) {
    let Some(value) = value else { return hash.update([0]) };
    hash.update([1]);
    hash.update((value.len() as u64).to_be_bytes());
    hash.update(value);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::clock::Moment;
    use crate::domain::ids::{ReportId, StaffId};

    #[test]
    fn every_field_counts_and_none_can_slide_into_the_next() {
        let entry = Recorded {
            seq: 7,
            at: Moment(1_800_000_000),
            by: Some(StaffId::from_random([1; 16])),
            action: "report-opened".into(),
            report: Some(ReportId::from_random([2; 16])),
            detail: "x".into(),
        };
        let changed = [
            Recorded { seq: 8, ..entry.clone() },
            Recorded { at: Moment(1_800_000_001), ..entry.clone() },
            Recorded { by: None, ..entry.clone() },
            Recorded { by: Some(StaffId::from_random([3; 16])), ..entry.clone() },
            Recorded { action: "report-opene".into(), detail: "dx".into(), ..entry.clone() },
            Recorded { report: None, ..entry.clone() },
            Recorded { detail: String::new(), ..entry.clone() },
        ];
        let whole = link(&START, &entry);
        for other in changed {
            assert_ne!(link(&START, &other), whole, "{other:?}");
        }
        assert_ne!(link(&whole, &entry), whole);
        assert_eq!(link(&START, &entry.clone()), whole);
    }
}
