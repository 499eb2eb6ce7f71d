//! Words of the field that several steps share.

use std::fmt::Display;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::rejection::list;

/// A closed list, of which one value or several are chosen.
pub trait Listed: Copy + PartialEq + Display + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Every value, in the order in which people expect them.
    const ALL: &'static [Self];
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $label:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in the order in which people expect them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The value in words, for pages and messages.
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }
        }

        impl $crate::terms::Listed for $name {
            const ALL: &'static [Self] = Self::ALL;
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.label())
            }
        }
    )+};
}
pub(crate) use codes;

codes! {
    /// One of the three statutory safeguarding partners (Children Act 2004, s.16E).
    Partner {
        /// The local authority.
        Council = "council",
        /// The NHS integrated care board.
        Icb = "NHS integrated care board",
        /// The chief officer of police.
        Police = "police",
    }
    /// In what capacity somebody speaks for a statutory partner (Working Together 2023).
    Capacity {
        /// The lead safeguarding partner.
        Lead = "lead safeguarding partner",
        /// The delegated safeguarding partner.
        Delegated = "delegated safeguarding partner",
        /// Somebody they named for this decision.
        Delegate = "delegate",
    }
    /// An answer that may honestly be missing.
    YesNo {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Nobody can say yet.
        NotKnown = "not known",
    }
    /// What happened to the child: the first limb of the notification criteria.
    Harm {
        /// The child died.
        Death = "death",
        /// The child was seriously harmed.
        SeriousHarm = "serious harm",
        /// Anything else, mostly a child who harmed somebody.
        Other = "other",
        /// Neither death nor serious harm.
        Neither = "neither death nor serious harm",
    }
    /// Whether abuse or neglect is behind it: the second limb of the notification criteria.
    Abuse {
        /// Known.
        Known = "known",
        /// Suspected.
        Suspected = "suspected",
        /// Neither known nor suspected.
        NotSuspected = "neither known nor suspected",
    }
    /// How somebody who records for another knows what that other decided.
    Evidence {
        /// An email from them.
        Email = "email",
        /// Minutes of a meeting.
        Minutes = "minutes",
        /// A letter.
        Letter = "letter",
        /// A call, noted at the time.
        Phone = "phone call noted at the time",
    }
}

/// Partners as a sentence names them, such as “the council and the police”.
pub(crate) fn the_partners(partners: &[Partner]) -> String {
    list(partners.iter().map(|partner| format!("the {partner}")))
}
