//! A running service, and requests to it.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::Value;
use ureq::Agent;
use ureq::http::{Request, Response};

/// A service that is killed when it is dropped.
pub struct Running {
    child: Child,
    _told: BufReader<ChildStdout>,
    pub address: String,
    agent: Agent,
}

/// What was answered.
#[derive(Debug)]
pub struct Told {
    pub status: u16,
    pub body: Value,
    pub text: String,
    headers: ureq::http::HeaderMap,
}

impl Told {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|text| text.to_str().ok()).unwrap_or_default()
    }

    pub fn etag(&self) -> String {
        self.header("etag").to_string()
    }

    /// The code of a refusal.
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }
}

/// The program, with what the service needs for it to be on its own.
pub fn program(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cxfolio"));
    command.args(["serve", "--log", "error", "--data"]).arg(data).args(arguments);
    command
}

impl Running {
    /// Starts the service on a free port.
    pub fn start(data: &Path, arguments: &[&str]) -> Running {
        let arguments = [arguments, &["--listen", "127.0.0.1:0"]].concat();
        let mut child = program(data, &arguments).stdout(Stdio::piped()).spawn().expect("the program starts");
        let mut told = BufReader::new(child.stdout.take().expect("its output"));
        let mut line = String::new();
        told.read_line(&mut line).expect("a line");
        let address = line.split("http://").nth(1).and_then(|rest| rest.split_whitespace().next());
        let address = address.unwrap_or_else(|| panic!("no address in {line:?}")).to_string();
        let config = Agent::config_builder().http_status_as_error(false).build();
        Running { child, _told: told, address, agent: config.into() }
    }

    /// Its number among the processes.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Waits until it has ended by itself.
    pub fn ended(mut self) -> std::process::ExitStatus {
        for _ in 0..600 {
            if let Some(status) = self.child.try_wait().expect("it can be asked") {
                return status;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("it did not end");
    }

    /// Ends it at once, as a crash would.
    pub fn kill(mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ended");
    }

    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Option<&Value>) -> Told {
        let text = body.map(Value::to_string);
        self.try_send(method, path, headers, text).unwrap_or_else(|fault| panic!("{method} {path}: {fault}"))
    }

    /// The same, where the service may not live long enough to answer.
    pub fn try_send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<String>,
    ) -> Result<Told, ureq::Error> {
        let root = if path.starts_with("/api") || path == "/metrics" { "" } else { "/api/v1" };
        self.try_fetch(method, &format!("{root}{path}"), headers, body)
    }

    /// The same at any address of the service.
    pub fn try_fetch(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<String>,
    ) -> Result<Told, ureq::Error> {
        let mut request = Request::builder().method(method).uri(format!("http://{}{path}", self.address));
        if body.is_some() && !headers.iter().any(|(name, _)| *name == "content-type") {
            request = request.header("content-type", "application/json");
        }
        for (name, text) in headers {
            request = request.header(*name, *text);
        }
        let mut response: Response<ureq::Body> = match body {
            Some(text) => self.agent.run(request.body(text).expect("a request"))?,
            None => self.agent.run(request.body(()).expect("a request"))?,
        };
        let text = response.body_mut().with_config().limit(100 << 20).read_to_string()?;
        Ok(Told {
            status: response.status().as_u16(),
            body: serde_json::from_str(&text).unwrap_or_default(),
            headers: response.headers().clone(),
            text,
        })
    }

    pub fn get(&self, path: &str) -> Told {
        self.send("GET", path, &[], None)
    }

    pub fn post(&self, path: &str, body: &Value) -> Told {
        self.send("POST", path, &[], Some(body))
    }

    /// Puts rows in or merges them, whatever the dossier is now.
    pub fn merge(&self, path: &str, body: &Value) -> Told {
        self.send("POST", path, &[("if-match", "*")], Some(body))
    }

    /// Sends a file of rows to be imported; `fields` are those of the form beside it.
    pub fn import(
        &self,
        dossier: &str,
        (name, text): (&str, &str),
        fields: &[(&str, &str)],
        headers: &[(&str, &str)],
    ) -> Result<Told, ureq::Error> {
        let mut form = String::new();
        for (field, text) in fields {
            form += &format!("--b\r\ncontent-disposition: form-data; name=\"{field}\"\r\n\r\n{text}\r\n");
        }
        form += &format!(
            "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n{text}\r\n--b--\r\n"
        );
        let mut headers = headers.to_vec();
        headers.push(("content-type", "multipart/form-data; boundary=b"));
        self.try_send("POST", &format!("/dossiers/{dossier}/imports"), &headers, Some(form))
    }

    /// Makes a dossier of one of the samples.
    pub fn keep(&self, dossier: &str, sample: &str) {
        let text = std::fs::read_to_string(samples().join(sample).join("bundle.json")).expect("a bundle");
        let told = self.try_send("PUT", &format!("/dossiers/{dossier}/bundle"), &[], Some(text));
        assert_eq!(told.expect("an answer").status, 201);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn samples() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}
