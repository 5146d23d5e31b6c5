//! Fields. Each owns its id, label, hint and error; a page never writes ids by hand.
//!
//! The only file that writes a `<textarea>`: Leptos 0.8 does not escape its children, so the text is escaped here.

use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use crate::i18n::Text;

/// What somebody may type on one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Words,
    /// Brings up the keyboard with digits. Not `type=tel`: browsers offer to remember those.
    Phone,
    /// Brings up the keyboard with `@`.
    Address,
}

/// One answer that can be chosen.
#[derive(Clone, Debug)]
pub struct Choice {
    pub value: &'static str,
    pub label: Text,
    pub hint: Option<Text>,
    pub chosen: bool,
}

/// Where in the page a problem is.
#[derive(Clone, Debug)]
pub struct Mistake {
    /// The id of the field, for the link in the summary.
    pub id: String,
    pub text: Text,
}

/// The id of a group's first answer, where a link from the summary leads.
pub fn first_of(name: &str, value: &str) -> String {
    format!("{name}-{value}")
}

/// One line of text.
#[component]
pub fn TextField(
    name: &'static str,
    label: Text,
    #[prop(optional_no_strip)] hint: Option<Text>,
    #[prop(into)] value: String,
    #[prop(optional_no_strip)] error: Option<Text>,
    #[prop(default = Line::Words)] line: Line,
    /// Belongs to the choice above it, and is asked for only with that.
    #[prop(optional)]
    depends: bool,
) -> impl IntoView {
    let inputmode = match line {
        Line::Words => None,
        Line::Phone => Some("tel"),
        Line::Address => Some("email"),
    };
    let dir = (line != Line::Words).then_some("ltr");
    let described_by = described_by(name, hint.is_some(), error.is_some());
    let wrong = error.is_some();
    view! {
        <div class=class(if depends { "field depends" } else { "field" }, wrong)>
            <label for=name>{label}</label>
            <Explained name hint error/>
            <input
                type="text"
                id=name
                name=name
                value=value
                dir=dir
                inputmode=inputmode
                autocomplete="off"
                spellcheck="false"
                aria-describedby=described_by
                aria-invalid=wrong.then_some("true")
            />
        </div>
    }
}

/// Many lines of text. Not limited by the browser, which would cut off what is pasted without a word.
#[component]
pub fn TextArea(
    name: &'static str,
    label: Text,
    #[prop(optional_no_strip)] hint: Option<Text>,
    #[prop(into)] value: String,
    #[prop(optional_no_strip)] error: Option<Text>,
    #[prop(default = 9)] rows: usize,
    /// A keyboard changes nothing of what is typed: no capitals, no corrections.
    #[prop(optional)]
    verbatim: bool,
) -> impl IntoView {
    let described_by = described_by(name, hint.is_some(), error.is_some());
    let wrong = error.is_some();
    // Not known to Leptos by name.
    let correction = custom_attribute("autocorrect", verbatim.then_some("off"));
    let text = textarea_text(&value);
    view! {
        <div class=class("field", wrong)>
            <label for=name>{label}</label>
            <Explained name hint error/>
            <textarea
                id=name
                name=name
                rows=rows.to_string()
                dir="auto"
                autocomplete="off"
                autocapitalize=verbatim.then_some("none")
                {..correction}
                spellcheck="false"
                aria-describedby=described_by
                aria-invalid=wrong.then_some("true")
            >
                {text}
            </textarea>
        </div>
    }
}

/// One answer of several. `is_heading`: the question is the page's heading.
#[component]
pub fn Radios(
    name: &'static str,
    legend: Text,
    #[prop(optional)] is_heading: bool,
    #[prop(optional_no_strip)] hint: Option<Text>,
    choices: Vec<Choice>,
    #[prop(optional_no_strip)] error: Option<Text>,
) -> impl IntoView {
    view! { <Group name kind="radio" legend is_heading hint choices error short=false/> }
}

/// Any number of answers.
#[component]
pub fn Boxes(
    name: &'static str,
    legend: Text,
    #[prop(optional_no_strip)] hint: Option<Text>,
    choices: Vec<Choice>,
    #[prop(optional_no_strip)] error: Option<Text>,
    /// Words so short that two stand side by side on a phone.
    #[prop(optional)]
    short: bool,
) -> impl IntoView {
    view! { <Group name kind="checkbox" legend is_heading=false hint choices error short/> }
}

/// A list to choose one from. The first line is "choose".
#[component]
pub fn Select(
    name: &'static str,
    label: Text,
    choose: Text,
    /// Value and words.
    options: Vec<(String, Text)>,
    #[prop(into)] value: String,
    #[prop(optional_no_strip)] error: Option<Text>,
) -> impl IntoView {
    let described_by = described_by(name, false, error.is_some());
    let wrong = error.is_some();
    let options = options
        .into_iter()
        .map(|(option, words)| {
            let selected = option == value;
            view! {
                <option value=option selected=selected>
                    {words}
                </option>
            }
        })
        .collect_view();
    view! {
        <div class=class("field", wrong)>
            <label for=name>{label}</label>
            <Explained name hint=None error/>
            <select
                id=name
                name=name
                autocomplete="off"
                aria-describedby=described_by
                aria-invalid=wrong.then_some("true")
            >
                <option value="">{choose}</option>
                {options}
            </select>
        </div>
    }
}

