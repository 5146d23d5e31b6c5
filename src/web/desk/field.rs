//! Fields at the desk: one component owns label, hint, error and what a password manager may fill in.

use leptos::prelude::*;

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    Name,
    Email,
    /// The address that signs in, for password managers.
    SignInEmail,
    CurrentPassword,
    NewPassword,
    /// Six digits or a recovery code.
    Code,
    /// Something long from paper.
    Paper,
}

impl Takes {
    fn input_type(self) -> &'static str {
        match self {
            Self::Email | Self::SignInEmail => "email",
            Self::CurrentPassword | Self::NewPassword => "password",
            Self::Name | Self::Code | Self::Paper => "text",
        }
    }

    fn autocomplete(self) -> &'static str {
        match self {
            Self::SignInEmail => "username",
            Self::CurrentPassword => "current-password",
            Self::NewPassword => "new-password",
            Self::Code => "one-time-code",
            Self::Name | Self::Email | Self::Paper => "off",
        }
    }
}

/// One line of text. `value` is what was typed before; passwords and codes never have one.
#[component]
pub fn Field(
    name: &'static str,
    label: &'static str,
    takes: Takes,
    #[prop(optional)] hint: Option<&'static str>,
    #[prop(optional, into)] value: String,
    #[prop(optional_no_strip)] error: Option<&'static str>,
    #[prop(optional)] readonly: bool,
) -> impl IntoView {
    let class = if error.is_some() { "field wrong" } else { "field" };
    let (hint_id, error_id) = (format!("{name}-hint"), format!("{name}-error"));
    let described: Vec<_> =
        [hint.map(|_| hint_id.clone()), error.map(|_| error_id.clone())].into_iter().flatten().collect();
    let described_by = (!described.is_empty()).then(|| described.join(" "));
    let invalid = error.map(|_| "true");
    let hint = hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> });
    let error = error.map(|error| view! { <p class="error" id=error_id>{error}</p> });
    view! {
        <div class=class>
            <label for=name>{label}</label>
            {hint}
            {error}
            <input
                type=takes.input_type()
                id=name
                name=name
                value=value
                readonly=readonly
                autocomplete=takes.autocomplete()
                autocapitalize="none"
                spellcheck="false"
                aria-describedby=described_by
                aria-invalid=invalid
            />
        </div>
    }
}

/// What is wrong, said first. Takes the focus, so that a screen reader says it first too.
#[component]
pub fn Problem(#[prop(into)] text: String) -> impl IntoView {
    view! {
        <div class="summary" role="alert" tabindex="-1" autofocus=true>
            <p>{text}</p>
        </div>
    }
}
