//! Reads an SVG strictly enough to know that it is well formed and what it holds.

use std::collections::BTreeSet;

/// The texts of an SVG and its ids; panics where the markup is not well formed.
pub struct Markup {
    pub texts: Vec<String>,
    pub ids: Vec<String>,
    /// Ids that something in it refers to.
    pub references: BTreeSet<String>,
    pub elements: Vec<String>,
    /// What the paths draw.
    pub outlines: BTreeSet<String>,
}

pub fn read(svg: &str) -> Markup {
    let mut found = Markup {
        texts: vec![],
        ids: vec![],
        references: BTreeSet::new(),
        elements: vec![],
        outlines: BTreeSet::new(),
    };
    let mut open: Vec<String> = vec![];
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        let text = unescape(&rest[..start]);
        if open.last().is_some_and(|name| name == "text" || name == "title" || name == "desc") {
            found.texts.push(text);
        } else {
            assert!(text.trim().is_empty(), "loose text {text:?}");
        }
        let end = start + rest[start..].find('>').expect("every tag ends");
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "tags close in order");
            continue;
        }
        let (body, closed) = tag.strip_suffix('/').map_or((tag, false), |body| (body, true));
        let name = body.split_whitespace().next().expect("a tag has a name").to_owned();
        attributes(&body[name.len()..], &mut found);
        found.elements.push(name.clone());
        if !closed {
            open.push(name);
        }
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "everything is closed");
    found
}

fn attributes(mut body: &str, found: &mut Markup) {
    while !body.trim().is_empty() {
        let (name, after) = body.trim_start().split_once("=\"").expect("an attribute has a quoted value");
        assert!(
            name.chars().all(|each| each.is_ascii_alphanumeric() || "-:_".contains(each)),
            "attribute {name:?}"
        );
        assert!(!name.starts_with("on"), "no handlers");
        let (value, after) = after.split_once('"').expect("a quoted value ends");
        let value = unescape(value);
        if let Some(id) = value.strip_prefix("url(#") {
            found.references.insert(id.trim_end_matches(')').to_owned());
        }
        if name == "id" {
            found.ids.push(value);
        } else if name == "d" {
            found.outlines.insert(value);
        }
        body = after;
    }
}

/// Undoes the entities; a bare `&` or `<` is not well formed.
fn unescape(text: &str) -> String {
    assert!(!text.contains('<'));
    let known = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")];
    let plain = known.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter));
    assert!(!plain.replace("&amp;", "").contains('&'), "a bare ampersand in {text:?}");
    plain.replace("&amp;", "&")
}
