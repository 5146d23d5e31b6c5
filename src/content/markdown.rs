//! Markdown to HTML that cannot carry anything else: every tag is written here, everything that comes from a text is
//! escaped. What the web draws as a card stays a typed block.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

use super::body::{Block, Body, CALLS_NOTE, Heading, SafeHtml, Section, escape_into};
use super::directive::{self, Directive};
use super::front_matter::line_of;
use super::page::Target;
use super::problem::{Fault, Problem};
use super::prose;
use super::records::{Contact, Records};
use crate::domain::locale::Locale;

/// Reads a body whose first line is line `first_line` of `file`. Never fails: what cannot be shown is told and left out.
pub fn parse(file: &str, body: &str, first_line: usize, locale: Locale, records: &Records) -> (Body, Vec<Problem>) {
    let mut writer = Writer::new(file, body, first_line, locale, records);
    let parser = Parser::new_ext(body, Options::empty());
    let events: Vec<_> = TextMergeWithOffset::new(parser.into_offset_iter()).collect();
    let mut rest = events.as_slice();
    while let [(event, at), after @ ..] = rest {
        writer.at = at.clone();
        rest = match event {
            Event::Start(Tag::Paragraph) => writer.paragraph(after),
            Event::Start(Tag::List(None)) if is_list_of_links(after) => {
                // Ways to go on, drawn as large targets.
                writer.open("<ul class=\"ways\">");
                after
            }
            event => {
                writer.event(event);
                after
            }
        };
    }
    writer.finish()
}

type Located<'a> = (Event<'a>, Range<usize>);

struct Writer<'a> {
    file: &'a str,
    body: &'a str,
    first_line: usize,
    locale: Locale,
    records: &'a Records,
    /// Where the current event stands in the body.
    at: Range<usize>,
    html: String,
    /// The prose before the heading that is being read.
    before_heading: String,
    /// For each open link, whether an `<a>` was written.
    links: Vec<bool>,
    /// Open lists, items and notes.
    depth: usize,
    subsections: usize,
    done: Body,
    problems: Vec<Problem>,
}

impl<'a> Writer<'a> {
    fn new(file: &'a str, body: &'a str, first_line: usize, locale: Locale, records: &'a Records) -> Self {
        Self {
            file,
            body,
            first_line,
            locale,
            records,
            at: 0..0,
            html: String::new(),
            before_heading: String::new(),
            links: Vec::new(),
            depth: 0,
            subsections: 0,
            done: Body { sections: vec![Section::default()], uses: Vec::new() },
            problems: Vec::new(),
        }
    }

