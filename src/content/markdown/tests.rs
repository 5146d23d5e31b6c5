use super::*;
use crate::content::records::Group;
use crate::content::sample;

fn read(body: &str) -> (Body, Vec<Fault>) {
    let (body, problems) = parse("x/pl.md", body, 1, Locale::Pl, &sample::records());
    (body, problems.into_iter().map(|problem| problem.fault).collect())
}

/// The prose of a body without headings.
fn html(body: &str) -> String {
    let (body, _) = read(body);
    let blocks = body.sections.iter().flat_map(|section| &section.blocks);
    blocks.map(|block| if let Block::Prose(html) = block { html.as_str() } else { "[card]" }).collect()
}

#[test]
fn plain_markdown_becomes_plain_tags() {
    assert_eq!(html("One *two*\n**three**."), "<p>One <em>two</em>\n<strong>three</strong>.</p>");
    assert_eq!(html("- a\n- b"), "<ul><li>a</li><li>b</li></ul>");
    assert_eq!(html("3. a"), "<ol start=\"3\"><li>a</li></ol>");
    assert_eq!(
        html("> **Important.** Wait."),
        "<div class=\"note\" role=\"note\"><p><strong>Important.</strong> Wait.</p></div>"
    );
}

#[test]
fn nothing_typed_becomes_a_tag() {
    for hostile in [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "`<b>`",
        "    <b>",
        "![<b>](https://example.org/a.png)",
        "[x](javascript:alert(1))",
        "[x](https://example.org/\"onclick=\"alert(1))",
        "<https://example.org/'><b>",
        "## <i>x</i>",
        "{{<b>}}",
    ] {
        let shown = html(hostile);
        for tag in ["<script", "<img", "<b", "<i>", "onclick=\"", "javascript:"] {
            assert!(!shown.contains(tag), "{hostile} gave {shown}");
        }
        assert_ne!(read(hostile).1, [], "{hostile} is told");
    }
}

#[test]
fn links_stay_in_the_language_and_other_sites_learn_nothing() {
    assert_eq!(html("[a](page:devices)"), "<p><a href=\"/pl/devices\">a</a></p>");
    assert_eq!(html("[a](page:start)"), "<p><a href=\"/pl/\">a</a></p>");
    assert_eq!(
        html("[a](https://example.org/?a=1&b)"),
        "<p><a href=\"https://example.org/?a=1&amp;b\" rel=\"noreferrer noopener nofollow\">a</a></p>"
    );
    assert_eq!(read("[a](page:desk)").1, [Fault::UnknownPage("desk".into())]);
    for bad in ["http://example.org", "/desk", "mailto:a@example.org", "#part-1", "//example.org"] {
        assert_eq!(html(&format!("[a]({bad})")), "<p>a</p>");
        assert_eq!(read(&format!("[a]({bad})")).1, [Fault::BadLink(bad.into())]);
    }
}

#[test]
fn headings_have_the_same_ids_in_every_language_and_make_sections() {
    let (body, faults) = read("Intro\n\n## One\n\n### a\n\n### b\n\n## Two\n\n### c");
    assert_eq!(faults, []);
    let ids: Vec<_> = body.sections.iter().map(|s| s.heading.as_ref().map(|h| h.id.as_str())).collect();
    assert_eq!(ids, [None, Some("part-1"), Some("part-2")]);
    assert!(html("## One\n\n### a\n\n### b").contains("<h3 id=\"part-1-2\">b</h3>"));
    for wrong in ["# One", "### First", "## One\n\n#### deep", "> ## in a note"] {
        assert_eq!(read(wrong).1, [Fault::HeadingOrder], "{wrong}");
    }
}

#[test]
fn cards_are_blocks_and_only_alone() {
    let (body, faults) = read("## Part\n\nBefore\n\n{{contact:line}}\n{{contacts:local}}\n\n{{figure:year}}\n\nAfter");
    assert_eq!(faults, []);
    assert!(matches!(&body.sections[0].blocks[..], [
        Block::Prose(_),
        Block::Contact(line),
        Block::Contacts(Group::Local),
        Block::Figure(year),
        Block::Prose(_)
    ] if line == "line" && year == "year"));
    assert_eq!(body.uses, ["contact:line", "contacts:local", "figure:year"]);
    for inside in ["See {{contact:line}} now", "- {{contact:line}}", "> {{contact:line}}"] {
        assert_eq!(read(inside).1, [Fault::DirectiveNotAlone("contact:line".into())], "{inside}");
    }
    assert_eq!(read("{{contacts:local}}").1, [Fault::CardWithoutHeading("contacts:local".into())]);
    assert_eq!(read("{{contact:nobody}}").1, [Fault::UnknownRecord("nobody".into())]);
    assert_eq!(read("{{contacts:moon}}").1, [Fault::UnknownDirective("contacts:moon".into())]);
    assert_eq!(read("{{figure:disputed}}").1, [Fault::UnconfirmedFigure("disputed".into())]);
}

#[test]
fn a_number_in_a_sentence_comes_from_its_record() {
    assert_eq!(
        html("Call {{phone:line}}."),
        "<p>Call <a href=\"tel:08082000247\" aria-describedby=\"calls\"><bdi dir=\"ltr\">0808 2000 247</bdi></a>.</p>"
    );
    assert!(read("- {{phone:line}}").0.sections[0].calls);
    assert!(read("{{phone:line}}").0.sections[0].calls);
    assert!(!read("999").0.sections[0].calls);
}

#[test]
fn an_unconfirmed_number_is_never_written() {
    assert_eq!(html("Call {{phone:rumour}}."), "<p>Call A &lt;Rumour&gt;.</p>");
    assert_eq!(read("{{phone:rumour}}").1, [Fault::UnconfirmedNumber("rumour".into())]);
}

#[test]
fn faults_know_their_line() {
    let (_, problems) = parse("x/en.md", "One\n\nTwo\n\nCall 0808 2000 247\n", 10, Locale::En, &sample::records());
    assert_eq!(problems, [Problem::new("x/en.md", Some(14), Fault::Digits("0808 2000 247".into()))]);
}

#[test]
fn a_list_of_links_alone_is_a_list_of_ways_on() {
    assert!(html("- [a](page:rights)\n- [b *c*](page:tell)").starts_with("<ul class=\"ways\">"));
    for plain in ["- [a](page:rights) and\n- [b](page:tell)", "- a", "- [a](page:rights)\n  - b"] {
        assert!(html(plain).starts_with("<ul><li>"), "{plain}");
    }
}
