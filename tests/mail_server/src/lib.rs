//! A mail server on this machine for tests and measurements: it writes down what it took, and behaves badly where it is told to.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};

use tokio::net::TcpListener;

mod conversation;
mod letter;
mod manner;

pub use letter::Taken;
pub use manner::{Manner, Moment, Point, Privacy};

/// A running server; it ends with the runtime in which it was started.
#[derive(Clone)]
pub struct MailServer {
    address: SocketAddr,
    privacy: Privacy,
    decides: Arc<Decides>,
    book: Arc<Mutex<Book>>,
}

type Decides = dyn Fn(&Moment<'_>) -> Manner + Send + Sync;

/// What happened so far.
#[derive(Default)]
struct Book {
    connections: usize,
    heard: Vec<String>,
    named: BTreeMap<String, u32>,
    taken: Vec<Taken>,
    returned: Vec<Vec<u8>>,
}

impl MailServer {
    /// A server that takes everything.
    pub async fn start() -> Self {
        Self::that(|_| Manner::Agrees).await
    }

    /// A server that decides at each moment of a conversation what to do.
    pub async fn that(decides: impl Fn(&Moment<'_>) -> Manner + Send + Sync + 'static) -> Self {
        Self::serving(Privacy::None, Arc::new(decides)).await
    }

    /// A server that agrees to everything but at one point.
    pub async fn at(point: Point, manner: Manner) -> Self {
        Self::that(move |moment| if moment.at == point { manner } else { Manner::Agrees }).await
    }

    /// A server that takes everything and speaks TLS.
    pub async fn private(privacy: Privacy) -> Self {
        Self::serving(privacy, Arc::new(|_| Manner::Agrees)).await
    }

    async fn serving(privacy: Privacy, decides: Arc<Decides>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port on this machine");
        let address = listener.local_addr().expect("a bound port has an address");
        let server = Self { address, privacy, decides, book: Arc::default() };
        let serving = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                serving.book().connections += 1;
                tokio::spawn(serving.clone().converse(stream));
            }
        });
        server
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address for a mailer that is to speak plainly to it.
    pub fn url(&self) -> String {
        format!("smtp://{}?tls=none", self.address)
    }

    /// Every command that came, in order.
    pub fn heard(&self) -> Vec<String> {
        self.book().heard.clone()
    }

    /// How often somebody connected.
    pub fn connections(&self) -> usize {
        self.book().connections
    }

    /// The letters that were taken, in order.
    pub fn taken(&self) -> Vec<Taken> {
        self.book().taken.clone()
    }

    /// The letters that were taken since this was last called, which the server then forgets.
    pub fn collect(&self) -> Vec<Taken> {
        std::mem::take(&mut self.book().taken)
    }

    /// To whom letters were taken, in order of address.
    pub fn reached(&self) -> Vec<String> {
        let mut reached: Vec<_> = self.book().taken.iter().map(|taken| taken.to.clone()).collect();
        reached.sort();
        reached
    }

    /// The delivery reports for letters that bounced.
    pub fn returned(&self) -> Vec<Vec<u8>> {
        self.book().returned.clone()
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().expect("nobody panics over the book")
    }
}
