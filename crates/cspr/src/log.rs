//! The log of the service, on standard error. The service is worth more than its log: a line that cannot be written,
//! because the disk is full or nobody reads any more, is dropped.

use std::io::{self, Write};
use std::panic::PanicHookInfo;

use anyhow::Context;
use tracing_subscriber::EnvFilter;

/// Begins the log, of what `filter` names and worse.
pub(crate) fn begin(filter: &str) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(filter);
    let filter = filter.with_context(|| "--log is one of error, warn, info and debug")?;
    // What goes wrong with the log has nowhere to be said: told to say it, tracing would panic where it cannot.
    let log = tracing_subscriber::fmt().json().with_env_filter(filter).log_internal_errors(false);
    log.with_writer(|| Dropping(io::stderr())).init();
    std::panic::set_hook(Box::new(say_where));
    Ok(())
}

/// Says something at standard error, if anybody is there to read it.
pub(crate) fn say(text: &str) {
    // Dropping takes everything, so there is no error to look at.
    _ = writeln!(Dropping(io::stderr()), "{text}");
}

/// The message of a panic may hold what somebody wrote, so only its place is logged.
fn say_where(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    tracing::error!(place, "the program stopped in the middle of a request");
}

/// Drops what cannot be written.
struct Dropping<W>(W);

impl<W: Write> Write for Dropping<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        _ = self.0.write_all(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        _ = self.0.flush();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes so many bytes, and no more.
    struct Full(usize);

    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let taken = bytes.len().min(self.0);
            self.0 -= taken;
            if taken == 0 { Err(io::ErrorKind::StorageFull.into()) } else { Ok(taken) }
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
    }

    #[test]
    fn what_cannot_be_written_is_dropped_without_a_word() {
        for room in [0, 3, 100] {
            let mut log = Dropping(Full(room));
            assert!(log.write_all(b"a line\n").is_ok() && log.flush().is_ok());
        }
    }
}