    /// A paragraph, or the directives that stand in its place. Returns the events after what was read.
    fn paragraph<'e>(&mut self, after: &'e [Located<'a>]) -> &'e [Located<'a>] {
        let end = after.iter().position(|(event, _)| *event == Event::End(TagEnd::Paragraph)).unwrap_or(after.len());
        let (inside, rest) = after.split_at(end);
        match directives_alone(inside).filter(|_| self.depth == 0) {
            Some(directives) => {
                directives.into_iter().for_each(|directive| self.block_directive(directive));
                rest.get(1..).unwrap_or_default()
            }
            None => {
                self.html.push_str("<p>");
                after
            }
        }
    }

    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => self.text(text),
            Event::SoftBreak => self.html.push('\n'),
            Event::HardBreak => self.html.push_str("<br>"),
            Event::Html(text) | Event::InlineHtml(text) => {
                self.fault(Fault::RawHtml);
                escape_into(&mut self.html, text);
            }
            Event::Code(text) => {
                self.fault(Fault::NotUsedHere("code"));
                escape_into(&mut self.html, text);
            }
            Event::Rule => self.fault(Fault::NotUsedHere("a ruled line")),
            _ => self.fault(Fault::NotUsedHere("this extension")),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { .. } => self.before_heading = std::mem::take(&mut self.html),
            Tag::BlockQuote(_) => self.open("<div class=\"note\" role=\"note\">"),
            Tag::List(None) => self.open("<ul>"),
            Tag::List(Some(1)) => self.open("<ol>"),
            Tag::List(Some(first)) => self.open(&format!("<ol start=\"{first}\">")),
            Tag::Item => self.open("<li>"),
            Tag::Strong => self.html.push_str("<strong>"),
            Tag::Emphasis => self.html.push_str("<em>"),
            Tag::Link { dest_url, .. } => self.link(dest_url),
            Tag::HtmlBlock => self.html.push_str("<p>"),
            Tag::CodeBlock(_) => {
                self.fault(Fault::NotUsedHere("code"));
                self.html.push_str("<p>");
            }
            Tag::Image { .. } => self.fault(Fault::NotUsedHere("a picture")),
            _ => self.fault(Fault::NotUsedHere("this extension")),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock | TagEnd::CodeBlock => self.html.push_str("</p>"),
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::BlockQuote(_) => self.close("</div>"),
            TagEnd::List(true) => self.close("</ol>"),
            TagEnd::List(false) => self.close("</ul>"),
            TagEnd::Item => self.close("</li>"),
            TagEnd::Strong => self.html.push_str("</strong>"),
            TagEnd::Emphasis => self.html.push_str("</em>"),
            TagEnd::Link if self.links.pop() == Some(true) => self.html.push_str("</a>"),
            _ => {}
        }
    }

    fn open(&mut self, tag: &str) {
        self.depth += 1;
        self.html.push_str(tag);
    }

    fn close(&mut self, tag: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.html.push_str(tag);
    }

    fn heading(&mut self, level: HeadingLevel) {
        let words = std::mem::take(&mut self.html);
        self.html = std::mem::take(&mut self.before_heading);
        let section = self.done.sections.len();
        let misplaced = match level {
            HeadingLevel::H2 => false,
            HeadingLevel::H3 => section == 1,
            _ => true,
        };
        if misplaced || self.depth > 0 {
            self.fault(Fault::HeadingOrder);
        }
        if level > HeadingLevel::H2 || self.depth > 0 {
            self.subsections += 1;
            self.html.push_str(&format!("<h3 id=\"part-{}-{}\">{words}</h3>", section - 1, self.subsections));
            return;
        }
        self.flush();
        self.subsections = 0;
        let heading = Heading { id: format!("part-{section}"), words: SafeHtml::trusted(words) };
        self.done.sections.push(Section { heading: Some(heading), ..Section::default() });
    }

    fn link(&mut self, to: &str) {
        let href = match to.strip_prefix("page:") {
            Some(id) => match Target::from_id(id) {
                Some(target) => {
                    self.done.uses.push(to.to_owned());
                    Some(target.path(self.locale))
                }
                None => self.refuse(Fault::UnknownPage(id.to_owned())),
            },
            None if is_web_address(to) => Some(to.to_owned()),
            None => self.refuse(Fault::BadLink(to.to_owned())),
        };
        self.links.push(href.is_some());
        let Some(href) = href else { return };
        self.html.push_str("<a href=\"");
        escape_into(&mut self.html, &href);
        // Another site must not learn from where, nor hold on to our window, nor be vouched for.
        let rel = if href.starts_with('/') { "\">" } else { "\" rel=\"noreferrer noopener nofollow\">" };
        self.html.push_str(rel);
    }

    fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some((before, directive, after)) = directive::next(rest) {
            self.words(before);
            self.inline_directive(directive);
            rest = after;
        }
        self.words(rest);
    }

    fn words(&mut self, words: &str) {
        prose::faults(words).into_iter().for_each(|fault| self.fault(fault));
        escape_into(&mut self.html, words);
    }

    fn inline_directive(&mut self, text: &str) {
        match directive::resolve(text, self.records) {
            Ok(Directive::Phone(contact)) => self.phone(contact),
            Ok(Directive::Alone(_)) => self.fault(Fault::DirectiveNotAlone(text.to_owned())),
            Err(fault) => self.fault(fault),
        }
    }

    /// A number in a sentence. One that is not confirmed is never written: the service's name stands in.
    fn phone(&mut self, contact: &Contact) {
        self.done.uses.push(format!("phone:{}", contact.id));
        let Some(number) = contact.number() else {
            escape_into(&mut self.html, &contact.name);
            return self.fault(Fault::UnconfirmedNumber(contact.id.clone()));
        };
        self.html.push_str("<a href=\"tel:");
        self.html.extend(number.chars().filter(char::is_ascii_digit));
        self.html.push_str(&format!("\" aria-describedby=\"{CALLS_NOTE}\"><bdi dir=\"ltr\">"));
        escape_into(&mut self.html, number);
        self.html.push_str("</bdi></a>");
        self.holds_a_number();
    }

    fn holds_a_number(&mut self) {
        if let Some(section) = self.done.sections.last_mut() {
            section.calls = true;
        }
    }

    fn block_directive(&mut self, text: &str) {
        match directive::resolve(text, self.records) {
            Ok(Directive::Alone(block)) => {
                if self.done.sections.len() == 1 && !matches!(block, Block::Figure(_)) {
                    self.fault(Fault::CardWithoutHeading(text.to_owned()));
                }
                self.done.uses.push(text.to_owned());
                self.flush();
                if !matches!(block, Block::Figure(_)) {
                    self.holds_a_number();
                }
                self.block(block);
            }
            Ok(Directive::Phone(contact)) => self.phone(contact),
            Err(fault) => self.fault(fault),
        }
    }

    /// Ends the current stretch of prose.
    fn flush(&mut self) {
        let html = std::mem::take(&mut self.html);
        if !html.is_empty() {
            self.block(Block::Prose(SafeHtml::trusted(html)));
        }
    }

    fn block(&mut self, block: Block) {
        if let Some(section) = self.done.sections.last_mut() {
            section.blocks.push(block);
        }
    }

    fn fault(&mut self, fault: Fault) {
        let line = self.first_line + line_of(self.body, self.at.start) - 1;
        self.problems.push(Problem::new(self.file, Some(line), fault));
    }

    fn refuse<T>(&mut self, fault: Fault) -> Option<T> {
        self.fault(fault);
        None
    }

    fn finish(mut self) -> (Body, Vec<Problem>) {
        self.flush();
        self.done.sections.retain(|section| section.heading.is_some() || !section.blocks.is_empty());
        (self.done, self.problems)
    }
}

/// The directives of a paragraph that holds nothing else, each on a line of its own.
fn directives_alone<'e>(inside: &'e [Located<'_>]) -> Option<Vec<&'e str>> {
    let lines = inside.iter().filter(|(event, _)| *event != Event::SoftBreak);
    lines.map(|(event, _)| if let Event::Text(text) = event { directive::alone(text) } else { None }).collect()
}

/// Every item is one link and nothing else.
fn is_list_of_links(after: &[Located<'_>]) -> bool {
    let inside = after.iter().map(|(event, _)| event).take_while(|event| !matches!(event, Event::End(TagEnd::List(_))));
    let mut in_link = false;
    inside.into_iter().all(|event| match event {
        Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link) => {
            in_link = matches!(event, Event::Start(_));
            true
        }
        Event::Start(Tag::Item) | Event::End(TagEnd::Item) => true,
        _ => in_link,
    })
}

fn is_web_address(to: &str) -> bool {
    to.strip_prefix("https://").is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_ascii_alphanumeric())
            && !rest.contains(|letter: char| letter.is_whitespace() || "\"'<>\\".contains(letter))
    })
}

#[cfg(test)]
mod tests;
