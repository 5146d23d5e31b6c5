//! What came back, and the forms on it.

use std::fmt;

use scraper::{ElementRef, Html, Selector};

pub struct Page {
    /// What was asked for.
    pub path: String,
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Page {
    /// Reads a whole HTTP/1.1 answer.
    pub fn parse(path: &str, answer: &[u8]) -> Self {
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("a head that ends");
        let head = std::str::from_utf8(&answer[..end]).expect("a head in ASCII");
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|code| code.parse().ok());
        let headers =
            lines.filter_map(|line| line.split_once(": ")).map(|(n, v)| (n.to_lowercase(), v.into())).collect();
        let mut page = Self {
            path: path.into(),
            status: status.expect("a status line"),
            headers,
            body: answer[end + 4..].to_vec(),
        };
        if page.header("transfer-encoding") == Some("chunked") {
            page.body = join_chunks(&page.body);
        }
        page
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Every value of a header that may come more than once.
    pub fn headers(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("a page in UTF-8")
    }

    /// The text of every element that the selector finds, with its white space folded.
    pub fn all(&self, selector: &str) -> Vec<String> {
        let document = Html::parse_document(self.text());
        document.select(&parsed(selector)).map(words).collect()
    }

    /// The text of the one element that the selector finds.
    pub fn one(&self, selector: &str) -> String {
        let mut found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector} should be there once: {self:?}");
        found.remove(0)
    }

    /// An attribute of every element that the selector finds and that has it.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let document = Html::parse_document(self.text());
        document.select(&parsed(selector)).filter_map(|element| element.attr(name).map(Into::into)).collect()
    }

    /// Every form that the selector finds.
    pub fn forms(&self, selector: &str) -> Vec<Form> {
        let document = Html::parse_document(self.text());
        document.select(&parsed(selector)).map(|form| Form::read(form, &self.path)).collect()
    }

    /// The one form that the selector finds, filled in as the page has it.
    pub fn form(&self, selector: &str) -> Form {
        let document = Html::parse_document(self.text());
        let parsed = parsed(selector);
        let mut found = document.select(&parsed);
        let form = found.next().unwrap_or_else(|| panic!("no {selector}: {self:?}"));
        assert!(found.next().is_none(), "more than one {selector}: {self:?}");
        Form::read(form, &self.path)
    }
}

/// Shown when a test fails.
impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} {}", self.status, self.path)?;
        for (name, value) in &self.headers {
            writeln!(f, "{name}: {value}")?;
        }
        write!(f, "\n{}", String::from_utf8_lossy(&self.body))
    }
}

/// A form as a browser sees it: hidden fields with their values, boxes ticked or not, what was typed before.
#[derive(Clone, Debug)]
pub struct Form {
    action: String,
    fields: Vec<Field>,
    /// The button that is pressed; without one, the first.
    button: Option<(String, String)>,
}

#[derive(Clone, Debug)]
struct Field {
    name: String,
    value: String,
    /// For boxes and options: whether this one is chosen. What can be typed in always is.
    chosen: bool,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Typed,
    Hidden,
    /// One of several with the same name.
    Radio,
    Box,
    Button,
}

impl Form {
    fn read(form: ElementRef<'_>, path: &str) -> Self {
        assert_eq!(form.attr("method").map(str::to_lowercase).as_deref(), Some("post"), "forms are sent by POST");
        let mut fields: Vec<_> =
            form.select(&parsed("input, textarea, option, button")).filter_map(Field::read).collect();
        for list in form.select(&parsed("select")).filter_map(|list| list.attr("name")) {
            choose_first_when_none_is(&mut fields, list);
        }
        let button = fields.iter().find(|field| field.kind == Kind::Button).map(Field::pair);
        Self { action: form.attr("action").filter(|action| !action.is_empty()).unwrap_or(path).into(), fields, button }
    }

