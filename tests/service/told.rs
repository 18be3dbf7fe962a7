//! What the service tells a collector of traces.

use std::process::Command;
use std::time::Duration;

use crate::listener::listen;
use crate::running::Running;

#[test]
fn requests_are_told_to_the_collector_before_the_service_ends() {
    let (address, calls) = listen(|_| ("200 OK", String::new()));
    let folder = tempfile::tempdir().expect("a folder");
    let endpoint = format!("http://{address}");
    let service = Running::start(folder.path(), &["--otlp-endpoint", &endpoint]);
    assert_eq!(service.get("/dossiers").status, 200);
    // A graceful end sends what was not sent yet.
    let asked = Command::new("kill").arg(service.process().to_string()).status().expect("kill runs");
    assert!(asked.success());
    let call = calls.recv_timeout(Duration::from_secs(30)).expect("spans");
    assert_eq!((call.path.as_str(), call.header("content-type")), ("/v1/traces", "application/x-protobuf"));
    let told = String::from_utf8_lossy(&call.body);
    for part in ["service.name", "cxfolio", "request", "/api/v1/dossiers"] {
        assert!(told.contains(part), "{part} is not in {told:?}");
    }
}
