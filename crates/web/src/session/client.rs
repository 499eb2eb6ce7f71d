//! Where a request comes from, for counting tries.

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
