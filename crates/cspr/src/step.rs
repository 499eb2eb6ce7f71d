//! From words on the command line to the step they mean.

use std::collections::HashSet;
use std::fs;

use anyhow::{Context, bail, ensure};
use case::{Command, ReportDigest, When};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::commands::steps;
use crate::nearest;
use crate::shape::{self, Shape};
use import::json::read as read_json;
use import::resolve;

/// Reads `FIELD=VALUE` and `WORD=TEXT` arguments into the command they mean. A key stands for an id that is `known`.
///
/// # Errors
/// When a step, field, word or key has another name, or a value another form, with what was expected.
pub(crate) fn from_arguments(
    step: &str,
    on: When,
    fields: &[String],
    words: &[String],
    known: &dyn Fn(Uuid) -> bool,
) -> anyhow::Result<Command> {
    let step = steps::named(step)?;
    let takes = shape::fields(step);
    let shape = Shape::Fields(takes.clone());
    let mut payload = Value::Object(Map::new());
    let mut given = HashSet::new();
    for argument in fields {
        let (path, text) = split(argument)?;
        ensure!(given.insert(path), "{path} is given twice: leave one out");
        if path == "file" && shape.at(path).is_none() && shape.at("digest").is_some() {
            payload["digest"] = digest(text)?.into();
            continue;
        }
        let field = shape.at(path).with_context(|| {
            let names: Vec<_> = takes.iter().map(|field| field.name).collect();
            if names.is_empty() {
                format!("{step} takes no field {path}: it is complete without any")
            } else {
                format!("{step} takes no field {path}, only {}", names.join(", "))
            }
        })?;
        put(&mut payload, path, value(path, field, text)?);
    }
    let mut written = Map::new();
    for argument in words {
        let (word, text) = split(argument)?;
        nearest::check_word(word)?;
        let before = written.insert(word.to_owned(), text.into());
        ensure!(before.is_none(), "the word {word} is given twice: leave one out");
    }
    let step = if shape::is_bare(step) { json!(step) } else { json!({ step: payload }) };
    decode(json!({"on": on, "do": step, "words": written}), known)
}

/// The SHA-256 of a file, as the record holds that of a report.
fn digest(path: &str) -> anyhow::Result<String> {
    let file = fs::read(path).with_context(|| format!("{path} cannot be read"))?;
    Ok(ReportDigest(Sha256::digest(file).into()).to_string())
}

/// Reads a command as JSON, such as `{"on": "2026-03-10", "do": {"notify": {}}, "words": {"reference": "…"}}`.
pub(crate) fn from_json(text: &str, known: &dyn Fn(Uuid) -> bool) -> anyhow::Result<Command> {
    decode(read_json(text).context("standard input cannot be read")?, known)
}

fn decode(mut command: Value, known: &dyn Fn(Uuid) -> bool) -> anyhow::Result<Command> {
    if let Some(step) = command.get_mut("do") {
        // A child is new to the record when somebody says who it is.
        let is_new = step.get("identify_child").is_some();
        resolve(step, &|id| is_new || known(id)).map_err(|key| {
            anyhow::anyhow!(
                "there is no organisation, partnership or person “@{key}”: see `cspr organisations`, \
                 `cspr partnerships` and `cspr people`"
            )
        })?;
    }
    serde_path_to_error::deserialize(command).map_err(|error| {
        let path = error.path().to_string();
        anyhow::anyhow!("{}{}", if path == "." { String::new() } else { format!("{path}: ") }, error.inner())
    })
}

fn split(argument: &str) -> anyhow::Result<(&str, &str)> {
    argument.split_once('=').with_context(|| format!("“{argument}” has no “=”: write it as NAME=VALUE"))
}

/// Puts a value at a path such as `identity.name`.
fn put(payload: &mut Value, path: &str, value: Value) {
    match path.split_once('.') {
        None => payload[path] = value,
        Some((first, rest)) => {
            if payload.get(first).is_none() {
                payload[first] = Value::Object(Map::new());
            }
            put(&mut payload[first], rest, value);
        }
    }
}

