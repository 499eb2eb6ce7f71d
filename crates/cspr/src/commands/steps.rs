//! `cspr steps`: everything that can be recorded of a case.

use std::io::Write;

use anyhow::Context;
use clap::Args;
use serde_json::{Value, json};

use crate::output;
use crate::shape::{self, Field};
use crate::table::Table;

/// Which steps to show.
#[derive(Args)]
#[command(
    after_help = "Every step may carry words, such as --word reason=\"…\"; a step that lacks words it needs \
    says which.\n\nExample: cspr steps notify"
)]
pub(crate) struct Steps {
    /// Show the fields of this step only
    step: Option<String>,
    /// Print steps and fields as JSON
    #[arg(long)]
    json: bool,
}

impl Steps {
    pub(crate) fn run(&self, out: &mut dyn Write) -> anyhow::Result<()> {
        let steps = match &self.step {
            Some(step) => vec![named(step)?],
            None => shape::steps().to_vec(),
        };
        if self.json {
            let steps: Vec<_> = steps.into_iter().map(as_json).collect();
            return output::json(out, &steps);
        }
        let mut table = Table::new(&["STEP", "FIELDS (* needed)"]);
        for step in &steps {
            let names: Vec<_> = shape::fields(step).iter().map(starred).collect();
            table.row([(*step).to_owned(), names.join(", ")]);
        }
        if self.step.is_some() {
            table = Table::new(&["FIELD", "HOLDS"]);
            for field in steps.iter().flat_map(|step| shape::fields(step)) {
                table.row([starred(&field), holds(&field)]);
            }
        }
        table.print(out)?;
        if self.step.is_some() {
            writeln!(out, "\nWords that may go with it: {}", shape::words().join(", "))?;
        }
        Ok(())
    }
}

/// The step of this name.
pub(crate) fn named(name: &str) -> anyhow::Result<&'static str> {
    let step = shape::steps().iter().find(|step| **step == name || step.replace('_', "-") == name);
    step.copied().with_context(|| format!("there is no step “{name}”: `cspr steps` lists them all"))
}

fn starred(field: &Field) -> String {
    format!("{}{}", field.name, if field.needed { "*" } else { "" })
}

fn holds(field: &Field) -> String {
    match field.name {
        "digest" => "SHA-256 in hex; file=PATH computes it".to_owned(),
        _ => field.shape.words(),
    }
}

fn as_json(step: &'static str) -> Value {
    let fields: Vec<_> = shape::fields(step)
        .iter()
        .map(|field| json!({"name": field.name, "needed": field.needed, "holds": holds(field)}))
        .collect();
    json!({"step": step, "fields": fields})
}
