//! Terms of the field that several steps share.

use std::fmt::Display;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::rejection::list;

/// A closed list, of which one value or several are chosen.
pub trait Listed: Copy + PartialEq + Display + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Every value, in the order in which people expect them.
    const ALL: &'static [Self];
}

/// Defines closed lists, each value with its label: the words in which pages and messages say it. A value whose
/// label says all there is to know needs no documentation of its own.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $label:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* #[doc = concat!("\n\n“", $label, "”")] $variant),+ }

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
        Icb = "NHS integrated care board",
        /// The chief officer of police.
        Police = "police",
    }
    /// In what capacity somebody speaks for a statutory partner (Working Together 2023).
    Capacity {
        Lead = "lead safeguarding partner",
        Delegated = "delegated safeguarding partner",
        /// Somebody they named for this decision.
        Delegate = "delegate",
    }
    /// An answer that may honestly be unknown.
    YesNo {
        Yes = "yes",
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
        /// Anything else, most often a child who harmed somebody.
        Other = "other",
        Neither = "neither death nor serious harm",
    }
    /// Whether abuse or neglect is behind it: the second limb of the notification criteria.
    Abuse {
        Known = "known",
        Suspected = "suspected",
        NotSuspected = "neither known nor suspected",
    }
    /// How somebody who records for another knows what that other decided.
    Evidence {
        /// An email from them.
        Email = "email",
        /// Minutes of a meeting.
        Minutes = "minutes",
        Letter = "letter",
        /// A call, noted at the time.
        Phone = "phone call noted at the time",
    }
}

/// Partners as a sentence names them, such as “the council and the police”.
pub(crate) fn the_partners(partners: &[Partner]) -> String {
    list(partners.iter().map(|partner| format!("the {partner}")))
}
