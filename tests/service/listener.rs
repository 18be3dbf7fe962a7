//! Somebody whom the service calls: an issuer of tokens, a collector of traces, a receiver of webhooks.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// One call: its path, its headers in lower case, and its body.
#[derive(Debug)]
pub struct Call {
    pub path: String,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Call {
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, text)| text.as_str()).unwrap_or_default()
    }
}

/// Listens on a free port and answers each call with what `answer` says: a status line and a body.
pub fn listen(
    mut answer: impl FnMut(&Call) -> (&'static str, String) + Send + 'static,
) -> (String, Receiver<Call>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    let (sender, receiver) = channel();
    thread::spawn(move || {
        while let Ok((stream, _)) = listener.accept() {
            let Some(call) = read(&stream) else { continue };
            let (status, body) = answer(&call);
            let length = body.len();
            let told =
                format!("HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}");
            let _ = (&stream).write_all(told.as_bytes());
            // Nobody may want to know of the calls.
            let _ = sender.send(call);
        }
    });
    (address, receiver)
}

fn read(stream: &TcpStream) -> Option<Call> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let path = line.split(' ').nth(1)?.to_string();
    let mut call = Call { path, headers: Vec::new(), body: Vec::new() };
    loop {
        line.clear();
        reader.read_line(&mut line).ok()?;
        let Some((name, text)) = line.trim_end().split_once(": ") else { break };
        call.headers.push((name.to_ascii_lowercase(), text.to_string()));
    }
    let length = call.header("content-length").parse().unwrap_or(0);
    call.body = vec![0; length];
    reader.read_exact(&mut call.body).ok()?;
    Some(call)
}
