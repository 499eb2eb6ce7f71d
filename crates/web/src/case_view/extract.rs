//! The case that an address names, as handlers take it: opened for whoever asks, and only if they may see that part of it.

use std::marker::PhantomData;
use std::ops::Deref;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use case::Area;

use super::OpenCase;
use crate::app::App;
use crate::error::Error;
use crate::http::path;
use crate::session::SignedIn;

impl FromRequestParts<App> for OpenCase {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let visitor = SignedIn::from_request_parts(parts, app).await?;
        let address = path::of_case(parts, app).await?;
        Self::open(app, visitor, &address).await
    }
}

/// A case of which the visitor may see a part, such as `InArea<area::Panel>`. Else there is no such page.
pub(crate) struct InArea<A>(OpenCase, PhantomData<A>);

impl<A: area::Part> FromRequestParts<App> for InArea<A> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let open = OpenCase::from_request_parts(parts, app).await?;
        Ok(Self(open.within(A::AREA)?, PhantomData))
    }
}

impl<A> Deref for InArea<A> {
    type Target = OpenCase;

    fn deref(&self) -> &OpenCase {
        &self.0
    }
}

/// The parts of a case as types, to be named among the arguments of a handler.
pub(crate) mod area {
    use super::Area;

    /// A part of a case.
    pub(crate) trait Part: Send {
        /// What the visitor must be allowed to see.
        const AREA: Area;
    }

    macro_rules! parts {
        ($($part:ident),*) => {$(
            #[doc = concat!("[`Area::", stringify!($part), "`].")]
            pub(crate) enum $part {}

            impl Part for $part {
                const AREA: Area = Area::$part;
            }
        )*};
    }

    parts!(Children, Decisions, Lcspr, Notification, Overview, Panel, Publication, RapidReview, Shared);
}
