//! What happens, to tick: three lists of behaviours, in words for oneself or for another person.

use leptos::prelude::*;

use super::asked::{Asked, name};
use crate::domain::draft::Field;
use crate::domain::locale::Locale;
use crate::domain::sign::{Group, Sign};
use crate::i18n::{Text, Tr};
use crate::web::components::form::Boxes;

pub fn question(asked: &Asked) -> AnyView {
    let tr = asked.tr;
    let other = asked.is_about_another();
    let (heading, lead) =
        if other { (tr.signs_heading_other(), tr.signs_lead_other()) } else { (tr.signs_heading(), tr.signs_lead()) };
    // Only the first list says what is wrong: they are one question.
    let lists = Group::ALL.iter().copied().map(|group| {
        let choices = asked.choices(Field::Signs, Sign::of(group), |sign| words(tr, sign, other));
        let error = (group == Group::Control).then(|| asked.error(Field::Signs)).flatten();
        view! { <Boxes name=name(Field::Signs) legend=title(tr, group) choices error/> }
    });
    view! {
        <h1>{heading}</h1>
        <p class="lead">{lead}</p>
        {lists.collect_view()}
    }
    .into_any()
}

fn title(tr: Tr, group: Group) -> Text {
    match group {
        Group::Control => tr.signs_control(),
        Group::Following => tr.signs_following(),
        Group::Danger => tr.signs_danger(),
    }
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
}
