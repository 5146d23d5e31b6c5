//! What happens, as behaviours that a person can recognise: no label, no score.

use super::choice::choices;

choices! {
    /// Kinds of behaviour, for the rules of urgency. A page has its own order.
    Group {
        Control = "control",
        Following = "following",
        Danger = "danger",
    }
}

choices! {
    /// One behaviour. Ids are stored in sealed reports: add, never rename.
    Sign {
        PhoneChecked = "phone",
        MoneyKept = "money",
        KeptApart = "apart",
        Rules = "rules",
        WorkStopped = "work",
        Papers = "papers",
        PutDown = "put-down",
        ChildrenUsed = "children-used",
        Sexual = "sexual",
        Pictures = "pictures",
        Family = "family",
        Care = "care",

        Followed = "followed",
        Unwanted = "unwanted",
        Watched = "watched",
        Whereabouts = "whereabouts",
        Accounts = "accounts",
        Others = "others",
        AfterLeaving = "after",

        Hurt = "hurt",
        Neck = "neck",
        Weapon = "weapon",
        ThreatToKill = "threat",
        Suicide = "suicide",
        Worse = "worse",
        Leaving = "leaving",
        Pregnant = "pregnant",
        Afraid = "afraid",
        Order = "order",
        ChildrenHurt = "children-hurt",
        LockedIn = "locked-in",
        Animals = "animals",
    }
}

impl Sign {
    pub fn group(self) -> Group {
        if self < Self::Followed {
            Group::Control
        } else if self < Self::Hurt {
            Group::Following
        } else {
            Group::Danger
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_stands_in_one_group_and_every_id_leads_back() {
        let count = |group| Sign::ALL.iter().filter(|sign| sign.group() == group).count();
        let counts = [Group::Control, Group::Following, Group::Danger].map(count);
        assert_eq!(counts, [12, 7, 13]);
        for sign in Sign::ALL {
            assert_eq!(Sign::from_id(sign.id()), Some(*sign));
        }
    }

    #[test]
    fn what_is_stored_is_the_id() {
        for sign in Sign::ALL {
            assert_eq!(serde_json::to_value(sign).unwrap(), sign.id());
        }
    }
}
