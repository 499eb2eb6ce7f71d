//! `cspr serve`, where its log cannot be written.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use crate::harness::Cspr;

/// A service that is stopped when the test ends.
struct Serving {
    process: Child,
    address: String,
}

impl Serving {
    fn start(cspr: &Cspr, log: Stdio) -> Self {
        let arguments = ["serve", "--listen", "127.0.0.1:0", "--log", "debug"];
        let mut process = cspr.command(&arguments).stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let said = BufReader::new(process.stdout.take().unwrap()).lines().next().unwrap().unwrap();
        let (_, address) = said.split_once("http://").unwrap();
        Self { address: address.to_owned(), process }
    }

    /// The first line of the answer.
    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.lines().next().unwrap_or_default().to_owned()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

#[test]
fn a_log_that_cannot_be_written_stops_nothing() {
    let (reader, nobody_reads) = std::io::pipe().unwrap();
    drop(reader);
    let full = File::options().write(true).open("/dev/full").unwrap();
    for log in [Stdio::from(nobody_reads), full.into(), Stdio::null()] {
        let cspr = Cspr::sqlite();
        let service = Serving::start(&cspr, log);
        for path in ["/health", "/nowhere", "/sign-in", "/health"] {
            let is = if path == "/nowhere" { "404 Not Found" } else { "200 OK" };
            assert_eq!(service.get(path), format!("HTTP/1.1 {is}"), "{path}");
        }
    }
}

#[test]
fn what_cannot_be_said_of_an_error_is_an_error_all_the_same() {
    let full = File::options().write(true).open("/dev/full").unwrap();
    let status = Cspr::nowhere().command(&["due"]).stderr(full).status().unwrap();
    assert_eq!(status.code(), Some(1));
}