    pub fn action(&self) -> &str {
        &self.action
    }

    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<_> = self.fields.iter().map(|field| field.name.as_str()).collect();
        names.dedup();
        names
    }

    /// What would be sent for this name.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields
            .iter()
            .find(|field| field.name == name && field.chosen && field.kind != Kind::Button)
            .map(|field| field.value.as_str())
    }

    /// What stands in a field that somebody types into.
    pub fn typed(&self, name: &str) -> Option<&str> {
        let typed = self.fields.iter().find(|field| field.name == name && field.kind == Kind::Typed);
        typed.map(|field| field.value.as_str())
    }

    /// Types into a field, or chooses the box or option with this value.
    pub fn set(mut self, name: &str, value: &str) -> Self {
        if let Some(typed) = self.fields.iter_mut().find(|field| field.name == name && field.kind == Kind::Typed) {
            typed.value = value.into();
            return self;
        }
        let chosen = self.position(name, value);
        if self.fields[chosen].kind == Kind::Radio {
            self.fields.iter_mut().filter(|field| field.name == name).for_each(|field| field.chosen = false);
        }
        self.fields[chosen].chosen = true;
        self
    }

    /// Takes the tick out of a box.
    pub fn clear(mut self, name: &str, value: &str) -> Self {
        let chosen = self.position(name, value);
        self.fields[chosen].chosen = false;
        self
    }

    /// Presses a button other than the first.
    pub fn press(mut self, name: &str, value: &str) -> Self {
        let button = self.position(name, value);
        assert_eq!(self.fields[button].kind, Kind::Button, "{name}={value} is not a button");
        self.button = Some(self.fields[button].pair());
        self
    }

    /// Sends what no page offers: for tests of forged and odd input.
    pub fn forge(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|field| field.name != name);
        self.fields.push(Field { name: name.into(), value: value.into(), chosen: true, kind: Kind::Typed });
        self
    }

    pub fn encoded(&self) -> String {
        let chosen = self.fields.iter().filter(|field| field.chosen && field.kind != Kind::Button).map(Field::pair);
        let named = chosen.chain(self.button.clone()).filter(|(name, _)| !name.is_empty());
        form_urlencoded::Serializer::new(String::new()).extend_pairs(named).finish()
    }

    fn position(&self, name: &str, value: &str) -> usize {
        let found = self.fields.iter().position(|field| field.name == name && field.value == value);
        found.unwrap_or_else(|| panic!("the form offers no {name}={value}: {:?}", self.fields))
    }
}

impl Field {
    fn read(element: ElementRef<'_>) -> Option<Self> {
        let has = |name| element.attr(name).is_some();
        if has("disabled") {
            return None;
        }
        let value = || element.attr("value").unwrap_or_default().to_owned();
        let (kind, value, chosen) = match (element.value().name(), element.attr("type").unwrap_or_default()) {
            // A browser drops one line break at the start and sends the others as CR LF.
            ("textarea", _) => (Kind::Typed, element.text().collect::<String>().replace('\n', "\r\n"), true),
            ("option", _) => (Kind::Radio, value(), has("selected")),
            ("button", _) | (_, "submit") => (Kind::Button, value(), false),
            (_, "hidden") => (Kind::Hidden, value(), true),
            _ if has("readonly") => (Kind::Hidden, value(), true),
            (_, "radio") => (Kind::Radio, value_or_on(element), has("checked")),
            (_, "checkbox") => (Kind::Box, value_or_on(element), has("checked")),
            _ => (Kind::Typed, value(), true),
        };
        Some(Self { name: name_of(element), value, chosen, kind })
    }

    fn pair(&self) -> (String, String) {
        (self.name.clone(), self.value.clone())
    }
}

/// As browsers do with a list.
fn choose_first_when_none_is(fields: &mut [Field], list: &str) {
    if !fields.iter().any(|field| field.name == list && field.chosen) {
        fields.iter_mut().filter(|field| field.name == list).take(1).for_each(|field| field.chosen = true);
    }
}

/// An option has its select's name.
fn name_of(element: ElementRef<'_>) -> String {
    let select = || element.ancestors().filter_map(ElementRef::wrap).find_map(|above| above.attr("name"));
    element
        .attr("name")
        .or_else(|| (element.value().name() == "option").then(select).flatten())
        .unwrap_or_default()
        .into()
}

fn value_or_on(element: ElementRef<'_>) -> String {
    element.attr("value").unwrap_or("on").into()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

fn parsed(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"))
}

fn join_chunks(mut rest: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    loop {
        let line = rest.windows(2).position(|two| two == b"\r\n").expect("a chunk's size");
        let size = std::str::from_utf8(&rest[..line]).ok().and_then(|size| usize::from_str_radix(size, 16).ok());
        let size = size.expect("a size in hexadecimal");
        if size == 0 {
            return body;
        }
        body.extend_from_slice(&rest[line + 2..line + 2 + size]);
        rest = &rest[line + 2 + size + 2..];
    }
}