/// A value that travels with the form.
#[component]
pub fn Hidden(#[prop(into)] name: String, #[prop(into)] value: String) -> impl IntoView {
    view! { <input type="hidden" name=name value=value/> }
}

/// Everything that is wrong, at the top, each with a link to its field. It takes the focus, so that a screen reader
/// says it first.
#[component]
pub fn Summary(heading: Text, mistakes: Vec<Mistake>) -> impl IntoView {
    (!mistakes.is_empty()).then(|| {
        let items = mistakes
            .into_iter()
            .map(|Mistake { id, text }| {
                view! {
                    <li>
                        <a href=format!("#{id}")>{text}</a>
                    </li>
                }
            })
            .collect_view();
        view! {
            <div class="summary" role="alert" tabindex="-1" autofocus=true aria-labelledby="summary">
                <h2 id="summary">{heading}</h2>
                <ul>{items}</ul>
            </div>
        }
    })
}

#[component]
fn Group(
    name: &'static str,
    kind: &'static str,
    legend: Text,
    is_heading: bool,
    hint: Option<Text>,
    choices: Vec<Choice>,
    error: Option<Text>,
    short: bool,
) -> impl IntoView {
    let described_by = described_by(name, hint.is_some(), error.is_some());
    let wrong = error.is_some();
    let legend = if is_heading { view! { <h1>{legend}</h1> }.into_any() } else { legend.into_any() };
    let choices = choices.into_iter().map(|choice| view! { <OneChoice name kind choice/> }).collect_view();
    view! {
        <fieldset class=class("field", wrong) aria-describedby=described_by>
            <legend>{legend}</legend>
            <Explained name hint error/>
            <div class=format!("choices {kind}{}", if short { " short" } else { "" })>{choices}</div>
        </fieldset>
    }
}

#[component]
fn OneChoice(name: &'static str, kind: &'static str, choice: Choice) -> impl IntoView {
    let Choice { value, label, hint, chosen } = choice;
    let hint = hint.map(|hint| view! { <small>{hint}</small> });
    view! {
        <label class="choice">
            <input type=kind id=first_of(name, value) name=name value=value checked=chosen/>
            <span>{label} {hint}</span>
        </label>
    }
}

#[component]
fn Explained(name: &'static str, hint: Option<Text>, error: Option<Text>) -> impl IntoView {
    let hint = hint.map(|hint| {
        view! {
            <p class="hint" id=format!("{name}-hint")>
                {hint}
            </p>
        }
    });
    let error = error.map(|error| {
        view! {
            <p class="error" id=format!("{name}-error")>
                {error}
            </p>
        }
    });
    view! {
        {hint}
        {error}
    }
}

fn described_by(name: &str, hint: bool, error: bool) -> Option<String> {
    let ids: Vec<String> = [(hint, "hint"), (error, "error")]
        .into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, part)| format!("{name}-{part}"))
        .collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn class(base: &'static str, wrong: bool) -> String {
    if wrong { format!("{base} wrong") } else { base.to_owned() }
}

/// Text as the content of a `<textarea>`: escaped, and with the line break in front that a parser drops, so that a
/// text which begins with one keeps it.
fn textarea_text(value: &str) -> String {
    format!("\n{}", value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::respond;

    fn area(value: &str) -> String {
        respond::html(view! { <TextArea name="text" label="Words".into() value=value error=Some("No".into())/> })
    }

    #[test]
    fn what_is_typed_stays_text() {
        let typed = "\n</textarea><script>alert('1')</script> & \"q\" <!> é";
        let html = area(typed);
        assert!(!html.contains("<script>"), "{html}");
        let document = scraper::Html::parse_fragment(&html);
        let area = document.select(&scraper::Selector::parse("textarea").unwrap()).next().unwrap();
        assert_eq!(area.text().collect::<String>(), typed);
    }

    #[test]
    fn a_field_is_labelled_and_its_error_described() {
        let html = area("");
        assert!(html.contains(r#"<label for="text">"#), "{html}");
        assert!(html.contains(r#"aria-describedby="text-error""#) && html.contains(r#"id="text-error""#), "{html}");
        assert!(html.contains(r#"aria-invalid="true""#), "{html}");
    }

    #[test]
    fn a_value_in_an_attribute_stays_text() {
        let html = respond::html(view! { <TextField name="a" label="A".into() value="\"><script>" line=Line::Phone/> });
        assert!(!html.contains("<script>"), "{html}");
    }
}
