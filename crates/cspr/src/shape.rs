//! What each step asks for, read off the very types that decode it, so that help can never fall behind the rules.

mod probe;

use case::{Step, Word};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use self::probe::{Found, look};

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Text of some form, such as `a date such as 2026-03-10`.
    Text(String),
    /// Yes or no.
    YesNo,
    /// A whole number.
    Number,
    /// One of these words.
    Choice(Vec<&'static str>),
    /// Any number of these.
    List(Box<Shape>),
    /// Fields of its own.
    Fields(Vec<Field>),
}

/// One field of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it holds.
    pub(crate) shape: Shape,
    /// Whether the step is refused without it.
    pub(crate) needed: bool,
}

/// The names of all steps, in the order of a case's life.
pub(crate) fn steps() -> &'static [&'static str] {
    match look::<Step>(&[]) {
        Some(Found::Choice(steps)) => steps,
        _ => &[],
    }
}

/// The words that can be written with a step.
pub(crate) fn words() -> &'static [&'static str] {
    match look::<Word>(&[]) {
        Some(Found::Choice(words)) => words,
        _ => &[],
    }
}

/// Whether a step is written as its name alone; one whose fields can all be left out is not.
pub(crate) fn is_bare(step: &'static str) -> bool {
    matches!(look::<Step>(&[step]), Some(Found::Nothing))
}

/// The fields of a step; none for a step that is complete without any.
pub(crate) fn fields(step: &'static str) -> Vec<Field> {
    let fields = match shape(&[step]) {
        Some(Shape::Fields(fields)) => fields,
        _ => Vec::new(),
    };
    let whole: Map<_, _> =
        fields.iter().map(|field| (field.name.to_owned(), example(&field.shape))).collect();
    let needed = |field: &Field| {
        let mut without = whole.clone();
        without.remove(field.name);
        let refused = Step::deserialize(json!({ step: without })).err();
        refused.is_some_and(|error| error.to_string().contains(&format!("missing field `{}`", field.name)))
    };
    fields.iter().map(|field| Field { needed: needed(field), ..field.clone() }).collect()
}

fn shape(path: &[&'static str]) -> Option<Shape> {
    let deeper = |name: &'static str| shape(&[path, &[name]].concat());
    Some(match look::<Step>(path)? {
        Found::Nothing => return None,
        Found::Text(expected) => Shape::Text(expected),
        Found::YesNo => Shape::YesNo,
        Found::Number => Shape::Number,
        Found::Choice(words) => Shape::Choice(words.to_vec()),
        Found::List => Shape::List(Box::new(deeper(probe::ITEM)?)),
        Found::Fields(names) => {
            let field = |name: &&'static str| Some(Field { name, shape: deeper(name)?, needed: true });
            Shape::Fields(names.iter().filter_map(field).collect())
        }
    })
}

/// A value of this shape, as far as the shape tells.
pub(crate) fn example(shape: &Shape) -> Value {
    match shape {
        Shape::Text(expected) if expected.contains("UUID") => json!("00000000-0000-0000-0000-000000000000"),
        Shape::Text(expected) if expected.contains("time") => json!("18:30:00"),
        Shape::Text(expected) if expected.contains("date") => json!("2026-03-10"),
        Shape::Text(_) => json!("0".repeat(64)),
        Shape::YesNo => json!(true),
        Shape::Number => json!(1),
        // Of the steps, one that is whole without fields.
        Shape::Choice(words) if words.len() > 40 => json!("reconsider"),
        Shape::Choice(words) => json!(words.first()),
        Shape::List(_) => json!([]),
        Shape::Fields(fields) => {
            fields.iter().map(|field| (field.name.to_owned(), example(&field.shape))).collect()
        }
    }
}

impl Shape {
    /// The field at a path such as `identity.name`.
    pub(crate) fn at(&self, path: &str) -> Option<&Shape> {
        let Self::Fields(fields) = self else { return None };
        let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
        let field = fields.iter().find(|field| field.name == name)?;
        rest.map_or(Some(&field.shape), |rest| field.shape.at(rest))
    }

    /// Whether it holds an id, or the key that stands for one.
    pub(crate) fn is_id(&self) -> bool {
        matches!(self, Self::Text(expected) if expected.contains("UUID"))
    }

    /// In words, for help and messages.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Text(expected) if expected.contains("UUID") => "id or @key".to_owned(),
            Self::Text(expected) if expected.contains("time") => "time, such as 18:30:00".to_owned(),
            Self::Text(expected) if expected.contains("2026-03-10") => {
                "date: 2026-03-10, 2026-03, 2026 or “not known”".to_owned()
            }
            Self::Text(expected) if expected.contains("date") => "date, such as 2026-03-10".to_owned(),
            Self::Text(_) => "text".to_owned(),
            Self::YesNo => "yes or no".to_owned(),
            Self::Number => "number".to_owned(),
            Self::Choice(words) if words.len() > 40 => "step, as JSON".to_owned(),
            Self::Choice(words) => words.join(" | "),
            Self::List(item) => format!("list of: {}", item.words()),
            Self::Fields(fields) => {
                let names: Vec<_> = fields.iter().map(|field| field.name).collect();
                format!("fields: {}", names.join(", "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_of_the_lifecycle_is_listed_in_its_order() {
        let steps = steps();
        assert_eq!((steps[0], steps[steps.len() - 1]), ("refer", "erase_person"));
        assert!(steps.len() > 90, "{}", steps.len());
    }

    #[test]
    fn the_fields_of_a_step_say_what_they_hold_and_whether_they_are_needed() {
        let fields = fields("identify_child");
        let named = |name| fields.iter().find(|field| field.name == name).unwrap();
        assert_eq!(named("child"), &Field { name: "child", shape: Shape::Number, needed: true });
        let Shape::Fields(identity) = &named("identity").shape else { panic!("{fields:?}") };
        assert_eq!(identity[0].name, "name");

        let referral = super::fields("refer");
        let needed: Vec<_> = referral.iter().filter(|field| field.needed).map(|field| field.name).collect();
        assert_eq!(needed, ["partnership", "kind"]);
    }

    #[test]
    fn a_step_without_fields_has_none() {
        assert_eq!(fields("reconsider"), []);
    }
}
