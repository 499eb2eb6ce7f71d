//! One conversation, from the greeting to the farewell.

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::time::sleep;
use tokio_rustls::server::TlsStream;

use crate::{MailServer, Manner, Moment, Point, Privacy, Taken};

/// A connection, private or not.
trait Stream: AsyncRead + AsyncWrite + Unpin + Send {
    /// What it goes over.
    fn tcp(&self) -> &TcpStream;
}

impl Stream for TcpStream {
    fn tcp(&self) -> &TcpStream {
        self
    }
}

impl Stream for TlsStream<Box<dyn Stream>> {
    fn tcp(&self) -> &TcpStream {
        self.get_ref().0.tcp()
    }
}

/// Who is spoken to, and about whom.
struct Conversation<'s> {
    server: &'s MailServer,
    stream: BufReader<Box<dyn Stream>>,
    to: String,
    before: u32,
}

impl MailServer {
    /// Speaks with whoever connected until one of the two has had enough: then there is nothing to answer.
    pub(crate) async fn converse(self, stream: TcpStream) -> Option<()> {
        stream.set_nodelay(true).ok()?;
        let stream: Box<dyn Stream> = match &self.privacy {
            Privacy::Tls(acceptor) => {
                Box::new(acceptor.accept(Box::new(stream) as Box<dyn Stream>).await.ok()?)
            }
            Privacy::None | Privacy::StartTls(_) => Box::new(stream),
        };
        let stream = BufReader::new(stream);
        let mut conversation = Conversation { server: &self, stream, to: String::new(), before: 0 };
        conversation.answer(Point::Greeting, "220 post.example").await?;
        loop {
            conversation = conversation.go_on().await?;
        }
    }
}

impl Conversation<'_> {
    /// Answers one command.
    async fn go_on(mut self) -> Option<Self> {
        let command = String::from_utf8_lossy(&self.line().await?).trim_end().to_owned();
        let point = Point::of(&command);
        if point == Point::Recipient {
            self.named(command.split(['<', '>']).nth(1)?);
        }
        self.server.book().heard.push(command);
        let usual = match (point, &self.server.privacy) {
            (Point::Hello, Privacy::StartTls(_)) => "250-post.example\r\n250-STARTTLS\r\n250 AUTH PLAIN",
            (Point::Hello, _) => "250-post.example\r\n250 AUTH PLAIN",
            (Point::StartTls, _) => "220 go on",
            (Point::SignIn, _) => "235 2.7.0 welcome",
            (Point::Data, _) => "354 go on",
            (Point::Farewell, _) => "221 goodbye",
            _ => "250 2.0.0 so be it",
        };
        let agreed = self.answer(point, usual).await?;
        match (point, &self.server.privacy) {
            (Point::Data, _) if agreed => self.letter().await?,
            (Point::StartTls, Privacy::StartTls(acceptor)) if agreed => {
                let secured = acceptor.accept(self.stream.into_inner()).await.ok()?;
                self.stream = BufReader::new(Box::new(secured));
            }
            (Point::Farewell, _) => return None,
            _ => {}
        }
        Some(self)
    }

    fn named(&mut self, to: &str) {
        to.clone_into(&mut self.to);
        let mut book = self.server.book();
        let named = book.named.entry(self.to.clone()).or_default();
        self.before = *named;
        *named += 1;
    }

    async fn letter(&mut self) -> Option<()> {
        let mut text = Vec::new();
        loop {
            match self.line().await? {
                end if end == b".\r\n" => break,
                line => text.extend(line),
            }
        }
        let manner = self.manner(Point::Letter);
        if let Manner::Delays(pause) = manner {
            sleep(pause).await;
        }
        if matches!(manner, Manner::Agrees | Manner::Delays(_) | Manner::TakesAndCloses | Manner::Bounces) {
            let taken = Taken { to: self.to.clone(), text: String::from_utf8_lossy(&text).into_owned() };
            let mut book = self.server.book();
            if manner == Manner::Bounces {
                book.returned.push(taken.returned());
            }
            book.taken.push(taken);
        }
        self.act(manner, "250 2.0.0 taken").await?;
        Some(())
    }

    /// Whether the usual answer was given; nothing when the conversation is over.
    async fn answer(&mut self, at: Point, usual: &str) -> Option<bool> {
        let manner = self.manner(at);
        if let Manner::Delays(pause) = manner {
            sleep(pause).await;
        }
        self.act(manner, usual).await
    }

    fn manner(&self, at: Point) -> Manner {
        (self.server.decides)(&Moment { at, to: &self.to, before: self.before })
    }

    async fn act(&mut self, manner: Manner, usual: &str) -> Option<bool> {
        let said = match manner {
            Manner::Agrees | Manner::Bounces => usual,
            Manner::Answers(other) => other,
            Manner::Delays(pause) => {
                sleep(pause).await;
                usual
            }
            Manner::Hangs => std::future::pending().await,
            Manner::Closes | Manner::TakesAndCloses => return None,
        };
        self.stream.write_all(format!("{said}\r\n").as_bytes()).await.ok()?;
        self.stream.flush().await.ok()?;
        Some(said == usual)
    }

    async fn line(&mut self) -> Option<Vec<u8>> {
        // A letter comes in two pieces, and whoever sends it would hold the second back for up to 40 ms until the first is
        // acknowledged: next to that wait nothing else would be measured.
        #[cfg(any(target_os = "linux", target_os = "android"))]
        if self.stream.buffer().is_empty() {
            self.stream.get_ref().tcp().set_quickack(true).ok()?;
        }
        let mut line = Vec::new();
        let length = self.stream.read_until(b'\n', &mut line).await.ok()?;
        (length > 0).then_some(line)
    }
}
