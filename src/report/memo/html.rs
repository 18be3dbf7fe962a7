//! `Html`: markup that can only be made of this program's own literals and of escaped text.

/// A piece of a page. Text becomes markup only through `escape`; a test of the type, not of the writer's care.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Markup or style that this program holds itself.
    pub fn literal(markup: &'static str) -> Html {
        Html(markup.to_string())
    }

    /// A picture of the chart engine, which escapes its texts on its own.
    pub fn drawing(svg: &str) -> Html {
        Html(svg.to_string())
    }

    /// This piece with another one after it.
    pub fn and(mut self, more: impl Into<Html>) -> Html {
        self.0.push_str(&more.into().0);
        self
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The markup.
    pub fn markup(self) -> String {
        self.0
    }
}

impl From<&str> for Html {
    fn from(text: &str) -> Html {
        Html(escape(text))
    }
}

impl From<String> for Html {
    fn from(text: String) -> Html {
        Html(escape(&text))
    }
}

impl FromIterator<Html> for Html {
    fn from_iter<Pieces: IntoIterator<Item = Html>>(pieces: Pieces) -> Html {
        pieces.into_iter().fold(Html::default(), Html::and)
    }
}

impl<const N: usize> From<[Html; N]> for Html {
    fn from(pieces: [Html; N]) -> Html {
        pieces.into_iter().collect()
    }
}

/// An element without attributes.
pub fn element(name: &'static str, inner: impl Into<Html>) -> Html {
    with(name, &[], inner)
}

/// An element of a class.
pub fn classed(name: &'static str, class: &'static str, inner: impl Into<Html>) -> Html {
    with(name, &[("class", class)], inner)
}

/// An element with attributes; their values are escaped.
pub fn with(name: &'static str, attributes: &[(&'static str, &str)], inner: impl Into<Html>) -> Html {
    let mut html = format!("<{name}");
    for (attribute, value) in attributes {
        html.push_str(&format!(" {attribute}=\"{}\"", escape(value)));
    }
    Html(format!("{html}>{}</{name}>", inner.into().0))
}

/// A list with one entry per piece; nothing without pieces.
pub fn list(class: &'static str, entries: impl IntoIterator<Item = Html>) -> Html {
    let entries: Html = entries.into_iter().map(|entry| element("li", entry)).collect();
    if entries.is_empty() { entries } else { classed("ul", class, entries).and(Html::literal("\n")) }
}

/// Text as it may stand in an element or a quoted attribute.
///
/// Characters that draw nothing and could reorder a line or end a page are left out. Blanks that French sets before
/// high punctuation and inside guillemets are kept from breaking; English text has none there.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut letters = text.chars().filter(|letter| !is_hidden(*letter)).peekable();
    let mut is_after_opening = false;
    while let Some(letter) = letters.next() {
        match (letter, letters.peek()) {
            ('&', _) => escaped.push_str("&amp;"),
            ('<', _) => escaped.push_str("&lt;"),
            ('>', _) => escaped.push_str("&gt;"),
            ('"', _) => escaped.push_str("&quot;"),
            ('\'', _) => escaped.push_str("&#39;"),
            (' ', Some(';' | '!' | '?' | '»' | '%')) => escaped.push('\u{202f}'),
            (' ', Some(':')) => escaped.push('\u{a0}'),
            (' ', _) if is_after_opening => escaped.push('\u{202f}'),
            _ => escaped.push(letter),
        }
        is_after_opening = letter == '«';
    }
    escaped
}

fn is_hidden(letter: char) -> bool {
    let is_control = letter.is_control() && letter != '\n' && letter != '\t';
    is_control
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_never_becomes_markup() {
        let hostile = "</title><script>alert(\"1\" & '2')</script>\u{0}\u{202e}";
        let safe = "&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;";
        assert_eq!(Html::from(hostile).markup(), safe);
        let attribute = with("p", &[("title", "\" onclick=\"x")], "a");
        assert_eq!(attribute.markup(), "<p title=\"&quot; onclick=&quot;x\">a</p>");
    }

    #[test]
    fn french_blanks_do_not_break() {
        assert_eq!(
            escape("« oui » : 5 % ; non ?"),
            "«\u{202f}oui\u{202f}»\u{a0}: 5\u{202f}%\u{202f}; non\u{202f}?"
        );
        assert_eq!(escape("yes: 5%; no?"), "yes: 5%; no?");
    }

    #[test]
    fn pieces_join_in_order() {
        let page: Html = [element("b", "1"), Html::literal("<br/>"), Html::from("<")].into();
        assert_eq!(page.markup(), "<b>1</b><br/>&lt;");
        assert!(list("plain", []).is_empty());
    }
}
