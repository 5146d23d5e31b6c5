//! What happens, to tick: short lists of behaviours, in words for oneself or for another person. What can cost a life
//! comes first: not everybody reads to the end.

use leptos::prelude::*;

use super::asked::{Asked, name};
use crate::domain::draft::Field;
use crate::domain::locale::Locale;
use crate::domain::sign::Sign;
use crate::i18n::{Text, Tr};
use crate::web::components::form::Boxes;

/// A list on the page, under a heading.
struct Part {
    heading: fn(Tr) -> Text,
    signs: &'static [Sign],
}

const PARTS: [Part; 4] = {
    use Sign::*;
    [
        Part {
            heading: Tr::signs_danger,
            signs: &[Weapon, Neck, ThreatToKill, Hurt, Sexual, LockedIn, Suicide, Afraid, Worse, Leaving],
        },
        Part {
            heading: Tr::signs_following,
            signs: &[Followed, Watched, Whereabouts, Unwanted, Accounts, Others, AfterLeaving, Order],
        },
        Part { heading: Tr::signs_children, signs: &[ChildrenHurt, ChildrenUsed, Pregnant, Family, Animals] },
        Part {
            heading: Tr::signs_control,
            signs: &[PhoneChecked, MoneyKept, KeptApart, Rules, WorkStopped, Papers, PutDown, Pictures, Care],
        },
    ]
};

pub fn question(asked: &Asked) -> AnyView {
    let tr = asked.tr;
    let other = asked.is_about_another();
    let (heading, lead) =
        if other { (tr.signs_heading_other(), tr.signs_lead_other()) } else { (tr.signs_heading(), tr.signs_lead()) };
    // Only the first list says what is wrong: they are one question.
    let mut error = asked.error(Field::Signs);
    let lists = PARTS.map(|Part { heading, signs }| {
        let choices = asked.choices(Field::Signs, signs.iter().copied(), |sign| words(tr, sign, other));
        view! { <Boxes name=name(Field::Signs) legend=heading(tr) choices error=error.take()/> }
    });
    view! {
        <h1>{heading}</h1>
        <p class="lead">{lead}</p>
        {lists.collect_view()}
    }
    .into_any()
}

/// Every sign, in the order of the page.
pub fn in_order() -> impl Iterator<Item = Sign> {
    PARTS.into_iter().flat_map(|part| part.signs.iter().copied())
}

/// A sign as it is said of oneself, or of another person.
pub fn words(tr: Tr, sign: Sign, other: bool) -> Text {
    let form = if other { "-other" } else { "" };
    let id = format!("sign-{}{form}", sign.id());
    tr.named(&id).or_else(|| Tr::new(Locale::SOURCE).named(&id)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_has_both_its_words() {
        for sign in Sign::ALL {
            for other in [false, true] {
                assert!(!words(Tr::new(Locale::SOURCE), *sign, other).is_empty(), "{sign:?}");
            }
        }
    }

    #[test]
    fn every_sign_stands_on_the_page_once_and_what_can_cost_a_life_first() {
        let mut signs: Vec<Sign> = in_order().collect();
        assert_eq!(signs[..3], [Sign::Weapon, Sign::Neck, Sign::ThreatToKill]);
        signs.sort();
        assert_eq!(signs, Sign::ALL);
    }
}
