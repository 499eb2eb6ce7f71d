//! Who is connecting: from which address, for counting tries, and with what browser.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, Request};

use crate::app::Options;

/// The address a request comes from. Behind a proxy it is the last one that the proxy added itself: what stands before
/// it may have been made up.
pub(crate) fn source(request: &Request, options: &Options) -> String {
    let forwarded = request.headers().get("x-forwarded-for").and_then(|header| header.to_str().ok());
    let last = forwarded.and_then(|header| header.rsplit(',').next()).map(str::trim);
    if let Some(last) = last.filter(|last| options.behind_proxy && !last.is_empty()) {
        return last.to_owned();
    }
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    peer.map_or_else(|| "unknown".to_owned(), |ConnectInfo(address)| address.ip().to_string())
}

/// The browser and machine of a session in words its owner knows, such as “Chrome on Windows”. Nothing of what the browser sent is kept but these words.
pub(crate) fn device(agent: &str) -> String {
    let browser = first(
        agent,
        &[
            ("Edg/", "Edge"),
            ("OPR/", "Opera"),
            ("Firefox/", "Firefox"),
            ("Chrome/", "Chrome"),
            ("Safari/", "Safari"),
        ],
    );
    let machine = first(
        agent,
        &[
            ("iPhone", "an iPhone"),
            ("iPad", "an iPad"),
            ("Android", "Android"),
            ("Windows", "Windows"),
            ("Mac OS X", "a Mac"),
            ("Linux", "Linux"),
        ],
    );
    match (browser, machine) {
        (Some(browser), Some(machine)) => format!("{browser} on {machine}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => "An unknown browser".to_owned(),
    }
}

fn first(agent: &str, known: &[(&str, &'static str)]) -> Option<&'static str> {
    known.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::device;

    #[test]
    fn browsers_are_named_as_people_know_them() {
        let edge = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0";
        assert_eq!(device(edge), "Edge on Windows");
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1";
        assert_eq!(device(phone), "Safari on an iPhone");
        assert_eq!(device("<script>"), "An unknown browser");
    }
}
