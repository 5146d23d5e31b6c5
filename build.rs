//! Makes the catalogues part of the program: one typed method for each message, so that an unknown message or a
//! forgotten variable does not compile.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

#[path = "build/content.rs"]
mod content;

const SOURCE: &str = "en";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    content::embed_content();
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    fs::write(out.join("messages.rs"), messages(&root.join("locales"))).expect("OUT_DIR is writable");
}

/// Message id to the variables it uses.
type Catalogue = BTreeMap<String, BTreeSet<String>>;

fn messages(folder: &Path) -> String {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut languages = BTreeMap::new();
    let mut sources = String::from("pub(super) const CATALOGUES: &[(&str, &[&str])] = &[\n");
    for language in sorted(folder).iter().filter(|path| path.is_dir()) {
        let tag = name(language);
        let mut catalogue = Catalogue::new();
        let _ = writeln!(sources, "    ({tag:?}, &[");
        for file in sorted(language).iter().filter(|path| path.extension().is_some_and(|ext| ext == "ftl")) {
            read(file, &mut catalogue);
            let _ = writeln!(sources, "        include_str!({:?}),", file.display().to_string());
        }
        sources.push_str("    ]),\n");
        languages.insert(tag, catalogue);
    }
    sources.push_str("];\n");

    let english = languages.remove(SOURCE).expect("locales/en exists");
    for (tag, catalogue) in &languages {
        for (id, variables) in catalogue {
            match english.get(id) {
                None => panic!("locales/{tag}: message `{id}` is not in locales/{SOURCE}"),
                Some(known) => assert!(
                    variables.is_subset(known),
                    "locales/{tag}: message `{id}` uses {variables:?}, English has {known:?}"
                ),
            }
        }
    }
    format!("{sources}{}{}", ids(&english), methods(&english))
}

/// All message ids, for the test that every language has each.
fn ids(english: &Catalogue) -> String {
    let mut code = String::from("#[cfg(test)]\npub(super) const IDS: &[&str] = &[\n");
    english.keys().for_each(|id| {
        let _ = writeln!(code, "    {id:?},");
    });
    code + "];\n"
}

fn methods(english: &Catalogue) -> String {
    let mut code = String::from("impl Tr {\n");
    for (id, variables) in english {
        let method = id.replace('-', "_");
        if variables.is_empty() {
            let _ = writeln!(code, "    pub fn {method}(self) -> Text {{ self.plain({id:?}) }}");
            continue;
        }
        let parameters: String =
            variables.iter().map(|v| format!(", {}: impl Into<FluentValue<'static>>", v.replace('-', "_"))).collect();
        let arguments: String =
            variables.iter().map(|v| format!("({v:?}, {}.into()), ", v.replace('-', "_"))).collect();
        let _ =
            writeln!(code, "    pub fn {method}(self{parameters}) -> Text {{ self.with({id:?}, vec![{arguments}]) }}");
    }
    code + "}\n"
}

fn read(file: &Path, catalogue: &mut Catalogue) {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let resource = fluent_syntax::parser::parse(text.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name.to_owned();
        let pattern = message.value.unwrap_or_else(|| panic!("{}: `{id}` has no text", file.display()));
        let mut variables = BTreeSet::new();
        collect(&pattern, &mut variables);
        assert!(catalogue.insert(id.clone(), variables).is_none(), "{}: `{id}` stands twice", file.display());
    }
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => collect_inline(inline, variables),
            Expression::Select { selector, variants } => {
                collect_inline(selector, variables);
                variants.iter().for_each(|variant| collect(&variant.value, variables));
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => match expression.as_ref() {
            Expression::Inline(inner) => collect_inline(inner, variables),
            Expression::Select { selector, variants } => {
                collect_inline(selector, variables);
                variants.iter().for_each(|variant| collect(&variant.value, variables));
            }
        },
        _ => {}
    }
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("readable folder").path())
        .collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    path.file_name().expect("not the root").to_string_lossy().into_owned()
}