fn value(name: &str, shape: &Shape, text: &str) -> anyhow::Result<Value> {
    let expected = || format!("{name}: “{text}” is not what it takes: {}", shape.words());
    Ok(match shape {
        Shape::Text(_) if shape.is_id() && !text.starts_with('@') && Uuid::parse_str(text).is_err() => {
            bail!("{name}: “{text}” is not an id: write it as @{text}")
        }
        Shape::Text(_) => text.into(),
        Shape::YesNo => match text {
            "yes" | "true" => true.into(),
            "no" | "false" => false.into(),
            _ => bail!(expected()),
        },
        Shape::Number => text.parse::<i64>().with_context(expected)?.into(),
        Shape::Choice(words) if words.contains(&text) => text.into(),
        Shape::Choice(words) if words.contains(&text.replace('-', "_").as_str()) => {
            text.replace('-', "_").into()
        }
        Shape::List(item) if !text.starts_with('[') => {
            let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
            items.map(|text| value(name, item, text)).collect::<anyhow::Result<_>>()?
        }
        Shape::List(_) | Shape::Fields(_) | Shape::Choice(_) => {
            serde_json::from_str(text).with_context(expected)?
        }
    })
}

#[cfg(test)]
mod tests {
    use case::Step;
    use case::terms::Partner;

    use super::*;

    fn read(step: &str, fields: &[&str], words: &[&str]) -> anyhow::Result<Command> {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        from_arguments(step, When::Year(2026), &owned(fields), &owned(words), &|_| true)
    }

    #[test]
    fn fields_are_read_by_what_they_hold() {
        let command = read("notify", &["told=council, police", "time=18:30:00"], &["reference=N-1"]).unwrap();
        let Step::Notify(notification) = command.step else { panic!("{command:?}") };
        assert_eq!(notification.told, [Partner::Council, Partner::Police]);
        assert_eq!(notification.time.unwrap().to_string(), "18:30:00");
    }

    #[test]
    fn a_field_inside_a_field_is_written_with_a_dot() {
        let fields =
            ["child=1", "person=@child-1", "identity.name=A Name", "identity.date_of_birth=2020-02-29"];
        let Step::IdentifyChild(child) = read("identify-child", &fields, &[]).unwrap().step else { panic!() };
        assert_eq!(child.identity.name, "A Name");
    }

    #[test]
    fn what_is_wrong_is_named_with_what_was_expected() {
        for (fields, expected) in [
            (&["told=everyone"][..], "council | icb | police"),
            (&["tild=council"], "notify takes no field tild, only time, told, told_others"),
            (&["told"], "write it as NAME=VALUE"),
        ] {
            let error = read("notify", fields, &[]).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
        let error = read("notify", &[], &["referense=N-1"]).unwrap_err().to_string();
        assert!(error.contains("there is no word “referense”: did you mean reference?"), "{error}");
        let error = read("refer", &["partnership=ours"], &[]).unwrap_err().to_string();
        assert_eq!(error, "partnership: “ours” is not an id: write it as @ours");
        assert!(read("notfy", &[], &[]).unwrap_err().to_string().contains("`cspr steps` lists them all"));
    }

    #[test]
    fn every_step_can_be_given_with_only_the_fields_it_needs() {
        for step in shape::steps() {
            let fields: Vec<_> = shape::fields(step)
                .iter()
                .filter(|field| field.needed)
                .map(|field| format!("{}={}", field.name, typed(&shape::example(&field.shape))))
                .collect();
            from_arguments(step, When::Year(2026), &fields, &[], &|_| true)
                .unwrap_or_else(|error| panic!("{step} {fields:?}: {error}"));
        }
    }

    /// A value as somebody would type it.
    fn typed(value: &Value) -> String {
        match value {
            Value::String(text) => text.clone(),
            Value::Bool(true) => "yes".to_owned(),
            other => other.to_string(),
        }
    }

    #[test]
    fn a_key_that_nothing_stands_for_is_refused_except_that_of_a_child() {
        let nobody = |_| false;
        let read = |step, fields: &[&str]| {
            let fields: Vec<_> = fields.iter().map(|field| (*field).to_owned()).collect();
            from_arguments(step, When::Year(2026), &fields, &[], &nobody)
        };
        let error = read("refer", &["partnership=@scool", "kind=serious-incident"]).unwrap_err().to_string();
        assert!(error.contains("no organisation, partnership or person “@scool”"), "{error}");
        read("identify-child", &["child=1", "person=@child-1", "identity.name=A Name"]).unwrap();
    }

    #[test]
    fn the_digest_of_a_report_is_taken_from_its_file() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "abc").unwrap();
        let given = format!("file={}", file.path().display());
        let Step::WriteDraft(report) = read("write-draft", &[&given, "version=1"], &[]).unwrap().step else {
            panic!()
        };
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(report.digest.to_string(), abc);
        let error = read("write-report", &["file=/no/such/report.pdf"], &[]).unwrap_err();
        assert!(format!("{error:#}").contains("/no/such/report.pdf cannot be read"), "{error:#}");
    }

    #[test]
    fn a_step_without_fields_needs_none() {
        assert_eq!(read("reconsider", &[], &["reason=x"]).unwrap().step, Step::Reconsider);
    }
}
