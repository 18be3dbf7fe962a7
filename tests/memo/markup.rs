//! Reads a page strictly enough to know that every tag is closed in order and what the page refers to.

use std::collections::BTreeSet;

/// What was found in a page.
#[derive(Default)]
pub struct Markup {
    pub elements: Vec<String>,
    /// Text outside of tags and styles, entities resolved, pieces joined by a blank.
    pub text: String,
    /// (element, attribute, value), entities resolved.
    pub attributes: Vec<(String, String, String)>,
    pub ids: BTreeSet<String>,
    pub style: String,
}

/// Panics where the markup is not well formed or an id is used twice.
pub fn read(html: &str) -> Markup {
    let mut rest = html.strip_prefix("<!DOCTYPE html>\n").expect("a document type");
    let mut found = Markup::default();
    let mut open: Vec<String> = vec![];
    while let Some(start) = rest.find('<') {
        if open.last().is_some_and(|name| name == "style") {
            let end = rest.find("</style>").expect("a style ends");
            found.style.push_str(&rest[..end]);
            open.pop();
            rest = &rest[end + "</style>".len()..];
            continue;
        }
        found.text.push_str(&plain(&rest[..start]));
        found.text.push(' ');
        let end = start + rest[start..].find('>').expect("every tag ends");
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "tags close in order");
            continue;
        }
        let (body, is_closed) = tag.strip_suffix('/').map_or((tag, false), |body| (body, true));
        let name = body.split_whitespace().next().expect("a tag has a name").to_owned();
        read_attributes(&name, &body[name.len()..], &mut found);
        found.elements.push(name.clone());
        if !is_closed {
            open.push(name);
        }
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "everything is closed: {open:?}");
    found
}

fn read_attributes(element: &str, mut body: &str, found: &mut Markup) {
    while !body.trim().is_empty() {
        let (name, after) = body.trim_start().split_once("=\"").expect("an attribute has a quoted value");
        let is_name = name.chars().all(|each| each.is_ascii_alphanumeric() || "-:_".contains(each));
        assert!(is_name && !name.starts_with("on"), "attribute {name:?}");
        let (value, after) = after.split_once('"').expect("a quoted value ends");
        let value = plain(value);
        if name == "id" {
            assert!(found.ids.insert(value.clone()), "id {value:?} twice");
        }
        found.attributes.push((element.to_owned(), name.to_owned(), value));
        body = after;
    }
}

/// Resolves the entities; a bare `&` or `>` is not what the writer makes.
fn plain(text: &str) -> String {
    let known = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")];
    assert!(!text.contains('>'), "a bare > in {text:?}");
    let resolved = known.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter));
    assert!(!resolved.replace("&amp;", "").contains('&'), "a bare ampersand in {text:?}");
    resolved.replace("&amp;", "&")
}
