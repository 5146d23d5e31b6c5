//! Small content for tests.

use super::records::Records;

pub(crate) const CONTACTS: &str = r#"
[[contact]]
id = "line"
scope = "national"
name = "A Helpline"
phone = { value = "0808 2000 247", status = "confirmed", confidence = "H", source = "a page", source_date = "2026-08" }
hours = { status = "confirmed", always = true }
languages = { status = "unconfirmed", list = [] }
free = true
checked_on = "2026-11-22"
checked_how = "published"
review_by = "2027-02-20"
about = { en = "For anyone.", pl = "Dla każdego.", ro = "Pentru oricine.", ur = "سب کے لیے۔" }

[[contact]]
id = "rumour"
scope = "local"
name = "A <Rumour>"
phone = { value = "01604 250721", status = "unconfirmed", confidence = "K", source = "none found", source_date = "undated" }
hours = { status = "unconfirmed", spans = [ { days = ["mon"], from = "09:00", to = "17:00" } ] }
languages = { status = "confirmed", list = ["pl"] }
free = false
checked_on = "2026-11-22"
checked_how = "published"
review_by = "2027-02-20"
about = { en = "Nobody knows.", pl = "Nikt nie wie.", ro = "Nimeni nu știe.", ur = "کوئی نہیں جانتا۔" }
"#;

pub(crate) const FIGURES: &str = r#"
[[figure]]
id = "year"
status = "confirmed"
source = "A survey"
source_date = "2025"
checked_on = "2026-11-22"
review_by = "2027-02-20"
text = { en = "7.8% in a year.", pl = "7,8% w roku.", ro = "7,8% într-un an.", ur = "ایک سال میں 7.8%۔" }

[[figure]]
id = "disputed"
status = "conflicting"
source = "Two papers"
source_date = "2019-10"
checked_on = "2026-11-22"
review_by = "2027-02-20"
text = { en = "16,139. Do not publish." }
"#;

pub(crate) fn records() -> Records {
    let (records, problems) = Records::read(CONTACTS, FIGURES);
    assert_eq!(problems, []);
    records
}

pub(crate) fn page(title: &str, body: &str) -> String {
    format!(
        r#"+++
title = "{title}"
heading = "A heading"
summary = "A sentence."
made_by = "machine"
risk = "general"
checked_on = "2026-11-22"
review_by = "2027-02-20"
source = "en"
+++
{body}"#
    )
}
