//! A mail server on this machine, which writes down what it took and can be told to behave badly.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// How a letter to somebody is treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// It is taken.
    Takes,
    /// This is said when its recipient is named.
    Says(&'static str),
    /// It is taken, with a pause before and after that.
    TakesSlowly(Duration),
    /// It is heard to its end, and nothing is said.
    Hangs,
    /// It is heard to its end and taken, and the connection is closed without a word.
    TakesAndDrops,
    /// It is heard to its end and thrown away, and the connection is closed without a word.
    Drops,
}

/// A letter that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) to: String,
    pub(crate) message_id: String,
    pub(crate) subject: String,
}

/// Decides by the recipient, and how often they were named before.
type Decides = dyn Fn(&str, u32) -> Manner + Send + Sync;

/// A running server; it ends with the test’s runtime.
#[derive(Clone)]
pub(crate) struct Post {
    pub(crate) address: String,
    book: Arc<Mutex<Book>>,
    decides: Arc<Decides>,
}

#[derive(Default)]
struct Book {
    taken: Vec<Taken>,
    named: BTreeMap<String, u32>,
    connections: usize,
}

impl Post {
    pub(crate) async fn that(decides: impl Fn(&str, u32) -> Manner + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("smtp://{}?tls=none", listener.local_addr().unwrap());
        let post = Self { address, book: Arc::default(), decides: Arc::new(decides) };
        let serving = post.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                serving.book.lock().unwrap().connections += 1;
                tokio::spawn(serving.clone().serve(stream));
            }
        });
        post
    }

    pub(crate) async fn that_takes_everything() -> Self {
        Self::that(|_, _| Manner::Takes).await
    }

    /// Every letter that was taken.
    pub(crate) fn taken(&self) -> Vec<Taken> {
        self.book.lock().unwrap().taken.clone()
    }

    /// To whom letters were taken, in order of address.
    pub(crate) fn reached(&self) -> Vec<String> {
        let mut reached: Vec<_> = self.taken().into_iter().map(|taken| taken.to).collect();
        reached.sort();
        reached
    }

    pub(crate) fn connections(&self) -> usize {
        self.book.lock().unwrap().connections
    }

    async fn serve(self, stream: TcpStream) -> Option<()> {
        let mut stream = BufReader::new(stream);
        say(&mut stream, "220 post.example").await?;
        let (mut to, mut manner) = (String::new(), Manner::Takes);
        loop {
            let line = hear(&mut stream).await?;
            let answer = match line.split([' ', ':']).next().unwrap_or_default() {
                "EHLO" => "250 post.example",
                "DATA" => "354 go on",
                "QUIT" => "221 goodbye",
                "RCPT" => {
                    line.split(['<', '>']).nth(1)?.clone_into(&mut to);
                    manner = self.treats(&to);
                    if let Manner::Says(said) = manner { said } else { "250 2.1.5 welcome" }
                }
                _ => "250 2.0.0 so be it",
            };
            say(&mut stream, answer).await?;
            if line == "QUIT" {
                return Some(());
            }
            if line != "DATA" {
                continue;
            }
            let mut letter = Vec::new();
            loop {
                match hear(&mut stream).await?.as_str() {
                    "." => break,
                    line => letter.push(line.to_owned()),
                }
            }
            if let Manner::TakesSlowly(pause) = manner {
                tokio::time::sleep(pause).await;
            }
            if matches!(manner, Manner::Takes | Manner::TakesSlowly(_) | Manner::TakesAndDrops) {
                self.take(&to, &letter);
            }
            if let Manner::TakesSlowly(pause) = manner {
                tokio::time::sleep(pause).await;
            }
            match manner {
                Manner::Takes | Manner::TakesSlowly(_) | Manner::Says(_) => {
                    say(&mut stream, "250 2.0.0 taken").await?;
                }
                Manner::Hangs => std::future::pending().await,
                Manner::Drops | Manner::TakesAndDrops => return None,
            }
        }
    }

    fn treats(&self, to: &str) -> Manner {
        let mut book = self.book.lock().unwrap();
        let named = book.named.entry(to.to_owned()).or_default();
        *named += 1;
        (self.decides)(to, *named - 1)
    }

    fn take(&self, to: &str, letter: &[String]) {
        let header = |name: &str| {
            let found = letter.iter().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
            found.trim().trim_matches(['<', '>']).to_owned()
        };
        let (message_id, subject) = (header("Message-ID:"), header("Subject:"));
        self.book.lock().unwrap().taken.push(Taken { to: to.to_owned(), message_id, subject });
    }
}

async fn hear(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    let length = stream.read_line(&mut line).await.ok()?;
    (length > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned())
}

async fn say(stream: &mut BufReader<TcpStream>, line: &str) -> Option<()> {
    stream.write_all(format!("{line}\r\n").as_bytes()).await.ok()?;
    stream.flush().await.ok()
}
