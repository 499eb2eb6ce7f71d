//! A load of requests over connections that stay open, at full speed or at a fixed rate. A tool that waits with the server
//! would not see how long people wait, so at a fixed rate a request counts from when it was due to be sent.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// How many connections there are.
const CONNECTIONS: u32 = 16;
/// How long a load lasts, after a second to warm up.
const LASTS: Duration = Duration::from_secs(3);
const WARM_UP: Duration = Duration::from_secs(1);

/// What ends an answer in pieces.
const LAST_PIECE: &[u8] = b"\r\n0\r\n\r\n";

/// What to ask for: a whole request.
#[derive(Clone)]
pub(crate) struct Ask {
    address: SocketAddr,
    request: Arc<Vec<u8>>,
}

/// What a load found.
pub(crate) struct Load {
    /// Answers a second.
    pub(crate) rate: f64,
    /// How long each took.
    pub(crate) times: Vec<Duration>,
}

impl Ask {
    /// A page, with the cookie of a session.
    pub(crate) fn page(address: SocketAddr, path: &str, cookie: &str) -> Self {
        let request = format!(
            "GET {path} HTTP/1.1\r\nhost: {address}\r\ncookie: {cookie}\r\nsec-fetch-site: same-origin\r\n\r\n"
        );
        Self { address, request: Arc::new(request.into_bytes()) }
    }

    /// Another path of the same service, as a browser fetches what it may squeeze.
    pub(crate) fn other(&self, path: &str) -> Self {
        let request = format!("GET {path} HTTP/1.1\r\nhost: {}\r\naccept-encoding: br\r\n\r\n", self.address);
        Self { address: self.address, request: Arc::new(request.into_bytes()) }
    }

    /// How long each of so many requests takes, one after the other.
    pub(crate) async fn one_by_one(&self, count: usize) -> anyhow::Result<Vec<Duration>> {
        let mut connection = Connection::open(self.address).await?;
        let mut times = Vec::with_capacity(count);
        for _ in 0..count {
            let start = Instant::now();
            connection.ask(&self.request).await?;
            times.push(start.elapsed());
        }
        Ok(times)
    }

    /// One answer, which has to be a page.
    pub(crate) async fn once(&self) -> anyhow::Result<Vec<u8>> {
        let mut connection = Connection::open(self.address).await?;
        let answer = connection.ask(&self.request).await?;
        let is_fine = answer.starts_with(b"HTTP/1.1 200");
        ensure!(is_fine, "{}", String::from_utf8_lossy(&answer[..answer.len().min(300)]));
        Ok(answer)
    }

    /// How long the answer is, if it is a page.
    pub(crate) async fn page_length(&self) -> anyhow::Result<Option<usize>> {
        let mut connection = Connection::open(self.address).await?;
        let answer = connection.ask(&self.request).await?;
        Ok(answer.starts_with(b"HTTP/1.1 200").then_some(answer.len()))
    }

    /// Takes an answer that comes in pieces, and says after each that it came. Gives how many bytes they were.
    pub(crate) async fn take(&self, mut came: impl FnMut() -> anyhow::Result<()>) -> anyhow::Result<usize> {
        let mut stream = TcpStream::connect(self.address).await?;
        stream.write_all(&self.request).await?;
        let (mut piece, mut bytes) = (Vec::with_capacity(1 << 16), 0);
        while !piece.ends_with(LAST_PIECE) {
            piece.clear();
            let read = stream.read_buf(&mut piece).await?;
            ensure!(read > 0, "the answer was cut off after {bytes} bytes");
            bytes += read;
            came()?;
        }
        Ok(bytes)
    }

    /// As many requests as are answered.
    pub(crate) async fn at_full_speed(&self) -> anyhow::Result<Load> {
        self.load(None).await
    }

    /// So many requests a second.
    pub(crate) async fn at_rate(&self, rate: f64) -> anyhow::Result<Load> {
        self.load(Some(Duration::from_secs_f64(f64::from(CONNECTIONS) / rate))).await
    }

    async fn load(&self, every: Option<Duration>) -> anyhow::Result<Load> {
        let begin = Instant::now();
        let mut tasks = JoinSet::new();
        for number in 0..CONNECTIONS {
            let ask = self.clone();
            tasks.spawn(async move { ask.keep_asking(begin, number, every).await });
        }
        let mut times = Vec::new();
        while let Some(done) = tasks.join_next().await {
            times.extend(done??);
        }
        Ok(Load { rate: times.len() as f64 / LASTS.as_secs_f64(), times })
    }

    async fn keep_asking(
        &self,
        begin: Instant,
        number: u32,
        every: Option<Duration>,
    ) -> anyhow::Result<Vec<Duration>> {
        let mut connection = Connection::open(self.address).await?;
        let mut times = Vec::new();
        // The connections take turns, so that requests come one by one and not in bursts.
        let mut due = begin + every.map_or(Duration::ZERO, |every| every * number / CONNECTIONS);
        while begin.elapsed() < WARM_UP + LASTS {
            let sent = match every {
                Some(every) => {
                    tokio::time::sleep_until(due.into()).await;
                    let sent = due;
                    due += every;
                    sent
                }
                None => Instant::now(),
            };
            connection.ask(&self.request).await?;
            if begin.elapsed() >= WARM_UP {
                times.push(sent.elapsed());
            }
        }
        Ok(times)
    }
}

struct Connection {
    stream: TcpStream,
    answer: Vec<u8>,
}

impl Connection {
    async fn open(address: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, answer: Vec::with_capacity(1 << 16) })
    }

    /// Sends a request and reads its whole answer.
    async fn ask(&mut self, request: &[u8]) -> anyhow::Result<Vec<u8>> {
        self.stream.write_all(request).await?;
        self.answer.clear();
        loop {
            let read = self.stream.read_buf(&mut self.answer).await?;
            ensure!(read > 0, "the connection was closed");
            let Some(head) = self.answer.windows(4).position(|end| end == b"\r\n\r\n") else { continue };
            let length = content_length(&self.answer[..head]).context("an answer has no length")?;
            if self.answer.len() >= head + 4 + length {
                return Ok(self.answer.clone());
            }
        }
    }
}

fn content_length(head: &[u8]) -> Option<usize> {
    let head = std::str::from_utf8(head).ok()?;
    let line = head.lines().find_map(|line| line.strip_prefix("content-length: "))?;
    line.trim().parse().ok()
}
