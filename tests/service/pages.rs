//! The pages: served from inside the program, kept as long as they may be, and to nobody else's frame.

use crate::running::{Running, Told};

fn fetch(service: &Running, path: &str, headers: &[(&str, &str)]) -> Told {
    service.try_fetch("GET", path, headers, None).expect("an answer")
}

#[test]
fn every_view_is_the_one_page_and_its_files_are_kept_for_good() {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Running::start(folder.path(), &["--demo"]);
    let page = fetch(&service, "/", &[]);
    assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"));
    assert_eq!(page.header("cache-control"), "no-cache");
    let policy = page.header("content-security-policy");
    assert!(policy.contains("script-src 'self';") && policy.contains("frame-ancestors 'none'"), "{policy}");
    for view in ["/dossiers/banque-horizon/plan?lock=B01", "/dossiers/nobody", "/sign-in"] {
        assert_eq!(fetch(&service, view, &[]).text, page.text, "{view}");
    }
    let known = fetch(&service, "/", &[("if-none-match", page.header("etag"))]);
    assert_eq!((known.status, known.text.as_str()), (304, ""));

    let files: Vec<&str> = page.text.split('"').filter(|part| part.starts_with("/assets/")).collect();
    assert!(files.iter().any(|file| file.ends_with(".js")), "{}", page.text);
    for file in files {
        let told = fetch(&service, file, &[]);
        assert_eq!((told.status, told.header("x-content-type-options")), (200, "nosniff"), "{file}");
        assert!(told.header("cache-control").contains("immutable"), "{file}");
    }
}

#[test]
fn what_is_neither_page_nor_interface_is_a_problem() {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Running::start(folder.path(), &[]);
    for path in ["/api/v1/nothing", "/api/nothing", "/assets/nothing.js", "/favicon.ico", "/Cargo.toml"] {
        let told = fetch(&service, path, &[]);
        assert_eq!(told.status, 404, "{path}");
        assert!(told.header("content-type").starts_with("application/problem+json"), "{path}");
    }
    let browser = [("accept", "text/html,application/xhtml+xml,*/*;q=0.8")];
    let page = fetch(&service, "/", &[]);
    let lost = fetch(&service, "/foo/bar", &browser);
    assert_eq!((lost.status, &lost.text), (404, &page.text), "a wrong link is told by the page");
    assert!(fetch(&service, "/api/nothing", &browser).header("content-type").starts_with("application/problem"));
    let written = service.try_fetch("POST", "/", &[], Some("{}".to_string())).expect("an answer");
    assert_eq!(written.status, 404);
}
