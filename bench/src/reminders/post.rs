//! A mail server on this machine that takes everything and keeps nothing but the sizes.
//!
//! It acknowledges whatever comes at once. A letter comes in two pieces, and whoever sends it would hold the second back for
//! up to 40 ms until the first is acknowledged: next to that wait nothing else would be seen.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// A running server; it ends with the runtime.
pub(super) struct Post {
    pub(super) port: u16,
    taken: Arc<Taken>,
}

#[derive(Default)]
struct Taken {
    letters: AtomicUsize,
    bytes: AtomicUsize,
}

impl Post {
    pub(super) async fn open() -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let post = Self { port: listener.local_addr()?.port(), taken: Arc::default() };
        let taken = Arc::clone(&post.taken);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&taken)));
            }
        });
        Ok(post)
    }

    /// How many letters came since this was last asked, and how many bytes they had together.
    pub(super) fn taken(&self) -> (usize, usize) {
        (self.taken.letters.swap(0, Ordering::Relaxed), self.taken.bytes.swap(0, Ordering::Relaxed))
    }
}

async fn serve(stream: TcpStream, taken: Arc<Taken>) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 post.example\r\n").await?;
    let (mut line, mut in_letter) = (Vec::new(), false);
    loop {
        line.clear();
        if stream.buffer().is_empty() {
            stream.get_ref().set_quickack(true)?;
        }
        if stream.read_until(b'\n', &mut line).await? == 0 {
            return Ok(());
        }
        let answer: &[u8] = match line.as_slice() {
            b".\r\n" if in_letter => {
                in_letter = false;
                taken.letters.fetch_add(1, Ordering::Relaxed);
                b"250 2.0.0 taken\r\n"
            }
            letter if in_letter => {
                taken.bytes.fetch_add(letter.len(), Ordering::Relaxed);
                continue;
            }
            b"DATA\r\n" => {
                in_letter = true;
                b"354 go on\r\n"
            }
            b"QUIT\r\n" => b"221 goodbye\r\n",
            _ => b"250 post.example\r\n",
        };
        stream.write_all(answer).await?;
    }
}
