//! The pages, embedded in the program: every file of `web/pages/dist` by its address, with how long it may be kept.
//!
//! Pages talk only to the public interface. Addresses of views are no files: they all lead to the one page that draws them.

use std::borrow::Cow;

use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "web/pages/dist/"]
struct Pages;

/// The page that draws every view.
const PAGE: &str = "index.html";

/// Files whose names tell their content, so that they never change.
const LASTING: &str = "assets/";

/// A file of the pages.
#[derive(Clone, Debug)]
pub struct Asset {
    pub bytes: Cow<'static, [u8]>,
    pub content_type: &'static str,
    /// Tells its versions apart.
    pub tag: String,
    /// Whether another version would have another address.
    pub is_lasting: bool,
}

/// The file at an address, or the page for the address of a view; `None` for addresses that are neither.
pub fn asset(path: &str) -> Option<Asset> {
    let name = path.trim_start_matches('/');
    if let Some(file) = Pages::get(name).filter(|_| name != PAGE) {
        return Some(told(name, file));
    }
    let first = name.split('/').next().unwrap_or_default();
    let is_view = ["", "dossiers", "sign-in"].contains(&first);
    page().filter(|_| is_view)
}

/// The page that draws every view, and says so where there is none.
pub fn page() -> Option<Asset> {
    Pages::get(PAGE).map(|page| told(PAGE, page))
}

fn told(name: &str, file: EmbeddedFile) -> Asset {
    let hash = file.metadata.sha256_hash();
    let tag = hash[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    Asset { bytes: file.data, content_type: content_type(name), tag, is_lasting: name.starts_with(LASTING) }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_is_drawn_by_the_one_page_and_nothing_else_is() {
        let page = asset("/").expect("the page");
        assert!(page.content_type.starts_with("text/html") && !page.is_lasting);
        for view in ["/dossiers/banque-horizon/plan", "/dossiers", "/sign-in"] {
            assert_eq!(asset(view).map(|found| found.tag), Some(page.tag.clone()), "{view}");
        }
        for other in ["/api/v1/nothing", "/assets/nothing.js", "/../Cargo.toml", "/metrics"] {
            assert!(asset(other).is_none(), "{other}");
        }
    }

    #[test]
    fn every_file_has_a_type_and_what_the_page_names_is_there() {
        let page = asset("/").expect("the page");
        let text = String::from_utf8_lossy(&page.bytes).into_owned();
        let named: Vec<&str> = text.split('"').filter(|part| part.starts_with("/assets/")).collect();
        assert!(!named.is_empty(), "{text}");
        for path in named {
            let file = asset(path).unwrap_or_else(|| panic!("{path} is not there"));
            assert!(file.is_lasting && file.content_type != "application/octet-stream", "{path}");
        }
        assert!(!text.contains("http://") && !text.contains("https://"), "nothing is fetched from outside");
    }
}
