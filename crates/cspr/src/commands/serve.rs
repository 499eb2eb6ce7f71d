//! `cspr serve`: the service, for browsers.

use std::io::Write;

use anyhow::{Context, ensure};
use clap::Args;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use crate::log;
use crate::reminding::Reminding;
use crate::service::Service;
use crate::settings::Settings;

/// How to serve.
#[derive(Args)]
#[command(
    after_help = "The service speaks plain HTTP. Anywhere but on your own machine put a proxy with TLS in front of it, \
    let the proxy pass the Host header through, and say in --origin what people type."
)]
pub(crate) struct Serve {
    #[command(flatten)]
    service: Service,
    /// Where to listen; port 0 takes a free one
    #[arg(long, env = "CSPR_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    listen: String,
    /// How much to log: error, warn, info or debug
    #[arg(long, env = "CSPR_LOG", default_value = "warn", value_name = "LEVEL")]
    log: String,
}

impl Serve {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        log::begin(&self.log)?;
        let app = self.service.app(settings.open().await?).await?;
        let listener = TcpListener::bind(&self.listen).await;
        let listener = listener.with_context(|| format!("{} cannot be listened on", self.listen))?;
        let address = listener.local_addr()?;
        ensure!(
            !app.options().examples || address.ip().is_loopback(),
            "this record holds example data, and anybody may sign in as anybody: listen at 127.0.0.1 only"
        );
        writeln!(out, "CSPR Tracker is at http://{address}")?;
        writeln!(out, "Letters: {}", self.service.mailer()?)?;
        if app.options().examples {
            writeln!(out, "It holds example data: choose one of the invented people on the sign-in page")?;
        } else {
            writeln!(out, "Sign in with your email address, or with a link from `cspr invite`")?;
        }
        writeln!(out, "Stop it with Ctrl-C")?;
        out.flush()?;
        let stop = stop()?;
        let reminding = Reminding::start(app.clone(), self.service.mailer()?, self.service.mailbox());
        let end = web::serve(app, listener, stop).await;
        reminding.stop().await;
        Ok(end?)
    }
}

/// Comes when somebody presses Ctrl-C, or whatever runs the service tells it to stop.
fn stop() -> anyhow::Result<impl Future<Output = ()> + Send + 'static> {
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}
