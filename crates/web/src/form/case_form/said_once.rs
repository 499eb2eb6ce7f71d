//! Forms that say each question once, as the pages of forms want them.

use case::{Case, Command, Reference, Step, StepKind};
use chrono::{DateTime, Utc};

use super::{Form as Drawn, Said};
use crate::case_view::OpenCase;
use crate::components::Html;
use crate::form::asked::{Asked, Section};
use crate::form::data::Answers;
use crate::form::form::Form;
use crate::form::parse::Fields;
use crate::form::questions::{Read, in_order};
use crate::text::date;

/// What the answers ask to record, and what with it; none where something is wrong, which is noted.
fn commands(form: &impl Form, open: &OpenCase, fields: &mut Fields<'_>) -> Option<(Command, Vec<Command>)> {
    // What the writer had not seen yet is not there to be changed.
    Form::right(form, open)?;
    let questions = form.questions(open, fields.answers());
    questions.check(fields, open.today);
    let read = Read::new(&questions, fields.answers(), open.today);
    form.check(open, &read, &mut fields.problems);
    fields.problems = in_order(std::mem::take(&mut fields.problems), &questions);
    fields.are_fine().then(|| form.step(open, &read).commands(open, &read))
}

impl<F: Form> Drawn for F {
    fn path(&self) -> String {
        self.page().path.into_owned()
    }

    fn home(&self) -> &'static str {
        ""
    }

    fn back(&self) -> String {
        self.page().home.into_owned()
    }

    fn heading(&self) -> String {
        self.page().heading.into_owned()
    }

    fn asks(&self, open: &OpenCase) -> String {
        self.intro(open).heading.unwrap_or_else(|| self.heading())
    }

    fn about(&self, open: &OpenCase) -> Option<Html> {
        Form::intro(self, open).about
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        Form::intro(self, open).lines
    }

    fn button(&self) -> &'static str {
        self.page().button
    }

    fn is_kept(&self) -> bool {
        self.page().is_kept
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        None
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        Form::right(self, open)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let suits = self.page().records.is_none_or(|kind| kind.fits(open.case.stage));
        suits && Form::fits(self, open)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        let none = Answers::default();
        self.questions(open, &none).begin(Form::recorded(self, &open.case), open.today)
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        Form::recorded(self, case)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        self.questions(open, asked.answers).first(asked)
    }

    fn follow_up(&self, open: &OpenCase, asked: Asked<'_>) -> Option<Section> {
        self.questions(open, asked.answers).next(asked)
    }

    fn presumed(&self, open: &OpenCase, asked: Asked<'_>) -> Option<Section> {
        self.questions(open, asked.answers).answered_for_them(asked)
    }

    fn continues(&self) -> bool {
        self.page().continues
    }

    fn other_case(&self, answers: &Answers) -> Option<Reference> {
        answers.one(self.page().other_case?).trim().parse().ok()
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        Some(commands(self, open, fields)?.0)
    }

    fn then(&self, open: &OpenCase, answers: &Answers) -> Vec<Command> {
        commands(self, open, &mut Fields::of(answers)).map(|(_, then)| then).unwrap_or_default()
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        self.questions(open, answers).said(answers)
    }

    fn check_heading(&self) -> Option<&'static str> {
        self.page().checked
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        Form::happens(self, open, after)
    }

    fn first(&self, open: &OpenCase, who: &str, when: DateTime<Utc>) -> String {
        let Some(subject) = self.page().subject else {
            return format!("{who}, saved a change on {}.", date::day_and_time(when));
        };
        let is_today = calendar::london_date(when) == open.today;
        let when = if is_today { date::time(when) } else { date::day_and_time(when) };
        format!("{subject} was recorded at {when} by {who}.")
    }

    fn shows_letters(&self) -> bool {
        self.page().shows_emails
    }

    fn next(&self) -> String {
        let page = self.page();
        page.next.unwrap_or(page.home).into_owned()
    }

    fn done(&self, after: &OpenCase, command: &Command) -> (String, Option<String>) {
        self.done_all(after, command, &[])
    }

    fn done_all(&self, after: &OpenCase, first: &Command, then: &[Command]) -> (String, Option<String>) {
        let recorded: Vec<_> = [first].into_iter().chain(then).cloned().collect();
        let done = Form::done(self, after, &recorded);
        (done.happened, done.next)
    }
}
