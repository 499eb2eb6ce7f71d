//! Makes the types of steps and facts from one table.

/// Defines [`Step`](super::Step), [`StepKind`](super::StepKind) and [`Fact`](super::Fact), and the ways between them.
///
/// Under `derived` stand the facts that nobody records. Under `recorded`, each row begins with two lines of
/// documentation: what the step asks for, and what the fact says happened. Then:
///
/// - `Step => Fact(Content) = "stored_name"`: the fact holds what the step says;
/// - `Step(Content) becomes Fact(Content) = "stored_name"`: what the fact holds is worked out from the step;
/// - `Step(Content)`: the step is recorded as the fact of another one.
///
/// `of |content| -> Whose { … }` says to which partner, agency or action the step belongs, for its kind.
macro_rules! events {
    (
        derived { $(#[$derived_doc:meta] $derived:ident($derived_holds:ty) = $derived_name:literal,)+ }
        recorded { $(
            #[$step_doc:meta] $(#[$fact_doc:meta])?
            $step:ident $(($says:ty))?
            $(=> $fact:ident $(($holds:ty))? = $name:literal $(of |$content:ident| -> $whose:ty $owner:block)?)?
            $(becomes $made:ident($made_holds:ty) = $made_name:literal
                $(of |$made_of:ident| -> $made_whose:ty $made_owner:block)?)?
        ,)+ }
    ) => {
        /// Every step that a person may ask to record. The words a step needs are named with it.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Step { $(#[$step_doc] $step $(($says))? $($(($holds))?)?,)+ }

        /// A step without what it says: enough to know who may record it, and from which stages.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum StepKind { $(#[$step_doc] $step $($(($whose))?)? $($(($made_whose))?)?,)+ }

        /// A step whose fact holds something else than the step says, or that has no fact of its own.
        pub(crate) enum Indirect { $($($step($says),)?)+ }

        /// Everything that can have happened to a case. The words with it are those of the step that led to it.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Fact {
            $(#[$derived_doc] #[serde(rename = $derived_name)] $derived($derived_holds),)+
            $(
                $(#[$fact_doc])?
                $(#[serde(rename = $name)] $fact $(($holds))?,)?
                $(#[serde(rename = $made_name)] $made($made_holds),)?
            )+
        }

        impl Step {
            /// What it is, without what it says.
            pub fn kind(&self) -> StepKind {
                match self { $(
                    Self::$step { $($(0: $content,)?)? $($(0: $made_of,)?)? .. } => {
                        StepKind::$step $($(($owner))?)? $($(($made_owner))?)?
                    }
                )+ }
            }

            /// The fact that holds what the step says.
            pub(crate) fn into_fact(self) -> Result<Fact, Indirect> {
                match self { $(
                    $(Self::$step $((said!(step, $holds)))? => Ok(Fact::$fact $((said!(step, $holds)))?),)?
                    $(Self::$step(step) => Err(Indirect::$step(said!(step, $says))),)?
                )+ }
            }
        }

        impl Fact {
            /// Every name there is, in the order of a case's life.
            pub const KINDS: &[&str] = &[$($derived_name,)+ $($($name,)? $($made_name,)?)+];

            /// The name under which this kind of fact is stored, such as `notified`.
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$derived(_) => $derived_name,)+
                    $($(Self::$fact { .. } => $name,)? $(Self::$made(_) => $made_name,)?)+
                }
            }

            /// The step that says what the fact holds.
            fn into_direct_step(self) -> Option<Step> {
                match self {
                    $($(Self::$fact $((said!(fact, $holds)))? => Some(Step::$step $((said!(fact, $holds)))?),)?)+
                    _ => None,
                }
            }

            /// The kind of [that step](Self::into_direct_step).
            fn direct_step_kind(&self) -> Option<StepKind> {
                match self {
                    $($(Self::$fact { $(0: $content,)? .. } => Some(StepKind::$step $(($owner))?),)?)+
                    _ => None,
                }
            }
        }
    };
}

/// The name, in a pattern or an expression, of what a variant holds. Naming the type as well makes the name appear only
/// where the variant holds anything.
macro_rules! said {
    ($name:ident, $content:ty) => {
        $name
    };
}

pub(super) use {events, said};
