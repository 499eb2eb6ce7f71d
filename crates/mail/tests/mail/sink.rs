//! A mail server for tests, which writes down what it hears and can be told to behave badly.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

/// What the server does at a point of the conversation instead of agreeing.
#[derive(Clone, Copy)]
pub(crate) enum Does {
    /// Answers this.
    Says(&'static str),
    /// Says nothing and keeps the connection.
    Hangs,
    /// Closes the connection.
    Drops,
}

/// The points that are not commands: the greeting, and the end of a letter.
pub(crate) const GREETING: &str = "greeting";
pub(crate) const END: &str = "end";

/// How the server keeps connections private.
#[derive(Clone)]
pub(crate) enum Privacy {
    None,
    StartTls(TlsAcceptor),
    Tls(TlsAcceptor),
}

/// A running server; it ends with the test's runtime.
pub(crate) struct Sink {
    pub(crate) address: SocketAddr,
    heard: Arc<Mutex<Vec<String>>>,
}

#[derive(Clone)]
struct Manner {
    at: &'static str,
    does: Does,
    privacy: Privacy,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Sink {
    /// A server that takes everything.
    pub(crate) async fn agreeable() -> Self {
        Self::start("", Does::Drops, Privacy::None).await
    }

    /// A server that takes everything up to one point.
    pub(crate) async fn that(does: Does, at: &'static str) -> Self {
        Self::start(at, does, Privacy::None).await
    }

    /// A server with TLS.
    pub(crate) async fn private(privacy: Privacy) -> Self {
        Self::start("", Does::Drops, privacy).await
    }

    async fn start(at: &'static str, does: Does, privacy: Privacy) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let heard = Arc::default();
        let manner = Manner { at, does, privacy, heard: Arc::clone(&heard) };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(manner.clone().serve(stream));
            }
        });
        Self { address, heard }
    }

    /// Every line that came, commands and letters alike.
    pub(crate) fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }

    /// The letter that came, without its end.
    pub(crate) fn letter(&self) -> String {
        let heard = self.heard();
        let from = heard.iter().position(|line| line == "DATA").unwrap() + 1;
        let to = heard.iter().position(|line| line == ".").unwrap();
        heard[from..to].join("\n")
    }
}

trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Stream for T {}

impl Manner {
    async fn serve(self, stream: impl Stream + 'static) -> Option<()> {
        let plain: Box<dyn Stream> = match &self.privacy {
            Privacy::Tls(acceptor) => Box::new(acceptor.accept(stream).await.ok()?),
            Privacy::None | Privacy::StartTls(_) => Box::new(stream),
        };
        let mut stream = BufReader::new(plain);
        self.answer(&mut stream, GREETING, "220 sink.example").await?;
        loop {
            let line = self.hear(&mut stream).await?;
            let command = line.split(' ').next().unwrap_or_default().to_owned();
            let offers = match self.privacy {
                Privacy::StartTls(_) => "250-sink.example\r\n250-STARTTLS\r\n250 AUTH PLAIN",
                Privacy::None | Privacy::Tls(_) => "250-sink.example\r\n250 AUTH PLAIN",
            };
            let usual = match command.as_str() {
                "EHLO" => offers,
                "DATA" => "354 go on",
                "AUTH" => "235 2.7.0 welcome",
                "STARTTLS" => "220 go on",
                "QUIT" => "221 goodbye",
                _ => "250 2.0.0 taken",
            };
            self.answer(&mut stream, &command, usual).await?;
            match (command.as_str(), &self.privacy) {
                ("DATA", _) => {
                    while self.hear(&mut stream).await? != "." {}
                    self.answer(&mut stream, END, "250 2.0.0 queued").await?;
                }
                ("STARTTLS", Privacy::StartTls(acceptor)) => {
                    let secured: Box<dyn Stream> = Box::new(acceptor.accept(stream.into_inner()).await.ok()?);
                    stream = BufReader::new(secured);
                }
                ("QUIT", _) => return Some(()),
                _ => {}
            }
        }
    }

    async fn hear(&self, stream: &mut BufReader<Box<dyn Stream>>) -> Option<String> {
        let mut line = Vec::new();
        let length = stream.read_until(b'\n', &mut line).await.ok()?;
        let line = String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n']).to_owned();
        self.heard.lock().unwrap().push(line.clone());
        (length > 0).then_some(line)
    }

    /// The usual answer, unless this is where the server behaves badly; nothing when the conversation is over.
    async fn answer(&self, stream: &mut BufReader<Box<dyn Stream>>, at: &str, usual: &str) -> Option<()> {
        let line = match self.does {
            _ if at != self.at => usual,
            Does::Says(line) => line,
            Does::Hangs => std::future::pending().await,
            Does::Drops => return None,
        };
        stream.write_all(format!("{line}\r\n").as_bytes()).await.ok()?;
        stream.flush().await.ok()
    }
}
